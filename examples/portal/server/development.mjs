import { findSubgraph } from '../../page-server/subgraph.mjs';

const PATIENCE_MS = 10_000;

/**
 * The gateway that is named; else one that is started, before a server that runs here or is started too. `started` is told at once
 * what stops each.
 */
export async function targetOf({ gateway }, started) {
  if (gateway !== null) {
    await mustAnswer(gateway);
    return { url: gateway, headers: {}, identities: null, values: valuesOf('token') };
  }
  const subgraph = await findSubgraph(null, started);
  const url = await startGateway(started);
  const { identities } = subgraph;
  return { url, headers: {}, identities, values: valuesOf(identities === null ? 'token' : 'identities') };
}

/** How people come in, as src/state/session-kind.ts reads it. */
const valuesOf = (kind) => ({ SESSION: kind, SIGN_IN_URL: '' });

async function startGateway(started) {
  console.log('Starting the core and the gateway.');
  const [{ findSubgraph: subgraphOf }, { startSupergraph }] = await Promise.all([
    import('../../supergraph/find-subgraph.mjs'),
    import('../../supergraph/start-supergraph.mjs'),
  ]);
  const ports = { gateway: 0, core: 0 };
  const { gateway } = await startSupergraph(await subgraphOf(), ports, ({ stop }) => started(stop));
  return gateway.url;
}

/** Whatever it says: that it is there. */
async function mustAnswer(url) {
  await fetch(url, { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {
    throw new Error(
      `The gateway at ${url} cannot be reached: start it first, or leave --gateway out, and one is started here.`,
    );
  });
}
