import { integer, text, textArray } from '../engine/column';
import { Watch } from '../engine/connection/watch';
import { migrationNames } from '../engine/data-source';
import type { Reader } from '../engine/database';
import { boundsOf, PORTAL_LOGIN, SYNC_LOGIN } from '../engine/logins';
import { both, value } from '../engine/select';
import { type Statement, sql } from '../engine/sql';
import { findGuardFaults, loginFaults } from '../integrity/database-guards';

/** Who looks waits so long for a connection, and for an answer over it. */
const CONNECT_MS = 5_000;
const SILENCE_MS = 8_000;

/** Which of the two logins a URL is to be. */
const LOGINS = { DATABASE_URL: PORTAL_LOGIN, SYNC_DATABASE_URL: SYNC_LOGIN } as const;

/** What a login is not as it should be; empty when it is. Throws when it cannot be had. */
export async function examineLogin(variable: keyof typeof LOGINS, url: string): Promise<string[]> {
  const state = both(
    value('login', text(), sql`session_user::text`),
    value('replicationRole', text(), sql`current_setting('session_replication_role')`),
  );
  return loginFaults(variable, await one(url, sql`SELECT ${state}`), LOGINS[variable]);
}

/** What in the database does not guard as it should; empty when all does. */
export function examineGuards(url: string): Promise<string[]> {
  return looking(url, ({ catalog }) => findGuardFaults(catalog));
}

/** Migrations of this version that are not in the database, and those in it that this version does not know. */
export async function examineMigrations(
  url: string,
): Promise<{ readonly missing: readonly string[]; readonly unknown: readonly string[] }> {
  const name = value('name', text(), sql`name::text`);
  const rows = await looking(url, ({ catalog }) =>
    catalog.query(sql`SELECT ${name} FROM public.schema_migrations ORDER BY name`),
  );
  const there = rows.map((row) => row.name);
  const known = migrationNames();
  return {
    missing: known.filter((one) => !there.includes(one)),
    unknown: there.filter((one) => !known.includes(one)),
  };
}

const setting = (name: string) => sql`current_setting(${name})`;
const SERVER = both(
  both(
    value('version', text(), setting('server_version')),
    both(
      // As 150004.
      value('versionNumber', integer(), sql`${setting('server_version_num')}::int`),
      value('maxConnections', integer(), sql`${setting('max_connections')}::int`),
    ),
  ),
  both(
    // Kept from everybody but superusers, and from those whom PostgreSQL 16 and newer may keep some for.
    value(
      'reservedConnections',
      integer(),
      sql`${setting('superuser_reserved_connections')}::int + coalesce(current_setting('reserved_connections', true)::int, 0)`,
    ),
    both(
      both(value('fsync', text(), setting('fsync')), value('fullPageWrites', text(), setting('full_page_writes'))),
      both(
        value('synchronousCommit', text(), setting('synchronous_commit')),
        value('autovacuum', text(), setting('autovacuum')),
      ),
    ),
  ),
);

/** What a server of PostgreSQL is set to, as far as it concerns us. */
export type ServerFacts = Awaited<ReturnType<typeof examineServer>>;

export function examineServer(url: string) {
  return one(url, sql`SELECT ${SERVER}`);
}

/** What one of our roles is set to, on the server or in this database. */
export interface RoleFacts {
  readonly role: string;
  /** -1: as many as there are. */
  readonly connectionLimit: number;
  readonly settings: Readonly<Record<string, string>>;
}

export function examineRoles(url: string): Promise<readonly RoleFacts[]> {
  return looking(url, ({ catalog }) => readRoles(catalog));
}

/** The same over a connection that is there. */
export async function readRoles(reader: Reader): Promise<readonly RoleFacts[]> {
  const facts = both(
    both(value('role', text(), sql`r.rolname::text`), value('connectionLimit', integer(), sql`r.rolconnlimit`)),
    value(
      'settings',
      textArray(),
      sql`array(SELECT setting FROM pg_catalog.pg_db_role_setting s, unnest(s.setconfig) AS setting
        WHERE s.setrole = r.oid
          AND s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))
        ORDER BY s.setdatabase)`,
    ),
  );
  const rows = await reader.query(
    sql`SELECT ${facts} FROM pg_catalog.pg_roles r WHERE r.rolname = ANY (${[PORTAL_LOGIN, SYNC_LOGIN]}) ORDER BY r.rolname`,
  );
  return rows.map(({ settings, ...role }) => ({ ...role, settings: Object.fromEntries(settings.map(nameAndValue)) }));
}

/** What db:setup would give the roles. */
export function wantedOfRoles(timeouts: Parameters<typeof boundsOf>[0]): Readonly<Record<string, string>> {
  return { ...boundsOf(timeouts) };
}

/** How much later the database's clock is than ours, in milliseconds, and how exactly that is known. */
export function examineClock(url: string): Promise<{ readonly aheadMs: number; readonly withinMs: number }> {
  const now = value('now', text(), sql`(extract(epoch FROM clock_timestamp()) * 1000)::text`);
  return looking(url, async ({ catalog }) => {
    // The first question opens the connection, which takes longer than the answer.
    await catalog.query(sql`SELECT ${now}`);
    const askedAt = Date.now();
    const [row] = await catalog.query(sql`SELECT ${now}`);
    const answeredAt = Date.now();
    const aheadMs = Number(row?.now) - (askedAt + answeredAt) / 2;
    return { aheadMs: Math.round(aheadMs), withinMs: Math.ceil((answeredAt - askedAt) / 2) };
  });
}

/** How much there is of what grows. */
export function examineSize(url: string) {
  const size = both(
    value('total', text(), sql`pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(current_database()))`),
    value('accounts', text(), sql`public.stored_rows('public.accounts'::regclass)::text`),
  );
  return one(url, sql`SELECT ${size}`);
}

/** What a reader of another subject finds, over a connection of its own. */
export function examineBy<T>(url: string, read: (reader: Reader) => Promise<T>): Promise<T> {
  return looking(url, ({ catalog }) => read(catalog));
}

async function one<Row>(url: string, statement: Statement<Row>): Promise<Row> {
  return looking(url, async ({ catalog }) => {
    const [row] = await catalog.query(statement);
    if (row === undefined) throw new Error('The database did not answer what was asked');
    return row;
  });
}

async function looking<T>(url: string, work: (watch: Watch) => Promise<T>): Promise<T> {
  const watch = new Watch({ url, poolSize: 1, connectMs: CONNECT_MS, silenceMs: SILENCE_MS });
  try {
    return await work(watch);
  } finally {
    await watch.close();
  }
}

function nameAndValue(setting: string): [string, string] {
  const at = setting.indexOf('=');
  return [setting.slice(0, at), setting.slice(at + 1)];
}
