import { fileURLToPath } from 'node:url';
import { builtPage } from '../../page-server/build.mjs';
import { runPage } from '../../page-server/run-page.mjs';
import { serve } from '../../page-server/serve.mjs';
import { isPage } from './addresses.mjs';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Serves the portal, the gateway that it talks to, and what stands behind that, until a signal ends it. */
export function run(options) {
  const { port, host, origin } = options;
  return runPage(port, async (started) => {
    // First, so that whoever named a port that is taken is told at once.
    const served = await serve(builtPage(FOLDER), port, { host, origin, isPage });
    started(served.stop);
    const target = await targetOf(options, started);
    served.lookAt(target);
    const where = origin === null ? served.url : `${served.url} (for people: ${origin})`;
    console.log(`\nThe portal is ready: ${where}\n  it talks to the gateway ${target.url}\nCtrl-C stops it.\n`);
  });
}

/** What starts servers and hands out tokens is loaded where that is wanted, and nowhere else. */
async function targetOf(options, started) {
  if (options.isProduction) return (await import('./production.mjs')).targetOf(options);
  return (await import('./development.mjs')).targetOf(options, started);
}
