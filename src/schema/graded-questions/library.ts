import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'Which authors were born before 1930?',
    pt: 'Quais autores nasceram antes de 1930?',
  },
  {
    level: 'simple',
    en: 'How many loans have not been returned yet?',
    pt: 'Quantos empréstimos ainda não foram devolvidos?',
  },
  {
    level: 'simple',
    en: 'List the novels in Portuguese with their year of publication',
    pt: 'Liste os romances em português com o ano de publicação',
  },
  {
    level: 'intermediate',
    en: 'Which books were borrowed at least 12 times, and how often?',
    pt: 'Quais livros foram emprestados pelo menos 12 vezes, e quantas vezes cada um?',
  },
  {
    level: 'intermediate',
    en: 'Which books have copies but were never borrowed?',
    pt: 'Quais livros têm exemplares, mas nunca foram emprestados?',
  },
  {
    level: 'intermediate',
    en: 'How much does each kind of member still owe in unpaid fines?',
    pt: 'Quanto cada tipo de leitor ainda deve em multas não pagas?',
  },
  {
    level: 'hard',
    en: 'Which members brought back at least a third of their books late? Only those with at least five returned loans',
    pt: 'Quais leitores devolveram com atraso pelo menos um terço dos livros? Considere só quem tem pelo menos cinco empréstimos devolvidos',
  },
  {
    level: 'hard',
    en: 'Which book is borrowed most often from each branch? Show all of them where several share first place',
    pt: 'Qual é o livro mais emprestado em cada biblioteca? Se houver empate no primeiro lugar, mostre todos',
  },
];
