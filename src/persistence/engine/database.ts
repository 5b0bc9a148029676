import { type Caller, shareholderOf } from '../../domain/caller';
import { type OutageEvent, Outages } from './connection/outages';
import type { Watch } from './connection/watch';
import { type LoginSettings, migrationNames } from './data-source';
import { GUARD_ONLY } from './guard-key';
import { CHECK_NOW, LoginPool, type Send } from './pool';
import { assertReads } from './reading-statement';
import { readRows, type Statement } from './sql';
import { beginStatement } from './transaction-settings';

/** Something that can be read from: a login outside a transaction, or one open transaction, where rows can be locked. */
export interface Reader {
  /** Throws when the statement would write: only a guard pass does. */
  query<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** One open transaction. Only the guard gets one; everybody else writes with its pass. */
export interface Transaction extends Reader {
  /** It is rolled back, whatever is done in it. */
  readonly isRehearsal: boolean;
  write<Row>(statement: Statement<Row>): Promise<Row[]>;
  /** In a rehearsal: does a part of the work so that what fails of it leaves what was done before it, checked as a commit would. */
  attempt<T>(part: () => Promise<T>): Promise<T>;
}

export type { OutageEvent } from './connection/outages';
export { UnfitDatabaseError } from './connection/session-settings';

/** Who writes, and by which mutation: for row-level security and the audit. */
export interface Author {
  readonly caller: Caller;
  readonly mutation: string;
  /** What is written is rolled back: the call is to tell what it would come to (S32). */
  readonly isRehearsal?: boolean;
}

/** The subgraph's two logins: people's reads and writes go through the portal's, a reseller's sync through its own. */
export class Database {
  private constructor(
    private readonly portal: LoginPool,
    private readonly sync: LoginPool,
    private readonly outages: Outages,
  ) {}

  /** `onOutage` is told when the database is not to be had, and when it is again. */
  static async connect(
    logins: { portal: LoginSettings; sync: LoginSettings },
    onOutage: (event: OutageEvent) => void = () => undefined,
  ): Promise<Database> {
    const outages = new Outages(onOutage);
    const portal = await LoginPool.open(logins.portal, outages, false);
    try {
      return new Database(portal, await LoginPool.open(logins.sync, outages, true), outages);
    } catch (error) {
      await portal.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.portal.close(), this.sync.close()]);
  }

  /**
   * Reads, each statement in a transaction of its own. A sync service's say first whose rows they may see: that setting
   * ends with the transaction, so that a connection that goes back to the pool is nobody's.
   */
  reader(caller: Caller): Reader {
    const pool = this.#poolOf(caller);
    const whose = shareholderOf(caller);
    if (caller.kind !== 'RESELLER_SYNC') {
      return { query: (statement) => pool.alone(whose, (send) => read(send, statement)) };
    }
    const begin = beginStatement({ caller }, 'READ ONLY');
    return { query: (statement) => pool.inTransaction(whose, begin, (send) => read(send, statement)) };
  }

  /**
   * Runs `work` in one transaction with the caller's login. A database that is not to be had in time becomes
   * TEMPORARILY_UNAVAILABLE, a commit that was not answered OUTCOME_UNKNOWN. A rehearsal has no commit.
   */
  async transaction<T>(
    openedBy: typeof GUARD_ONLY,
    author: Author,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    if (openedBy !== GUARD_ONLY) throw new Error('Only the guard opens a transaction');
    const { caller, isRehearsal = false } = author;
    const begin = beginStatement(author, 'READ WRITE');
    return this.#poolOf(caller).inTransaction(
      shareholderOf(caller),
      begin,
      (send) => work(transactionOf(send, isRehearsal)),
      { isRehearsal },
    );
  }

  /** Whether the database has this code's newest migration; throws when one of the logins cannot be had. */
  async isMigrated(): Promise<boolean> {
    const newest = migrationNames().at(-1);
    const [rows] = await Promise.all([
      this.portal.look((watch) => watch.query('SELECT FROM public.schema_migrations WHERE name = $1', [newest])),
      this.sync.look((watch) => watch.query('SELECT 1')),
    ]);
    return rows.length > 0;
  }

  /** What the two logins are. */
  async logins(): Promise<{ readonly portal: LoginState; readonly sync: LoginState }> {
    const [portal, sync] = await Promise.all([this.portal, this.sync].map((pool) => pool.look(stateOf)));
    if (!portal || !sync) throw new Error('A login was not looked at');
    return { portal, sync };
  }

  /**
   * Whether a write found no room, and there is none still: a sort that does not fit into memory asks the disk for some,
   * and gives it back.
   */
  async isOutOfSpace(): Promise<boolean> {
    if (!this.outages.isOutOfSpace) return false;
    try {
      await this.portal.look((watch) => watch.query(SPACE_PROBE));
    } catch {
      return true;
    }
    this.outages.hasSpace();
    return false;
  }

  /** For looking at the database itself, its catalog, whoever calls. */
  get catalog(): Reader {
    return { query: (statement) => this.portal.look(({ catalog }) => catalog.query(statement)) };
  }

  #poolOf(caller: Caller): LoginPool {
    return caller.kind === 'RESELLER_SYNC' ? this.sync : this.portal;
  }
}

/** Which role a login is, and what of its session decides whether triggers fire. */
export interface LoginState {
  readonly login: string;
  readonly replicationRole: string;
}

/** What does not fit into the memory that it is given asks the disk for a few megabytes, and gives them back. */
const SPACE_PROBE = `START TRANSACTION READ ONLY; SET LOCAL work_mem = '64kB';
  SELECT count(DISTINCT repeat(n::text, 200)) FROM generate_series(1, 5000) n; COMMIT`;

async function stateOf(watch: Watch): Promise<LoginState> {
  const [state] = await watch.query<LoginState>(
    `SELECT session_user AS login, current_setting('session_replication_role') AS "replicationRole"`,
  );
  if (!state) throw new Error('A session did not say whose it is');
  return state;
}

function transactionOf(send: Send, isRehearsal: boolean): Transaction {
  return {
    isRehearsal,
    query: (statement) => read(send, statement),
    write: (statement) => run(send, statement),
    attempt: async (part) => {
      if (!isRehearsal) throw new Error('What is to stand is done in a transaction of its own');
      await send('SAVEPOINT part');
      try {
        const result = await part();
        await send(CHECK_NOW);
        await send('SET CONSTRAINTS ALL DEFERRED');
        await send('RELEASE SAVEPOINT part');
        return result;
      } catch (error) {
        await send('ROLLBACK TO SAVEPOINT part');
        throw error;
      }
    },
  };
}

async function read<Row>(send: Send, statement: Statement<Row>): Promise<Row[]> {
  const { text } = statement;
  assertReads(text);
  return run(send, statement, text);
}

/** `text`: the statement's, which is put together anew whenever it is asked for. */
async function run<Row>(send: Send, statement: Statement<Row>, text = statement.text): Promise<Row[]> {
  return readRows(statement, rowsOf(await send(text, statement.values)));
}

/** TypeORM answers an UPDATE or DELETE with its rows and their count, anything else with the rows. */
function rowsOf(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) return [];
  const [rows, count] = answer;
  return answer.length === 2 && Array.isArray(rows) && typeof count === 'number' ? rows : answer;
}
