import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 10_000;
const require = createRequire(import.meta.url);
const built = (path) => require(`${ROOT}dist/src/${path}`);

/** The server that runs here, found as `npm run token` finds it, with an administrator's eyes. */
export async function findSubgraph() {
  const { loadConfig, withEnvFile } = built('config.js');
  const { readServerFile } = built('server/server-file.js');
  const server = await readServerFile(loadConfig(withEnvFile(process.env)).dataDir);
  if (server === null) throw noServer();
  const token = printToken();
  const ask = (query, variables = {}) => send(server.url, token, query, variables);
  return { url: server.url, ask, readSdl: async () => (await ask('{ _service { sdl } }'))._service.sdl };
}

function printToken() {
  const program = `${ROOT}dist/src/cli/token.js`;
  return execFileSync(process.execPath, [program, 'administrator', '--expires-in', '60'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}

async function send(url, token, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
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
