/** The databases that come with the page. Their scripts lie in `public/samples`. */
import type { GradedQuestion } from './graded-question.ts';

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** File name under `samples/`, beside the page. */
  readonly file: string;
  /** Questions that the bundled model answers rightly, simple ones first. */
  readonly questions: readonly string[];
  /** More questions, in English and Portuguese, the hardest last; a better model than the bundled one may be needed. */
  readonly graded: () => Promise<readonly GradedQuestion[]>;
}

export const SAMPLES: readonly Sample[] = [
  {
    id: 'shop',
    title: 'Online shop',
    description: 'Customers, products and their categories, orders, payments and reviews.',
    file: 'shop.sql',
    questions: [
      'How many customers are there in each country?',
      'Show the five most expensive products',
      'How many orders have the status cancelled?',
      'What is the average price of the products in each category?',
      'Which customers have never placed an order?',
      'What is the total amount of payments for each method?',
    ],
    graded: async () => (await import('./graded-questions/shop.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'hr',
    title: 'Company staff',
    description: 'Departments, jobs, employees and their managers, salaries, projects and time off.',
    file: 'hr.sql',
    questions: [
      'How many employees does each department have?',
      'What is the average salary in each department?',
      'List the first and last name of employees hired after 2022-01-01',
      'Which projects are active?',
      'Who are the five employees with the highest salary?',
      'How many leave requests are there of each kind?',
    ],
    graded: async () => (await import('./graded-questions/hr.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'crm',
    title: 'Sales pipeline',
    description: 'Accounts, contacts and deals of a software seller, its sales reps, their calls and quotas.',
    file: 'crm.sql',
    questions: [
      'How many accounts are there in each country?',
      'Show the five deals with the highest amount',
      'How many deals are there in each stage?',
      'What is the total amount of won deals?',
      'What is the average amount of deals for each source?',
      'Which accounts have no deals?',
    ],
    graded: async () => (await import('./graded-questions/crm.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'web',
    title: 'Website visits',
    description: 'Visitors of a cooking magazine, their sessions, page views and events, campaigns and A/B tests.',
    file: 'web.sql',
    questions: [
      'How many visitors are there in each country?',
      'Which campaigns cost more than 1000?',
      'What is the average word count of the pages in each section?',
      'Show the ten pages with the most page views',
      'How many sessions did each campaign bring?',
      'Which pages have never been viewed?',
    ],
    graded: async () => (await import('./graded-questions/web.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'library',
    title: 'Public library',
    description: 'Branches, books and their authors, copies on the shelves, members, loans, reservations and fines.',
    file: 'library.sql',
    questions: [
      'How many books are there in each genre?',
      'Which authors are from Portugal?',
      'Show the five books with the most pages',
      'How many reservations are waiting?',
      'How many members does each branch have?',
      'What is the total amount of fines for each reason?',
    ],
    graded: async () => (await import('./graded-questions/library.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'bank',
    title: 'Bank',
    description: 'Customers, accounts in several currencies, cards, transactions by category, loans and payments.',
    file: 'bank.sql',
    questions: [
      'How many cards are blocked?',
      'Show the five accounts with the highest balance',
      'What is the average balance for each kind of account?',
      'How many transactions are there in each category?',
      'What is the total principal of loans for each purpose?',
      'Which customers have no account?',
    ],
    graded: async () => (await import('./graded-questions/bank.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'sensors',
    title: 'Greenhouse sensors',
    description: 'Devices in greenhouses, their readings and monthly summaries, alerts and maintenance.',
    file: 'sensors.sql',
    questions: [
      'How many devices are there of each model?',
      'Which devices have a battery percent below 20?',
      'Show the three largest sites by area',
      'How many zones does each site have?',
      'How many alerts did each device raise?',
      'Which devices have never had a maintenance visit?',
    ],
    graded: async () => (await import('./graded-questions/sensors.ts')).GRADED_QUESTIONS,
  },
  {
    id: 'flights',
    title: 'Island airline',
    description: 'Airports, routes, planes and pilots of a small airline, its flights, bookings and passengers.',
    file: 'flights.sql',
    questions: [
      'How many flights were cancelled?',
      'How many passengers are there of each nationality?',
      'Which airports have a runway shorter than 1000 metres?',
      'List the pilots hired after 2020-01-01',
      'Show the four longest routes by distance',
      'Which passengers have no tickets?',
    ],
    graded: async () => (await import('./graded-questions/flights.ts')).GRADED_QUESTIONS,
  },
];
