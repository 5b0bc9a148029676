import type { IncomingMessage, ServerResponse } from 'node:http';
import { readInTurns } from './read-in-turns';

const LINGER_MS = 1_000;
const LINGER_BYTES = 4 * 1024 * 1024;

/** True while a part of the request's body is still on its way. */
export function hasUnreadBody(request: IncomingMessage): boolean {
  const announced =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  return announced && !request.complete;
}

/**
 * Sends the whole answer now and closes a little later. A socket that is closed with unread bytes in it is reset, and
 * the reset would overtake the answer: so some of what still comes is thrown away first.
 */
export function endAndClose(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  let left = LINGER_BYTES;
  const close = () => {
    clearTimeout(timer);
    stop();
    request.off('close', close);
    response.end();
  };
  const discard = (chunk: Buffer) => {
    left -= chunk.length;
    if (left <= 0 || request.complete) close();
  };
  const timer = setTimeout(close, LINGER_MS);
  response.write(body);
  request.once('close', close);
  const stop = readInTurns(request, discard);
}
