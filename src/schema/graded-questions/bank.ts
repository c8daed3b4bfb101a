import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'Show the last digits of the cards that are blocked',
    pt: 'Mostre os últimos dígitos dos cartões bloqueados',
  },
  {
    level: 'simple',
    en: 'How many accounts are in the red?',
    pt: 'Quantas contas estão no vermelho?',
  },
  {
    level: 'simple',
    en: 'What are the five largest loans, and what are they for?',
    pt: 'Quais são os cinco maiores empréstimos, e para que servem?',
  },
  {
    level: 'intermediate',
    en: 'How much was spent in each category? Show amounts above zero, the highest first',
    pt: 'Quanto foi gasto em cada categoria? Mostre valores positivos, do maior para o menor',
  },
  {
    level: 'intermediate',
    en: 'Which customers have both a savings account and a loan?',
    pt: 'Quais clientes têm ao mesmo tempo uma conta poupança e um empréstimo?',
  },
  {
    level: 'intermediate',
    en: 'On accounts in euros, how much money came in and how much went out each month? Show both as positive amounts',
    pt: 'Nas contas em euros, quanto dinheiro entrou e quanto saiu em cada mês? Mostre os dois como valores positivos',
  },
  {
    level: 'hard',
    en: 'Show the balance of account 31 after each of its transactions',
    pt: 'Mostre o saldo da conta 31 depois de cada uma de suas transações',
  },
  {
    level: 'hard',
    en: 'How much do the customers of each branch hold in all, in euros at the exchange rates of June 2025? Round to cents',
    pt: 'Quanto os clientes de cada agência têm no total, em euros pelo câmbio de junho de 2025? Arredonde para centavos',
  },
];
