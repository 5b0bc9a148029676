// `npm run supergraph`: what a portal stands on, on this machine. It needs nothing but Node: the packages, which are this
// folder's own, are installed when they are missing or older than the lockfile.
import { fileURLToPath } from 'node:url';
import { endWithNpm } from '../../scripts/end-with-npm.mjs';
import { installPackages } from '../../scripts/install-packages.mjs';

endWithNpm();
installPackages(fileURLToPath(new URL('.', import.meta.url)), 'the gateway');
const { run } = await import('./run.mjs');
await run();
