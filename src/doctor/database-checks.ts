import { examineGuards, examineLogin, examineMigrations, examineSize } from '../persistence/set-up/examine';
import { accessOf, isFinding, notHad } from './database-access';
import { type Finding, fault, ok, skipped, warning } from './finding';
import type { Patient } from './patient';

const SET_UP = "Run db:setup with the owner's URL.";
/** Told one by one; the log of the server has the others. */
const TOLD = 10;

export async function lookAtLogin(
  patient: Patient,
  variable: 'DATABASE_URL' | 'SYNC_DATABASE_URL',
): Promise<Finding[]> {
  const access = await accessOf(patient);
  if (isFinding(access)) return [access];
  const url = variable === 'DATABASE_URL' ? access.portal : access.sync;
  if (url === null) return [skipped("the running server alone knows the embedded one's password")];
  try {
    const faults = await examineLogin(variable, url);
    if (faults.length > 0) return faults.map((one) => fault(one, `Correct the URL, or ${lower(SET_UP)}`));
    return [ok(`${new URL(url).hostname} lets it in, as the role that it should be`)];
  } catch (error) {
    return [notHad(error)];
  }
}

export async function lookAtMigrations(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    const { missing, unknown } = await examineMigrations(url);
    if (missing.length > 0)
      return [fault(`${missing.length} of this version are missing, from ${missing[0]} on`, SET_UP)];
    if (unknown.length === 0) return [ok('all of this version are there')];
    return [
      warning(
        `the database is of a newer version, by ${unknown.length}`,
        'Replace this server by one of the newer version: it may go on until then.',
      ),
    ];
  });
}

export async function lookAtGuards(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    const faults = await examineGuards(url);
    if (faults.length === 0) return [ok('triggers, grants and row-level security are as the migrations left them')];
    const more = faults.length > TOLD ? [`and ${faults.length - TOLD} more`] : [];
    return [...faults.slice(0, TOLD), ...more].map((one) =>
      fault(
        one,
        'Undo what was changed by hand, as the owner; what a restore has given everybody db:setup takes back.',
      ),
    );
  });
}

export async function lookAtSize(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    const { total, accounts } = await examineSize(url);
    return [ok(`${total}, with some ${accounts} accounts`)];
  });
}

/** A check of the database, by whatever login sees it. */
export async function looking(patient: Patient, look: (url: string) => Promise<Finding[]>): Promise<Finding[]> {
  const access = await accessOf(patient);
  if (isFinding(access)) return [access];
  try {
    return await look(access.any);
  } catch (error) {
    return [notHad(error)];
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
