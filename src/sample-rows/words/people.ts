/** Names from many places, as they are written in Latin letters. */
export const FIRST_NAMES: readonly string[] =
  `Aaliyah Abebe Adriana Agnieszka Ahmed Aiko Akira Alejandro Alice Amara Amelia Amina Ana Anders Andrei Anika Anna
  Antonio Arjun Astrid Ayşe Beatriz Ben Bianca Björn Bruno Camille Carlos Carmen Cecilia Chen Chiara Chloé Clara Daniel
  David Deepa Diego Dmitri Elena Eleni Elif Emeka Emily Emma Enzo Erik Esther Eva Fatima Felix Fernanda Filip Fiona
  Francesca Gabriel Georgi Giulia Grace Greta Hana Hannah Hassan Helena Hiroshi Hugo Ibrahim Ines Ingrid Isabel Ivan
  Jakub James Jan Jasmine Javier Ji-woo Joana John Jonas José Julia Kaito Kamal Karin Katarina Kofi Lars Laura Leila Leo
  Lin Linh Lucas Lucía Luka Magdalena Maja Malik Marco Maria Marie Mario Marta Mateo Matilde Mei Mia Miguel Mohamed Nadia
  Naomi Natalia Nia Nikolai Nina Noah Nora Olga Oliver Olivia Omar Oscar Paolo Patrícia Pavel Pedro Petra Priya Rafael
  Rahul Raj Renata Rosa Ruth Said Samira Samuel Sandra Santiago Sara Seo-yeon Simone Sofia Stefan Svetlana Tariq Tatiana
  Tereza Thandi Thiago Thomas Tomás Uma Valentina Vera Victor Viktoria Wanjiru Wei William Ximena Yara Yasmin Yuki Yusuf
  Zainab Zoe Zofia`.split(/\s+/);

export const LAST_NAMES: readonly string[] =
  `Abdi Abebe Acosta Adeyemi Aguilar Ali Almeida Alvarez Andersson Antunes Araújo Asante Bakker Balogun Barbosa Bauer
  Becker Bernard Bianchi Blanc Brown Campbell Cardoso Carvalho Castro Chang Chen Clarke Cohen Cruz Dahl Davies Diallo
  Dimitrov Dubois Eriksen Evans Fernandes Ferrari Fischer Flores Fontaine Fraser Fujita García Gomes González Green
  Gupta Hall Hansen Haugen Hernández Hoffmann Horvat Hughes Ibrahim Ito Ivanov Jansen Janssen Jensen Johansson Johnson
  Jones Joshi Kamau Kaplan Kaya Keller Khan Kim King Kowalski Kumar Laurent Lee Lehtonen Lima Lin Lopes López Ma
  Mahlangu Marino Martin Martínez Mbeki Meyer Mishra Moreau Moreno Morris Müller Mutua Nakamura Nguyen Nielsen Novák
  Nowak Nunes O'Brien Okafor Okonkwo Oliveira Olsen Osei Papadopoulos Park Patel Peeters Pereira Petrov Pham Pinto
  Popescu Ramos Rao Reid Ribeiro Ricci Roberts Rojas Romano Rossi Ruiz Saito Salazar Santos Sato Schmidt Schneider
  Schwarz Sharma Silva Singh Smith Sokolov Sousa Suzuki Svensson Takahashi Tanaka Tavares Taylor Teixeira Thompson Torres
  Tran Vargas Vidal Virtanen Vogel Walker Wang Weber White Williams Wilson Wong Yamamoto Yang Yılmaz Young Zhang
  Zimmermann`.split(/\s+/);

export const JOB_TITLES: readonly string[] = [
  'Accountant',
  'Account Manager',
  'Analyst',
  'Architect',
  'Buyer',
  'Chef',
  'Customer Support Agent',
  'Data Engineer',
  'Designer',
  'Editor',
  'Electrician',
  'Head of Operations',
  'Human Resources Partner',
  'Lawyer',
  'Lecturer',
  'Logistics Planner',
  'Marketing Specialist',
  'Mechanical Engineer',
  'Nurse',
  'Office Manager',
  'Pharmacist',
  'Product Manager',
  'Project Manager',
  'Quality Inspector',
  'Recruiter',
  'Researcher',
  'Sales Representative',
  'Security Officer',
  'Software Engineer',
  'Store Manager',
  'Teacher',
  'Technician',
  'Translator',
  'Warehouse Worker',
];

export const SALUTATIONS: readonly string[] = ['Ms', 'Mr', 'Dr', 'Mx', 'Prof'];

export const COMPANY_WORDS: readonly string[] =
  `Acorn Alder Amber Anchor Apex Arrow Aspen Aurora Beacon Birch Blue Bridge Bright Cedar Cobalt Compass Copper Coral
  Crescent Delta Eastern Echo Ember Falcon Fern Granite Harbour Hazel Heron Horizon Indigo Iron Juniper Lantern Lark
  Lighthouse Lotus Magnolia Maple Meridian Mosaic Northern Oak Olive Orchard Pacific Pine Polar Quartz River Saffron
  Silver Solstice Southern Summit Swift Terra Tidal Union Velvet Vertex Western Willow Zenith`.split(/\s+/);

export const COMPANY_FIELDS: readonly string[] =
  'Analytics Bank Books Clinics Components Consulting Energy Foods Freight Furniture Games Health Hotels Insurance Labs Logistics Media Motors Networks Optics Partners Pharma Press Robotics Software Studios Supplies Systems Textiles Tools Trading Travel'.split(
    ' ',
  );

export const COMPANY_FORMS: readonly string[] = ['Ltd', 'Inc', 'GmbH', 'SA', 'BV', 'AB', 'Lda', 'LLC', 'SpA', 'Pty'];
