import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Caller } from '../../domain/caller';
import { createDataSource, type LoginSettings } from './data-source';
import { GUARD_ONLY } from './guard-key';
import { assertReads } from './reading-statement';
import { readRows, type Statement } from './sql';
import { beginStatement } from './transaction-settings';
import { asRefusalWhenUnavailable, isWorthRetrying } from './unavailable';

/** Something that can be read from: a login outside a transaction, or one open transaction, where rows can be locked. */
export interface Reader {
  /** Throws when the statement would write: only a guard pass does. */
  query<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** One open transaction. Only the guard gets one; everybody else writes with its pass. */
export interface Transaction extends Reader {
  write<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** Who writes, and by which mutation: for row-level security and the audit. */
export interface Author {
  readonly caller: Caller;
  readonly mutation: string;
}

type Send = (statement: string, parameters?: unknown[]) => Promise<unknown>;

const ATTEMPTS = 5;

/** The subgraph's two logins: people's reads and writes go through the portal's, a reseller's sync through its own. */
export class Database {
  readonly #portal: DataSource;
  readonly #sync: DataSource;

  private constructor(portal: DataSource, sync: DataSource) {
    this.#portal = portal;
    this.#sync = sync;
  }

  static async connect(logins: { portal: LoginSettings; sync: LoginSettings }): Promise<Database> {
    const portal = await createDataSource(logins.portal).initialize();
    try {
      return new Database(portal, await createDataSource(logins.sync).initialize());
    } catch (error) {
      await portal.destroy();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#portal.destroy(), this.#sync.destroy()]);
  }

  /**
   * Reads, each statement in a transaction of its own. A sync service's say first whose rows they may see: that setting
   * ends with the transaction, so that a connection that goes back to the pool is nobody's.
   */
  reader(caller: Caller): Reader {
    const source = this.#sourceOf(caller);
    if (caller.kind !== 'RESELLER_SYNC') {
      return {
        query: (statement) => read(source.manager.query.bind(source.manager), statement),
      };
    }
    const begin = beginStatement({ caller }, 'READ ONLY');
    return {
      query: async (statement) => {
        try {
          return await inTransaction(source, begin, (send) => read(send, statement));
        } catch (error) {
          throw asRefusalWhenUnavailable(error);
        }
      },
    };
  }

  /**
   * Runs `work` in one transaction with the caller's login. Deadlocks are tried again, with jitter; a database that is
   * not to be had in time becomes TEMPORARILY_UNAVAILABLE.
   */
  async transaction<T>(
    openedBy: typeof GUARD_ONLY,
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    if (openedBy !== GUARD_ONLY) throw new Error('Only the guard opens a transaction');
    const begin = beginStatement(author, 'READ WRITE');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransaction(this.#sourceOf(author.caller), begin, (send) => work(transactionOf(send)));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw asRefusalWhenUnavailable(error);
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Whether the database has this code's newest migration; throws when one of the logins cannot be had. */
  async isMigrated(): Promise<boolean> {
    const newest = this.#portal.migrations.at(-1)?.constructor.name;
    const [rows] = await Promise.all([
      this.#portal.query<unknown[]>('SELECT FROM schema_migrations WHERE name = $1', [newest]),
      this.#sync.query('SELECT 1'),
    ]);
    return rows.length > 0;
  }

  /** Which roles the two logins are. */
  async logins(): Promise<{ readonly portal: string; readonly sync: string }> {
    const [portal, sync] = await Promise.all([loginOf(this.#portal), loginOf(this.#sync)]);
    return { portal, sync };
  }

  /** For looking at the database itself, its catalog, whoever calls. */
  get catalog(): Reader {
    return { query: (statement) => run(this.#portal.manager.query.bind(this.#portal.manager), statement) };
  }

  #sourceOf(caller: Caller): DataSource {
    return caller.kind === 'RESELLER_SYNC' ? this.#sync : this.#portal;
  }
}

async function loginOf(source: DataSource): Promise<string> {
  const [row] = await source.query<{ login: string }[]>('SELECT session_user AS login');
  return row?.login ?? '';
}

async function inTransaction<T>(source: DataSource, begin: string, work: (send: Send) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const send: Send = (statement, parameters) => runner.query(statement, parameters);
  try {
    await send(begin);
    const result = await work(send);
    await send('COMMIT');
    return result;
  } catch (error) {
    // A connection that is gone has rolled back by itself.
    await send('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

function transactionOf(send: Send): Transaction {
  return {
    query: (statement) => read(send, statement),
    write: (statement) => run(send, statement),
  };
}

async function read<Row>(send: Send, statement: Statement<Row>): Promise<Row[]> {
  assertReads(statement.text);
  return run(send, statement);
}

async function run<Row>(send: Send, statement: Statement<Row>): Promise<Row[]> {
  try {
    return readRows(statement, rowsOf(await send(statement.text, statement.values)));
  } catch (error) {
    throw isWorthRetrying(error) ? error : asRefusalWhenUnavailable(error);
  }
}

/** TypeORM answers an UPDATE or DELETE with its rows and their count, anything else with the rows. */
function rowsOf(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) return [];
  const [rows, count] = answer;
  return answer.length === 2 && Array.isArray(rows) && typeof count === 'number' ? rows : answer;
}
