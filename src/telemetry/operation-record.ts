/** One kind of refusal that an operation met, and how often. */
export interface RecordedRefusal {
  readonly code: string;
  /** The action that was refused, of a refusal by the policy. */
  readonly action: string | null;
  count: number;
}

/** Told when a statement is answered, and what it failed with if it did. */
export type StatementEnd = (failure?: unknown) => void;

/** What of the guard of a mutation is named. */
export interface GuardOfMutation {
  readonly mutation: string;
  readonly kind: string;
  readonly action?: string;
}

/** Told of one guarded mutation: what it comes to, and what is asked of the database for it. */
export interface MutationRecord extends Pick<OperationRecord, DatabaseTold> {
  /** The guard lets it through: from here on the use case works. Again, when the transaction is tried again. */
  onPass(): void;
  answered(payload: unknown, options?: { readonly isDryRun?: boolean }): void;
  /** It was thrown out of, be that a refusal of the request or a fault. */
  failed(error: unknown): void;
}

type DatabaseTold = 'onStatement' | 'onRoundTrip' | 'onIdle' | 'onTurn' | 'onRetry' | 'onTransaction';

/** Told of one transaction, its retries included. */
export interface TransactionRecord extends Pick<OperationRecord, Exclude<DatabaseTold, 'onTransaction'>> {
  /** It is committed, or rolled back because of this. */
  onEnd(failure?: unknown): void;
}

/** A name for an operation that has none is made of so many of its root fields. */
const MOST_FIELDS = 5;

/**
 * What is known of one GraphQL operation once it is answered, for its line in the log, for what is counted and for its
 * trace: names and numbers, never a value that was sent or stored. The one place that all of these read.
 */
export class OperationRecord {
  /** Null until the operation was read, and for ever where it could not be. */
  kind: 'query' | 'mutation' | 'subscription' | null = null;
  /** The name that the client gave it. */
  name: string | null = null;
  /** The fields that it asks of the root type, each once. */
  rootFields: readonly string[] = [];
  /** Items of bulk calls, and single events, by what they came to; those of dry runs are not counted. */
  readonly items = new Map<string, number>();
  readonly #refusals = new Map<string, RecordedRefusal>();
  /** What went wrong here, be it masked or of one item. */
  faults = 0;

  /** Of the database: statements, transaction control included; how often somebody waited for an answer; for how long. */
  statements = 0;
  roundTrips = 0;
  databaseMs = 0;
  /** How long it waited for connections. */
  turnMs = 0;
  retries = 0;

  /** `traceId`: of the trace that the request is part of. */
  constructor(readonly traceId: string | null = null) {}

  /** What the client calls it; the root fields where it has no name; null where it was not understood. */
  get label(): string | null {
    if (this.name !== null || this.rootFields.length === 0) return this.name;
    const more = this.rootFields.length > MOST_FIELDS ? ',…' : '';
    return `${this.rootFields.slice(0, MOST_FIELDS).join(',')}${more}`;
  }

  get refusals(): Iterable<Readonly<RecordedRefusal>> {
    return this.#refusals.values();
  }

  /** What the caller is told of it as a whole: a fault is worse than a refusal. */
  get outcome(): 'ok' | 'refused' | 'fault' {
    if (this.faults > 0) return 'fault';
    return this.#refusals.size > 0 ? 'refused' : 'ok';
  }

  refused(code: string, action: string | null = null): void {
    if (code === 'INTERNAL_SERVER_ERROR') {
      this.faults += 1;
      return;
    }
    const key = action === null ? code : `${code} ${action}`;
    const known = this.#refusals.get(key);
    if (known) known.count += 1;
    else this.#refusals.set(key, { code, action, count: 1 });
  }

  /** What a mutation answers: its refusals, and what became of its items. */
  answered(payload: unknown, { isDryRun = false } = {}): void {
    const { userErrors, results, outcome } = asPayload(payload);
    this.#refusedWith(userErrors);
    if (typeof outcome === 'string' && !isDryRun) this.#counted(outcome);
    for (const result of results ?? []) {
      const item = asPayload(result);
      this.#refusedWith(item.userErrors);
      // Steps of accounts have no outcome of their own: each is done or refused.
      const became = typeof item.outcome === 'string' ? item.outcome : item.userErrors?.length ? 'REJECTED' : 'DONE';
      if (!isDryRun) this.#counted(became);
    }
  }

  /** Whom a guarded mutation tells of itself. */
  ofMutation(_guard: GuardOfMutation): MutationRecord {
    return this;
  }

  onPass(): void {}

  failed(_error: unknown): void {}

  /** It is answered, or given up because of this. */
  onEnd(_failure?: unknown): void {}

  onStatement(_sql: string): StatementEnd | undefined {
    this.statements += 1;
    return undefined;
  }

  /** Whom a transaction of this login tells of itself; undefined: nobody but this record. */
  onTransaction(_login: string): TransactionRecord | undefined {
    return undefined;
  }

  onRoundTrip(): void {
    this.roundTrips += 1;
  }

  onIdle(busyMs: number): void {
    this.databaseMs += busyMs;
  }

  onTurn(waitedMs: number): void {
    this.turnMs += waitedMs;
  }

  onRetry(_cause?: unknown): void {
    this.retries += 1;
  }

  #refusedWith(userErrors: Payload['userErrors']): void {
    for (const { code, action } of userErrors ?? []) this.refused(code, action);
  }

  #counted(outcome: string): void {
    this.items.set(outcome, (this.items.get(outcome) ?? 0) + 1);
  }
}

/** As far as payloads of mutations, and the results in them, are alike. */
interface Payload {
  readonly userErrors?: readonly { readonly code: string; readonly action: string | null }[];
  readonly results?: readonly unknown[];
  readonly outcome?: unknown;
}

function asPayload(value: unknown): Payload {
  return typeof value === 'object' && value !== null ? value : {};
}
