import { fieldAt, type Message, say, textOf } from './message';
import type { AccountAction, AccountField, DenialReason } from './vocabulary';

/** The codes of refusals: the contract's `AccountErrorCode`, in its order. */
export const REFUSAL_CODES = [
  'ACCOUNT_NOT_FOUND',
  'ACTION_NOT_ALLOWED',
  'FIELD_LOCKED',
  'ACCOUNT_DELETED',
  'ACCOUNT_NOT_COPIED',
  'ACCOUNT_ALREADY_MANAGED',
  'BACK_ORDERING_INACTIVE',
  'NOT_A_PAID_SUBSCRIPTION',
  'SERVICE_NOT_OFFERED',
  'SOURCE_VERSION_CONFLICT',
  'SUBSCRIPTION_CONFLICT',
  'NOTHING_TO_INVOICE',
  'BILL_TO_MUST_BE_RESELLER',
  'CUSTOM_FIELD_REQUIRED',
  'CUSTOM_FIELD_UNKNOWN',
  'IDEMPOTENCY_KEY_REUSED',
  'SOURCE_ACCOUNT_TAKEN',
  'CONCURRENT_EDIT',
  'GO_LIVE_INCOMPLETE',
  'INVOICE_FIRST',
  'MOVE_PENDING',
  'RESELLER_SUSPENDED',
  'RESELLER_ENDED',
  'CURRENCY_DIFFERS',
  'TEMPORARILY_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'NOT_FOUND',
  'INVALID_INPUT',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One refusal that the caller can act on. `code` is API, what is said is for people. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What is said, in English. */
  readonly message: string;
  /** The same before it is worded, for whoever is answered in another language. */
  readonly said: Message;
  /** Where in the arguments, e.g. `['input', 'email']`. */
  readonly path: readonly string[];
  /** True when the same call may succeed later without a change by the caller. */
  readonly retryable?: boolean;
  readonly action?: AccountAction;
  readonly reasons?: readonly DenialReason[];
  readonly field?: AccountField;
}

/** A refusal, in the words of the catalogues. */
export function refusal(
  code: RefusalCode,
  said: Message,
  path: readonly string[],
  more: Pick<Refusal, 'retryable' | 'action' | 'reasons' | 'field'> = {},
): Refusal {
  return { code, message: textOf(said), said, path, ...more };
}

/** Everything that speaks against a call. Nothing was changed. Anything else that is thrown is a fault. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly refusals: readonly [Refusal, ...Refusal[]];

  constructor(...refusals: [Refusal, ...Refusal[]]) {
    super(refusals.map((refusal) => `${refusal.code}: ${refusal.message}`).join('; '));
    this.refusals = refusals;
  }
}

/** The same of a call as a whole, whatever its items are: none of them is tried. */
export class RefusedCall extends DomainError {}

/** The refusal of a referenced id that is unknown or hidden. */
export function referenceNotFound(field: string): Refusal {
  const path = ['input', field];
  return refusal('NOT_FOUND', say('notFound.reference', { field: fieldAt(path) }), path);
}

/** The error of one refusal or more. */
export function asDomainError(refusals: readonly Refusal[]): DomainError {
  const [first, ...others] = refusals;
  if (!first) throw new Error('A refusal was to be made of nothing');
  return new DomainError(first, ...others);
}

/** Throws when anything speaks against the call. */
export function assertNothingAgainst(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw asDomainError(refusals);
}

/** The first of the refusals as what a query answers: a query has no payload to tell them in. */
export function asRequestError(refusals: readonly Refusal[]): RequestError {
  const [{ said, path }] = asDomainError(refusals).refusals;
  return argumentRefused(said, path);
}

/** What a query answers of an argument that it does not take. */
export function argumentRefused(said: Message, path: readonly string[]): RequestError {
  return new RequestError('INVALID_INPUT', textOf(said), path, said);
}

/** The codes of what is turned away as a whole. */
export const REQUEST_ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'INVALID_INPUT',
  'OPERATION_TOO_LARGE',
  'TEMPORARILY_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
] as const;
export type RequestErrorCode = (typeof REQUEST_ERROR_CODES)[number];

/** Why a call is turned away before anything of it is looked at: a top-level GraphQL error of this code. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    /** Where in the arguments. Not `path`: graphql-js takes an error of that shape for one that it has located. */
    readonly argumentPath: readonly string[] = [],
    /** What was said of an argument before it was worded; null for what is said of the request. */
    readonly said: Message | null = null,
  ) {
    super(message);
  }
}
