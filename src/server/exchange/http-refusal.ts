import { DomainError, RequestError } from '../../domain/errors';

interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryable?: boolean;
  readonly path?: readonly string[];
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

/** The refusal that the error stands for; null when it is a fault. */
export function refusalOf(error: unknown): HttpRefusal | null {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof RequestError) return fromRequestError(error);
  if (error instanceof DomainError && error.refusals[0].code === 'TEMPORARILY_UNAVAILABLE') {
    return new HttpRefusal(503, 'TEMPORARILY_UNAVAILABLE', error.refusals[0].message, {
      retryable: true,
      headers: { 'retry-after': '1' },
    });
  }
  return null;
}

function fromRequestError({ code, message, argumentPath: path }: RequestError): HttpRefusal {
  switch (code) {
    case 'UNAUTHENTICATED':
      return new HttpRefusal(401, code, message, { headers: { 'www-authenticate': 'Bearer' } });
    case 'FORBIDDEN':
      return new HttpRefusal(403, code, message);
    case 'INVALID_INPUT':
    case 'OPERATION_TOO_LARGE':
      return new HttpRefusal(400, code, message, { path });
    case 'TEMPORARILY_UNAVAILABLE':
      return new HttpRefusal(503, code, message, { retryable: true, headers: { 'retry-after': '1' } });
  }
}
