import { once } from 'node:events';
import { createServer } from 'node:http';

/** Serves on this machine alone; port 0 takes a free one. A port that somebody has is thrown. */
export async function listen(handler, port) {
  const server = createServer(handler);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
