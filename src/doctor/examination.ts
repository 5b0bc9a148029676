import { setTimeout as sleep } from 'node:timers/promises';
import { lookAtAudit } from './audit-check';
import { lookAtClock } from './clock-check';
import { lookAtGuards, lookAtLogin, lookAtMigrations, lookAtSize } from './database-checks';
import { lookAtConnections, lookAtPatience, lookAtServerSettings } from './database-settings';
import { type Finding, fault } from './finding';
import { lookAtIssuer } from './issuer-checks';
import { lookAtNode } from './node-check';
import { type Patient, patientOf } from './patient';
import { lookAtDataFolder } from './place-check';
import { lookAtServer } from './server-check';
import { lookAtEnvFile, lookAtSettings } from './settings-check';

/** One thing that is looked at. It fails for itself alone, and takes no longer than it may. */
export interface Check {
  readonly name: string;
  look(patient: Patient): Promise<readonly Finding[]>;
}

/** All that is looked at, in the order in which one thing rests on another. One more is one entry more. */
export const CHECKS: readonly Check[] = [
  { name: 'node', look: lookAtNode },
  { name: 'settings', look: lookAtSettings },
  { name: 'file .env', look: (patient) => lookAtEnvFile(patient) },
  { name: 'data folder', look: lookAtDataFolder },
  { name: "portal's login", look: (patient) => lookAtLogin(patient, 'DATABASE_URL') },
  { name: "sync's login", look: (patient) => lookAtLogin(patient, 'SYNC_DATABASE_URL') },
  { name: 'PostgreSQL', look: lookAtServerSettings },
  { name: 'migrations', look: lookAtMigrations },
  { name: 'guards', look: lookAtGuards },
  { name: 'connections', look: lookAtConnections },
  { name: 'patience', look: lookAtPatience },
  { name: 'size', look: lookAtSize },
  { name: 'audit', look: lookAtAudit },
  { name: 'clock', look: lookAtClock },
  { name: "people's issuer", look: (patient) => lookAtIssuer(patient, 'people') },
  { name: "syncs' issuer", look: (patient) => lookAtIssuer(patient, 'resellerSync') },
  { name: 'server', look: lookAtServer },
];

const PATIENCE_MS = 15_000;

/** What a check has found, by its name. */
export interface Found extends Finding {
  readonly check: string;
}

/** Looks at everything, at once, and changes nothing. */
export async function examine(
  env: NodeJS.ProcessEnv,
  checks: readonly Check[] = CHECKS,
  patienceMs = PATIENCE_MS,
): Promise<Found[]> {
  const patient = patientOf(env);
  const found = await Promise.all(checks.map((check) => lookInTime(check, patient, patienceMs)));
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
