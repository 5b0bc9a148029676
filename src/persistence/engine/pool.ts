import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Outages } from './connection/outages';
import { Watch } from './connection/watch';
import { ConnectionTurns } from './connection-turns';
import { createDataSource, type LoginSettings } from './data-source';
import { OWN_SESSION } from './transaction-settings';
import { assertAnswered, isUnavailability, isWorthRetrying, refusalWhenUnavailable } from './unavailable';

export type Send = (statement: string, parameters?: unknown[]) => Promise<unknown>;

/** The checks that wait for the commit. */
export const CHECK_NOW = 'SET CONSTRAINTS ALL IMMEDIATE';

const ATTEMPTS = 5;
/** As long as the pool itself waits for a connection. */
const PATIENCE_MS = 2_000;

/** One login's connections: whose turn it is to have one, and the one apart for looking after the database. */
export class LoginPool {
  private constructor(
    readonly source: DataSource,
    readonly watch: Watch,
    private readonly turns: ConnectionTurns,
    private readonly outages: Outages,
    private readonly isRepeatable: boolean,
  ) {}

  /** `isRepeatable`: whatever this login writes may be sent again, and is not done twice. */
  static async open(login: LoginSettings, outages: Outages, isRepeatable: boolean): Promise<LoginPool> {
    const own = { ...login, opensWith: OWN_SESSION };
    const source = await createDataSource(own).initialize();
    const turns = new ConnectionTurns(login.poolSize, PATIENCE_MS);
    return new LoginPool(source, new Watch(own), turns, outages, isRepeatable);
  }

  /** One statement in a transaction of its own, in the caller's turn. */
  alone<T>(whose: string, work: (send: Send) => Promise<T>): Promise<T> {
    const { manager } = this.source;
    return this.#told(() => this.turns.run(whose, () => work(manager.query.bind(manager))));
  }

  /**
   * Runs the work in a transaction that begins with this statement, in the caller's turn. Deadlocks are tried again, with
   * jitter. A rehearsal is rolled back once the work is done.
   */
  inTransaction<T>(
    whose: string,
    begin: string,
    work: (send: Send) => Promise<T>,
    { isRehearsal = false } = {},
  ): Promise<T> {
    return this.#told(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.turns.run(whose, () => this.#transaction(begin, work, isRehearsal));
        } catch (error) {
          if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
          await sleep(Math.random() * 20 * 2 ** attempt);
        }
      }
    });
  }

  /** Asks on the connection apart. What it is answered counts for an outage too: while one lasts, nobody else may ask. */
  async look<T>(work: (watch: Watch) => Promise<T>): Promise<T> {
    try {
      const found = await work(this.watch);
      this.outages.answered(this);
      return found;
    } catch (error) {
      if (refusalWhenUnavailable(error) !== error) this.outages.failed(this, error);
      throw error;
    }
  }

  /** What says that the database is not to be had leaves as the refusal that tells so, and its cause goes to the log. */
  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.outages.answered(this);
      return result;
    } catch (error) {
      const told = refusalWhenUnavailable(error, this.isRepeatable);
      if (isUnavailability(told)) this.outages.failed(this, error);
      throw told;
    }
  }

  async #transaction<T>(begin: string, work: (send: Send) => Promise<T>, isRehearsal: boolean): Promise<T> {
    const runner = this.source.createQueryRunner();
    const send: Send = (statement, parameters) => runner.query(statement, parameters);
    try {
      await send(begin);
      const result = await work(send);
      if (isRehearsal) {
        // What a commit would refuse is refused here: a rehearsal promises nothing that would not come.
        await send(CHECK_NOW);
        await send('ROLLBACK');
      } else {
        await send('COMMIT').catch(assertAnswered);
      }
      return result;
    } catch (error) {
      // A connection that is gone has rolled back by itself, unless it was about to commit: then nobody knows.
      await send('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.source.destroy(), this.watch.close()]);
  }
}
