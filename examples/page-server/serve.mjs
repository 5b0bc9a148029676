import { once } from 'node:events';
import { createServer } from 'node:http';
import { filesOf } from './files.mjs';
import { say } from './headers.mjs';
import { passOn } from './pass-on.mjs';

const LOOPBACK = '127.0.0.1';

/**
 * Serves a built page, who one may be, and the way to the server once that is found. Port 0 takes a free one.
 *
 * - `host`: the address of this machine where it listens.
 * - `origin`: under which the page is reached besides, e.g. https://portal.example; a server in front hands its name on in `Host`.
 * - `isPage`: which addresses are the page's own; the first alone unless it is told.
 *
 * `lookAt` is told where GraphQL is asked (`url`, with `headers`), who one may be (`identities`, or null), and `values` that are put
 * into the page, for `__NAME__` each.
 */
export async function serve(folder, port, { host = LOOPBACK, origin = null, isPage = isFirst } = {}) {
  const page = { files: filesOf(folder), isPage };
  let target = null;
  const server = createServer((request, response) => {
    if (!isOwn(request, origin)) return say(response, 403, { error: 'Only this page may ask here.' });
    if (target === null) return say(response, 503, {}, { 'retry-after': '1' });
    answer(page, target, request, response).catch(() => {
      if (response.headersSent) response.end();
      else say(response, 500, {});
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${server.address().port}/`,
    lookAt: (found) => {
      target = found;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

const isFirst = (pathname) => pathname === '/';

async function answer({ files, isPage }, target, request, response) {
  const pathname = pathOf(request.url);
  const { method } = request;
  if (pathname === null) return say(response, 404, {});
  if (pathname === '/graphql') {
    return method === 'POST' ? passOn(target, request, response) : say(response, 405, {}, { allow: 'POST' });
  }
  if (pathname === '/identities' || pathname.startsWith('/identities/')) {
    return identity(target.identities, pathname, method, response);
  }
  if (method !== 'GET' && method !== 'HEAD') return say(response, 405, {}, { allow: 'GET, HEAD' });
  return isPage(pathname) ? files.index(response, target.values) : files.file(pathname, request, response);
}

/** Who one may be, and a token of one; a server that nobody here vouches for has none. */
async function identity(identities, pathname, method, response) {
  if (identities === null) return say(response, 404, {});
  const known = await identities();
  if (pathname === '/identities' && method === 'GET') {
    return say(
      response,
      200,
      known.map(({ token: _, ...told }) => told),
    );
  }
  const found = known.find(({ id }) => pathname === `/identities/${id}`);
  if (method !== 'POST' || found === undefined) return say(response, 404, {});
  return say(response, 200, { token: await found.token() });
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
function isOwn({ method, headers, socket }, origin) {
  const local = [LOOPBACK, 'localhost'].map((name) => `http://${name}:${socket.localPort}`);
  const origins = origin === null ? local : [...local, origin];
  if (!origins.some((one) => new URL(one).host === headers.host)) return false;
  // Who follows a link or types the address comes from nowhere that could ask in its own name.
  if (method !== 'GET' && !['same-origin', undefined].includes(headers['sec-fetch-site'])) return false;
  return headers.origin === undefined || origins.includes(headers.origin);
}
