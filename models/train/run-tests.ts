/** Runs the trainer's Python tests where their packages are installed; says so and succeeds where they are not. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const probe = spawnSync('python3', ['-c', 'import numpy, regex, safetensors, torch'], { encoding: 'utf8' });

if (probe.status !== 0) {
  const reason = probe.error?.message ?? probe.stderr.trim().split('\n').at(-1);
  console.log(`Skipped the trainer's tests: ${reason}. To run them: pip install -r models/train/requirements.txt`);
} else {
  const { status } = spawnSync('python3', ['-m', 'unittest', '-q', 'test_nano'], { cwd: folder, stdio: 'inherit' });
  process.exit(status ?? 1);
}
