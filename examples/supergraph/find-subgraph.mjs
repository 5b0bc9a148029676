import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 10_000;
const require = createRequire(import.meta.url);
const built = (path) => require(`${ROOT}dist/src/${path}`);

/** The server that runs here, found as `npm run token` finds it, with an administrator's eyes. */
export async function findSubgraph() {
  const { loadConfig, withEnvFile } = built('config/config.js');
  const { readServerFile } = built('server/server-file.js');
  const { openDevelopmentIssuer } = built('cli/development-issuer.js');
  const { GATEWAY_SECRET_HEADER } = built('server/exchange/gateway-secret.js');
  const env = withEnvFile(process.env);
  const { dataDir, gatewaySecret } = loadConfig(env);
  const server = await readServerFile(dataDir);
  if (server === null) throw noServer();
  const { issuer } = await openDevelopmentIssuer(env);
  const token = await issuer.tokenForPerson({ userId: 'supergraph', groups: [], administrator: true, expiresIn: 60 });
  // What every gateway in front of it sends along, where it is configured.
  const gatewayHeaders = gatewaySecret === undefined ? {} : { [GATEWAY_SECRET_HEADER]: gatewaySecret };
  const headers = { authorization: `Bearer ${token}`, ...gatewayHeaders };
  const ask = (query, variables = {}) => send(server.url, headers, query, variables);
  const readSdl = async () => (await ask('{ _service { sdl } }'))._service.sdl;
  return { url: server.url, gatewayHeaders, ask, readSdl };
}

async function send(url, headers, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw noServer();
  });
  const { data, errors } = await response.json();
  if (!errors) return data;
  throw new Error(`The server at ${url} refused: ${errors.map(({ message }) => message).join('; ')}`);
}

function noServer() {
  return new Error('No server is running: start it with "npm start" in another terminal, and leave it running.');
}
