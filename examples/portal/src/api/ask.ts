import { ClientError, GraphQLClient } from 'graphql-request';
import type { TypedDocumentString } from './generated.ts';

/** Who asks, and in which language people are to be answered. */
export interface Caller {
  readonly token: string;
  readonly locale: string;
}

/** A top-level error, as the gateway sends it. */
export interface TopError {
  readonly message: string;
  readonly code: string | null;
  readonly path: readonly (string | number)[];
}

/** What was answered; errors may stand beside data, where one subgraph could not answer. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly TopError[];
}

/** Why a call came to nothing. What people are told of each stands with the words. */
export type FailureKind = 'offline' | 'unauthenticated' | 'forbidden' | 'unavailable' | 'refused';

export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    /** Milliseconds, where the server says when to come again. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** Longer than anything takes; whoever waits longer is told that there is no answer. */
const PATIENCE_MS = 60_000;

/** Sends one operation to the gateway. What has nothing but errors is thrown; errors beside data are handed on with it. */
export async function ask<Data, Variables extends object>(
  { token, locale }: Caller,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const client = new GraphQLClient(`${location.origin}/graphql`, {
    errorPolicy: 'all',
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), 'accept-language': locale },
  });
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const { data, errors = [] } = await client
    .rawRequest<Data | null>({
      query: String(document),
      variables,
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    })
    .catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw failureOf(error);
    });
  const told = errors.map(({ message, path = [], extensions }) => ({ message, path, code: codeOf(extensions) }));
  // Of a caller who is nobody only what belongs to no one could be answered: that is no page.
  const unknown = told.find(({ code }) => code === 'UNAUTHENTICATED');
  if (unknown !== undefined) throw new CallFailure('unauthenticated', unknown.message);
  if (data === null || data === undefined || (told.length > 0 && isNothing(data))) {
    throw new CallFailure(kindOf(200, told), told[0]?.message ?? '');
  }
  return { data, errors: told };
}

/** Nulls alone, as of a subgraph that does not answer: neither is there no such record then, nor was anything done. */
function isNothing(data: object): boolean {
  return Object.values(data).every((part) => part === null);
}

function failureOf(error: unknown): CallFailure {
  if (!(error instanceof ClientError)) return new CallFailure('offline', String(error));
  const { status, headers, errors = [] } = error.response;
  const told = errors.map(({ message, extensions }) => ({ message, path: [], code: codeOf(extensions) }));
  const seconds = Number(new Headers(headers as HeadersInit).get('retry-after') ?? Number.NaN);
  return new CallFailure(
    kindOf(status, told),
    told[0]?.message ?? '',
    Number.isFinite(seconds) ? seconds * 1000 : null,
  );
}

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  429: 'unavailable',
  502: 'offline',
  503: 'unavailable',
  504: 'unavailable',
};
const BY_CODE: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  TEMPORARILY_UNAVAILABLE: 'unavailable',
  SUBGRAPH_UNAVAILABLE: 'unavailable',
};

function kindOf(status: number, [first]: readonly TopError[]): FailureKind {
  const byCode = first?.code ? BY_CODE[first.code] : undefined;
  return byCode ?? BY_STATUS[status] ?? 'refused';
}

function codeOf(extensions: { readonly code?: unknown } | undefined): string | null {
  return typeof extensions?.code === 'string' ? extensions.code : null;
}
