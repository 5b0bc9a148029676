import type { IntrospectionMode } from '../config/config';
import type { Caller } from '../domain/caller';
import { RequestError } from '../domain/errors';

/**
 * Turns away who sends no token, unless the schema is everyone's. Asked before a byte of the operation is read: whatever
 * is said of an operation tells of the schema, and if only that a name is there (test/server/apollo/hidden-schema.test.ts).
 */
export function assertMaySendOperations(caller: Caller | null, introspection: IntrospectionMode): void {
  if (caller !== null || introspection === 'public') return;
  throw new RequestError(
    'UNAUTHENTICATED',
    'Every operation needs a caller: send a token in the header "Authorization: Bearer <token>".',
  );
}
