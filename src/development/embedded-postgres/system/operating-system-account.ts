import { readFile } from 'node:fs/promises';

/** The operating system's account that PostgreSQL runs as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whether this process is root, whom initdb and postgres refuse. */
export function weAreRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** The account without rights that root runs PostgreSQL as. No account is ever created. */
export async function nobody(): Promise<Account> {
  const entry = (await passwdEntries()).find((account) => account.name === 'nobody' && account.uid !== 0);
  return entry ?? { name: 'nobody', uid: 65534, gid: 65534 };
}

/** The account of these ids, with its name if it has one. */
export async function accountOf(uid: number, gid: number): Promise<Account> {
  const entry = (await passwdEntries()).find((account) => account.uid === uid);
  return { name: entry?.name ?? `user ${uid}`, uid, gid };
}

async function passwdEntries(): Promise<Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: unsigned(uid), gid: unsigned(gid) }));
}

/** macOS writes nobody's ids as -2, which chown and spawn want as 4294967294. */
function unsigned(id: string | undefined): number {
  return Number(id) >>> 0;
}
