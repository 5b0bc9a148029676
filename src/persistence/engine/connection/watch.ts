import type { Pool } from 'pg';
import type { LoginSettings } from '../data-source';
import { readRows, type Statement } from '../sql';
import { type Opening, openConnections } from './connections';

/**
 * The connection of whoever looks after the database, one for each login and kept open: it waits behind no caller, neither
 * for a place in the pool nor for a new connection to be made (test/persistence/engine/watch.test.ts).
 */
export class Watch {
  readonly #pool: Pool;

  constructor(login: LoginSettings, opening?: Opening) {
    this.#pool = openConnections({ ...login, poolSize: 1, idleMs: 0 }, opening);
  }

  async query<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(text, parameters)).rows;
  }

  /** For reading the catalog: definitions are printed by these settings, whatever the database's own are. */
  get catalog(): { query<Row>(statement: Statement<Row>): Promise<Row[]> } {
    return {
      query: async <Row>(statement: Statement<Row>) => {
        const client = await this.#pool.connect();
        let failure: Error | undefined;
        try {
          await client.query(CATALOG_BEGIN);
          const { rows } = await client.query(statement.text, statement.values);
          await client.query('COMMIT');
          return readRows(statement, rows);
        } catch (error) {
          failure = error instanceof Error ? error : new Error(String(error));
          throw error;
        } finally {
          // What has failed is not used again.
          client.release(failure);
        }
      },
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

const CATALOG_BEGIN =
  'START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY; SET LOCAL search_path = public; SET LOCAL quote_all_identifiers = off';
