import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'How many visitors have registered?',
    pt: 'Quantos visitantes se cadastraram?',
  },
  {
    level: 'simple',
    en: 'Which pages were published in 2025?',
    pt: 'Quais páginas foram publicadas em 2025?',
  },
  {
    level: 'simple',
    en: 'What are the five longest recipes by word count?',
    pt: 'Quais são as cinco receitas mais longas em número de palavras?',
  },
  {
    level: 'intermediate',
    en: 'How many times were the pages of each author viewed?',
    pt: 'Quantas vezes as páginas de cada autor foram vistas?',
  },
  {
    level: 'intermediate',
    en: 'Which campaigns brought no sessions at all?',
    pt: 'Quais campanhas não trouxeram nenhuma sessão?',
  },
  {
    level: 'intermediate',
    en: 'How many sessions started in each month?',
    pt: 'Quantas sessões começaram em cada mês?',
  },
  {
    level: 'hard',
    en: 'What is the bounce rate on each device: sessions with a single page view in percent of all, with one decimal?',
    pt: 'Qual é a taxa de rejeição em cada dispositivo: sessões com uma única página vista em porcentagem do total, com uma casa decimal?',
  },
  {
    level: 'hard',
    en: 'What did each newsletter signup cost in the campaigns that brought any? Round to cents',
    pt: 'Quanto custou cada inscrição na newsletter nas campanhas que trouxeram alguma? Arredonde para centavos',
  },
];
