import { setTimeout as sleep } from 'node:timers/promises';
import { escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';
import { SettledClient } from '../engine/connection/settled-client';
import { createDataSource, migrationNames } from '../engine/data-source';
import { ANNOUNCED_ON, commentOf } from '../integrity/announced-guards';
import { DATABASE_GUARDS } from '../integrity/database-guards-manifest';
import { isRoleCollision } from './role-collision';

const ADVISORY_LOCK = 7_216_405_311;
/** A lock that was not had in time, or that those who are served and the migration waited for in a circle. */
const BLOCKED: readonly unknown[] = ['55P03', '40P01'];
const ATTEMPTS = 5;

/** Somebody else has held the migrations' lock for longer than we wait. */
export class MigrationLockError extends Error {
  override readonly name = 'MigrationLockError';
  constructor(holder: string, advice: string) {
    super(`The migrations wait for ${holder}, which holds their lock. ${advice}`);
  }
}

/**
 * Brings the database up to this code's migrations, over a direct connection of the owner's. One session advisory lock
 * makes starting servers wait for each other. Gives the names of those that ran now.
 */
export async function migrate(url: string, patienceMs = 60_000): Promise<string[]> {
  // Two connections: TypeORM migrates on one of its own while the lock is held on the other. Our tables are in `public`,
  // whatever schema the owner has besides.
  const options = ['-c search_path=public', ...(await asOwner(url))].join(' ');
  const source = createDataSource({ url, poolSize: 2, options });
  await source.initialize();
  const holder = source.createQueryRunner();
  try {
    await takeLock(holder, patienceMs);
    await announce(holder);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const ran = await source.runMigrations({ transaction: 'each' });
        return ran.map((migration) => migration.name);
      } catch (error) {
        const blocked = error instanceof Error && 'code' in error && BLOCKED.includes(error.code);
        if (!(blocked || isRoleCollision(error)) || attempt >= ATTEMPTS) throw error;
        await sleep(500 * attempt);
      }
    }
  } finally {
    await holder.release();
    await source.destroy();
  }
}

/**
 * Whoever may become the owner of what is there, as a superuser, migrates as that owner: a table of somebody else's beside
 * them is a fault of the guards.
 */
async function asOwner(url: string): Promise<string[]> {
  const client = new SettledClient({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE oid = to_regclass($1)
         AND pg_get_userbyid(relowner) <> current_user AND pg_has_role(current_user, relowner, 'MEMBER')`,
      [ANNOUNCED_ON],
    );
    return rows.map(({ owner }) => `-c role=${owner.replace(/[\\\s]/g, '\\$&')}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Tells the servers that run what this version will leave in the database, before it does: of a version before, they take
 * none of it for a fault. A version that is older than the database announces nothing.
 */
async function announce(holder: QueryRunner): Promise<void> {
  const [state] = await holder.query(
    `SELECT obj_description(to_regclass($1), 'pg_class') AS announced, to_regclass($1) IS NOT NULL AS "isMade"`,
    [ANNOUNCED_ON],
  );
  // The first migration is still to make the table, and nobody is served by such a database.
  if (!state.isMade) return;
  const recorded: { name: string }[] = await holder.query(`SELECT name FROM ${ANNOUNCED_ON}`);
  const known = migrationNames();
  const comment = commentOf({ migration: known.at(-1) ?? '', guards: DATABASE_GUARDS });
  if (state.announced === comment || recorded.some(({ name }) => !known.includes(name))) return;
  await holder.query(`COMMENT ON TABLE ${ANNOUNCED_ON} IS ${escapeLiteral(comment)}`);
}

/** Asks again and again: a statement that waits has a snapshot, for which an index built concurrently would wait too. */
async function takeLock(holder: QueryRunner, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const [answer] = await holder.query('SELECT pg_try_advisory_lock($1) AS taken', [ADVISORY_LOCK]);
    if (answer.taken) return;
    if (Date.now() > deadline) throw await lockHeld(holder);
    await sleep(50);
  }
}

/** Who holds it, as far as an owner may see: the names of the login and of the application are told to everyone. */
async function lockHeld(holder: QueryRunner): Promise<MigrationLockError> {
  const [other] = await holder.query(
    `SELECT a.pid, a.usename, a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND (l.classid::bigint << 32) + l.objid::bigint = $1`,
    [ADVISORY_LOCK],
  );
  if (!other) return new MigrationLockError('another session', 'Try again.');
  const application = other.application_name ? `, application "${other.application_name}"` : '';
  return new MigrationLockError(
    `process ${other.pid} of the login ${other.usename}${application}`,
    `If it is not migrating, end it: SELECT pg_terminate_backend(${other.pid}).`,
  );
}
