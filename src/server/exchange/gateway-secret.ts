import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../domain/errors';

export const GATEWAY_SECRET_HEADER = 'x-gateway-secret';

/**
 * Turns away whoever does not hold the secret that is shared with the gateway, so that nobody gets past it to us. Without
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
