/** The databases that come with the page. Their scripts lie in `public/samples`. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** File name under `samples/`, beside the page. */
  readonly file: string;
  /** Questions that the schema can answer, simple ones first. */
  readonly questions: readonly string[];
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
  },
];
