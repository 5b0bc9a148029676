import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../domain/errors';

/** The token of the Authorization header; null when there is no such header. */
export function bearerTokenOf(request: IncomingMessage): string | null {
  const [given, ...more] = request.headersDistinct.authorization ?? [];
  if (given === undefined) return null;
  // A gateway may have looked at the one, we at the other.
  if (more.length > 0) throw refused('There is more than one Authorization header.');
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(given)?.[1];
  if (token === undefined) throw refused('The Authorization header must be "Bearer" and a token.');
  return token;
}

function refused(message: string): RequestError {
  return new RequestError('UNAUTHENTICATED', message);
}
