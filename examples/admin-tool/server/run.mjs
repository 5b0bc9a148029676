import { fileURLToPath } from 'node:url';
import { builtPage } from '../../page-server/build.mjs';
import { serve } from '../../page-server/serve.mjs';
import { findSubgraph } from '../../page-server/subgraph.mjs';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Serves the page beside the server that it looks at, until a signal ends it. */
export async function run({ port, url }) {
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      if (isEnding) return;
      isEnding = true;
      await stop();
      process.exit();
    });
  }
  try {
    const page = builtPage(FOLDER);
    // First, so that whoever named a port that is taken is told at once.
    const served = await serve(page, port);
    stops.push(served.stop);
    // From the moment that it is started: until it answers, a signal ends it too.
    const subgraph = await findSubgraph(url, (one) => stops.push(one));
    served.lookAt(subgraph);
    console.log(`\nThe admin tool is ready: ${served.url}\n  it looks at ${subgraph.url}\nCtrl-C stops it.\n`);
  } catch (error) {
    // What the stop interrupted is no failure.
    if (isEnding) return;
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: --port names another one.` : error.message);
    await stop();
    process.exitCode = 1;
  }
}
