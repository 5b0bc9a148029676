import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { TrustedIssuers } from '../identity/issuer-settings';
import type { TracingSettings } from '../telemetry/tracing-settings';
import { databaseOf, type EmbeddedDatabase, type ExternalDatabase } from './config-database';
import { issuersOf } from './config-issuers';
import { type MetricsSettings, metricsOf } from './config-metrics';
import { type DatabaseTimeouts, databaseTimeoutsOf, type Timeouts, timeoutsOf } from './config-timeouts';
import { tracingOf } from './config-tracing';
import { isSet, type LOG_LEVELS, readVariables } from './config-variables';
import { type WorkerSettings, workersOf } from './config-workers';

export type IntrospectionMode = 'public' | 'authenticated' | 'off';
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the environment decides, read once at the start. */
export interface Config extends WorkerSettings, Timeouts, DatabaseTimeouts {
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the local issuer's keys and the embedded database. */
  readonly dataDir: string;
  readonly database: EmbeddedDatabase | ExternalDatabase;
  /** Null: the local development issuer vouches for callers. */
  readonly issuers: TrustedIssuers | null;
  /** Without it no person at /graphql is answered, nor who sends no token. */
  readonly gatewaySecret?: string;
  /** Without it no sync service is. */
  readonly syncGatewaySecret?: string;
  readonly demoData: 'northwind' | 'none';
  readonly introspection: IntrospectionMode;
  readonly logLevel: LogLevel;
  /** An operation that takes so long is logged at warn; 0: none is. */
  readonly slowOperationMs: number;
  /** Null: nothing is traced. */
  readonly tracing: TracingSettings | null;
  /** Null: nothing is counted, and nobody is told. */
  readonly metrics: MetricsSettings | null;
}

/** What a process that serves needs of it: the database is had by then, and the URL of its owner is not for it. */
export type ServingConfig = Omit<Config, 'database'>;

/** What `reseller-accounts db:setup` is told by the environment. */
export interface DatabaseSetup extends DatabaseTimeouts {
  readonly ownerUrl: string;
  /** Those that were chosen. */
  readonly portalPassword?: string;
  readonly syncPassword?: string;
}

/** The environment cannot be used. `faults` has a line for each thing that is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}`,
    );
  }
}

const DEFAULT_DATA_DIR = '.data';
const DEFAULT_SLOW_OPERATION_MS = 1_000;

/** Reads the environment, or throws a ConfigError with all its faults (test/config/config.test.ts). Empty is not set. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const values = readVariables(env, faults);
  const dataDir = resolve(values.DATA_DIR ?? DEFAULT_DATA_DIR);
  const database = databaseOf(values, dataDir, env, faults);
  const issuers = issuersOf(values, env, faults);
  const workers = workersOf(values, faults);
  const databaseTimeouts = databaseTimeoutsOf(values, faults);
  const tracing = tracingOf(values, faults);
  const metrics = metricsOf(values, faults);
  if (issuers !== null && values.DEMO_DATA === 'northwind') {
    faults.push('DEMO_DATA: got "northwind", expected none with issuers of your own: only the local one signs for it');
  }
  for (const name of ['GATEWAY_SECRET', 'SYNC_GATEWAY_SECRET'] as const) {
    if (isSet(env, name) && values.DEMO_DATA === 'northwind') {
      faults.push(`DEMO_DATA: got "northwind", expected none with ${name}: it is loaded without the gateway`);
    }
  }
  if (env.NODE_ENV === 'production') faults.push(...productionFaults(env));
  if (faults.length > 0) throw new ConfigError(faults);

  const isDevelopment = issuers === null;
  const { GATEWAY_SECRET: gatewaySecret, SYNC_GATEWAY_SECRET: syncGatewaySecret } = values;
  const isOpen = gatewaySecret === undefined && syncGatewaySecret === undefined;
  const mayLoadExample = isDevelopment && database.kind === 'embedded' && isOpen;
  return {
    port: values.PORT ?? 4001,
    host: values.HOST ?? '127.0.0.1',
    dataDir,
    database,
    issuers,
    ...(gatewaySecret === undefined ? {} : { gatewaySecret }),
    ...(syncGatewaySecret === undefined ? {} : { syncGatewaySecret }),
    ...timeoutsOf(values),
    ...databaseTimeouts,
    ...workers,
    demoData: values.DEMO_DATA ?? (mayLoadExample ? 'northwind' : 'none'),
    introspection: values.INTROSPECTION ?? (isDevelopment ? 'public' : 'authenticated'),
    logLevel: values.LOG_LEVEL ?? 'info',
    slowOperationMs: values.SLOW_OPERATION_MS ?? DEFAULT_SLOW_OPERATION_MS,
    tracing,
    metrics,
  };
}

/** Reads what `reseller-accounts db:setup` needs; a URL from the command line wins. */
export function loadDatabaseSetup(env: NodeJS.ProcessEnv, url?: string): DatabaseSetup {
  const given = url === undefined ? env : { ...env, MIGRATION_DATABASE_URL: url };
  const faults: string[] = [];
  const values = readVariables(given, faults, [
    ...(['MIGRATION_DATABASE_URL', 'PORTAL_PASSWORD', 'SYNC_PASSWORD'] as const),
    ...(['STATEMENT_TIMEOUT', 'LOCK_TIMEOUT'] as const),
  ]);
  const timeouts = databaseTimeoutsOf(values, faults);
  if (!isSet(given, 'MIGRATION_DATABASE_URL')) {
    faults.push("MIGRATION_DATABASE_URL: not set, expected the owner's URL of the database (or --url)");
  }
  if (values.MIGRATION_DATABASE_URL !== undefined && new URL(values.MIGRATION_DATABASE_URL).pathname.length < 2) {
    faults.push('MIGRATION_DATABASE_URL: names no database, expected postgresql://owner:password@host:5432/database');
  }
  const { MIGRATION_DATABASE_URL: ownerUrl, PORTAL_PASSWORD: portal, SYNC_PASSWORD: sync } = values;
  if (ownerUrl === undefined || faults.length > 0) throw new ConfigError(faults);
  return {
    ownerUrl,
    ...timeouts,
    ...(portal === undefined ? {} : { portalPassword: portal }),
    ...(sync === undefined ? {} : { syncPassword: sync }),
  };
}

