import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A real PostgreSQL of our own, kept in the data folder. */
export interface EmbeddedDatabase {
  readonly kind: 'embedded';
  readonly dataDir: string;
  /** True when DATA_DIR was given: then it must do, and no other place is looked for. */
  readonly dataDirIsExplicit: boolean;
  /** Other binaries than the shipped ones. */
  readonly postgresBin?: string;
}

/** PostgreSQL somewhere else, with a login for each use. */
export interface ExternalDatabase {
  readonly kind: 'external';
  readonly portalUrl: string;
  readonly syncUrl: string;
  readonly migrationUrl: string;
}

export type IntrospectionMode = 'public' | 'authenticated' | 'off';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the environment decides, read once at the start. */
export interface Config {
  /** 0: a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the local issuer's keys and the embedded database. */
  readonly dataDir: string;
  readonly database: EmbeddedDatabase | ExternalDatabase;
  readonly demoData: 'northwind' | 'none';
  readonly introspection: IntrospectionMode;
  readonly logLevel: LogLevel;
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

interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  readonly expected: string;
  /** Its value may hold a password and is never repeated. */
  readonly secret?: true;
}

const oneOf = <const T extends string>(values: readonly [T, ...T[]]): Variable<T> => ({
  schema: z.string().pipe(z.enum(values)),
  expected: `one of ${values.join(', ')}`,
});

const text: Variable<string> = { schema: z.string(), expected: 'a text' };

const postgresUrl: Variable<string> = {
  schema: z.string().refine((value) => /^postgres(ql)?:\/\/./i.test(value) && URL.canParse(value)),
  expected: 'a URL like postgresql://user:password@host:5432/database',
  secret: true,
};

const VARIABLES = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
    expected: 'a whole number from 0 to 65535, where 0 takes a free port',
  } as Variable<number>,
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    expected: 'a host name or an IP address',
  } as Variable<string>,
  DATA_DIR: text,
  DATABASE_URL: postgresUrl,
  SYNC_DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  DEMO_DATA: oneOf(['northwind', 'none']),
  INTROSPECTION: oneOf(['public', 'authenticated', 'off']),
  LOG_LEVEL: oneOf(LOG_LEVELS),
  POSTGRES_BIN: text,
};

type Values = { readonly [K in keyof typeof VARIABLES]?: z.output<(typeof VARIABLES)[K]['schema']> };

/** Reads the environment, or throws a ConfigError with every fault in it. A variable that is empty counts as not set. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const values = readVariables(env, faults);
  const isSet = (name: string) => (env[name] ?? '').trim() !== '';

  for (const name of ['SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL']) {
    if (!isSet(name) || isSet('DATABASE_URL')) continue;
    faults.push(
      `${name}: got a value while DATABASE_URL is not set, expected both or neither (neither: PostgreSQL is embedded)`,
    );
  }
  if (env.NODE_ENV === 'production') {
    faults.push('NODE_ENV=production: the local development issuer must not vouch for anyone in production');
  }
  if (faults.length > 0) throw new ConfigError(faults);

  const dataDir = resolve(values.DATA_DIR ?? DEFAULT_DATA_DIR);
  const database = databaseOf(values, dataDir);
  return {
    port: values.PORT ?? 4001,
    host: values.HOST ?? '127.0.0.1',
    dataDir,
    database,
    demoData: values.DEMO_DATA ?? (database.kind === 'embedded' ? 'northwind' : 'none'),
    introspection: values.INTROSPECTION ?? 'public',
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

/** The environment completed by a `.env` file, if there is one. What the environment itself says wins. */
export function withEnvFile(env: NodeJS.ProcessEnv, path = '.env'): NodeJS.ProcessEnv {
  return existsSync(path) ? { ...parseEnv(readFileSync(path, 'utf8')), ...env } : env;
}

function readVariables(env: NodeJS.ProcessEnv, faults: string[]): Values {
  const read = Object.entries<Variable<unknown>>(VARIABLES).flatMap(([name, variable]) => {
    const given = (env[name] ?? '').trim();
    if (given === '') return [];
    const result = variable.schema.safeParse(given);
    if (result.success) return [[name, result.data] as const];
    faults.push(
      `${name}: got ${variable.secret ? 'a value that is not shown' : JSON.stringify(given)}, expected ${variable.expected}`,
    );
    return [];
  });
  return Object.fromEntries(read) as Values;
}

function databaseOf(values: Values, dataDir: string): Config['database'] {
  const portalUrl = values.DATABASE_URL;
  if (portalUrl !== undefined) {
    return {
      kind: 'external',
      portalUrl,
      syncUrl: values.SYNC_DATABASE_URL ?? portalUrl,
      migrationUrl: values.MIGRATION_DATABASE_URL ?? portalUrl,
    };
  }
  return {
    kind: 'embedded',
    dataDir,
    dataDirIsExplicit: values.DATA_DIR !== undefined,
    ...(values.POSTGRES_BIN === undefined ? {} : { postgresBin: values.POSTGRES_BIN }),
  };
}
