import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SettledClient } from '../engine/connection/settled-client';
import {
  BOUNDS,
  type Bounds,
  boundsOf,
  COORDINATOR_SETTINGS,
  NODE_SETTINGS,
  PORTAL_LOGIN,
  SYNC_LOGIN,
} from '../engine/logins';
import { isRoleCollision } from './role-collision';

/** A role that may log in, with the password that it has now. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The two logins of the subgraph. */
export interface Logins {
  readonly portal: Login;
  readonly sync: Login;
}

/** Which passwords the two roles are to have. */
export interface WantedPasswords {
  /** Those that somebody chose; they are set in any case. */
  readonly portal?: string;
  readonly sync?: string;
  /** Whether roles that have a password get another. */
  readonly renew: boolean;
  /** How patient their sessions are, those too that are no server's. */
  readonly timeouts?: Parameters<typeof boundsOf>[0];
}

const ATTEMPTS = 10;
const NO_SUCH_DATABASE = '3D000';
/** Somebody else has made it since we looked: by its name, or at the same instant by the index of names. */
const MADE_MEANWHILE: ReadonlySet<string> = new Set(['42P04', '23505']);

/**
 * Makes the database when it is not there, and says whether it did. `url` leads the owner to any other of the cluster,
 * whose encoding may be what it is. Ours is UTF8, and compares and folds letters as the code does: by no language.
 */
export async function ensureDatabase(url: string, database: string): Promise<boolean> {
  return withOpen(new Client({ connectionString: url }), async (client) => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount !== 0) return false;
    try {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(database)} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'`,
      );
      return true;
    } catch (error) {
      if (MADE_MEANWHILE.has(codeOf(error))) return false;
      throw error;
    }
  });
}

/** Whether the URL leads to a database; any other failure to connect is thrown. */
export async function databaseExists(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => undefined);
    return true;
  } catch (error) {
    if (codeOf(error) === NO_SUCH_DATABASE) return false;
    throw error;
  }
}

/** Lets the roles of the migrations log in, with new passwords that only this process knows. */
export async function openLogins(url: string): Promise<Logins> {
  const { portal, sync } = await setPasswords(url, { renew: true });
  if (portal === null || sync === null) throw new Error('A role was left without a new password');
  return { portal, sync };
}

/**
 * Lets the roles of the migrations log in. Gives those whose password was set now, null for one that keeps the password
 * that it has: nobody can read that.
 */
export async function setPasswords(
  url: string,
  wanted: WantedPasswords,
): Promise<{ portal: Login | null; sync: Login | null }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await setPasswordsOnce(url, wanted);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRoleCollision(error)) throw error;
      await sleep(100 * attempt * Math.random());
    }
  }
}

async function setPasswordsOnce(
  url: string,
  { portal, sync, renew, timeouts }: WantedPasswords,
): Promise<{ portal: Login | null; sync: Login | null }> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    // As the migrations did; a copy of a database has privileges of its own, and not these.
    await client.query(`DO $$ BEGIN
      EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    END $$`);
    const limit = await connectionLimit(client);
    const bounds = timeouts === undefined ? BOUNDS : boundsOf(timeouts);
    const set = async (user: string, chosen: string | undefined): Promise<Login | null> => {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin', [user]);
      await resetSettings(client, user, bounds);
      if (chosen === undefined && !renew && rowCount !== 0) return null;
      const password = chosen ?? randomBytes(24).toString('hex');
      await client.query(`ALTER ROLE ${user} LOGIN PASSWORD ${client.escapeLiteral(scramVerifier(password))}`);
      await client.query(`ALTER ROLE ${user} CONNECTION LIMIT ${limit}`);
      return { user, password };
    };
    const logins = { portal: await set(PORTAL_LOGIN, portal), sync: await set(SYNC_LOGIN, sync) };
    await client.query('COMMIT');
    return logins;
  });
}

/** What the login has set for itself goes; what the migrations gave it comes back, as long as is wanted now. */
async function resetSettings(client: Client, user: string, bounds: Bounds): Promise<void> {
  await client.query(`ALTER ROLE ${user} RESET ALL`);
  await client.query(`DO $$ BEGIN
    EXECUTE format('ALTER ROLE ${user} IN DATABASE %I RESET ALL', current_database());
  END $$`);
  const give = async (settings: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`ALTER ROLE ${user} SET ${name} = '${value}'`);
    }
  };
  await give({ ...bounds });
  if (!(await hasNodes(client))) return;
  await give(NODE_SETTINGS);
  await client.query('SET LOCAL citus.enable_alter_role_set_propagation = off');
  await give(COORDINATOR_SETTINGS);
  await client.query('SET LOCAL citus.enable_alter_role_set_propagation = on');
}

/** Whether several nodes share the tables (db:distribute). */
async function hasNodes(client: Client): Promise<boolean> {
  const { rows } = await client.query(`SELECT to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL AS "hasNodes"`);
  if (!rows[0].hasNodes) return false;
  const { rowCount } = await client.query(
    `SELECT FROM pg_catalog.pg_dist_partition WHERE logicalrelid = to_regclass('public.accounts')`,
  );
  return rowCount !== 0;
}

/**
 * How many connections either login may have: two fifths of what the server lets anybody have, so that one of them in the
 * wrong hands leaves room for the other and for the owner. A login cannot change its own.
 */
async function connectionLimit(client: Client): Promise<number> {
  const { rows } = await client.query(
    `SELECT greatest(1, floor((current_setting('max_connections')::int
       - current_setting('superuser_reserved_connections')::int) * 0.4))::int AS limit`,
  );
  return Number(rows[0].limit);
}

/**
 * What Postgres would make of the password and store (RFC 5803). Made here, so that the password itself is in no
 * statement, which a server may log. It is ASCII, so there is nothing to normalise.
 */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const serverKey = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withOpen(new SettledClient({ connectionString: url }), work);
}

async function withOpen<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
