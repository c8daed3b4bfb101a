import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'How many orders were placed in 2024?',
    pt: 'Quantos pedidos foram feitos em 2024?',
  },
  {
    level: 'simple',
    en: 'List the customers from Brazil and the city each of them lives in',
    pt: 'Liste os clientes do Brasil e a cidade onde cada um mora',
  },
  {
    level: 'simple',
    en: 'What are the three cheapest products that are still on sale?',
    pt: 'Quais são os três produtos mais baratos que ainda estão à venda?',
  },
  {
    level: 'intermediate',
    en: 'What is the revenue of each category, quantity times unit price, from the highest to the lowest?',
    pt: 'Qual é o faturamento de cada categoria (quantidade vezes preço unitário), do maior para o menor?',
  },
  {
    level: 'intermediate',
    en: 'Which customers have placed orders but never written a review?',
    pt: 'Quais clientes já fizeram pedidos, mas nunca escreveram uma avaliação?',
  },
  {
    level: 'intermediate',
    en: 'Show the average rating of every product with at least three reviews',
    pt: 'Mostre a nota média de cada produto com pelo menos três avaliações',
  },
  {
    level: 'hard',
    en: 'What percentage of all revenue does each top-level category bring in? Round to one decimal',
    pt: 'Que porcentagem do faturamento total vem de cada categoria principal? Arredonde para uma casa decimal',
  },
  {
    level: 'hard',
    en: 'For each month of 2024, how much was paid, and how much in total since January?',
    pt: 'Em cada mês de 2024, quanto foi pago e quanto se acumulou desde janeiro?',
  },
];
