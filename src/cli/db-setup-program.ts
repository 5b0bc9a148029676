import { Command } from 'commander';
import { type DatabaseSetup, loadDatabaseSetup } from '../config/config';
import { explainFailure, NOT_REACHED, POOLED } from '../persistence/set-up/database-failure';
import { findSetUpFaults, UnguardedDatabaseError } from '../persistence/set-up/find-set-up-faults';
import { foldAnew } from '../persistence/set-up/fold-anew';
import { migrate } from '../persistence/set-up/migrate';
import { databaseExists, ensureDatabase, type Login, setPasswords } from '../persistence/set-up/provision';
import { settleAudits } from '../persistence/upkeep/audit-rest';
import { UpkeepBusyError } from '../persistence/upkeep/owner-session';
import { type EnvFile, openEnvFile } from './env-file';
import { runCommand, type Surroundings } from './run-command';

/** What keeps an owner's login from setting up, and what to do about it. */
const ADVICE = {
  ...NOT_REACHED,
  ...POOLED,
  '42501':
    'The owner must own the database and have CREATEROLE, and CREATEDB if the database is to be made; roles that somebody else has made need ADMIN OPTION.',
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '42704':
    'Roles belong to the whole server and are in no dump of one database: restore them first, with pg_dumpall --roles-only.',
  '3D000': 'Make the database, or let the owner reach the database "postgres" to make it from there.',
};

interface Options {
  readonly url?: string;
  readonly envFile?: string;
  readonly newPasswords?: true;
}

/**
 * Sets up a PostgreSQL of the user's: the database, the migrations, the two logins. Writes the lines for `.env` into the
 * file that is named, else on stdout and nothing else (test/cli/db-setup.test.ts); what it did stands on stderr. Answers the exit code.
 */
export function runDbSetupProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('db:setup')
    .usage('[options]')
    .description('Makes the database, runs the migrations and gives the two logins passwords; prints them for .env.')
    .option('--url <url>', "the owner's URL of the database (default: MIGRATION_DATABASE_URL)")
    .option('-e, --env-file <file>', 'writes the two lines there, for its owner alone, and prints none (with npx: -e)')
    .option('--new-passwords', 'gives both logins new passwords though they have some')
    .showHelpAfterError('Example: reseller-accounts db:setup --url postgresql://owner:password@localhost:5432/accounts')
    .action((options: Options) => setUp(options, around));
  return runCommand(program, argv, around, (error) => explainFailure(error, ADVICE));
}

async function setUp(options: Options, around: Surroundings): Promise<void> {
  const setup = loadDatabaseSetup(around.env, options.url);
  // Before anything is done: a password that was set and could not be kept would be lost.
  const file = options.envFile === undefined ? null : await openEnvFile(options.envFile, LINES);
  try {
    await setUpDatabase(setup, options, file, around);
  } finally {
    await file?.abandon();
  }
}

async function setUpDatabase(
  { ownerUrl, portalPassword, syncPassword, ...timeouts }: DatabaseSetup,
  { envFile, newPasswords }: Options,
  file: EnvFile | null,
  { stdout, stderr }: Surroundings,
): Promise<void> {
  const say = (text: string) => stderr(`${text}\n`);
  if (await makeDatabase(ownerUrl)) say(`Made the database ${nameOf(ownerUrl)}.`);
  const migrated = await migrate(ownerUrl);
  say(migrated.length === 0 ? 'All migrations were there.' : `Ran ${migrated.length} migrations.`);
  await settle(ownerUrl, say);
  const folded = await foldAnew(ownerUrl);
  if (folded > 0) say(`Folded the names of ${folded} accounts and services anew.`);
  const { portal, sync } = await setPasswords(ownerUrl, {
    ...(portalPassword === undefined ? {} : { portal: portalPassword }),
    ...(syncPassword === undefined ? {} : { sync: syncPassword }),
    renew: newPasswords === true,
    timeouts,
  });
  const lines = {
    ...(portal ? { DATABASE_URL: urlOf(ownerUrl, portal) } : {}),
    ...(sync ? { SYNC_DATABASE_URL: urlOf(ownerUrl, sync) } : {}),
  };
  const kept = LINES.filter((name) => !Object.hasOwn(lines, name));
  if (file === null) {
    print(lines, stdout);
    if (kept.length < LINES.length) say('What is printed goes into the .env of the server.');
  } else {
    for (const note of await written(lines, file, stdout)) say(note);
    const missing = kept.filter((name) => !file.values[name]);
    if (missing.length > 0) say(`${envFile} has no ${missing.join(' and no ')}.`);
  }
  if (kept.length > 0) {
    say(`The password of ${kept.join(' and ')} is kept: nobody can read it, --new-passwords makes others.`);
  }
  // Last, so that a password that was set is told in any case.
  const faults = await findSetUpFaults(ownerUrl);
  if (faults.length > 0) throw new UnguardedDatabaseError(faults);
}

const LINES = ['DATABASE_URL', 'SYNC_DATABASE_URL'] as const;

/** What was done with the file. Where it fails the lines are printed after all: nobody could ever read them again. */
async function written(
  lines: Readonly<Record<string, string>>,
  file: EnvFile,
  stdout: Surroundings['stdout'],
): Promise<string[]> {
  try {
    return await file.write(lines);
  } catch (error) {
    print(lines, stdout);
    throw error;
  }
}

function print(lines: Readonly<Record<string, string>>, stdout: Surroundings['stdout']): void {
  for (const [name, value] of Object.entries(lines)) stdout(`${name}=${value}\n`);
}

/** What lies in no month of the audit is where it belongs. Where others hold it, that is db:maintain's to do later. */
async function settle(ownerUrl: string, say: (text: string) => void): Promise<void> {
  try {
    for (const { audit } of await settleAudits(ownerUrl)) say(`Put what the audit held into partitions: ${audit}.`);
  } catch (error) {
    if (!(error instanceof UpkeepBusyError)) throw error;
    say(`${error.message} (reseller-accounts db:maintain)`);
  }
}

/** True if it was not there. */
async function makeDatabase(ownerUrl: DatabaseSetup['ownerUrl']): Promise<boolean> {
  if (await databaseExists(ownerUrl)) return false;
  const elsewhere = new URL(ownerUrl);
  elsewhere.pathname = '/postgres';
  return ensureDatabase(elsewhere.href, nameOf(ownerUrl));
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Where the owner's URL leads, with another login. */
function urlOf(ownerUrl: string, { user, password }: Login): string {
  const url = new URL(ownerUrl);
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}
