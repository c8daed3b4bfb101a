import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'Which employees have left the company?',
    pt: 'Quais funcionários já saíram da empresa?',
  },
  {
    level: 'simple',
    en: 'List the jobs with a minimum salary above 40,000',
    pt: 'Liste os cargos com salário mínimo acima de 40.000',
  },
  {
    level: 'simple',
    en: 'How many leave requests were rejected?',
    pt: 'Quantos pedidos de licença foram rejeitados?',
  },
  {
    level: 'intermediate',
    en: 'Counting only people who still work here, how many report directly to each manager?',
    pt: 'Considerando só quem ainda trabalha na empresa, quantas pessoas se reportam diretamente a cada gestor?',
  },
  {
    level: 'intermediate',
    en: 'How much of its budget would each department have left after paying a year of salaries to its current employees?',
    pt: 'Quanto sobraria do orçamento de cada departamento depois de pagar um ano de salários aos funcionários atuais?',
  },
  {
    level: 'intermediate',
    en: 'Which active projects need more than 100 hours a week in total?',
    pt: 'Quais projetos ativos exigem mais de 100 horas por semana no total?',
  },
  {
    level: 'hard',
    en: 'Who earns the most in each department, among the people who still work here?',
    pt: 'Quem ganha mais em cada departamento, entre as pessoas que ainda trabalham na empresa?',
  },
  {
    level: 'hard',
    en: 'How many employees are there at each level of the hierarchy, the managing director being level 1?',
    pt: 'Quantos funcionários há em cada nível da hierarquia, sendo o diretor-geral o nível 1?',
  },
];
