import type { Server } from 'node:http';

/** Node's own 511 are full at once when many connect, and whoever is not among them tries again after a second, then three. */
const BACKLOG = 4_096;

/** Resolves once the server can be reached, and rejects when it cannot listen there. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A wildcard is no address to open; the loopback one reaches it. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
