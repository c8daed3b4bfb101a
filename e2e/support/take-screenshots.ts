/** `npm run screenshots`: the pictures of the README, from the production build. Run `npm run build` first. */
import { mkdirSync } from 'node:fs';
import { chromium, expect, type Page } from '@playwright/test';
import { preview } from 'vite';
import { must } from '../../src/platform/assert.ts';
import { ImportView } from './import-view.ts';
import { launchOptions } from './launch-options.ts';
import { Playground } from './playground.ts';

const FOLDER = 'docs/images';
const DESK = { width: 1440, height: 900 };
const LOW_DESK = { width: 1440, height: 640 };
const PHONE = { width: 390, height: 844 };
const SCRIPT = `-- MySQL dump 10.13
CREATE TABLE \`members\` (
  \`id\` int unsigned NOT NULL AUTO_INCREMENT,
  \`name\` varchar(80) NOT NULL COMMENT 'As on the card',
  \`level\` enum('basic','gold') NOT NULL DEFAULT 'basic',
  \`is_active\` tinyint(1) DEFAULT '1',
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
LOCK TABLES \`members\` WRITE;
INSERT INTO \`members\` VALUES (1,'Ana D\\'Avila','gold',1),(2,'Bo','basic',0);
UNLOCK TABLES;
`;

async function answer(page: Page): Promise<void> {
  const playground = new Playground(page);
  await playground.open();
  await playground.ask('How many customers are there in each country?');
  await expect(playground.result).toBeVisible({ timeout: 120_000 });
}

async function report(page: Page): Promise<void> {
  const view = new ImportView(page);
  await new Playground(page).open();
  await view.open();
  await view.script.fill(SCRIPT);
  await expect(view.dialect).toHaveValue('mysql');
  await view.importButton.click();
  await view.openStatements();
  await view.statements.getByText('What ran instead').first().click();
  await expect(view.statements.getByText('What ran', { exact: true })).toBeVisible();
}

async function diagram(page: Page): Promise<void> {
  await new Playground(page).open();
  await page.getByRole('button', { name: 'Diagram' }).click();
  await page.getByRole('button', { name: 'Table orders', exact: true }).click();
}

const shots = [
  { name: 'answer-light', viewport: DESK, colorScheme: 'light', scene: answer },
  { name: 'answer-dark', viewport: DESK, colorScheme: 'dark', scene: answer },
  { name: 'phone', viewport: PHONE, colorScheme: 'light', scene: answer },
  { name: 'report', viewport: LOW_DESK, colorScheme: 'light', scene: report },
  { name: 'diagram', viewport: LOW_DESK, colorScheme: 'light', scene: diagram },
] as const;

mkdirSync(FOLDER, { recursive: true });
const server = await preview({ preview: { port: 0 } });
const browser = await chromium.launch(launchOptions());
for (const { name, scene, ...options } of shots) {
  const baseURL = must(server.resolvedUrls?.local[0], 'an address of the preview server');
  const page = await browser.newPage({ ...options, baseURL });
  await scene(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
