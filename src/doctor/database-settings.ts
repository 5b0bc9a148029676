import {
  examineRoles,
  examineServer,
  type RoleFacts,
  type ServerFacts,
  wantedOfRoles,
} from '../persistence/set-up/examine';
import { looking } from './database-checks';
import { type Finding, fault, ok, warning } from './finding';
import type { Patient } from './patient';

const OLDEST = 150_000;

/** What would lose what was acknowledged, or let the database grow for ever. */
const RISKS: readonly (readonly [keyof ServerFacts, string, string])[] = [
  ['fsync', 'on', 'a crash may leave the database broken'],
  ['fullPageWrites', 'on', 'a crash may leave the database broken'],
  ['synchronousCommit', 'off', 'a crash loses what was acknowledged just before'],
  ['autovacuum', 'on', 'tables grow for ever, and reads get slower'],
];

export async function lookAtServerSettings(patient: Patient): Promise<Finding[]> {
  const { database } = patient.config;
  if (database.kind === 'embedded') {
    const { whyNoBinaries } = await import('../development/embedded-postgres/find-running.js');
    const [found = '', ...advice] = ((await whyNoBinaries(database.postgresBin)) ?? '').split(/(?<=\.) /);
    if (found !== '') return [fault(found, advice.join(' '))];
  }
  return looking(patient, async (url) => {
    const facts = await examineServer(url);
    const faults = serverFindings(facts, patient.config.database.kind === 'embedded');
    return faults.length > 0 ? faults : [ok(`PostgreSQL ${facts.version}, UTF8, a primary`)];
  });
}

/** Encoding, DateStyle, time zone and whether it is a standby were asked as the connection opened, which else had failed. */
export function serverFindings(facts: ServerFacts, isEmbedded: boolean): Finding[] {
  if (facts.versionNumber < OLDEST) {
    return [
      fault(`PostgreSQL ${facts.version}, where 15 or newer is needed`, 'Upgrade the server, by pg_upgrade for one.'),
    ];
  }
  if (isEmbedded) return [];
  return RISKS.filter(([name, value]) =>
    name === 'synchronousCommit' ? facts[name] === value : facts[name] !== value,
  ).map(([name, , consequence]) => {
    const setting = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return warning(`${setting} is ${facts[name]}: ${consequence}`, `Set ${setting} to on in postgresql.conf.`);
  });
}

export async function lookAtConnections(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) =>
    connectionFindings(patient.config, await examineServer(url), await examineRoles(url)),
  );
}

/** Whether the database gives what one server of these settings takes. */
export function connectionFindings(
  { poolSize, workers }: { readonly poolSize: number; readonly workers: number },
  { maxConnections, reservedConnections }: Pick<ServerFacts, 'maxConnections' | 'reservedConnections'>,
  roles: readonly RoleFacts[],
): Finding[] {
  const each = poolSize + workers;
  const all = maxConnections - reservedConnections;
  const takes = `POOL_SIZE=${poolSize} and ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  const tooFew = roles
    .filter(({ connectionLimit }) => connectionLimit >= 0 && connectionLimit < each)
    .map(({ role, connectionLimit }) =>
      fault(
        `${role} may have ${connectionLimit} connections, and ${takes} take ${each}`,
        `Set a smaller POOL_SIZE, or as the owner: ALTER ROLE ${role} CONNECTION LIMIT ${each};`,
      ),
    );
  if (2 * each > all) {
    tooFew.push(
      fault(
        `the server has ${all} connections for all, and ${takes} take ${2 * each} of both logins`,
        'Set a smaller POOL_SIZE, raise max_connections, or put a pooler in between.',
      ),
    );
  } else if (2 * 2 * each > all) {
    tooFew.push(
      warning(
        `the server has ${all} connections for all, and ${takes} take ${2 * each}: a second server would not fit`,
        'Before you add one: a smaller POOL_SIZE, a larger max_connections, or a pooler.',
      ),
    );
  }
  return tooFew.length > 0 ? tooFew : [ok(`${2 * each} of ${all} are taken by one server at most`)];
}

export async function lookAtPatience(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    // The embedded one's roles are set anew by each start, and no one else uses them.
    if (patient.config.database.kind === 'embedded') return [ok('said by the server in each session')];
    return patienceFindings(wantedOfRoles(patient.config), await examineRoles(url));
  });
}

/** What a role is set to is for whoever else uses the login: the server says its own in each of its sessions. */
export function patienceFindings(wanted: Readonly<Record<string, string>>, roles: readonly RoleFacts[]): Finding[] {
  const other = roles.flatMap(({ role, settings }) =>
    Object.entries(wanted)
      .filter(([name, value]) => settings[name] !== value)
      .map(([name, value]) =>
        warning(
          `${name} of ${role} is ${settings[name] ?? 'not set'}, and ${value} by the settings here`,
          'Run db:setup with the same settings: only sessions that are no server’s go by it.',
        ),
      ),
  );
  return other.length > 0 ? other : [ok('both roles have what is set here')];
}
