// `npm run bench`, `bench:profile` and `bench:flat`: installs what they need once, and begins.
import { endWithNpm } from '../scripts/end-with-npm.mjs';
import { installPackages } from '../scripts/install-packages.mjs';

installPackages(new URL('.', import.meta.url).pathname, 'the peers to measure beside');
endWithNpm();
await import('./cli.mjs');
