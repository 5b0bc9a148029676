import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type Caller, shareholderOf } from '../../domain/caller';
import { ConnectionTurns } from './connection-turns';
import { createDataSource, type LoginSettings } from './data-source';
import { GUARD_ONLY } from './guard-key';
import { assertReads } from './reading-statement';
import { readRows, type Statement } from './sql';
import { beginStatement, OWN_SESSION } from './transaction-settings';
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
/** As long as the pool itself waits for a connection. */
const PATIENCE_MS = 2_000;

/** A login's connections, and whose turn it is to have one. */
interface Pool {
  readonly source: DataSource;
  readonly turns: ConnectionTurns;
}

/** The subgraph's two logins: people's reads and writes go through the portal's, a reseller's sync through its own. */
export class Database {
  readonly #portal: Pool;
  readonly #sync: Pool;

  private constructor(portal: Pool, sync: Pool) {
    this.#portal = portal;
    this.#sync = sync;
  }

  static async connect(logins: { portal: LoginSettings; sync: LoginSettings }): Promise<Database> {
    const portal = await openPool(logins.portal);
    try {
      return new Database(portal, await openPool(logins.sync));
    } catch (error) {
      await portal.source.destroy();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#portal.source.destroy(), this.#sync.source.destroy()]);
  }

  /**
   * Reads, each statement in a transaction of its own. A sync service's say first whose rows they may see: that setting
   * ends with the transaction, so that a connection that goes back to the pool is nobody's.
   */
  reader(caller: Caller): Reader {
    const { source, turns } = this.#poolOf(caller);
    const whose = shareholderOf(caller);
    if (caller.kind !== 'RESELLER_SYNC') {
      const send: Send = source.manager.query.bind(source.manager);
      return { query: (statement) => turns.run(whose, () => read(send, statement)) };
    }
    const begin = beginStatement({ caller }, 'READ ONLY');
    return {
      query: async (statement) => {
        try {
          return await turns.run(whose, () => inTransaction(source, begin, (send) => read(send, statement)));
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
    const { source, turns } = this.#poolOf(author.caller);
    const attemptIt = () => inTransaction(source, begin, (send) => work(transactionOf(send)));
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await turns.run(shareholderOf(author.caller), attemptIt);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw asRefusalWhenUnavailable(error);
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Whether the database has this code's newest migration; throws when one of the logins cannot be had. */
  async isMigrated(): Promise<boolean> {
    const { source } = this.#portal;
    const newest = source.migrations.at(-1)?.constructor.name;
    const [rows] = await Promise.all([
      source.query<unknown[]>('SELECT FROM schema_migrations WHERE name = $1', [newest]),
      this.#sync.source.query('SELECT 1'),
    ]);
    return rows.length > 0;
  }

  /** Which roles the two logins are. */
  async logins(): Promise<{ readonly portal: string; readonly sync: string }> {
    const [portal, sync] = await Promise.all([loginOf(this.#portal.source), loginOf(this.#sync.source)]);
    return { portal, sync };
  }

  /** For looking at the database itself, its catalog, whoever calls. */
  get catalog(): Reader {
    const { manager } = this.#portal.source;
    return { query: (statement) => run(manager.query.bind(manager), statement) };
  }

  #poolOf(caller: Caller): Pool {
    return caller.kind === 'RESELLER_SYNC' ? this.#sync : this.#portal;
  }
}

async function openPool(login: LoginSettings): Promise<Pool> {
  // One more than callers share: whoever looks after the database waits behind none of them.
  const source = await createDataSource({
    ...login,
    poolSize: login.poolSize + 1,
    opensWith: OWN_SESSION,
  }).initialize();
  return { source, turns: new ConnectionTurns(login.poolSize, PATIENCE_MS) };
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
  const { text } = statement;
  assertReads(text);
  return run(send, statement, text);
}

/** `text`: the statement's, which is put together anew whenever it is asked for. */
async function run<Row>(send: Send, statement: Statement<Row>, text = statement.text): Promise<Row[]> {
  try {
    return readRows(statement, rowsOf(await send(text, statement.values)));
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
