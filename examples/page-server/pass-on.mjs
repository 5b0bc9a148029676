import { HEADERS, say } from './headers.mjs';

const MOST_BYTES = 2_000_000;
/** Longer than the server takes for anything. */
const PATIENCE_MS = 60_000;
const PASSED = ['content-type', 'authorization', 'accept-language'];

/** As the page sends it, with the caller's token and language and what a gateway of the server's would send. */
export async function passOn({ url, headers: alsoSent }, request, response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return say(response, 413, {});
    chunks.push(chunk);
  }
  const passed = PASSED.filter((name) => request.headers[name] !== undefined).map((name) => [
    name,
    request.headers[name],
  ]);
  const answered = await fetch(url, {
    method: 'POST',
    headers: { ...Object.fromEntries(passed), accept: 'application/json', ...alsoSent },
    body: Buffer.concat(chunks),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
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
