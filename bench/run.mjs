// `npm run bench`, `bench:profile` and `bench:flat`: installs what they need once, and begins.
import { installPackages } from '../scripts/install-packages.mjs';

installPackages(new URL('.', import.meta.url).pathname, 'the peers to measure beside');
await import('./cli.mjs');
