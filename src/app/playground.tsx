/** The playground's composition root: makes the parts, joins them, draws them, and starts what takes time. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { AskPorts } from '../ask/ports.ts';
import { DatabaseClient } from '../database/client.ts';
import { EngineClient } from '../engine/client.ts';
import { must } from '../platform/assert.ts';
import { SqlToolsClient } from '../sql-tools/client.ts';
import { App } from '../ui/shell/app.tsx';
import { WorkspaceClient } from '../workspaces/client.ts';
import { WorkspaceKeeper } from '../workspaces/workspace-keeper.ts';
import { Answers } from './answers.ts';
import { Databases } from './databases.ts';
import { GrammarInspector } from './grammar-inspector.ts';
import { GrammarPrefetch } from './grammar-prefetch.ts';
import { LinkingPreferences } from './linking-preferences.ts';
import { Models } from './models.ts';
import { queryLayout } from './query-layout.ts';
import { Themes } from './theme.ts';

const themes = new Themes();
const databases = new Databases(new DatabaseClient(), new WorkspaceKeeper(new WorkspaceClient(), navigator.locks));
const models = new Models(new EngineClient());
const sqlTools = new SqlToolsClient();
const grammar: AskPorts['grammar'] = async (schema, dialect, signal) =>
  (await sqlTools.grammar({ schema, dialect, options: { joins: models.engine.expected().joins } }, signal)).text;
const linking = new LinkingPreferences(databases.store);
const answers = new Answers(
  { database: databases.port, engine: models.engine, grammar, layOut: queryLayout(sqlTools) },
  () => databases.title,
  () => linking.store.get(),
);
const grammars = new GrammarInspector({ tools: sqlTools, models, databases });

databases.onReplace(() => answers.cancel());
new GrammarPrefetch({
  database: databases.store,
  preferences: linking.store,
  model: models.status,
  engine: models.engine,
  grammar,
}).start();

createRoot(must(document.getElementById('root'), '#root in index.html')).render(
  <StrictMode>
    <App
      themes={themes}
      databases={databases}
      models={models}
      answers={answers}
      grammars={grammars}
      tools={sqlTools}
      linking={linking}
    />
  </StrictMode>,
);

afterPaint(async () => {
  await databases.start();
  // Beside the model, so that the first answer finds it there; an answer can do without.
  sqlTools.warmUp().catch(() => undefined);
  await models.load();
});

/** The first frame must not wait for workers: a task that is queued in a frame runs once that frame is drawn. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
