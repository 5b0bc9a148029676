import { fileURLToPath } from 'node:url';
import { builtPage } from './build.mjs';
import { serve } from './serve.mjs';
import { findSubgraph } from './subgraph.mjs';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Serves the page beside the server that it looks at, until a signal ends it. */
export async function run({ port, url }) {
  const started = [];
  const stop = async () => {
    for (const one of started.splice(0).reverse()) await one.stop();
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
    const subgraph = await findSubgraph(url);
    started.push(subgraph);
    const served = await serve(page, subgraph, port);
    started.push(served);
    console.log(`\nThe admin tool is ready: ${served.url}\n  it looks at ${subgraph.url}\nCtrl-C stops it.\n`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: --port names another one.` : error.message);
    await stop();
    process.exitCode = 1;
  }
}
