import { compose } from './compose.mjs';
import { openCoreAccounts } from './core/read-accounts.mjs';
import { CORE_SDL, startCore } from './core/start-core.mjs';
import { startGateway } from './start-gateway.mjs';

const NAME = 'reseller-accounts';

/**
 * The core subgraph, and the gateway in front of it and of a server that runs (find-subgraph.mjs). `started` is told at once
 * of each that is to be stopped.
 */
export async function startSupergraph(subgraph, ports, started) {
  const accounts = await openCoreAccounts(subgraph.ask);
  const core = await startCore(accounts, ports.core);
  started(core);
  const supergraph = compose([
    { name: NAME, sdl: await subgraph.readSdl(), url: subgraph.url },
    { name: 'core-accounts', sdl: CORE_SDL, url: core.url },
  ]);
  const gateway = await startGateway(supergraph, {
    withToken: [NAME],
    alsoSent: subgraph.gatewayHeaders,
    port: ports.gateway,
  });
  started(gateway);
  return { gateway, core, accounts: accounts() };
}
