import { RequestError } from '../domain/errors';

/** Words of our own: a token is not quoted (test/identity/token-verifier.test.ts). */
export function refusedToken(why: string): RequestError {
  return new RequestError('UNAUTHENTICATED', `The token was refused: ${why}.`);
}
