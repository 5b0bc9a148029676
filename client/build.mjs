// `npm pack` and whatever needs the built client: `dist/esm` for import, `dist/cjs` for require, each with its types. Comments
// are in the types alone. The compiler is that of the repository.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(HERE, 'dist');
const [ESM, CJS] = [join(DIST, 'esm'), join(DIST, 'cjs')];

rmSync(DIST, { recursive: true, force: true });
compile('--outDir', CJS, '--removeComments');
compile('--outDir', ESM, '--removeComments', '--module', 'es2022', '--moduleResolution', 'bundler');
compile('--outDir', CJS, '--declaration', '--emitDeclarationOnly');
cpSync(CJS, ESM, { recursive: true, filter: (path) => !path.endsWith('.js') });
mark(ESM, 'module');
mark(CJS, 'commonjs');

function compile(...options) {
  const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '..', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', HERE, ...options], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** How Node is to take the files of a folder. */
function mark(folder, type) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type })}\n`);
}
