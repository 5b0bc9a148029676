import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../domain/errors';

export const GATEWAY_SECRET_HEADER = 'x-gateway-secret';

/**
 * Turns away who does not hold the gateway's secret (test/server/exchange/gateway-secret.test.ts). Without
 * a secret everybody may come. Digests are of one length, and comparing them takes the same time whatever was sent.
 */
export function createGatewayCheck(secret: string | undefined): (request: IncomingMessage) => void {
  if (secret === undefined) return () => undefined;
  const expected = digest(secret);
  return ({ headers }) => {
    const given = headers[GATEWAY_SECRET_HEADER];
    if (typeof given === 'string' && timingSafeEqual(digest(given), expected)) return;
    throw new RequestError('FORBIDDEN', 'Only the gateway may call here.');
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
