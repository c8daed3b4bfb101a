import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'How many contacts can sign a contract?',
    pt: 'Quantos contatos podem assinar um contrato?',
  },
  {
    level: 'simple',
    en: 'Which deals are in negotiation, and for what amount?',
    pt: 'Quais negócios estão em negociação, e de que valor?',
  },
  {
    level: 'simple',
    en: 'What are the five largest accounts by number of employees?',
    pt: 'Quais são as cinco maiores contas em número de funcionários?',
  },
  {
    level: 'intermediate',
    en: 'What is the total amount of the deals that each sales rep has won? Show 0 for those who have won none',
    pt: 'Qual é o valor total dos negócios ganhos por cada vendedor? Mostre 0 para quem não ganhou nenhum',
  },
  {
    level: 'intermediate',
    en: 'Why were deals lost? Show how many and what amount for each reason',
    pt: 'Por que perdemos negócios? Mostre quantos e de que valor total para cada motivo',
  },
  {
    level: 'intermediate',
    en: 'Which won deals closed later than expected, and how many days late?',
    pt: 'Quais negócios ganhos fecharam depois do previsto, e com quantos dias de atraso?',
  },
  {
    level: 'hard',
    en: 'What is the win rate for each source: won deals in percent of those won or lost, with one decimal?',
    pt: 'Qual é a taxa de sucesso de cada origem: negócios ganhos em porcentagem dos ganhos ou perdidos, com uma casa decimal?',
  },
  {
    level: 'hard',
    en: 'What percentage of the yearly quota did each sales rep reach with the deals they won that year? Round to whole percent, and show 0 for years without a win',
    pt: 'Que porcentagem da meta anual cada vendedor atingiu com os negócios ganhos no ano? Arredonde para porcentagem inteira e mostre 0 nos anos sem vendas',
  },
];
