// `npm run portal`: the portal on this machine, with all that it stands on. It needs nothing but Node: the packages, which are
// this folder's own and the gateway's, are installed when they are missing or older than the lockfile.
import { fileURLToPath } from 'node:url';
import { endWithNpm } from '../../scripts/end-with-npm.mjs';
import { installPackages } from '../../scripts/install-packages.mjs';
import { optionsOf, USAGE } from './server/options.mjs';

const options = read(process.argv.slice(2));
if (options !== null) {
  endWithNpm();
  installPackages(fileURLToPath(new URL('.', import.meta.url)), 'the portal');
  installPackages(fileURLToPath(new URL('../supergraph', import.meta.url)), 'the gateway');
  const { run } = await import('./server/run.mjs');
  await run(options);
}

/** Null when there is nothing to start. */
function read(args) {
  try {
    const given = optionsOf(args);
    if (given.help) console.log(USAGE);
    return given.help ? null : given;
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
}
