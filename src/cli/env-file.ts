import { randomUUID } from 'node:crypto';
import { type FileHandle, lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseEnv } from 'node:util';

/** For its owner alone: who can read it has both logins. */
const MODE = 0o600;
const SETTING = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)\s*=\s*(.*)$/s;

/** A file of settings that is going to be written; nothing of it has changed until `write`. */
export interface EnvFile {
  /** What it says so far. */
  readonly values: NodeJS.Dict<string>;
  /** Puts these settings in the place of those of their names, at the end where there are none. Says what else it did. */
  write(settings: Readonly<Record<string, string>>): Promise<string[]>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

interface Found {
  readonly path: string;
  readonly text: string;
  /** Null: it is to be made. */
  readonly owner: { readonly uid: number; readonly gid: number; readonly mode: number } | null;
}

/**
 * Makes ready to write a file of settings, all at once or not at all: what could keep us from it is found out here, while
 * there is nothing yet that would be lost (test/cli/env-file.test.ts).
 */
export async function openEnvFile(given: string, names: readonly string[]): Promise<EnvFile> {
  const { path, text, owner } = await find(given);
  withSettings(text, Object.fromEntries(names.map((name) => [name, name])));
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const handle = await open(draft, 'wx', MODE).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `${given} cannot be written: its folder is not there, or takes nothing of this user (${error.code}).`,
    );
  });
  const abandon = async () => {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
  };
  return {
    values: parseEnv(text),
    abandon,
    write: async (settings) => {
      const written = Object.keys(settings);
      try {
        // There is nothing that would have to be kept from others.
        if (owner === null && written.length === 0) return [];
        await fill(handle, withSettings(text, settings), owner);
        await rename(draft, path);
      } finally {
        await abandon();
      }
      const wasOpen = owner !== null && (owner.mode & 0o077) !== 0;
      return [
        ...(wasOpen ? [`${given} was open to others (${octal(owner.mode)}): it is now its owner's alone (0600).`] : []),
        ...(written.length > 0 ? [`${written.join(' and ')} ${written.length > 1 ? 'are' : 'is'} in ${given}.`] : []),
      ];
    },
  };
}

/** Never through a link that somebody else has laid: it would lead the passwords to where that one wants them. */
async function find(given: string): Promise<Found> {
  const named = await lstat(given).catch(ifMissing);
  if (named === null) return { path: given, text: '', owner: null };
  if (named.isSymbolicLink() && named.uid !== process.geteuid?.()) {
    throw new Error(`${given} is a link of another user's, which is not followed: name the file itself.`);
  }
  const target = await stat(given).catch(ifMissing);
  if (target === null) throw new Error(`${given} is a link to nothing: make the file that it leads to, or remove it.`);
  if (!target.isFile()) throw new Error(`${given} is no file: name one, as --env-file .env.`);
  const path = await realpath(given);
  return { path, text: await readFile(path, 'utf8'), owner: target };
}

async function fill(handle: FileHandle, text: string, owner: Found['owner']): Promise<void> {
  await handle.writeFile(text);
  // Root, who sets up for a service's user, leaves the file to that one.
  if (owner !== null && owner.uid !== process.geteuid?.()) await handle.chown(owner.uid, owner.gid);
  await handle.chmod(MODE);
  await handle.sync();
  await handle.close();
}

/** All other lines stay as they are, comments too. */
function withSettings(text: string, settings: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(settings));
  // Lines end as they do in the file: on Windows by two signs.
  const end = /\r\n/.test(text) ? '\r' : '';
  const written = entriesOf(text).flatMap(({ name, lines }) => {
    if (name === null || !Object.hasOwn(settings, name)) return lines;
    const value = left.get(name);
    left.delete(name);
    // A second one of that name would win.
    return value === undefined ? [] : [`${name}=${value}${end}`];
  });
  const all = [...written, ...[...left].map(([name, value]) => `${name}=${value}${end}`)];
  const result = `${all.join('\n')}\n`;
  assertSays(result, { ...parseEnv(text), ...settings });
  return result;
}

/** The lines of each setting; a value in quotes may have several, in which a name is no name. */
function entriesOf(text: string): { name: string | null; lines: string[] }[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const entries: { name: string | null; lines: string[] }[] = [];
  while (lines.length > 0) {
    const first = lines.shift() ?? '';
    const [, name = null, value = ''] = SETTING.exec(first) ?? [];
    const own = [first];
    const quote = /^["'`]/.exec(value)?.[0];
    if (quote !== undefined && !value.slice(1).includes(quote)) {
      const end = lines.findIndex((line) => line.includes(quote));
      own.push(...lines.splice(0, end + 1));
    }
    entries.push({ name, lines: own });
  }
  return entries;
}

function assertSays(text: string, expected: NodeJS.Dict<string>): void {
  const said = parseEnv(text);
  const names = new Set([...Object.keys(said), ...Object.keys(expected)]);
  const wrong = [...names].filter((name) => said[name] !== expected[name]);
  if (wrong.length > 0)
    throw new Error(`The file would no longer say the same of ${wrong.join(', ')}: mend its quotes.`);
}

function ifMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function octal(mode: number): string {
  return `0${(mode & 0o777).toString(8)}`;
}
