import { DomainError, RequestError, type RequestErrorCode } from '../../domain/errors';
import { HTTP_STATUS, turnedAwayWith } from '../../domain/http-status';
import type { RequestLimit } from '../../telemetry/metrics/request-limits';

interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryable?: boolean;
  readonly path?: readonly string[];
  /** What was run into, for whoever counts. */
  readonly limit?: RequestLimit;
}

/** A request that is turned away before GraphQL looks at it. The message is shown to the caller. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly options: RefusalOptions = {},
  ) {
    super(message);
  }
}

/** What the caller is told when something of ours broke. */
export const MASKED_FAULT = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');

/** What was sent cannot be taken as it is. */
export function badRequest(message: string, options: RefusalOptions = {}): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message, options);
}

/** There is no room now, and nothing was begun: the same call may succeed in a moment. */
export function tryAgain(message: string, options: Pick<RefusalOptions, 'limit'> = {}): HttpRefusal {
  return turnedAway('TEMPORARILY_UNAVAILABLE', message, options);
}

/** The refusal that the error stands for; null when it is a fault. */
export function refusalOf(error: unknown): HttpRefusal | null {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof RequestError) return turnedAway(error.code, error.message, { path: error.argumentPath });
  const code = turnedAwayWith(error);
  return code && error instanceof DomainError ? turnedAway(code, error.refusals[0].message) : null;
}

/** The refusal of a code, with the status and headers that it has at either door. */
export function turnedAway(
  code: RequestErrorCode,
  message: string,
  options: Pick<RefusalOptions, 'path' | 'limit'> = {},
): HttpRefusal {
  const { status, headers } = HTTP_STATUS[code];
  const retryable = code === 'TEMPORARILY_UNAVAILABLE' ? { retryable: true } : {};
  return new HttpRefusal(status, code, message, { headers, ...options, ...retryable });
}
