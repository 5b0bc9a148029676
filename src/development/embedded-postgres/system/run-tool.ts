import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import { EmbeddedPostgresError, messageOf } from './embedded-postgres-error';
import type { Account } from './operating-system-account';

/** How one of PostgreSQL's programs ended, and all that it wrote. */
export interface ToolResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs one of PostgreSQL's programs to its end, as the account if one is given. */
export function runTool(
  program: string,
  args: readonly string[],
  account: Account | null,
  input = '',
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = orExplain(program, account, () => spawn(program, args, spawnOptions(program, account)));
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    // A program that ends before it has read everything is told by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => reject(cannotRun(program, account, error)));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** What all of PostgreSQL's processes are started with. */
export function spawnOptions(program: string, account: Account | null) {
  return {
    // Our own working folder may be closed to the account, and initdb wants to know its own.
    cwd: parse(program).root,
    env: environment(),
    windowsHide: true,
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
}

/** Most failures to start a program come as an event; that we may not become the account is thrown. */
export function orExplain<Child>(program: string, account: Account | null, start: () => Child): Child {
  try {
    return start();
  } catch (error) {
    throw cannotRun(program, account, error);
  }
}

/** Why a program did not even start, and what to do. */
export function cannotRun(program: string, account: Account | null, error: unknown): EmbeddedPostgresError {
  const as = account === null ? '' : ` as ${account.name} (${account.uid}:${account.gid})`;
  return new EmbeddedPostgresError(
    `${program} cannot be run${as} (${messageOf(error)}). The shipped PostgreSQL needs glibc, a disk that programs ` +
      `may run from and, when root starts it, the right to become another user. Name another installation's ` +
      `folder of binaries with POSTGRES_BIN, or a server with DATABASE_URL.`,
    { cause: error },
  );
}

/** Not ours: it holds secrets that are none of PostgreSQL's, and PG… variables that would change what it does. */
function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot'];
  const inherited = Object.entries(process.env).filter(([name]) => kept.includes(name));
  // The messages are read below for their causes, so they have to be English.
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}
