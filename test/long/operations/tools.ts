import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Debian keeps some of them where no PATH leads. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
const POSTGRES = '/usr/lib/postgresql';

/** Where a program of the system is; null, with a line that says so, where it is not installed. */
export function toolOf(name: string): string | null {
  const found = FOLDERS.map((folder) => join(folder, name)).find(isProgram);
  return found ?? missing(name);
}

/** Where Debian's PostgreSQL keeps its programs: the embedded one has no pg_dump, no pg_basebackup. */
export function debiansPostgres(): string | null {
  const found = ['18', '17', '16', '15']
    .map((version) => join(POSTGRES, version, 'bin'))
    .find((bin) => isProgram(join(bin, 'pg_dump')));
  return found ?? missing("Debian's PostgreSQL");
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missing(name: string): null {
  process.stdout.write(`left out, there is no ${name} here: what needs it\n`);
  return null;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const taken = createServer().once('error', reject);
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      taken.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
