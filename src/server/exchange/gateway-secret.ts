import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../domain/errors';
import { secretTest } from './secret-test';

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
 * token says, before anything is verified: a token of the one is never taken for one of the other.
 */
export function createGatewayCheck({
  people,
  sync,
}: GatewaySecrets): (request: IncomingMessage, isOfSync: () => boolean) => void {
  // Where neither has one, no token is looked at for it.
  if (people === undefined && sync === undefined) return () => undefined;
  const holds = { people: testIfAny(people), sync: testIfAny(sync) };
  return ({ headers }, isOfSync) => {
    const isHeld = holds[isOfSync() ? 'sync' : 'people'];
    const given = headers[GATEWAY_SECRET_HEADER];
    if (isHeld === null || (typeof given === 'string' && isHeld(given))) return;
    throw new RequestError('FORBIDDEN', 'Only the gateway may call here.');
  };
}

function testIfAny(secret: string | undefined): ((given: string) => boolean) | null {
  return secret === undefined ? null : secretTest(secret);
}
