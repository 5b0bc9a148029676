import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { transformFileSync } from '@swc/core';
import type {
  EmbeddedPostgres,
  EmbeddedPostgresOptions,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';

const SOURCES = join(__dirname, '../../../src/development/embedded-postgres');

const PROGRAM = `
  const [launcher, options, then] = process.argv.slice(1);
  const { startEmbeddedPostgres } = require(launcher);
  startEmbeddedPostgres(JSON.parse(options)).then(
    (postgres) => {
      console.log(JSON.stringify({ ...postgres, url: postgres.url('postgres') }));
      if (then === 'exit') process.exit();
      if (then === 'stay') setInterval(() => undefined, 1000);
    },
    (error) => console.log(JSON.stringify({ error: error.message })),
  );
`;

/** What another program says once it has started PostgreSQL, or why it has not. */
type Said = Partial<Omit<EmbeddedPostgres, 'url'> & { readonly url: string; readonly error: string }>;

/** Writes the launcher as JavaScript into the folder, for programs outside of jest; gives the path to require. */
export function compileLauncher(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const { code } = transformFileSync(join(SOURCES, name), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      module: { type: 'commonjs' },
    });
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  return join(folder, 'start-embedded-postgres.js');
}

/** Starts a program that starts PostgreSQL and then stays, exits, or has nothing more to do. */
export function anotherProgram(
  launcher: string,
  options: EmbeddedPostgresOptions,
  then: 'stay' | 'exit' | 'fall off the end',
  /** What starts it, as in a namespace of its own. */
  within: readonly string[] = [],
): { process: ChildProcess; said: Promise<Said>; ended: Promise<unknown> } {
  const command = [...within, process.execPath, '-e', PROGRAM, launcher, JSON.stringify(options), then];
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<Said>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
    child.once('close', () => reject(new Error('The program ended and said nothing')));
  });
  // A test that kills the program early is not interested.
  said.catch(() => undefined);
  return { process: child, said, ended: once(child, 'exit') };
}
