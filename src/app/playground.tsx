/** The playground's composition root: makes the parts, joins them, draws them, and starts what takes time. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { layOut } from '../ask/lay-out.ts';
import { DatabaseClient } from '../database/client.ts';
import { EngineClient } from '../engine/client.ts';
import { must } from '../platform/assert.ts';
import { App } from '../ui/shell/app.tsx';
import { Answers } from './answers.ts';
import { Databases } from './databases.ts';
import { grammarText } from './grammar-text.ts';
import { Models } from './models.ts';
import { Themes } from './theme.ts';

const themes = new Themes();
const databases = new Databases(new DatabaseClient());
const models = new Models(new EngineClient());
const answers = new Answers(
  { database: databases.port, engine: models.engine, grammar: grammarText, layOut },
  () => databases.title,
);

databases.onReplace(() => answers.cancel());

createRoot(must(document.getElementById('root'), '#root in index.html')).render(
  <StrictMode>
    <App themes={themes} databases={databases} models={models} answers={answers} />
  </StrictMode>,
);

afterPaint(async () => {
  await databases.start();
  await models.load();
});

/** The first frame must not wait for workers: a task that is queued in a frame runs once that frame is drawn. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