/**
 * Where `reseller-accounts db:check-references` looks: the URL of the command line, else the owner's, else the portal's. The embedded
 * database has none: its logins are known to the running server alone.
 */
export function loadDatabaseToCheck(env: NodeJS.ProcessEnv, url?: string): string {
  const given = url === undefined ? env : { ...env, MIGRATION_DATABASE_URL: url };
  const faults: string[] = [];
  const { MIGRATION_DATABASE_URL, DATABASE_URL } = readVariables(given, faults, [
    'MIGRATION_DATABASE_URL',
    'DATABASE_URL',
  ]);
  const found = MIGRATION_DATABASE_URL ?? DATABASE_URL;
  if (found === undefined && faults.length === 0) {
    faults.push(
      "MIGRATION_DATABASE_URL: not set, expected the owner's URL of the database (or --url, or DATABASE_URL)",
    );
  }
  if (found === undefined || faults.length > 0) throw new ConfigError(faults);
  return found;
}

/** Where `reseller-accounts outbox` looks: the URL of the command line, else the portal's. */
export function loadOutboxDatabase(env: NodeJS.ProcessEnv, url?: string): string {
  const given = url === undefined ? env : { ...env, DATABASE_URL: url };
  const faults: string[] = [];
  const { DATABASE_URL: found } = readVariables(given, faults, ['DATABASE_URL']);
  if (!isSet(given, 'DATABASE_URL')) {
    faults.push("DATABASE_URL: not set, expected the URL of the portal's login (or --url)");
  }
  if (found === undefined || faults.length > 0) throw new ConfigError(faults);
  return found;
}

/** What `reseller-accounts db:maintain` is told. */
export interface Maintenance {
  readonly ownerUrl: string;
  /** Days for which the audit is kept; all of it where there are none. */
  readonly auditRetention?: number;
}

/** Reads what `reseller-accounts db:maintain` needs; what the command line says wins. */
export function loadMaintenance(
  env: NodeJS.ProcessEnv,
  { url, auditRetention }: { readonly url?: string | undefined; readonly auditRetention?: string | undefined },
): Maintenance {
  const given = {
    ...env,
    ...(url === undefined ? {} : { MIGRATION_DATABASE_URL: url }),
    ...(auditRetention === undefined ? {} : { AUDIT_RETENTION: auditRetention }),
  };
  const faults: string[] = [];
  const { MIGRATION_DATABASE_URL: ownerUrl, AUDIT_RETENTION: days } = readVariables(given, faults, [
    'MIGRATION_DATABASE_URL',
    'AUDIT_RETENTION',
  ]);
  if (!isSet(given, 'MIGRATION_DATABASE_URL')) {
    faults.push("MIGRATION_DATABASE_URL: not set, expected the owner's URL of the database (or --url)");
  }
  if (ownerUrl === undefined || faults.length > 0) throw new ConfigError(faults);
  return { ownerUrl, ...(days === undefined ? {} : { auditRetention: days }) };
}

/** The environment completed by a `.env` file, if there is one. What the environment itself says wins. */
export function withEnvFile(env: NodeJS.ProcessEnv, path = '.env'): NodeJS.ProcessEnv {
  return existsSync(path) ? { ...parseEnv(readFileSync(path, 'utf8')), ...env } : env;
}

/** What does for development and must not for production. */
function productionFaults(env: NodeJS.ProcessEnv): string[] {
  return [
    ...(isSet(env, 'PEOPLE_ISSUER') || isSet(env, 'SYNC_ISSUER')
      ? []
      : ['NODE_ENV=production: the local development issuer must not vouch for anyone, expected PEOPLE_… and SYNC_…']),
    ...(isSet(env, 'DATABASE_URL')
      ? []
      : ['NODE_ENV=production: the server would own the embedded database, expected DATABASE_URL']),
    ...(isSet(env, 'MIGRATION_DATABASE_URL')
      ? [
          "MIGRATION_DATABASE_URL: got a value with NODE_ENV=production, expected none: the server must not have the owner's login. Migrate with reseller-accounts db:setup",
        ]
      : []),
  ];
}
