import { setTimeout as sleep } from 'node:timers/promises';
import { runOutboxProgram } from '../../src/cli/outbox-program';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { startProgram } from './run-program';

const ACCOUNT = '00000000-0000-4000-8000-000000000001';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
    VALUES ('${ACCOUNT}', 'New', 'ACTIVE', 'EUR', true, true)`);
});
beforeEach(() => database.sql('DELETE FROM synchronization_outbox'));
afterAll(() => database.drop());

const ask = (...systems: string[]) =>
  database.sql(
    `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by)
     SELECT '${ACCOUNT}', gen_random_uuid(), system, 'anna' FROM unnest($1::text[]) WITH ORDINALITY AS s(system, nth) ORDER BY nth`,
    [systems],
  );

function start(argv: readonly string[], env: NodeJS.ProcessEnv = { DATABASE_URL: database.portalUrl }) {
  return startProgram(runOutboxProgram, argv, env);
}
async function run(...argv: string[]) {
  const { written, exit } = start(argv);
  return { code: await exit, ...written, lines: linesOf(written.stdout) };
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const inShort = (lines: { position: string; systemCode: string }[]) =>
  lines.map(({ position, systemCode }) => `${position} ${systemCode}`);

test('prints what waits, one JSON object a line, and the same again until it is acknowledged', async () => {
  await ask('A', 'B', 'C');
  const first = await run();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.lines[0]).toEqual({
    ...{ position: '1', accountId: ACCOUNT, id: expect.any(String), systemCode: 'A', requestedBy: 'anna' },
    requestedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(inShort(first.lines)).toEqual(['1 A', '2 B', '3 C']);
  expect((await run()).stdout).toBe(first.stdout);
  expect(await run('--acknowledge', '2')).toMatchObject({ code: 0, stdout: '', stderr: '2 acknowledged.\n' });
  expect(inShort((await run()).lines)).toEqual(['3 C']);
  expect(await run('--acknowledge', '2')).toMatchObject({ code: 0, stderr: '0 acknowledged.\n' });
});

test('behind a position, and so many at most, whatever that is', async () => {
  await ask(...Array.from({ length: 450 }, (_, nth) => `S${nth}`));
  expect((await run()).lines).toHaveLength(450);
  expect((await run('--limit', '403')).lines).toHaveLength(403);
  expect(inShort((await run('--after', '2', '--limit', '2')).lines)).toEqual(['3 S2', '4 S3']);
  expect((await run('--after', '450')).lines).toEqual([]);
});

test('follows what comes', async () => {
  await ask('A');
  const { written, exit } = start(['--follow', '--limit', '3']);
  for (const [at, systems] of [['B'], ['C', 'D']].entries()) {
    while (linesOf(written.stdout).length < at + 1) await sleep(20);
    await ask(...systems);
  }
  expect(await exit).toBe(0);
  expect(inShort(linesOf(written.stdout))).toEqual(['1 A', '2 B', '3 C']);
}, 30_000);

test('a connection that breaks ends it with 1, and the next run begins with what was not acknowledged', async () => {
  await ask('A');
  const { written, exit } = start(['--follow']);
  while (written.stdout === '') await sleep(20);
  await database.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'reseller-accounts outbox' AND datname = current_database()`,
  );
  expect(await exit).toBe(1);
  expect(written.stderr).not.toBe('');
  expect(inShort((await run()).lines)).toEqual(['1 A']);
}, 30_000);

test('what has not been handed out is not acknowledged, and says so', async () => {
  await ask('A');
  expect(await run('--acknowledge', '1')).toMatchObject({ code: 1, stderr: 'Position 1 has not been handed out\n' });
});

test.each([
  ['--after', 'x'],
  ['--limit', '0'],
  ['--acknowledge', '-1'],
  ['--from', '1'],
])('a wrong call ends with 2: %s %s', async (...argv) => {
  expect((await run(...argv)).code).toBe(2);
});

test('by the sync’s login it says whose it takes, and without a URL which', async () => {
  const refused = start(['--url', database.syncUrl]);
  expect([await refused.exit, refused.written.stderr]).toEqual([1, expect.stringContaining("the portal's login")]);
  const without = start([], {});
  expect([await without.exit, without.written.stderr]).toEqual([1, expect.stringContaining('DATABASE_URL: not set')]);
  const owner = start(['--url', database.ownerUrl]);
  expect(await owner.exit).toBe(0);
});
