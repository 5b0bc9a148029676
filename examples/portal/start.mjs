// `npm run portal`: the portal on this machine, with all that it stands on. It needs nothing but Node: the packages, which are
// this folder's own and the gateway's, are installed when they are missing or older than the lockfile.
import { fileURLToPath } from 'node:url';
import { endWithNpm } from '../../scripts/end-with-npm.mjs';
import { installPackages } from '../../scripts/install-packages.mjs';
import { readOptions } from '../page-server/options.mjs';
import { optionsOf, USAGE } from './server/options.mjs';

const options = readOptions((args) => optionsOf(args, process.env), USAGE);
if (options !== null) {
  endWithNpm();
  installPackages(fileURLToPath(new URL('.', import.meta.url)), 'the portal');
  if (options.gateway === null)
    installPackages(fileURLToPath(new URL('../supergraph', import.meta.url)), 'the gateway');
  const { run } = await import('./server/run.mjs');
  await run(options);
}
