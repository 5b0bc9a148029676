import { explainFailure, NOT_REACHED } from '../persistence/set-up/database-failure';
import { type Finding, fault, skipped } from './finding';
import type { Patient } from './patient';

const DATABASE = 'reseller_accounts';

const ADVICE: Readonly<Record<string, string>> = {
  ...NOT_REACHED,
  '28P01': 'The password in the URL is not that of the login: db:setup --new-passwords makes another.',
  '28000': 'The server does not let this login in: look at its pg_hba.conf.',
  '3D000': 'Is the name in the URL right? db:setup makes the database.',
  '42P01': 'The database has not our tables: run db:setup on it.',
  '42501': 'Is it the login that db:setup made? Run db:setup again.',
  '53300':
    'The login has all the connections that it may have: give the role more, or the servers a smaller POOL_SIZE.',
  '57P03': 'The server starts or stops: look at its log.',
};

/** By which URLs the database is looked at. */
export interface Access {
  readonly portal: string | null;
  readonly sync: string | null;
  /** Whatever login sees the catalog. */
  readonly any: string;
}

/** Null and why, where there is nothing that could be looked at. */
export async function accessOf({ config, without }: Patient): Promise<Access | Finding> {
  if (without.has('DATABASE_URL')) return skipped('its settings are at fault');
  const { database } = config;
  if (database.kind === 'external')
    return { portal: database.portalUrl, sync: database.syncUrl, any: database.portalUrl };
  const { findEmbeddedPostgres } = await import('../development/embedded-postgres/find-running.js');
  const url = (await findEmbeddedPostgres(database.dataDir)).url(DATABASE);
  // Its logins have passwords that the running server alone knows.
  return url === null
    ? skipped('the embedded PostgreSQL does not run: npm start starts it')
    : { portal: null, sync: null, any: url };
}

export function isFinding(access: Access | Finding): access is Finding {
  return 'verdict' in access;
}

/** What keeps us from looking, and what to do about it. */
export function notHad(error: unknown): Finding {
  const [found = '', ...advice] = explainFailure(error, ADVICE).split(/(?<=[^.])\. (?=[A-Z])/);
  return fault(found, advice.join('. ') || 'Look at the log of PostgreSQL, and whether the URL is right.');
}
