import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Stands before a subgraph and hands every operation on. `take` gives what has come since the last time: the operations
 * with their headers. `stop` is the subgraph gone: nobody takes the connection.
 */
export async function watch(url) {
  let operations = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    operations.push({ ...JSON.parse(body), headers: request.headers });
    const { accept = '*/*', authorization } = request.headers;
    const headers = { accept, 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const answer = await fetch(url, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    take: () => {
      const taken = operations;
      operations = [];
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
