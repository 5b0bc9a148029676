import type { IncomingMessage } from 'node:http';

const TURN_BYTES = 64 * 1024;
const TURN_PIECES = 1_000;

/**
 * Hands on what a body brings, from each connection only so much in a turn of the event loop: Node would read two
 * megabytes of each before it looks at anything else. Gives back what stops it.
 */
export function readInTurns(request: IncomingMessage, take: (chunk: Buffer) => void): () => void {
  let [bytes, pieces, isOver] = [0, 0, false];
  const next = () => {
    bytes = pieces = 0;
    if (!isOver) request.resume();
  };
  const onData = (chunk: Buffer) => {
    take(chunk);
    bytes += chunk.length;
    pieces += 1;
    if (isOver || (bytes < TURN_BYTES && pieces < TURN_PIECES)) return;
    request.pause();
    setImmediate(next);
  };
  request.on('data', onData).resume();
  return () => {
    isOver = true;
    request.off('data', onData).pause();
  };
}
