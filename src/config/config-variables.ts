import { z } from 'zod';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from '../identity/issuer-settings';
import { parsePublicKey } from '../identity/public-key';
import { SAMPLERS } from '../telemetry/tracing-settings';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  readonly expected: string;
  /** Its value may hold a password and is not repeated (test/config/config-database.test.ts). */
  readonly secret?: true;
}

const oneOf = <const T extends string>(values: readonly [T, ...T[]]): Variable<T> => ({
  schema: z.string().pipe(z.enum(values)),
  expected: `one of ${values.join(', ')}`,
});

const text: Variable<string> = { schema: z.string(), expected: 'a text' };

const secretOf = (shortest: number): Variable<string> => ({
  schema: z
    .string()
    .min(shortest)
    .regex(/^[!-~]+$/),
  expected: `${shortest} characters or more of ASCII without blanks`,
  secret: true,
});

const seconds: Variable<number> = {
  schema: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
  expected: 'a whole number of seconds, 1 or more',
};

const secondsFrom = (least: number, most: number): Variable<number> => ({
  schema: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most),
  expected: `a whole number of seconds, ${least} to ${most}`,
});

const maxConnections: Variable<number> = {
  schema: z
    .string()
    .regex(/^\d{2,6}$/)
    .transform(Number)
    .refine((value) => value >= 20 && value <= 100_000),
  expected: 'a whole number from 20 to 100000',
};

const poolSize: Variable<number> = {
  schema: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value >= 2 && value <= 1000),
  expected: 'a whole number from 2 to 1000',
};

const workers: Variable<number | 'auto'> = {
  schema: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4]|auto)$/)
    .transform((value) => (value === 'auto' ? value : Number(value))),
  expected: 'a whole number from 1 to 64, or auto for as many as there are processors',
};

const slowOperation: Variable<number> = {
  schema: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .refine((value) => value <= 3_600_000),
  expected: 'a whole number of milliseconds, 0 to 3600000',
};

/** Like the headers it may hold what lets somebody send there. */
const otlpUrl: Variable<string> = {
  schema: z.string().refine((value) => /^https?:\/\/./i.test(value) && URL.canParse(value)),
  expected: 'a URL that begins with http:// or https://, e.g. http://127.0.0.1:4318',
  secret: true,
};

const keyValues: Variable<NonNullable<ReturnType<typeof parsePairs>>> = {
  schema: z
    .string()
    .transform(parsePairs)
    .refine((pairs) => pairs !== null),
  expected: 'a list like key=value,other=value, with what is not ASCII percent-encoded',
  secret: true,
};

const ratio: Variable<number> = {
  schema: z
    .string()
    .regex(/^(0(\.\d{1,12})?|1(\.0{1,12})?)$/)
    .transform(Number),
  expected: 'a number from 0 to 1',
};

const flag: Variable<boolean> = {
  schema: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false']))
    .transform((value) => value === 'true'),
  expected: 'true or false',
};

const auditRetention: Variable<number> = {
  schema: z
    .string()
    .regex(/^\d{2,5}$/)
    .transform(Number)
    .refine((value) => value >= 90),
  expected: 'a whole number of days, 90 or more; without it nothing of the audit is removed',
};

const postgresUrl: Variable<string> = {
  schema: z.string().refine((value) => /^postgres(ql)?:\/\/./i.test(value) && URL.canParse(value)),
  expected: 'a URL like postgresql://user:password@host:5432/database',
  secret: true,
};

const jwksUrl: Variable<string> = {
  schema: z.string().refine(isSafeUrl),
  expected: 'a URL that begins with https:// (http:// only to this machine) and holds no password',
  secret: true,
};

const publicKey: Variable<NonNullable<ReturnType<typeof parsePublicKey>>> = {
  schema: z
    .string()
    .transform(parsePublicKey)
    .refine((key) => key !== null),
  expected: 'a public key as PEM ("-----BEGIN PUBLIC KEY-----") or as JWK in JSON',
  secret: true,
};

const algorithms: Variable<readonly SigningAlgorithm[]> = {
  schema: z
    .string()
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(SIGNING_ALGORITHMS))),
  expected: `a list of ${SIGNING_ALGORITHMS.join(', ')}`,
};

const port: Variable<number> = {
  schema: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65_535),
  expected: 'a whole number from 0 to 65535, where 0 takes a free port',
};

const host: Variable<string> = {
  schema: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
  expected: 'a host name or an IP address',
};

