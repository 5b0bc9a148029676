import { types } from 'node:util';
import { DomainError, refusal } from '../../domain/errors';
import { say } from '../../domain/message';
import { UnfitDatabaseError } from './connection/session-settings';
import { failedToConnect } from './connection/settled-client';

// Those of Node itself are errors too, though not of our Error while tests run.
const { isNativeError } = types;

/**
 * What says by its class that the database cannot answer now: connection exceptions (08), resources (53), operator
 * interventions (57), failures of the system below (58). A lock or an idle transaction that took too long is besides.
 */
const UNAVAILABLE_CODES = /^((08|53|57|58)...|55P03|25P03|25P04)$/;
/** A transaction that only reads, on a server that was the primary before: a failover is under way. */
const READ_ONLY = '25006';
const NOT_SUPPORTED = '0A000';
/** The places in Postgres that refuse for a server in recovery; its words are in the server's own language. */
const RECOVERY_ROUTINES = /^(check_transaction_read_only|check_XactReadOnly|PreventCommand.*)$/;
/** What pg says of connections, which has no code. */
const UNAVAILABLE_MESSAGES =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|Cannot use a pool after calling end/;

/** The places in Postgres that find that a table got a column between the planning of a statement and its turn. */
const CHANGED_AMID = /^(build_attrmap_by_position|convert_tuples_by_position|RevalidateCachedQuery)$/;

/** Serialization failure, deadlock; a statement's name that another session was told, which is not sent so again. */
const WORTH_RETRYING = ['40001', '40P01', '26000', '42P05'];

/**
 * What says so by its code, and a table that a newer version's migration changed while we waited for it: the same
 * transaction may go through when it is tried again.
 */
export function isWorthRetrying(error: unknown): boolean {
  return WORTH_RETRYING.includes(codeOf(error)) || (isNativeError(error) && CHANGED_AMID.test(routineOf(error)));
}

/** What a transaction was decided on is no longer so: tried again, as after a serialization failure. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
  readonly code = '40001';
  constructor(what: string) {
    super(`${what} was changed meanwhile`);
  }
}

/**
 * Turns a database that is not to be had in time into the refusal that says so; anything else is left as it is.
 * `isRepeatable`: what was to be committed may be sent again, and is not done twice.
 */
export function refusalWhenUnavailable(error: unknown, isRepeatable = false): unknown {
  if (error instanceof CommitUnanswered) return outcomeUnknown(error, isRepeatable);
  return isUnavailable(error) ? unavailable(error) : error;
}

function isUnavailable(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  const code = codeOf(error);
  return (
    isWorthRetrying(error) ||
    error instanceof UnfitDatabaseError ||
    failedToConnect(error) ||
    UNAVAILABLE_CODES.test(code) ||
    code === READ_ONLY ||
    (code === NOT_SUPPORTED && isOfRecovery(error)) ||
    // A socket that broke: the codes are the operating system's, and many.
    isOfNetwork(error) ||
    isNotSent(error) ||
    UNAVAILABLE_MESSAGES.test(error.message)
  );
}

/** The refusal that says to try again later. */
export function unavailable(cause?: unknown): DomainError {
  const said = say('unavailable.nothingChanged');
  const error = new DomainError(refusal('TEMPORARILY_UNAVAILABLE', said, [], { retryable: true }));
  error.cause = cause;
  return error;
}

/** Whether it is a refusal for want of the database. */
export function isUnavailability(error: unknown): boolean {
  return (
    error instanceof DomainError && ['TEMPORARILY_UNAVAILABLE', 'OUTCOME_UNKNOWN'].includes(error.refusals[0].code)
  );
}

/** The server may have committed: what it answered to COMMIT, if anything, did not arrive. */
class CommitUnanswered extends Error {
  override readonly name = 'CommitUnanswered';
}

/**
 * For whatever COMMIT fails with. An error that the database answers with means that it has rolled back, and a connection
 * that was gone before that COMMIT was never sent; anything else that it broke, before the commit or after it.
 */
export function assertAnswered(error: unknown): never {
  const isAnswered = /^[0-9A-Z]{5}$/.test(codeOf(error)) && !/^(08|57P|58)/.test(codeOf(error));
  if (isAnswered || (isNativeError(error) && isNotSent(error))) throw error;
  throw new CommitUnanswered('COMMIT was not answered', { cause: error });
}

function outcomeUnknown(cause: CommitUnanswered, isRepeatable: boolean): DomainError {
  const said = isRepeatable ? say('outcome.unknownRepeatable') : say('outcome.unknown');
  const error = new DomainError(refusal('OUTCOME_UNKNOWN', said, [], { retryable: isRepeatable }));
  error.cause = cause;
  return error;
}

/** Somebody else held a row for too long; or this statement did. The database itself is there. */
export function isLockTimeout(error: unknown): boolean {
  return ['55P03', '57014'].includes(codeOf(error)) || isWorthRetrying(error);
}

/** There is no room to write; what is there can still be read. */
export function isOutOfSpace(error: unknown): boolean {
  return ['53100', '58030'].includes(codeOf(error));
}

/** What pg says when the connection of a transaction has gone between two of its statements. */
function isNotSent(error: Error): boolean {
  return /is not queryable$/.test(error.message);
}

function isOfRecovery(error: Error): boolean {
  return RECOVERY_ROUTINES.test(routineOf(error));
}

function routineOf(error: Error): string {
  return 'routine' in error && typeof error.routine === 'string' ? error.routine : '';
}

function isOfNetwork(error: Error): boolean {
  return /^(E[A-Z0-9]{3,}|EAI_[A-Z]+)$/.test(codeOf(error)) && ('syscall' in error || 'errors' in error);
}

function codeOf(error: unknown): string {
  return isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
