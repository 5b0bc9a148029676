import type { Answer, Session } from './connection/session';
import { type Reader, read, run } from './reader';
import type { Statement } from './sql';
import type { Beginning } from './transaction-settings';
import { assertAnswered } from './unavailable';

/** One open transaction. Only the guard gets one; everybody else writes with its pass. */
export interface Transaction extends Reader {
  /** It is rolled back, whatever is done in it. */
  readonly isRehearsal: boolean;
  write<Row>(statement: Statement<Row>): Promise<Row[]>;
  /**
   * Writes last of all, in one round trip with the commit: for what nobody reads afterwards in the transaction, and whose
   * answer nobody needs. What it fails with, the transaction fails with.
   */
  writeAtCommit(statement: Statement<unknown>): void;
  /** In a rehearsal: does a part of the work so that what fails of it leaves what was done before it, checked as a commit would. */
  attempt<T>(part: () => Promise<T>): Promise<T>;
}

/** The checks that wait for the commit. */
const CHECK_NOW = 'SET CONSTRAINTS ALL IMMEDIATE';

/**
 * The statements of one transaction. Each is sent when it is asked for, whether or not those before it were answered, and
 * the database does them in that order. Once one has failed, it fails all that follow; they are told to have failed of the
 * first, and nothing is committed.
 */
export class OpenTransaction implements Transaction {
  /** What the first statement failed with, unless it was taken back since. */
  #failure: { readonly cause: unknown } | null = null;
  #isBegun = false;
  /** From when its end is sent: a statement behind it would be one of its own, and stay. */
  #hasEnded = false;
  /** While the beginning is not answered: what writes, and all that comes after that. */
  #held: Promise<unknown> | null = null;
  readonly #begun: Promise<unknown>;
  #last: Statement<unknown>[] = [];

  constructor(
    private readonly session: Session,
    begin: Beginning,
    readonly isRehearsal: boolean,
  ) {
    this.#begun = Promise.all(session.toBegin(begin).map((text) => this.#sent(text))).then(() => {
      this.#isBegun = true;
    });
    this.#begun.catch(() => undefined);
  }

  query<Row>(statement: Statement<Row>): Promise<Row[]> {
    return heard(read((text, values) => this.#inTurn(text, values), statement));
  }

  write<Row>(statement: Statement<Row>): Promise<Row[]> {
    // Where no transaction began, a statement is one of its own, and stays.
    if (!this.#isBegun) this.#held ??= this.#begun;
    return heard(run((text, values) => this.#inTurn(text, values), statement));
  }

  writeAtCommit(statement: Statement<unknown>): void {
    this.#last.push(statement);
  }

  async attempt<T>(part: () => Promise<T>): Promise<T> {
    if (!this.isRehearsal) throw new Error('What is to stand is done in a transaction of its own');
    const before = this.#last;
    this.#last = [];
    // Or what waited for the beginning would be sent when the part has been taken back.
    await this.#begun;
    heard(this.#sent('SAVEPOINT part'));
    try {
      const result = await part();
      await Promise.all([
        ...this.#sendLast(),
        this.#sent(CHECK_NOW),
        this.#sent('SET CONSTRAINTS ALL DEFERRED'),
        this.#sent('RELEASE SAVEPOINT part'),
      ]);
      return result;
    } catch (error) {
      await this.#sent('ROLLBACK TO SAVEPOINT part');
      this.#failure = null;
      throw error;
    } finally {
      this.#last = before;
    }
  }

  /**
   * Commits, or of a rehearsal refuses what a commit would. Throws what a statement failed with, though nobody minded it;
   * when the answer to COMMIT did not come, that it is not known whether it was made.
   */
  async end(): Promise<void> {
    await this.#begun;
    if (this.isRehearsal) {
      await Promise.all([...this.#sendLast(), this.#sent(CHECK_NOW)]);
      this.#hasEnded = true;
      await this.session.send('ROLLBACK');
      return;
    }
    const last = this.#sendLast();
    // What failed without the database's knowing it would be missing from what is committed.
    this.#assertUnbroken();
    // Once it is sent, the failure of a connection says nothing of what was made, whichever answer it was that did not come.
    const committing = this.#sent('COMMIT');
    this.#hasEnded = true;
    const [committed] = await Promise.all([committing, ...last]).catch(assertAnswered);
    this.#assertUnbroken();
    if (committed?.command !== 'COMMIT') throw new Error(`COMMIT was answered with ${committed?.command}`);
  }

  /** A connection that is gone has rolled back by itself, unless it was about to commit: then nobody knows. */
  async rollBack(): Promise<void> {
    this.#hasEnded = true;
    await this.session.send('ROLLBACK').catch(() => undefined);
  }

  #sendLast(): Promise<Answer>[] {
    return this.#last.splice(0).map(({ text, values }) => heard(this.#sent(text, values)));
  }

  #assertUnbroken(): void {
    if (this.#failure) throw this.#failure.cause;
  }

  async #inTurn(text: string, values: readonly unknown[]): Promise<Answer> {
    if (this.#isBegun) return this.#sent(text, values);
    if (this.#held) return this.#held.then(() => this.#sent(text, values));
    const sent = this.#sent(text, values);
    // What it gives is worth nothing where no transaction began: nobody said yet who asks.
    await Promise.all([this.#begun, sent]);
    return sent;
  }

  async #sent(text: string, values: readonly unknown[] = []): Promise<Answer> {
    if (this.#hasEnded) throw new Error('The transaction has ended');
    return this.session.send(text, values, (cause) => {
      this.#failure ??= { cause };
      return this.#failure.cause;
    });
  }
}

/** Whoever sends several and waits for one after the other gives up at the first that fails: the others are no surprise then. */
function heard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}
