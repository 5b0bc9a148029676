import { fileURLToPath } from 'node:url';
import { builtPage } from '../../page-server/build.mjs';
import { runPage } from '../../page-server/run-page.mjs';
import { serve } from '../../page-server/serve.mjs';
import { findSubgraph } from '../../page-server/subgraph.mjs';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** The page asks who one may be; a server that nobody here vouches for has tokens only. */
const nobody = async () => [];

/** Serves the page beside the server that it looks at, until a signal ends it. */
export function run({ port, url }) {
  return runPage(port, async (started) => {
    const page = builtPage(FOLDER);
    // First, so that whoever named a port that is taken is told at once.
    const served = await serve(page, port);
    started(served.stop);
    // From the moment that it is started: until it answers, a signal ends it too.
    const subgraph = await findSubgraph(url, started);
    served.lookAt({ ...subgraph, identities: subgraph.identities ?? nobody });
    console.log(`\nThe admin tool is ready: ${served.url}\n  it looks at ${subgraph.url}\nCtrl-C stops it.\n`);
  });
}
