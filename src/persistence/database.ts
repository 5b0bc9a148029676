import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../domain/caller';
import { createDataSource, type LoginSettings } from './data-source';
import { asRefusalWhenUnavailable, isWorthRetrying } from './unavailable';

/** Something that statements can be sent to: a login outside a transaction, or one open transaction. */
export interface Sql {
  query<Row>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One open transaction. */
export interface Transaction extends Sql {
  readonly manager: EntityManager;
}

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

  /** Statements of their own, each in a transaction of its own. */
  reader(caller: Caller): Sql {
    return sqlOf(this.#sourceOf(caller).manager);
  }

  /**
   * Runs `work` in one transaction with the caller's login. Deadlocks are tried again, with jitter; a database that is
   * not to be had in time becomes TEMPORARILY_UNAVAILABLE.
   */
  async transaction<T>(caller: Caller, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#sourceOf(caller).transaction((manager) => work({ manager, ...sqlOf(manager) }));
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

  #sourceOf(caller: Caller): DataSource {
    return caller.kind === 'RESELLER_SYNC' ? this.#sync : this.#portal;
  }
}

function sqlOf(manager: EntityManager): Sql {
  return {
    async query<Row>(statement: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      try {
        const answer: unknown = await manager.query(statement, [...parameters]);
        return rowsOf<Row>(answer);
      } catch (error) {
        throw isWorthRetrying(error) ? error : asRefusalWhenUnavailable(error);
      }
    },
  };
}

/** TypeORM answers an UPDATE or DELETE with its rows and their count, anything else with the rows. */
function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return [];
  const [rows, count] = answer;
  return answer.length === 2 && Array.isArray(rows) && typeof count === 'number' ? rows : answer;
}
