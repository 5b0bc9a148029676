import { fileURLToPath } from 'node:url';
import { builtPage } from '../../page-server/build.mjs';
import { serve } from '../../page-server/serve.mjs';
import { findSubgraph as startSubgraph } from '../../page-server/subgraph.mjs';
import { findSubgraph } from '../../supergraph/find-subgraph.mjs';
import { startSupergraph } from '../../supergraph/start-supergraph.mjs';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Serves the portal, the gateway that it talks to, and what stands behind that, until a signal ends it. */
export async function run({ port }) {
  const stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().then(() => process.exit()));
  const served = await serve(builtPage(FOLDER), port);
  stops.push(served.stop);
  const { identities } = await startSubgraph(null, (one) => stops.push(one));
  const subgraph = await findSubgraph();
  const { gateway } = await startSupergraph(subgraph, { gateway: 0, core: 0 }, (one) => stops.push(one.stop));
  served.lookAt({ url: gateway.url, headers: {}, identities });
  console.log(`\nThe portal is ready: ${served.url}\n  it talks to the gateway ${gateway.url}\nCtrl-C stops it.\n`);
}
