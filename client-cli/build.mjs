// `npm pack` and `npm run sync`: the command line, with the compiler of the repository. It needs the built client.
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');

rmSync(join(HERE, 'dist'), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, '-p', HERE], { stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status ?? 1);
chmodSync(join(HERE, 'dist', 'main.js'), 0o755);
