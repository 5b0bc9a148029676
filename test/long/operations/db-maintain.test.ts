import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../../../src/config/package-root';
import { addEntries, monthFromNow, partitionsOf } from '../../persistence/upkeep/months';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { eventually, type Running, run } from '../server-process';

/** Killed wherever it is, `db:maintain` loses no entry of the audit, and the same call again does the rest. */

const KILLS = 14;
const OLD = [-30, -29, -28, -27];
const ENTRIES = 30_000;

let database: TestDatabase;
let parent: string;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  parent = mkdtempSync(join(tmpdir(), 'db-maintain-'));
  folder = join(parent, 'audit');
}, 60_000);
afterEach(async () => {
  await database.drop();
  rmSync(parent, { recursive: true, force: true });
});

const maintain = (...argv: string[]): Running =>
  run([process.execPath, join(packageRoot(), 'dist', 'src', 'cli', 'main.js'), 'db:maintain', ...argv], {
    cwd: parent,
    env: { MIGRATION_DATABASE_URL: database.ownerUrl },
  });
const idsIn = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const inDatabase = async () =>
  idsIn(await database.sql<{ id: string }>(`SELECT id FROM account_audit WHERE record = 'x'`));
/** What is wholly written: a name that does not begin with a dot. */
const inFiles = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ndjson.gz'))
    .flatMap(({ name }) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id as string),
    );
/** Taken out, and not dropped. */
const takenOut = async () => {
  const tables = await database.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND NOT relispartition AND relname LIKE 'account_audit_%'`,
  );
  const rows = await Promise.all(tables.map(({ name }) => database.sql<{ id: string }>(`SELECT id FROM ${name}`)));
  return rows.flatMap(idsIn);
};

async function isSomebodyAtIt(): Promise<boolean> {
  const [row] = await database.sql<{ busy: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'reseller-accounts db:maintain'
       AND datname = current_database()) AS busy`,
  );
  return row?.busy ?? false;
}

/** However long a machine takes to start it: from then on the time counts after which it is killed. */
async function untilItIsAtIt(): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end && !(await isSomebodyAtIt()); ) await sleep(5);
}

/** Until the server has noticed that its client is gone, the lock is still held. */
async function untilNobodyIsAtIt(): Promise<void> {
  await eventually('the killed program’s session has ended', 30_000, async () => !(await isSomebodyAtIt()));
}

test('killed again and again while it moves, writes and removes: every entry is in a whole file or in the database', async () => {
  for (const month of OLD) await addEntries(database, 'account_audit', monthFromNow(month), { count: ENTRIES });
  await addEntries(database, 'account_audit', monthFromNow(0), { count: 10 });
  const all = new Set(await inDatabase());
  expect(all.size).toBe(OLD.length * ENTRIES + 10);

  let killed = 0;
  for (let nth = 0; nth < KILLS; nth += 1) {
    const program = maintain('--audit-retention', '365', '--export', folder);
    await untilItIsAtIt();
    // Longer each time, so that kills fall into all that it does.
    await sleep(Math.random() * (200 + nth * 150));
    program.signal('SIGKILL');
    const { signal } = await program.exit;
    await untilNobodyIsAtIt();
    if (signal !== 'SIGKILL') break;
    killed += 1;
    const written = new Set(existsSync(folder) ? inFiles() : []);
    const left = await inDatabase();
    expect(new Set([...written, ...left]).size).toBe(all.size);
    // What is out of sight is in a whole file, dropped or not.
    expect((await takenOut()).filter((id) => !written.has(id))).toEqual([]);
  }
  console.info(`killed ${killed} times, ${existsSync(folder) ? readdirSync(folder).length : 0} files by then`);
  expect(killed).toBeGreaterThan(2);

  const last = maintain('--audit-retention', '365', '--export', folder);
  expect([await last.exit, last.stderr()]).toEqual([{ code: 0, signal: null }, expect.any(String)]);
  const files = inFiles();
  expect(files).toHaveLength(OLD.length * ENTRIES);
  expect(new Set([...files, ...(await inDatabase())])).toEqual(all);
  expect(await inDatabase()).toHaveLength(10);
  expect(await takenOut()).toEqual([]);
  expect(Object.keys(await partitionsOf(database, 'account_audit'))).toHaveLength(5);
  expect(readdirSync(folder)).toHaveLength(OLD.length);
  const again = maintain('--audit-retention', '365', '--export', folder);
  expect([await again.exit, again.stdout()]).toEqual([{ code: 0, signal: null }, '']);
}, 240_000);

test('killed while it turns a large rest into a part: callers write on, and the next run does it', async () => {
  for (const month of [-2, -1]) {
    await addEntries(database, 'account_audit', monthFromNow(month), { count: 20_000, bytes: 1_500 });
  }
  const [before] = await database.sql('SELECT count(*), sum(hashtext(e::text)) FROM account_audit e');
  for (let nth = 0; nth < 6; nth += 1) {
    const program = maintain();
    await sleep(250 + nth * 60);
    program.signal('SIGKILL');
    await program.exit;
    await untilNobodyIsAtIt();
    expect(await database.sql('SELECT count(*), sum(hashtext(e::text)) FROM account_audit e')).toEqual([before]);
  }
  const last = maintain();
  expect(await last.exit).toEqual({ code: 0, signal: null });
  expect(await database.sql('SELECT count(*), sum(hashtext(e::text)) FROM account_audit e')).toEqual([before]);
  expect(await database.sql('SELECT FROM account_audit_rest')).toEqual([]);
  expect(await database.sql(`SELECT FROM pg_constraint WHERE conname LIKE '%becomes%'`)).toEqual([]);
}, 120_000);
