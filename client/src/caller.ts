import { OPERATIONS, type Operations } from './generated/operations.ts';
import { type HttpReply, type Reply, readReply } from './reply.ts';
import { type Retry, type RetryOptions, retryOf } from './retry.ts';
import { SyncStopped } from './sync-stopped.ts';

/** What the client needs of `fetch`. */
export type Fetch = (
  url: string,
  init: {
    readonly method: 'POST';
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

/** Where the server is, who calls, and how patient the client is. */
export interface SyncClientOptions {
  /** Of the server's `/graphql`. */
  readonly url: string;
  /** The token of the reseller's sync service, or what gives one; it is asked again when the token is refused. */
  readonly token: string | (() => string | Promise<string>);
  /** Where something in front of the server is recognised by one: the header `x-gateway-secret`. */
  readonly gatewaySecret?: string | undefined;
  /** How many calls of `syncCustomers` are under way at most, 1 to 64. Left out: 4. */
  readonly concurrency?: number | undefined;
  /** Stops all that this client does. */
  readonly signal?: AbortSignal | undefined;
  /** Left out: that of the platform. */
  readonly fetch?: Fetch | undefined;
  /** How long a call may take. Left out: 60,000. */
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /**
   * How long to wait for what people decide: a suspended reseller, an account whose move is announced. Left out: 0, the
   * caller is told at once. While it waits it asks every `retry.longestDelayMs`.
   */
  readonly patienceMs?: number | undefined;
}

type Name = keyof Operations;

/** Sends one call at a time and says what became of it; what to do then is for those who use it. */
export class Caller {
  readonly retry: Retry;
  readonly patienceMs: number;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  readonly #options: SyncClientOptions;
  #token: Promise<string> | null = null;

  constructor(options: SyncClientOptions) {
    const { url, concurrency = 4, patienceMs = 0, signal } = options;
    if (!/^https?:\/\//.test(url)) throw new TypeError(`url: got "${url}", expected one of http or https`);
    this.#options = options;
    this.retry = retryOf(options.retry);
    this.concurrency = checkedConcurrency(concurrency);
    this.patienceMs = patienceMs;
    this.signal = signal;
  }

  /** One call; a refused token is asked for anew, once. */
  async call<N extends Name>(
    name: N,
    variables: string,
    isWhole: (data: unknown) => data is Operations[N]['data'],
    signal: AbortSignal,
  ): Promise<Reply<Operations[N]['data']>> {
    const body = `{"operationName":"${name}","query":${JSON.stringify(OPERATIONS[name])},"variables":${variables}}`;
    try {
      const used = this.#currentToken();
      const reply = readReply(await this.#post(body, await used, signal), isWhole);
      if (reply.kind !== 'stop' || reply.stopped.reason !== 'UNAUTHENTICATED' || !this.#mayRenew(used)) return reply;
      return readReply(await this.#post(body, await this.#currentToken(), signal), isWhole);
    } catch (error) {
      if (error instanceof SyncStopped) return { kind: 'stop', stopped: error };
      const isSlow = error instanceof TookTooLong;
      return { kind: 'again', message: messageOf(error), retryAfterMs: 0, isSlow, cause: error };
    }
  }

  #currentToken(): Promise<string> {
    const { token } = this.#options;
    if (this.#token === null) {
      const asked = Promise.resolve(typeof token === 'string' ? token : Promise.resolve().then(token)).then(headerText);
      this.#token = asked;
      // One that could not be had is asked for again by the next call.
      asked.catch(() => {
        if (this.#token === asked) this.#token = null;
      });
    }
    return this.#token;
  }

  /** Whether another token may be had than the refused one. Of several calls that it refuses one asks. */
  #mayRenew(refused: Promise<string>): boolean {
    if (typeof this.#options.token === 'string') return false;
    if (this.#token === refused) this.#token = null;
    return true;
  }

  async #post(body: string, token: string, signal: AbortSignal): Promise<HttpReply> {
    const { url, gatewaySecret, timeoutMs = 60_000, fetch: send = globalThis.fetch as Fetch } = this.#options;
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(() => controller.abort(new TookTooLong(timeoutMs)), timeoutMs);
    try {
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(gatewaySecret === undefined ? {} : { 'x-gateway-secret': gatewaySecret }),
        },
        body,
        redirect: 'manual',
        signal: controller.signal,
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      throw controller.signal.aborted ? controller.signal.reason : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }
}

/** More calls at a time than that are no sender's any more. */
export function checkedConcurrency(concurrency: number): number {
  if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64) return concurrency;
  throw new TypeError(`concurrency: got ${concurrency}, expected a whole number from 1 to 64`);
}

class TookTooLong extends Error {
  constructor(ms: number) {
    super(`No answer within ${ms} ms`);
  }
}

/** A line break at its end, as a file has one, would be an error of the HTTP client that repeats for ever. */
function headerText(token: unknown): string {
  const text = typeof token === 'string' ? token.trim() : '';
  if (/^[\w.~+/-]+=*$/.test(text)) return text;
  throw new SyncStopped('UNAUTHENTICATED', 'The token is none: it is empty, or has characters that no token has.');
}

/** With the cause, in which fetch says what happened. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const { code } = cause as { code?: unknown };
  return `${error.message}: ${cause.message || String(code ?? cause.name)}`;
}

/** Variables as JSON; a whole number of 64 bits goes as text. */
export function toJson(variables: unknown): string {
  return JSON.stringify(variables, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}
