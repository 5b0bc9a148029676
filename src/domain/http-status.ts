import { DomainError, RequestError, type RequestErrorCode } from './errors';

/** How an answer that holds nothing but one refusal looks over HTTP. */
export interface HttpStatus {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Status and headers of each code: for what is turned away before GraphQL looks at it, by GraphQL's limits, and by its
 * execution. `Retry-After` is in seconds.
 */
export const HTTP_STATUS: Readonly<Record<RequestErrorCode, HttpStatus>> = {
  UNAUTHENTICATED: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  FORBIDDEN: { status: 403, headers: {} },
  INVALID_INPUT: { status: 400, headers: {} },
  OPERATION_TOO_LARGE: { status: 400, headers: {} },
  // No Retry-After: sent again, a change might be made twice.
  OUTCOME_UNKNOWN: { status: 504, headers: {} },
  TEMPORARILY_UNAVAILABLE: { status: 503, headers: { 'retry-after': '1' } },
};

/** The code that a call was turned away with; null for a fault, and for a refusal that is told within an answer. */
export function turnedAwayWith(error: unknown): RequestErrorCode | null {
  if (error instanceof RequestError) return error.code;
  // A database that is not to be had turns away whatever needs it.
  const isUnavailable = error instanceof DomainError && error.refusals[0].code === 'TEMPORARILY_UNAVAILABLE';
  return isUnavailable ? 'TEMPORARILY_UNAVAILABLE' : null;
}
