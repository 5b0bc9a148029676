import type { Exchange } from './exchange/exchange';
import { sendJson } from './exchange/http-answer';

/** One thing that keeps the server from serving. Anyone may read it: no addresses, no secrets. */
export interface ReadinessFault {
  readonly name: string;
  readonly message: string;
}

const PATIENCE_MS = 2_000;

/** `/livez`: the event loop turns, nothing more is asked. */
export function answerLivez(exchange: Exchange): void {
  sendJson(exchange, 200, { status: 'alive' });
}

/** `/readyz`: whether requests should be sent here, and if not, why. */
export async function answerReadyz(
  exchange: Exchange,
  readiness: () => Promise<readonly ReadinessFault[]>,
  isDraining: () => boolean,
): Promise<void> {
  const found = isDraining() ? [] : await ask(exchange, readiness);
  // Also when the stop came while the checks were made.
  const faults = isDraining() ? [{ name: 'draining', message: 'The server is stopping' }] : found;
  if (faults.length === 0) sendJson(exchange, 200, { status: 'ready', checks: [] });
  else sendJson(exchange, 503, { status: 'not ready', checks: faults });
}

/** A check that hangs or breaks is an answer as well. */
async function ask(
  exchange: Exchange,
  readiness: () => Promise<readonly ReadinessFault[]>,
): Promise<readonly ReadinessFault[]> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<readonly ReadinessFault[]>((resolve) => {
    timer = setTimeout(() => resolve([{ name: 'readiness', message: 'The checks take too long' }]), PATIENCE_MS);
  });
  try {
    return await Promise.race([readiness(), outOfPatience]);
  } catch (error) {
    exchange.log.error({ err: error }, 'the readiness checks broke');
    return [{ name: 'readiness', message: 'The checks broke; the log says why' }];
  } finally {
    clearTimeout(timer);
  }
}
