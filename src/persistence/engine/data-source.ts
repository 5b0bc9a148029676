import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { types } from 'pg';
import type { DataSource, EntitySchema, MigrationInterface } from 'typeorm';
import type { DatabaseListener } from './connection/session';
import { SettledClient } from './connection/settled-client';
import type { Bounds } from './logins';

const load = createRequire(__filename);

/** Where the environment says nothing else of CONNECT_TIMEOUT. */
export const CONNECT_MS = 2_000;

/** How to reach a database with one login. */
export interface LoginSettings {
  readonly url: string;
  readonly poolSize: number;
  /** How long is waited for a connection, and for one's turn to have it. */
  readonly connectMs?: number;
  /** What every session and transaction says of its own patience. */
  readonly bounds?: Bounds;
  /** Gives up a connection that says nothing for so long: a Postgres that is frozen ends no statement by itself. */
  readonly silenceMs?: number;
  /** Settings of the sessions, e.g. `-c search_path=public`; a pooler in between would refuse them. */
  readonly options?: string;
  /** The tables, for comparing them with the database; nothing else asks for them. */
  readonly entities?: readonly EntitySchema[];
  /** How long a connection may be idle before it is closed; 0: for ever. */
  readonly idleMs?: number;
  /** Told of all that is asked with this login. */
  readonly listener?: DatabaseListener;
}

/**
 * A data source of one login. Tables come from migrations only, never from the entities. TypeORM is loaded here: who has
 * nothing to migrate starts without it.
 */
export function createDataSource(settings: LoginSettings): DataSource {
  const typeorm: typeof import('typeorm') = load('typeorm');
  return new typeorm.DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: 'reseller-accounts',
    entities: [...(settings.entities ?? [])],
    synchronize: false,
    migrations: migrations(),
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    // Postgres makes UUIDs itself: nothing is to be installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    logging: false,
    extra: connectionsOf(settings),
  });
}

/** What pg is told of the connections of a login, by whichever pool they are made. */
export function connectionsOf({
  poolSize,
  options,
  silenceMs,
  connectMs = CONNECT_MS,
  idleMs = 10_000,
}: LoginSettings) {
  return {
    Client: SettledClient,
    max: poolSize,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: idleMs,
    ...(options === undefined ? {} : { options }),
    ...(silenceMs === undefined ? {} : { stream: () => impatientSocket(silenceMs) }),
    types: AS_DECLARED,
  };
}

/**
 * The classes of the folder migrations/ beside src/, in the sources as in the build. TypeORM would take paths for patterns,
 * and find nothing below a folder with a bracket in its name.
 */
function migrations(): (new () => MigrationInterface)[] {
  const folder = join(__dirname, '..', '..', '..', 'migrations');
  return readdirSync(folder)
    .filter((file) => /^\d+-[a-z-]+\.[jt]s$/.test(file))
    .sort()
    .flatMap((file) => Object.values<new () => MigrationInterface>(load(join(folder, file))));
}

let names: readonly string[] | null = null;

/** The names of this code's migrations, the newest last. */
export function migrationNames(): readonly string[] {
  names ??= migrations().map(({ name }) => name);
  return names;
}

const DATE_OID = 1082;
const INT8_OID = 20;

/** A day stays the text that it is: a Date would move it by the server's time zone. A bigint stays whole. */
function textForDays(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === DATE_OID) return (value) => value;
  if (oid === INT8_OID) return BigInt;
  return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
}

/** What pg makes of values, so that each is what its column is declared as. */
export const AS_DECLARED = { getTypeParser: textForDays };

function impatientSocket(silenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => socket.destroy());
  return socket;
}
