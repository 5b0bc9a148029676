import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { startUpkeep } from '../../src/application/upkeep';
import type { Keeper } from '../../src/persistence/engine/database';
import { createTestDatabase, type TestDatabase } from '../support/cluster';

let database: TestDatabase;
let lines: { level: number; msg: string; missing?: string[] }[];
const logger = () => pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });

beforeEach(async () => {
  database = await createTestDatabase();
  lines = [];
});
afterEach(() => database.drop());

async function eventually(what: string, milliseconds: number, isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + milliseconds; !isSo(); ) {
    if (performance.now() > end) throw new Error(`Not in time: ${what}`);
    await sleep(10);
  }
}

const said = () => lines.map(({ level, msg }) => [level, msg]);
const oldKeys = (count: number, age: string) =>
  database.sql(
    `INSERT INTO idempotency_keys (id, input_hash, created_at)
     SELECT gen_random_uuid(), 'x', now() - $2::interval FROM generate_series(1, $1)`,
    [count, age],
  );

test('makes the months that are missing and removes what has expired, and nothing else, by the portal’s login', async () => {
  const [part] = await database.sql<{ name: string }>(
    `SELECT max(relname::text) AS name FROM pg_class WHERE relname LIKE 'account_audit_2%' AND relispartition AND relkind = 'r'`,
  );
  await database.sql(`DROP TABLE ${part?.name}`);
  await oldKeys(1_201, '7 days 1 minute');
  await oldKeys(3, '6 days 23 hours');
  const stop = startUpkeep(database.database.upkeep, logger());
  await eventually('it has said what it did', 5_000, () => lines.length >= 2);
  await stop();
  expect(said()).toEqual([
    [30, 'partitions made'],
    [30, 'expired idempotency keys removed'],
  ]);
  expect(await database.sql(`SELECT to_regclass('${part?.name}') IS NOT NULL AS made`)).toEqual([{ made: true }]);
  expect(await database.sql('SELECT count(*)::int AS left FROM idempotency_keys')).toEqual([{ left: 3 }]);
  expect(
    await database.sql(
      `SELECT DISTINCT login FROM setup_audit WHERE record = 'idempotency_keys' AND operation = 'DELETE'`,
    ),
  ).toEqual([{ login: 'reseller_accounts_portal' }]);
});

test('says nothing where nothing is to be done', async () => {
  let asked = 0;
  const { upkeep } = database.database;
  const keeper: Keeper = { query: (statement) => upkeep.query(statement).finally(() => (asked += 1)) };
  const stop = startUpkeep(keeper, logger());
  await eventually('it has looked', 5_000, () => asked >= 2);
  await stop();
  expect(lines).toEqual([]);
});

test('what it cannot make it says in one line, with what to do', async () => {
  const [part] = await database.sql<{ name: string }>(
    `SELECT max(relname::text) AS name FROM pg_class WHERE relname LIKE 'setup_audit_2%' AND relispartition AND relkind = 'r'`,
  );
  const month = part?.name.slice(-7).replace('_', '-');
  await database.sql(`DROP TABLE ${part?.name}`);
  await database.sql(`INSERT INTO setup_audit (at, record, operation) VALUES ('${month}-02', 'x', 'UPDATE')`);
  const stop = startUpkeep(database.database.upkeep, logger());
  await eventually('it has said so', 5_000, () => lines.length > 0);
  await stop();
  expect(lines).toMatchObject([
    {
      level: 40,
      msg: 'the audit lacks partitions',
      missing: [
        `setup_audit has no partition for ${month}: entries of it lie in setup_audit_rest. reseller-accounts db:maintain moves them`,
      ],
    },
  ]);
});

test('a database that is not to be had is one line and no more, and none once it is to stop', async () => {
  const broken: Keeper = { query: () => Promise.reject(new Error('gone')) };
  const stop = startUpkeep(broken, logger());
  await eventually('it has said so', 5_000, () => lines.length > 0);
  await stop();
  expect(said()).toEqual([[40, 'the database could not be kept small; it is tried again']]);
  lines = [];
  const stopAtOnce = startUpkeep(broken, logger());
  await stopAtOnce();
  await sleep(50);
  expect(lines).toEqual([]);
});
