import { createServer } from 'node:http';
import pg from 'pg';

/** What the benchmark tells a peer: the database, the keys of the issuers. */
export const told = JSON.parse(process.env.BENCH_PEER ?? '{}');

/** As many connections as ours has. */
export function openPool() {
  return new pg.Pool({ connectionString: told.databaseUrl, max: 10 });
}

/** Tells the benchmark where the peer listens. A peer ends with it. */
export function tellUrl(port) {
  process.on('disconnect', () => process.exit());
  process.send({ url: `http://127.0.0.1:${port}/graphql` });
}

/** Answers with what `answer` makes of a caller and an operation; a peer without a framework. */
export function serveByHand(verify, answer) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        const caller = await verify(request.headers.authorization);
        const json = await answer(caller, JSON.parse(Buffer.concat(chunks).toString()));
        respond(response, 200, json);
      } catch (error) {
        respond(response, 500, JSON.stringify({ errors: [{ message: String(error) }] }));
      }
    });
  });
  server.listen(0, '127.0.0.1', () => tellUrl(server.address().port));
}

function respond(response, status, json) {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) });
  response.end(json);
}
