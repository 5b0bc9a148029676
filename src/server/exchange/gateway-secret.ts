import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../domain/errors';

export const GATEWAY_SECRET_HEADER = 'x-gateway-secret';

/** What is shared with whoever passes calls on, for each side; a side without one is open to everybody. */
export interface GatewaySecrets {
  /** Of the gateway that people come through; of who sends no token, too. */
  readonly people?: string;
  /** Of what stands in front of the resellers' sync services, which come past the gateway. */
  readonly sync?: string;
}

/**
 * Turns away who does not hold the secret of its side (test/server/exchange/gateway-secret.test.ts). Which side it is, the
 * token says, before anything is verified: a token of the one is never taken for one of the other. Digests are of one
 * length, and comparing them takes the same time whatever was sent.
 */
export function createGatewayCheck({
  people,
  sync,
}: GatewaySecrets): (request: IncomingMessage, isOfSync: () => boolean) => void {
  // Where neither has one, no token is looked at for it.
  if (people === undefined && sync === undefined) return () => undefined;
  const expected = { people: digestIfAny(people), sync: digestIfAny(sync) };
  return ({ headers }, isOfSync) => {
    const wanted = expected[isOfSync() ? 'sync' : 'people'];
    if (wanted === null) return;
    const given = headers[GATEWAY_SECRET_HEADER];
    if (typeof given === 'string' && timingSafeEqual(digest(given), wanted)) return;
    throw new RequestError('FORBIDDEN', 'Only the gateway may call here.');
  };
}

function digestIfAny(secret: string | undefined): Buffer | null {
  return secret === undefined ? null : digest(secret);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
