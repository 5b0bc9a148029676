import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A connection on which a test says exactly what it likes. */
export interface RawConnection {
  readonly socket: Socket;
  /** What came back so far. */
  readonly received: () => string;
  readonly isClosed: () => boolean;
}

/** Opens a connection and sends the text. It reads what comes, unless it is told to leave that. */
export function openConnection(port: number, text: string | Buffer = '', reads = true): RawConnection {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  let isClosed = false;
  socket
    .on('error', () => undefined)
    .on('close', () => {
      isClosed = true;
    });
  if (reads) {
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
  } else socket.pause();
  if (text.length > 0) socket.write(text);
  return { socket, received: () => received, isClosed: () => isClosed };
}

/** The head of a POST to the API. */
export function head(token: string | null, length: number | 'chunked', more = ''): string {
  const size = length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  const authorization = token === null ? '' : `Authorization: Bearer ${token}\r\n`;
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${authorization}${size}\r\n${more}\r\n`;
}

/** Waits for something to become true, at most so long. */
export async function within(milliseconds: number, condition: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It did not become true within ${milliseconds} ms: ${condition}`);
    await sleep(10);
  }
}
