/** `expert <command>`: the work on models that is done outside the browser. */
import { AppError } from '../../src/platform/errors.ts';
import { exportNano, exportNanoUsage } from './export-nano.ts';
import { randomNano, randomNanoUsage } from './random-nano.ts';

interface Command {
  readonly usage: string;
  readonly run: (args: string[]) => void | Promise<void>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  'export-nano': { usage: exportNanoUsage, run: exportNano },
  'random-nano': { usage: randomNanoUsage, run: randomNano },
  'compare-greedy': {
    usage: `compare-greedy --expected FILE.jsonl [--model FILE.gguf] [--limit 20] [--max-tokens 200]
    FILE.jsonl is what \`nano.py greedy\` writes: lines of {"prompt": …, "text": …}.`,
    // Loaded when asked for: it brings Vite and Playwright along.
    run: async (args) => (await import('./compare-greedy.ts')).compareGreedy(args),
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  const usages = Object.values(COMMANDS).map(({ usage }) => `  expert ${usage}`);
  console.error(`Usage:\n${usages.join('\n')}`);
  process.exitCode = 2;
} else {
  try {
    await command.run(args);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error([error.message, error.hint].filter((line) => line !== undefined).join('\n'));
    process.exitCode = 1;
  }
}
