import { type Config, ConfigError, loadConfig } from '../config/config';

/** What is looked at. */
export interface Patient {
  readonly env: NodeJS.ProcessEnv;
  readonly config: Config;
  /** What is wrong with the environment, a line each. `config` was read without what these lines name. */
  readonly faults: readonly string[];
  /** The variables that `config` was read without. */
  readonly without: ReadonlySet<string>;
}

/** Variables that are right or wrong together. */
const GROUPS: readonly (readonly string[])[] = [
  ['DATABASE_URL', 'SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL'],
  ['PEOPLE', 'SYNC'].flatMap((side) =>
    ['ISSUER', 'JWKS_URL', 'PUBLIC_KEY', 'AUDIENCE', 'ALGORITHMS', 'MAX_TOKEN_AGE'].map((part) => `${side}_${part}`),
  ),
  ['WORKERS', 'POOL_SIZE', 'MAX_CONNECTIONS'],
  ['STATEMENT_TIMEOUT', 'LOCK_TIMEOUT'],
];

/**
 * Reads the environment as the server would, and where that refuses it, what is left without what is wrong: the rest is
 * looked at all the same (test/doctor/patient.test.ts).
 */
export function patientOf(env: NodeJS.ProcessEnv): Patient {
  const without = new Set<string>();
  let faults: readonly string[] | null = null;
  for (;;) {
    try {
      return { env, config: loadConfig(leaving(env, without)), faults: faults ?? [], without };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const named = error.faults.flatMap(namesIn);
      const isLess = (names: readonly string[]) => names.some((name) => name in env && !without.has(name));
      // What is named; where that is not there or was left before, all that goes with it.
      const toLeave = [named, named.flatMap(groupOf)].find(isLess) ?? Object.keys(env);
      for (const name of [...named, ...toLeave]) without.add(name);
      faults ??= error.faults;
    }
  }
}

/** A fault begins with the names of what is wrong. */
function namesIn(fault: string): string[] {
  return (/^[A-Z_, ]+(?=[:=])/.exec(fault)?.[0] ?? '').split(', ');
}

function groupOf(name: string): readonly string[] {
  return GROUPS.find((group) => group.includes(name)) ?? [name];
}

function leaving(env: NodeJS.ProcessEnv, without: ReadonlySet<string>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !without.has(name)));
}
