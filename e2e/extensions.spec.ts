import { Playground } from './support/playground.ts';
import { expect, test } from './support/test.ts';

const DUMP = `
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS ltree WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE TABLE public.topics (
    id uuid DEFAULT public.uuid_generate_v4() NOT NULL PRIMARY KEY,
    title public.citext NOT NULL,
    place public.ltree,
    labels public.hstore
);
CREATE INDEX topics_title ON public.topics USING gin (title public.gin_trgm_ops);
COPY public.topics (title, place, labels) FROM stdin;
Compilers	science.computing	"level"=>"hard"
Gardening	home.garden	"level"=>"easy"
\\.
`;

test('a dump that uses extensions brings them with it, and nothing is fetched for them before', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const bundle = /\/extension-([a-z_-]+)-[^/]*\.bin$/.exec(new URL(request.url()).pathname)?.[1];
    if (bundle !== undefined) fetched.push(bundle);
  });
  const playground = new Playground(page);
  await playground.open();
  expect(fetched).toEqual([]);
  await playground.importScript(DUMP);
  await expect(page.getByRole('region', { name: 'Import report' })).toContainText('8 of 10 statements applied');
  expect(fetched.toSorted()).toEqual(['citext', 'hstore', 'ltree', 'pg_trgm', 'uuid-ossp']);
  await playground.run(`
    SELECT labels -> 'level', similarity(title::text, 'compiler') > 0.5, length(id::text)
    FROM topics WHERE title = 'COMPILERS' AND place <@ 'science'`);
  await expect.poll(() => playground.rows()).toEqual([['hard', 'true', '36']]);
});
