import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** The page loads nothing but its own files, and asks nobody but its own origin. `nonce` is for a style that a library adds. */
const policyWith = (nonce) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const MOST_BYTES = 2_000_000;

/**
 * Serves the page, who one may be, and the way to the server once that is found, on this machine alone; port 0 takes a free
 * one.
 */
export async function serve(page, port) {
  let subgraph = null;
  const server = createServer((request, response) => {
    if (subgraph === null) return say(response, 503, {});
    answer(page, subgraph, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, HEADERS);
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    lookAt: (found) => {
      subgraph = found;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(page, subgraph, request, response) {
  if (!isOwn(request)) return say(response, 403, { error: 'Only this page may ask here.' });
  const pathname = pathOf(request.url);
  if (pathname === null) return say(response, 404, {});
  if (pathname === '/graphql' && request.method === 'POST') return passOn(subgraph, request, response);
  if (pathname === '/identities' && request.method === 'GET') {
    return say(
      response,
      200,
      (await subgraph.identities()).map(({ id, name, description }) => ({ id, name, description })),
    );
  }
  if (pathname.startsWith('/identities/') && request.method === 'POST') {
    const id = pathname.slice('/identities/'.length);
    const identity = (await subgraph.identities()).find((one) => one.id === id);
    return identity === undefined ? say(response, 404, {}) : say(response, 200, { token: await identity.token() });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, {});
  // An address without a dot is one of the page's own.
  return pathname.includes('.') ? file(page, pathname, response) : index(page, response);
}

/** As it is meant; null where it means nothing. */
function pathOf(address) {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
}

/** Not of a page of another origin, nor by a name that somebody has made to lead here. */
function isOwn({ method, headers, socket }) {
  const names = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!names.includes(headers.host)) return false;
  // Who follows a link or types the address comes from nowhere that could ask in its own name.
  if (method !== 'GET' && !['same-origin', undefined].includes(headers['sec-fetch-site'])) return false;
  return headers.origin === undefined || names.some((name) => headers.origin === `http://${name}`);
}

/** As the page sends it, with the caller's token and language and what a gateway of the server's would send. */
async function passOn({ url, headers: alsoSent }, request, response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return say(response, 413, {});
    chunks.push(chunk);
  }
  const names = ['content-type', 'authorization', 'accept-language'];
  const passed = names
    .filter((name) => request.headers[name] !== undefined)
    .map((name) => [name, request.headers[name]]);
  const answered = await fetch(url, {
    method: 'POST',
    headers: { ...Object.fromEntries(passed), accept: 'application/json', ...alsoSent },
    body: Buffer.concat(chunks),
    redirect: 'error',
  }).catch(() => null);
  if (answered === null) return say(response, 502, { errors: [{ message: `${url} cannot be reached.` }] });
  const retryAfter = answered.headers.get('retry-after');
  response.writeHead(answered.status, {
    ...HEADERS,
    'content-type': answered.headers.get('content-type') ?? 'application/json',
    ...(retryAfter === null ? {} : { 'retry-after': retryAfter }),
  });
  response.end(Buffer.from(await answered.arrayBuffer()));
}

/** With a nonce of this answer's, where the page has a place for it. */
async function index(page, response) {
  const nonce = randomBytes(16).toString('base64');
  const content = (await readFile(join(page, 'index.html'), 'utf8')).replaceAll('__NONCE__', nonce);
  response.writeHead(200, { ...HEADERS, 'content-security-policy': policyWith(nonce), 'content-type': TYPES['.html'] });
  response.end(content);
}

async function file(page, pathname, response) {
  const path = normalize(join(page, pathname));
  const type = TYPES[extname(path)];
  const content = type !== undefined && path.startsWith(page + sep) ? await readFile(path).catch(() => null) : null;
  if (content === null) return say(response, 404, {});
  response.writeHead(200, { ...HEADERS, 'content-type': type });
  response.end(content);
}

function say(response, status, body) {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
