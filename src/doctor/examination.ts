import { setTimeout as sleep } from 'node:timers/promises';
import { lookAtAudit } from './audit-check';
import { lookAtClock } from './clock-check';
import { lookAtGuards, lookAtLogin, lookAtMigrations, lookAtSize } from './database-checks';
import { lookAtConnections, lookAtPatience, lookAtServerSettings } from './database-settings';
import { type Finding, fault, skipped } from './finding';
import { lookAtIssuer } from './issuer-checks';
import { lookAtNode } from './node-check';
import { type Patient, patientOf } from './patient';
import { lookAtDataFolder } from './place-check';
import { lookAtServer } from './server-check';
import { lookAtEnvFile, lookAtSettings } from './settings-check';
import { lookAtMetrics, lookAtTraces } from './telemetry-checks';

/** One thing that is looked at. It fails for itself alone, and takes no longer than it may. */
export interface Check {
  readonly name: string;
  /** Another one before it, which it needs to be without fault. */
  readonly restsOn?: string;
  look(patient: Patient): Promise<readonly Finding[]>;
}

const PORTAL = "portal's login";

/** All that is looked at, in the order in which one thing rests on another. One more is one entry more. */
export const CHECKS: readonly Check[] = [
  { name: 'node', look: lookAtNode },
  { name: 'settings', look: lookAtSettings },
  { name: 'file .env', look: (patient) => lookAtEnvFile(patient) },
  { name: 'data folder', look: lookAtDataFolder },
  { name: PORTAL, look: (patient) => lookAtLogin(patient, 'DATABASE_URL') },
  { name: "sync's login", look: (patient) => lookAtLogin(patient, 'SYNC_DATABASE_URL') },
  { name: 'PostgreSQL', restsOn: PORTAL, look: lookAtServerSettings },
  { name: 'migrations', restsOn: PORTAL, look: lookAtMigrations },
  { name: 'guards', restsOn: PORTAL, look: lookAtGuards },
  { name: 'connections', restsOn: PORTAL, look: lookAtConnections },
  { name: 'patience', restsOn: PORTAL, look: lookAtPatience },
  { name: 'size', restsOn: PORTAL, look: lookAtSize },
  { name: 'audit', restsOn: PORTAL, look: lookAtAudit },
  { name: 'clock', restsOn: PORTAL, look: lookAtClock },
  { name: "people's issuer", look: (patient) => lookAtIssuer(patient, 'people') },
  { name: "syncs' issuer", look: (patient) => lookAtIssuer(patient, 'resellerSync') },
  { name: 'server', look: lookAtServer },
  { name: 'metrics', look: lookAtMetrics },
  { name: 'traces', look: lookAtTraces },
];

const PATIENCE_MS = 15_000;

/** What a check has found, by its name. */
export interface Found extends Finding {
  readonly check: string;
}

/**
 * Looks at everything and changes nothing. What rests on the same thing takes turns, so that of the connections of a server
 * that is busy hardly any is taken; what rests on a fault is not looked at, and the fault told once.
 */
export async function examine(
  env: NodeJS.ProcessEnv,
  checks: readonly Check[] = CHECKS,
  patienceMs = PATIENCE_MS,
): Promise<Found[]> {
  const patient = patientOf(env);
  const looks = new Map<string, Promise<readonly Finding[]>>();
  const turns = new Map<string, Promise<unknown>>();
  for (const check of checks) {
    const { name, restsOn = name } = check;
    const base = looks.get(restsOn);
    const look = (turns.get(restsOn) ?? Promise.resolve()).then(async () =>
      (await base)?.some(({ verdict }) => verdict === 'fault')
        ? [skipped(`${restsOn} is at fault`)]
        : lookInTime(check, patient, patienceMs),
    );
    looks.set(name, look);
    turns.set(restsOn, look);
  }
  const found = await Promise.all(looks.values());
  return checks.flatMap(({ name }, at) => (found[at] ?? []).map((finding) => ({ check: name, ...finding })));
}

async function lookInTime(check: Check, patient: Patient, patienceMs: number): Promise<readonly Finding[]> {
  const late = sleep(patienceMs, null, { ref: false }).then(() => [
    fault(`no answer within ${patienceMs / 1000} s`, 'Something in between takes what is sent and answers nothing.'),
  ]);
  const looked = check
    .look(patient)
    .catch((error: unknown) => [
      fault(
        `it could not be looked at: ${error instanceof Error ? error.message : error}`,
        'Report it, with this line.',
      ),
    ]);
  return Promise.race([looked, late]);
}
