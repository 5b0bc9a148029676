import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { EmbeddedPostgresError } from '../system/embedded-postgres-error';

/** PostgreSQL listens nowhere else: the database is this machine's alone. */
export const HOST = '127.0.0.1';

// Below 32768, where Linux starts to give ports to outgoing connections: none of those can take it meanwhile.
const FIRST = 20_000;
const BEYOND = 32_000;

/** A port that nobody listens on now. Somebody may take it before PostgreSQL does; the caller then asks again. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(FIRST, BEYOND);
    if (await canListen(port)) return port;
  }
  throw new EmbeddedPostgresError(
    `No free port was found on ${HOST} between ${FIRST} and ${BEYOND}: is this program allowed to listen there?`,
  );
}

/** Whether something takes connections on the port. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port, timeout: 1000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
