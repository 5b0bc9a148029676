import { DomainError, refusal } from '../../domain/errors';
import { say } from '../../domain/message';

/** Connection exceptions, resources, operator interventions, lock and statement timeouts (Postgres's error codes). */
const UNAVAILABLE_CODES = /^(08...|53...|57P0.|55P03|57014|25P03|25P04|ECONN.*|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const UNAVAILABLE_MESSAGES =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/;

/** Serialization failure and deadlock: the same transaction may go through when it is tried again. */
export function isWorthRetrying(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** Turns a database that is not to be had in time into the refusal that says so; anything else is left as it is. */
export function asRefusalWhenUnavailable(error: unknown): unknown {
  const isUnavailable =
    isWorthRetrying(error) ||
    UNAVAILABLE_CODES.test(codeOf(error)) ||
    // What TypeORM says when the connection of a transaction has gone between two of its statements.
    (error instanceof Error && /AlreadyReleasedError$/.test(error.name)) ||
    (error instanceof Error && UNAVAILABLE_MESSAGES.test(error.message));
  if (!isUnavailable) return error;
  return unavailable(error);
}

/** The refusal that says to try again later. */
export function unavailable(cause?: unknown): DomainError {
  const said = say('unavailable.nothingChanged');
  const error = new DomainError(refusal('TEMPORARILY_UNAVAILABLE', said, [], { retryable: true }));
  error.cause = cause;
  return error;
}

/** Somebody else held a row for too long; or this statement did. The database itself is there. */
export function isLockTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(codeOf(error)) || isWorthRetrying(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
