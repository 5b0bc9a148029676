import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Client } from 'pg';
import { runDbSetupProgram } from '../../../src/cli/db-setup-program';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';

let postgres: EmbeddedPostgres;
let folder: string;

// A cluster of its own, whose roles are still to be made.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'at-once-'));
  chmodSync(folder, 0o755);
  postgres = await startEmbeddedPostgres({
    dataDir: folder,
    dataDirIsExplicit: true,
    ...(process.env.POSTGRES_BIN ? { binaries: process.env.POSTGRES_BIN } : {}),
    settings: { fsync: 'off' },
  });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function run(database: string, ...more: string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await runDbSetupProgram(['--url', postgres.url(database), ...more], {
    env: {},
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stderr, lines: parseEnv(stdout) };
}

async function connects(url = ''): Promise<boolean> {
  const client = new Client({ connectionString: url });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function sql(statement: string, database = 'postgres') {
  const client = new Client({ connectionString: postgres.url(database) });
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}

test('three set-ups of one database at the same instant make it once, and what is printed is true', async () => {
  const runs = await Promise.all([run('one'), run('one'), run('one')]);
  expect(runs.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual(runs.map(() => [0, '']));
  const told = runs.filter(({ lines }) => lines.DATABASE_URL !== undefined);
  expect(told).toHaveLength(1);
  expect(await connects(told[0]?.lines.DATABASE_URL)).toBe(true);
  expect(await connects(told[0]?.lines.SYNC_DATABASE_URL)).toBe(true);
  expect(
    await sql(`SELECT pg_encoding_to_char(encoding) AS encoding, datcollate FROM pg_database WHERE datname = 'one'`),
  ).toEqual([{ encoding: 'UTF8', datcollate: 'C' }]);
}, 60_000);

test('set-ups of several databases of one server share its two logins, and none fails for the others', async () => {
  const runs = await Promise.all([run('two', '--new-passwords'), run('three', '--new-passwords'), run('four')]);
  expect(runs.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual(runs.map(() => [0, '']));
}, 60_000);

test('a database that is not UTF8 is refused, and the line says what to do', async () => {
  await sql(`CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
  const { code, stderr } = await run('latin');
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/server_encoding is "LATIN1".*Make a new database as UTF8/),
  ]);
  expect(await sql(`SELECT FROM pg_tables WHERE schemaname = 'public'`, 'latin')).toEqual([]);
});