const VARIABLES = {
  PORT: port,
  HOST: host,
  DATA_DIR: text,
  DATABASE_URL: postgresUrl,
  SYNC_DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  PORTAL_PASSWORD: secretOf(12),
  SYNC_PASSWORD: secretOf(12),
  PEOPLE_ISSUER: text,
  PEOPLE_JWKS_URL: jwksUrl,
  PEOPLE_PUBLIC_KEY: publicKey,
  PEOPLE_AUDIENCE: text,
  PEOPLE_ALGORITHMS: algorithms,
  PEOPLE_MAX_TOKEN_AGE: seconds,
  SYNC_ISSUER: text,
  SYNC_JWKS_URL: jwksUrl,
  SYNC_PUBLIC_KEY: publicKey,
  SYNC_AUDIENCE: text,
  SYNC_ALGORITHMS: algorithms,
  SYNC_MAX_TOKEN_AGE: seconds,
  GATEWAY_SECRET: secretOf(16),
  SYNC_GATEWAY_SECRET: secretOf(16),
  REQUEST_TIMEOUT: secondsFrom(1, 3600),
  STOP_WAIT: secondsFrom(0, 300),
  DRAIN_TIMEOUT: secondsFrom(1, 300),
  KEEP_ALIVE_TIMEOUT: secondsFrom(1, 3600),
  CONNECT_TIMEOUT: secondsFrom(1, 60),
  STATEMENT_TIMEOUT: secondsFrom(1, 60),
  LOCK_TIMEOUT: secondsFrom(1, 60),
  MAX_CONNECTIONS: maxConnections,
  POOL_SIZE: poolSize,
  WORKERS: workers,
  DEMO_DATA: oneOf(['northwind', 'none']),
  INTROSPECTION: oneOf(['public', 'authenticated', 'off']),
  LOG_LEVEL: oneOf(LOG_LEVELS),
  SLOW_OPERATION_MS: slowOperation,
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: otlpUrl,
  OTEL_EXPORTER_OTLP_HEADERS: keyValues,
  OTEL_SERVICE_NAME: text,
  OTEL_RESOURCE_ATTRIBUTES: keyValues,
  OTEL_TRACES_SAMPLER: oneOf(SAMPLERS),
  OTEL_TRACES_SAMPLER_ARG: ratio,
  OTEL_SDK_DISABLED: flag,
  METRICS_PORT: port,
  METRICS_HOST: host,
  METRICS_TOKEN: secretOf(16),
  POSTGRES_BIN: text,
  AUDIT_RETENTION: auditRetention,
};

export type VariableName = keyof typeof VARIABLES;

/** What the variables say. One that is not set, or is faulty, is not there. */
export type Values = { readonly [K in VariableName]?: z.output<(typeof VARIABLES)[K]['schema']> };

/** Whether the environment says anything about it. Empty counts as not set. */
export function isSet(env: NodeJS.ProcessEnv, name: VariableName): boolean {
  return (env[name] ?? '').trim() !== '';
}

/** Reads the variables of those names, all if none are named; what is wrong with them is added to `faults`. */
export function readVariables(env: NodeJS.ProcessEnv, faults: string[], only?: readonly VariableName[]): Values {
  const read = Object.entries<Variable<unknown>>(VARIABLES).flatMap(([name, variable]) => {
    const isWanted = only === undefined || only.includes(name as VariableName);
    const given = (env[name] ?? '').trim();
    if (given === '' || !isWanted) return [];
    const result = variable.schema.safeParse(given);
    if (result.success) return [[name, result.data] as const];
    faults.push(
      `${name}: got ${variable.secret ? 'a value that is not shown' : JSON.stringify(given)}, expected ${variable.expected}`,
    );
    return [];
  });
  return Object.fromEntries(read) as Values;
}

/** As OpenTelemetry writes lists; null for what is none. */
function parsePairs(list: string): Readonly<Record<string, string>> | null {
  const pairs = list.split(',').map((pair) => /^\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*([\x20-\x7e]*?)\s*$/.exec(pair));
  try {
    return Object.fromEntries(
      pairs.map((pair) => {
        if (pair === null) throw new URIError();
        return [pair[1], decodeURIComponent(pair[2] ?? '')];
      }),
    );
  } catch {
    return null;
  }
}

/** Whoever can read or change what an issuer publishes on the way could vouch for anyone. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopback));
}
