import { type PoolClient, Query } from 'pg';
import type { NamedStatements } from './named-statements';
import { tellsNodes } from './nodes';

/** What a statement is answered: its rows, and which command it was. */
export interface Answer {
  readonly rows: unknown[];
  /** Of COMMIT, whether it was one: a transaction of which a statement failed answers ROLLBACK. */
  readonly command: string;
}

/** Told of what is asked of the database: for a login of all that is, for an operation of its own. */
export interface DatabaseListener {
  /** Each statement, transaction control included. Gives whom to tell when it is answered, if anybody. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most listeners give nothing
  onStatement?(sql: string): StatementEnd | undefined | void;
  /** Each time that something is sent while nothing is under way: so often does somebody wait for the database. */
  onRoundTrip?(): void;
  /** When nothing is under way any more: for how long something was. */
  onIdle?(busyMs: number): void;
  /** Somebody has a connection, for which it waited so long. */
  onTurn?(waitedMs: number): void;
  /** Nobody's turn came in time. */
  onTurnMissed?(): void;
  /** What was asked is tried again, since this may not happen twice. */
  onRetry?(cause: unknown): void;
  /** What was asked has failed in the end. */
  onFailure?(cause: unknown): void;
  /** A transaction of this login begins. Gives who is told of it in the place of this one, if anybody. */
  onTransaction?(login: string): TransactionListener | undefined;
}

/** Told when a statement is answered, and what it failed with if it did. */
export type StatementEnd = (failure?: unknown) => void;

/** Told of one transaction, however often it is tried. */
export interface TransactionListener extends DatabaseListener {
  /** It is committed, or rolled back because of this. */
  onEnd(failure?: unknown): void;
}

/**
 * A connection in somebody's hands. Statements are answered in their order; those that are sent before the answers are
 * waited for share one round trip, and those of one tick one packet.
 */
export class Session {
  readonly #client: PoolClient;
  #underWay = 0;
  #busySince = 0;
  #isGathering = false;
  #hasFailed = false;

  constructor(
    client: PoolClient,
    private readonly named: NamedStatements,
    private readonly listeners: readonly DatabaseListener[],
  ) {
    this.#client = client;
  }

  /**
   * Sends now, whatever is waited for. `told` hears at once of a failure, also of one of the driver's own before anything was
   * sent, and gives what to reject with.
   */
  send(text: string, values: readonly unknown[] = [], told = (cause: unknown) => cause): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(told(cause));
      try {
        this.#send(text, values, resolve, fail);
      } catch (cause) {
        fail(cause);
      }
    });
  }

  #send(
    text: string,
    values: readonly unknown[],
    done: (answer: Answer) => void,
    fail: (cause: unknown) => void,
  ): void {
    const told = this.#tellOf(text);
    this.#underWay += 1;
    this.#gather();
    const name = values.length > 0 ? this.named.nameOf(this.#client, text) : undefined;
    // Made here: of an object that describes one, the driver copies every property and how it was declared.
    const query = new Query(text, [...values], (error, result) => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#tellIdle();
      told?.(error ?? undefined);
      if (error) {
        // Behind a failure, a name may be unknown because it never came to be one.
        if (name !== undefined && !this.#hasFailed) this.named.failed(this.#client, error);
        this.#hasFailed = true;
        fail(error);
      }
      // Of several statements in one text: nobody reads what they give.
      else if (Array.isArray(result)) done({ rows: [], command: '' });
      else done({ rows: result.rows, command: result.command });
    });
    this.#client.query(name === undefined ? query : Object.assign(query, { name }));
  }

  #tellOf(text: string): StatementEnd | undefined {
    const isRoundTrip = this.#underWay === 0;
    if (isRoundTrip) this.#busySince = performance.now();
    let told: StatementEnd | undefined;
    for (const listener of this.listeners) {
      // The asker's, who comes last: of a login nobody follows the single statement.
      told = listener.onStatement?.(text) ?? told;
      if (isRoundTrip) listener.onRoundTrip?.();
    }
    return told;
  }

  #tellIdle(): void {
    const busyMs = performance.now() - this.#busySince;
    for (const listener of this.listeners) listener.onIdle?.(busyMs);
  }

  /**
   * The texts that a transaction is begun with: one, or one for each statement where several nodes share the tables. There a
   * setting is told to each node as the text that it came in.
   */
  toBegin(statements: readonly string[]): readonly string[] {
    return tellsNodes(this.#client) ? statements : [statements.join('; ')];
  }

  /** Gives the connection back; one that is still in a transaction, or keeps what is outdated, is not used again. */
  release(): void {
    this.#client.release(this.#client.getTransactionStatus() !== 'I' || this.named.isOutdated(this.#client));
  }

  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    const { stream } = this.#client.connection;
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }
}
