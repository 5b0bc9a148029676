import { isSet, type Values } from './config-variables';

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
  /** The owner's. Without it the start migrates nothing. */
  readonly migrationUrl?: string;
}

const BOTH = 'expected both or neither (neither: PostgreSQL is embedded)';

/** Where the database is. What is wrong is added to `faults`, and the answer is then not to be used. */
export function databaseOf(
  values: Values,
  dataDir: string,
  env: NodeJS.ProcessEnv,
  faults: string[],
): EmbeddedDatabase | ExternalDatabase {
  const isExternal = isSet(env, 'DATABASE_URL');
  if (isExternal && !isSet(env, 'SYNC_DATABASE_URL')) {
    faults.push(`SYNC_DATABASE_URL: not set while DATABASE_URL is, ${BOTH}`);
  }
  for (const name of ['SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const) {
    if (isSet(env, name) && !isExternal) faults.push(`${name}: got a value while DATABASE_URL is not set, ${BOTH}`);
  }
  faults.push(...sharedLogins(values));
  const { DATABASE_URL: portalUrl, SYNC_DATABASE_URL: syncUrl, MIGRATION_DATABASE_URL: migrationUrl } = values;
  if (portalUrl !== undefined && syncUrl !== undefined) {
    return { kind: 'external', portalUrl, syncUrl, ...(migrationUrl === undefined ? {} : { migrationUrl }) };
  }
  return {
    kind: 'embedded',
    dataDir,
    dataDirIsExplicit: values.DATA_DIR !== undefined,
    ...(values.POSTGRES_BIN === undefined ? {} : { postgresBin: values.POSTGRES_BIN }),
  };
}

/** One login for two uses would have the rights of both, and a layer of the guard would be gone. */
function sharedLogins(values: Values): string[] {
  const names = ['DATABASE_URL', 'SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const;
  const users = new Map<string, string>();
  return names.flatMap((name) => {
    const url = values[name];
    if (url === undefined) return [];
    const user = loginOf(url);
    const first = users.get(user);
    if (first === undefined) users.set(user, name);
    return first === undefined ? [] : [`${name}: got the login of ${first}, expected one with rights of its own`];
  });
}

function loginOf(url: string): string {
  const { username, searchParams } = new URL(url);
  return searchParams.get('user') ?? username;
}
