// `npm run admin-tool`: a page that builds itself from introspection and accountPolicy. It needs nothing but Node: the
// packages, which are this folder's own, are installed when they are missing or older than the lockfile.
import { fileURLToPath } from 'node:url';
import { endWithNpm } from '../../scripts/end-with-npm.mjs';
import { installPackages } from '../../scripts/install-packages.mjs';
import { readOptions } from '../page-server/options.mjs';
import { optionsOf, USAGE } from './server/options.mjs';

const options = readOptions(optionsOf, USAGE);
if (options !== null) {
  endWithNpm();
  installPackages(fileURLToPath(new URL('.', import.meta.url)), 'the admin tool');
  const { run } = await import('./server/run.mjs');
  await run(options);
}
