import { parseArgs } from 'node:util';
import { portOf, urlOf } from '../../page-server/options.mjs';

const PORT = 4020;
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export const USAGE = `Usage: npm run portal -- [options]

The portal, with the gateway that it talks to and all that stands behind that.

  --port <port>     where the portal is served (default: ${PORT}; 0 takes a free one)
  --host <address>  the address of this machine where it listens (default: 127.0.0.1)
  --gateway <url>   the GraphQL endpoint of a gateway that runs already; left out: one is started, before the server that runs
                    here or one that is started with the example
  --help            this

With NODE_ENV=production nothing is started and nobody is vouched for: --gateway must be given, PORTAL_ORIGIN says under which
address people reach the portal (https://portal.example), and SIGN_IN_URL where they sign in.
`;

/** What the command line and the environment say; throws what is wrong with it. */
export function optionsOf(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: LOOPBACK[0] },
      gateway: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const options = {
    help: values.help,
    port: portOf(values.port ?? String(PORT)),
    host: values.host,
    gateway: urlOf(values.gateway, '--gateway'),
    isProduction: env.NODE_ENV === 'production',
    origin: originOf(env.PORTAL_ORIGIN),
    signInUrl: urlOf(env.SIGN_IN_URL, 'SIGN_IN_URL'),
  };
  if (!options.help) check(options);
  return options;
}

function check({ isProduction, gateway, origin, signInUrl, host }) {
  if (!isProduction) {
    if (LOOPBACK.includes(host)) return;
    throw new Error('--host must be this machine itself, but for NODE_ENV=production: tokens are handed out here.');
  }
  const missing = Object.entries({ '--gateway': gateway, PORTAL_ORIGIN: origin, SIGN_IN_URL: signInUrl })
    .filter(([, value]) => value === null)
    .map(([name]) => name);
  if (missing.length > 0) throw new Error(`With NODE_ENV=production the portal needs ${missing.join(', ')}.`);
}

/** Null where none is given. */
function originOf(text) {
  const url = urlOf(text, 'PORTAL_ORIGIN');
  if (url === null) return null;
  const { origin, pathname, search } = new URL(url);
  if (pathname === '/' && search === '') return origin;
  throw new Error(`PORTAL_ORIGIN must be an address without a path, as https://portal.example; it is "${text}".`);
}
