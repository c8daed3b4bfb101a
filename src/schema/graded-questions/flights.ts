import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'Which planes were built after 2000?',
    pt: 'Quais aviões foram construídos depois de 2000?',
  },
  {
    level: 'simple',
    en: 'How many bookings were cancelled?',
    pt: 'Quantas reservas foram canceladas?',
  },
  {
    level: 'simple',
    en: 'On which islands do fewer than 8,000 people live?',
    pt: 'Em quais ilhas vivem menos de 8.000 pessoas?',
  },
  {
    level: 'intermediate',
    en: 'How many tickets were sold for flights from each island?',
    pt: 'Quantas passagens foram vendidas para voos que partem de cada ilha?',
  },
  {
    level: 'intermediate',
    en: 'Which routes have had no flights? Show their two airport codes',
    pt: 'Quais rotas não tiveram nenhum voo? Mostre os códigos dos dois aeroportos',
  },
  {
    level: 'intermediate',
    en: 'How many minutes late does each aircraft leave on average, to one decimal?',
    pt: 'Com quantos minutos de atraso cada aeronave parte em média, com uma casa decimal?',
  },
  {
    level: 'hard',
    en: 'What percentage of the seats on landed flights had a ticket, for each aircraft model? Round to one decimal',
    pt: 'Que porcentagem dos assentos dos voos que pousaram tinha passagem vendida, por modelo de avião? Arredonde para uma casa decimal',
  },
  {
    level: 'hard',
    en: 'Who were the three passengers with the highest total fare in each year of departure?',
    pt: 'Quem foram os três passageiros com o maior valor total em passagens em cada ano de partida?',
  },
];
