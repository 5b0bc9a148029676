import { findSubgraph } from './find-subgraph.mjs';
import { startSupergraph } from './start-supergraph.mjs';

const GATEWAY_PORT = 4000;
const CORE_PORT = 4002;

/** Composes the running server with a core subgraph and puts a gateway in front of both, until a signal ends it. */
export async function run() {
  const started = [];
  const stop = async () => {
    for (const one of started.splice(0).reverse()) await one.stop();
  };
  stopOnSignals(stop);
  try {
    const ports = { gateway: portOf('GATEWAY_PORT', GATEWAY_PORT), core: portOf('CORE_PORT', CORE_PORT) };
    const subgraph = await findSubgraph();
    const { gateway, core, accounts } = await startSupergraph(subgraph, ports, (one) => started.push(one));
    sayWelcome({ gateway, core, subgraph, accounts });
  } catch (error) {
    console.error(error.message);
    await stop();
    process.exitCode = 1;
  }
}

function sayWelcome({ gateway, core, subgraph, accounts }) {
  console.log(`
The supergraph is ready: ${gateway.url}
  reseller-accounts  ${subgraph.url}
  core-accounts      ${core.url} (${accounts.length} accounts)

Open it in a browser, or send it a query with a token in the header "Authorization: Bearer <token>":
  npm run -s token -- distributor --user bob --group billing
Ctrl-C stops the gateway and the core; the server of "npm start" goes on.
`);
}

function portOf(name, fallback) {
  const text = process.env[name] ?? '';
  if (text === '') return fallback;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`${name} must be a port, 0 to 65535; 0 takes a free one. It is "${text}".`);
}

/** npm hands Ctrl-C on to us, whom the terminal has told already: what comes again at once is the same signal. */
function stopOnSignals(stop) {
  let since = null;
  const onSignal = () => {
    if (since === null) {
      since = performance.now();
      stop().then(() => process.exit(0));
    } else if (performance.now() - since > 1000) process.exit(1);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
