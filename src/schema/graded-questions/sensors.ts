import type { GradedQuestion } from '../graded-question.ts';

export const GRADED_QUESTIONS: readonly GradedQuestion[] = [
  {
    level: 'simple',
    en: 'Which devices have never sent a message?',
    pt: 'Quais dispositivos nunca enviaram uma mensagem?',
  },
  {
    level: 'simple',
    en: 'How many readings came without a value?',
    pt: 'Quantas leituras vieram sem valor?',
  },
  {
    level: 'simple',
    en: 'What are the three oldest devices that are still in use?',
    pt: 'Quais são os três dispositivos mais antigos ainda em uso?',
  },
  {
    level: 'intermediate',
    en: 'How many alerts of each severity were raised at each site?',
    pt: 'Quantos alertas de cada gravidade houve em cada local?',
  },
  {
    level: 'intermediate',
    en: 'Which devices in use have never had a maintenance visit?',
    pt: 'Quais dispositivos em uso nunca receberam uma visita de manutenção?',
  },
  {
    level: 'intermediate',
    en: 'What was the average temperature in each zone over the good readings? Round to one decimal, hottest zone first',
    pt: 'Qual foi a temperatura média em cada estufa, só com leituras boas? Arredonde para uma casa decimal, da mais quente para a mais fria',
  },
  {
    level: 'hard',
    en: 'For each temperature sensor, how did the monthly average of each month of 2025 differ from the same month of 2024?',
    pt: 'Para cada sensor de temperatura, quanto a média de cada mês de 2025 diferiu da do mesmo mês de 2024?',
  },
  {
    level: 'hard',
    en: 'Where are there gaps in the readings? Show device and time of each reading that came more than six hours after the one before',
    pt: 'Onde há falhas nas leituras? Mostre o dispositivo e a hora de cada leitura que chegou mais de seis horas depois da anterior',
  },
];
