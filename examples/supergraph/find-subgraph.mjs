import { serverHere } from '../../scripts/server-here.mjs';

const PATIENCE_MS = 10_000;

/** The server that runs here, found as `npm run token` finds it, with an administrator's eyes. */
export async function findSubgraph() {
  const { gatewayHeaders, noted, openIssuer } = serverHere();
  const server = await noted();
  if (server === null) throw noServer();
  const issuer = await openIssuer();
  // One for each operation: the core asks again later.
  const ask = async (query, variables = {}) => {
    const token = await issuer.tokenForPerson({ userId: 'supergraph', groups: [], administrator: true, expiresIn: 60 });
    return send(server.url, { authorization: `Bearer ${token}`, ...gatewayHeaders }, query, variables);
  };
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
