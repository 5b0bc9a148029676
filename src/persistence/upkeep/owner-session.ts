import { setTimeout as sleep } from 'node:timers/promises';
import { SettledClient } from '../engine/connection/settled-client';
import { AS_DECLARED } from '../engine/data-source';
import type { Keeper } from '../engine/database';
import { readRows, type Statement } from '../engine/sql';

/** The same as in make_audit_partitions: who makes, turns or takes away partitions holds it. */
const ADVISORY_LOCK = 7_216_405_313;
/** A lock that was not had in time, or that somebody else waited for in a circle. */
const BLOCKED: readonly unknown[] = ['55P03', '40P01'];
const LOCK_TIMEOUT_MS = 1_000;
/** How often a lock is tried for: half a minute at most. */
const ATTEMPTS = 20;

/** Somebody else looks after this database just now, or its audit is held for longer than is waited for. */
export class UpkeepBusyError extends Error {
  override readonly name = 'UpkeepBusyError';
}

/** The owner's one connection while it looks after the database: statements, and short ones that lock what callers use. */
export class OwnerSession implements Keeper {
  private constructor(
    private readonly client: SettledClient,
    private readonly attempts: number,
  ) {}

  /** Over a direct connection. One owner at a time; servers make no partitions meanwhile. */
  static async run<T>(url: string, work: (session: OwnerSession) => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    const client = new SettledClient({
      connectionString: url,
      application_name: 'reseller-accounts db:maintain',
      types: AS_DECLARED,
    });
    // A backend that goes away fails the statement that runs, or the next one.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('SET search_path = public');
      await client.query('SET statement_timeout = 0');
      await becomeOwner(client);
      await takeLock(client, attempts);
      return await work(new OwnerSession(client, attempts));
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async query<Row>(statement: Statement<Row>): Promise<Row[]> {
    return readRows(statement, (await this.client.query(statement.text, statement.values)).rows);
  }

  /**
   * In one transaction that waits for no lock for longer than a second, since whoever comes after waits behind it: given up
   * and begun again then, until the lock is had. For what takes no time itself.
   */
  async briefly(work: (session: OwnerSession) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.query('BEGIN');
        await this.client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
        await work(this);
        await this.client.query('COMMIT');
        return;
      } catch (error) {
        await this.client.query('ROLLBACK').catch(() => undefined);
        if (!(error instanceof Error && 'code' in error && BLOCKED.includes(error.code))) throw error;
        if (attempt >= this.attempts) {
          throw new UpkeepBusyError(
            'The audit is in use by others, a dump or a long query, and was not to be had for a moment alone. Nothing is lost: run this again when they have ended.',
            { cause: error },
          );
        }
        await sleep(250 + Math.random() * 250);
      }
    }
  }
}

/**
 * Whoever may do all, as a superuser, does it as the owner: a part that belonged to somebody else would be a fault of the
 * guards, with which no server serves. Whoever may not become the owner is refused here.
 */
async function becomeOwner(client: SettledClient): Promise<void> {
  const { rows } = await client.query(
    `SELECT format('SET ROLE %I', pg_get_userbyid(relowner)) AS become
     FROM pg_class WHERE oid = to_regclass('public.account_audit') AND pg_get_userbyid(relowner) <> current_user`,
  );
  if (rows[0] !== undefined) await client.query(rows[0].become);
}

async function takeLock(client: SettledClient, attempts: number): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [ADVISORY_LOCK]);
    if (rows[0].taken) return;
    await sleep(250);
  }
  throw new UpkeepBusyError('Somebody else looks after this database just now: try again when that has ended.');
}
