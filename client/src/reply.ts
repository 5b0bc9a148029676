import { retryAfterMs } from './retry.ts';
import { type StopReason, SyncStopped } from './sync-stopped.ts';

/** What one call came to, as far as it says what to do next. */
export type Reply<Data> =
  | { readonly kind: 'answered'; readonly data: Data }
  /** It may succeed later. Whatever a sync sends may be sent again, also when nobody knows what became of it. */
  | {
      readonly kind: 'again';
      readonly message: string;
      readonly retryAfterMs: number;
      /** It took too long: less at a time may be taken. */
      readonly isSlow: boolean;
      readonly cause?: unknown;
    }
  /** It is not taken as it is: too large, or something in it has not the right form. */
  | { readonly kind: 'unfit'; readonly code: string; readonly message: string }
  /** Something broke there, perhaps because of what was sent. */
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'stop'; readonly stopped: SyncStopped };

/** An answer as it came over HTTP. */
export interface HttpReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

interface GraphqlError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown; readonly retryable?: unknown };
}

/** How much of what cannot be read is shown. */
const SHOWN = 200;

/** Reads an answer. `isWhole` says whether the data are what was asked for. */
export function readReply<Data>(reply: HttpReply, isWhole: (data: unknown) => data is Data): Reply<Data> {
  const answer = graphqlAnswer(reply.text);
  if (answer === null) return withoutGraphql(reply);
  const [error] = answer.errors;
  // What a mutation did is told, even where a detail of the answer was left out.
  if (isWhole(answer.data)) return { kind: 'answered', data: answer.data };
  if (error === undefined) return malformed(reply);
  return refused(reply, error);
}

function graphqlAnswer(text: string): { data: unknown; errors: readonly GraphqlError[] } | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) return null;
    const { data, errors } = answer as { data?: unknown; errors?: unknown };
    return { data, errors: Array.isArray(errors) ? errors : [] };
  } catch {
    return null;
  }
}

function refused(reply: HttpReply, { message: told, extensions }: GraphqlError): Reply<never> {
  const message = String(told);
  const code = typeof extensions?.code === 'string' ? extensions.code : `HTTP_${reply.status}`;
  if (extensions?.retryable === true) return again(reply, message);
  switch (code) {
    case 'TEMPORARILY_UNAVAILABLE':
      return again(reply, message);
    case 'OUTCOME_UNKNOWN':
    case 'REQUEST_TIMEOUT':
      return again(reply, message, true);
    case 'UNAUTHENTICATED':
      return stop('UNAUTHENTICATED', `The token is refused: ${message}`);
    case 'FORBIDDEN':
      return stop('FORBIDDEN', message);
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'GRAPHQL_PARSE_FAILED':
      return stop('NOT_TAKEN', `The server does not know what this client asks: ${message}`);
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'fault', message };
    default:
      return byStatus(reply, code, message);
  }
}

/** Something in between answered, or nothing that we know. */
function withoutGraphql(reply: HttpReply): Reply<never> {
  return byStatus(reply, `HTTP_${reply.status}`, got(reply));
}

function byStatus(reply: HttpReply, code: string, message: string): Reply<never> {
  const { status } = reply;
  if (status === 401) return stop('UNAUTHENTICATED', `The token is refused: ${message}`);
  if (status === 403) return stop('FORBIDDEN', message);
  if (status === 408 || status === 504) return again(reply, message, true);
  if ([425, 429, 502, 503].includes(status)) return again(reply, message);
  if (status === 413) return { kind: 'unfit', code, message };
  if (status >= 500) return { kind: 'fault', message };
  // A refusal of ours says so as GraphQL; a page that says 404 is of another server.
  if (graphqlAnswer(reply.text) !== null) return { kind: 'unfit', code, message };
  return malformed(reply);
}

export function malformed(reply: HttpReply): Reply<never> {
  return stop('MALFORMED_ANSWER', `This is no answer of the sync's server: ${got(reply)}`);
}

function got({ status, headers, text }: HttpReply): string {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `status ${status}, ${headers.get('content-type') ?? 'no content type'}, ${JSON.stringify(shown)}`;
}

function again({ headers }: HttpReply, message: string, isSlow = false): Reply<never> {
  return { kind: 'again', message, isSlow, retryAfterMs: retryAfterMs(headers.get('retry-after')) };
}

function stop(reason: StopReason, message: string): Reply<never> {
  return { kind: 'stop', stopped: new SyncStopped(reason, message) };
}
