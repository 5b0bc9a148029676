/** Why a call came to nothing. What people are told of each stands with the words. */
export type FailureKind = 'offline' | 'unauthenticated' | 'forbidden' | 'unavailable' | 'refused' | 'unreadable';

/** A top-level error, as the server sends it. */
export interface TopError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly code: string | null = null,
    /** Seconds, where the server says when to come again. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

export interface Caller {
  readonly token: string;
  readonly locale: string;
}

export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly TopError[];
}

/** Sends one operation. What has no data is thrown; errors beside data are handed on with it. */
export async function ask<Data>(
  caller: Caller,
  query: string,
  variables: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  // What cannot be a header is no token; fetch would say of it what it says of a server that is gone.
  if (!/^[\x21-\x7e]+$/.test(caller.token)) throw new CallFailure('unauthenticated', '');
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${caller.token}`,
      'accept-language': caller.locale,
    },
    body: JSON.stringify({ query, variables }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new CallFailure('offline', String(error));
  });
  const body = (await response.json().catch(() => null)) as { data?: Data | null; errors?: unknown } | null;
  const errors = Array.isArray(body?.errors) ? (body.errors as TopError[]) : [];
  if (response.ok && typeof body?.data === 'object' && body.data !== null) return { data: body.data, errors };
  if (response.ok && errors.length === 0) throw new CallFailure('unreadable', '');
  throw failureOf(response, errors);
}

function failureOf(response: Response, errors: readonly TopError[]): CallFailure {
  const [first] = errors;
  const code = first?.extensions?.code ?? null;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new CallFailure(
    kindOf(response.status, code),
    first?.message ?? response.statusText,
    code,
    Number.isFinite(retryAfter) ? retryAfter : null,
  );
}

/** Of a field that is null for an error. */
export function failureFrom([first]: readonly TopError[]): CallFailure {
  const code = first?.extensions?.code ?? null;
  return new CallFailure(kindOf(200, code), first?.message ?? '', code);
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  429: 'unavailable',
  502: 'offline',
  503: 'unavailable',
  504: 'unavailable',
};
/** Of an answer with status 200, by the codes that GraphQL servers use. */
const BY_CODE: Readonly<Record<string, FailureKind>> = { UNAUTHENTICATED: 'unauthenticated', FORBIDDEN: 'forbidden' };

function kindOf(status: number, code: string | null): FailureKind {
  return BY_STATUS[status] ?? (code === null ? undefined : BY_CODE[code]) ?? 'refused';
}

/** Whatever was thrown, as a call that came to nothing. */
export function asFailure(error: unknown): CallFailure {
  return error instanceof CallFailure ? error : new CallFailure('unreadable', String(error));
}
