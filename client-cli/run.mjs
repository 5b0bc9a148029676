// `npm run sync`: the command line from this repository. Installs its packages, and builds it and the client where they are
// older than their sources.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from '../scripts/install-packages.mjs';
import { newestTime } from '../scripts/newest-time.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CLIENT = join(HERE, '..', 'client');
const MADE = { [CLIENT]: join('dist', 'cjs', 'package.json'), [HERE]: join('dist', 'main.js') };

installPackages(HERE, 'the command line of the sync');
for (const [folder, made] of Object.entries(MADE)) {
  const built = newestTime(join(folder, made));
  if (built > newestTime(join(folder, 'src')) && built >= newestTime(join(CLIENT, MADE[CLIENT]))) continue;
  const { status } = spawnSync(process.execPath, [join(folder, 'build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv = [process.argv[0], join(HERE, MADE[HERE]), ...process.argv.slice(2)];
await import(pathToFileURL(join(HERE, MADE[HERE])));
