import { type Caller, shareholderOf } from '../../domain/caller';
import { type OutageEvent, Outages } from './connection/outages';
import type { DatabaseListener, TransactionListener } from './connection/session';
import type { Watch } from './connection/watch';
import type { TurnsLoad } from './connection-turns';
import { type LoginSettings, migrationNames } from './data-source';
import { GUARD_ONLY } from './guard-key';
import { BOUNDS, type Bounds } from './logins';
import type { Transaction } from './open-transaction';
import { LoginPool } from './pool';
import { type Reader, read } from './reader';
import { readRows, type Statement } from './sql';
import { beginning } from './transaction-settings';

export type { OutageEvent } from './connection/outages';
export type { DatabaseListener } from './connection/session';
export { UnfitDatabaseError } from './connection/session-settings';
export { boundsOf } from './logins';
export type { Transaction } from './open-transaction';
export type { Reader } from './reader';

/** For what keeps the database small, and counts in it: it writes no account and nothing of the set-up. */
export interface Keeper {
  query<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** Who writes, and by which mutation: for row-level security and the audit. */
export interface Author {
  readonly caller: Caller;
  readonly mutation: string;
  /** What is written is rolled back: the call is to tell what it would come to (S32). */
  readonly isRehearsal?: boolean;
  /** Told of what is asked for it. */
  readonly listener?: DatabaseListener;
}

/** The subgraph's two logins: people's reads and writes go through the portal's, a reseller's sync through its own. */
export class Database {
  private constructor(
    private readonly portal: LoginPool,
    private readonly sync: LoginPool,
    private readonly outages: Outages,
    private readonly bounds: Bounds,
  ) {}

  /** `onOutage` is told when the database is not to be had, and when it is again. */
  static async connect(
    logins: { portal: LoginSettings; sync: LoginSettings },
    onOutage: (event: OutageEvent) => void = () => undefined,
  ): Promise<Database> {
    const outages = new Outages(onOutage);
    const portal = await LoginPool.open(logins.portal, outages, false);
    try {
      const sync = await LoginPool.open(logins.sync, outages, true);
      return new Database(portal, sync, outages, logins.portal.bounds ?? BOUNDS);
    } catch (error) {
      await portal.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.portal.close(), this.sync.close()]);
  }

  /**
   * Reads, each statement in a transaction of its own; those of one tick go together. A sync service's say first whose rows
   * they may see: that setting ends with the transaction, so that a connection that goes back to the pool is nobody's.
   * The listener is told of what is asked.
   */
  reader(caller: Caller, listener?: DatabaseListener): Reader {
    const begin = caller.kind === 'RESELLER_SYNC' ? beginning({ caller }, 'READ ONLY', this.bounds) : null;
    const send = this.#poolOf(caller).reads(shareholderOf(caller), begin, listener);
    return { query: (statement) => read(send, statement) };
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
    const { caller, isRehearsal = false, listener } = author;
    const begin = beginning(author, 'READ WRITE', this.bounds);
    const follower = listener?.onTransaction?.(caller.kind === 'RESELLER_SYNC' ? 'sync' : 'portal');
    const asker = follower ?? listener;
    const running = this.#poolOf(caller).inTransaction(shareholderOf(caller), begin, work, { isRehearsal, asker });
    return follower === undefined ? running : followed(running, follower);
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

  /** How the connections of each login are taken at the moment. */
  get load(): { readonly portal: TurnsLoad; readonly sync: TurnsLoad } {
    return { portal: this.portal.load, sync: this.sync.load };
  }

  /** How many sessions of each login wait for a lock that another one holds. */
  async lockWaits(): Promise<{ readonly portal: number; readonly sync: number }> {
    const [portal, sync] = await Promise.all([this.portal, this.sync].map((pool) => pool.look(lockWaitsOf)));
    return { portal: portal ?? 0, sync: sync ?? 0 };
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

  /** By the portal's login, each statement alone and beside every caller. */
  get upkeep(): Keeper {
    return {
      query: (statement) =>
        this.portal.look(async (watch) => readRows(statement, await watch.query(statement.text, statement.values))),
    };
  }

  #poolOf(caller: Caller): LoginPool {
    return caller.kind === 'RESELLER_SYNC' ? this.sync : this.portal;
  }
}

async function followed<T>(running: Promise<T>, follower: TransactionListener): Promise<T> {
  try {
    const result = await running;
    follower.onEnd();
    return result;
  } catch (error) {
    follower.onEnd(error);
    throw error;
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

/** Of what others' sessions do a login sees no more than that they are there: each looks at its own. */
async function lockWaitsOf(watch: Watch): Promise<number> {
  const [row] = await watch.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_catalog.pg_stat_activity
     WHERE datname = current_database() AND usename = session_user AND wait_event_type = 'Lock'`,
  );
  return row?.waiting ?? 0;
}
