import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

const GRACE_MS = 250;
const STEP_MS = 20;

/** The requests that are being answered, so that a stop can wait for them. */
export class InFlight {
  readonly #responses = new Set<ServerResponse>();

  get count(): number {
    return this.#responses.size;
  }

  add(response: ServerResponse): void {
    this.#responses.add(response);
    response.once('close', () => this.#responses.delete(response));
  }

  /** Tells the callers not to send another request over the same connection. */
  announceClosing(): void {
    for (const response of this.#responses) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }
}

/**
 * Takes no new connection, lets the requests in flight finish and closes the rest; past the deadline it cuts what is
 * left. Connections that are open without a whole request get a moment: one may just be on its way.
 */
export async function drainServer(
  server: Server,
  inFlight: InFlight,
  deadlineMs: number,
  logger: Logger,
): Promise<void> {
  inFlight.announceClosing();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;

  while (elapsed() < deadlineMs && (inFlight.count > 0 || elapsed() < GRACE_MS)) {
    server.closeIdleConnections();
    const isClosed = await Promise.race([closed.then(() => true), sleep(STEP_MS, false)]);
    if (isClosed) return;
  }
  if (inFlight.count > 0)
    logger.warn({ requests: inFlight.count }, 'requests were cut off by the deadline of the stop');
  server.closeAllConnections();
  await closed;
}
