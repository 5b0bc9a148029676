import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findGuardFaults } from '../../../src/persistence/integrity/database-guards';
import { AUDITS, makeAuditPartitions } from '../../../src/persistence/upkeep/audit-partitions';
import { planRest, settleRest } from '../../../src/persistence/upkeep/audit-rest';
import { OwnerSession } from '../../../src/persistence/upkeep/owner-session';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { addEntries, monthFromNow, nameOfMonth, partitionOf, partitionsOf } from './months';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const settle = (audit: (typeof AUDITS)[number], attempts?: number) =>
  OwnerSession.run(
    database.ownerUrl,
    async (session) => {
      const plan = await planRest(session, audit);
      if (plan !== null) await settleRest(session, plan);
      return plan;
    },
    attempts,
  );
const entries = (audit: string) => database.sql(`SELECT * FROM ${audit} ORDER BY at, id`);
const inRest = async (audit: string) => (await database.sql(`SELECT FROM ${audit}_rest`)).length;
const drop = (audit: string, ...months: number[]) =>
  database.sql(`DROP TABLE ${months.map((one) => partitionOf(audit, one)).join(', ')}`);
/** More than is moved while callers wait. */
const LARGE = { count: 25_000, bytes: 1_500 };

test('an empty rest is left as it is', async () => {
  for (const audit of AUDITS) expect(await settle(audit)).toBeNull();
});

test.each(AUDITS)(
  'entries of months that nobody made are moved into months of theirs, and none is lost: %s',
  async (audit) => {
    await drop(audit, 0, 2);
    for (const month of [-30, -2, 0, 2]) await addEntries(database, audit, monthFromNow(month), { count: 3 });
    const before = await entries(audit);
    expect(await inRest(audit)).toBe(12);
    await settle(audit);
    expect(await entries(audit)).toEqual(before);
    expect(await inRest(audit)).toBe(0);
    expect(Object.keys(await partitionsOf(database, audit))).toEqual(
      [-30, -2, 0, 1, 2, 3].map((one) => partitionOf(audit, one)).concat(`${audit}_rest`),
    );
    expect(await findGuardFaults(database.database.catalog)).toEqual([]);
    expect(await database.sql(`SELECT pg_relation_size('${audit}_rest')::int AS bytes`)).toEqual([{ bytes: 0 }]);
  },
);

test('a large rest becomes a part as it lies, up to the months that are there', async () => {
  await drop('account_audit', 0);
  await addEntries(database, 'account_audit', monthFromNow(-14), LARGE);
  await addEntries(database, 'account_audit', monthFromNow(0), { count: 3 });
  const [before] = await database.sql(`SELECT count(*), min(at), max(at), sum(hashtext(e::text)) FROM account_audit e`);
  const plan = await settle('account_audit');
  expect(plan).toMatchObject({ moved: [], becomes: { since: null, until: monthFromNow(1) } });
  const name = `account_audit_to_${nameOfMonth(0).replace('-', '_')}`;
  const parts = await partitionsOf(database, 'account_audit');
  expect(parts[name]).toMatch(/^FOR VALUES FROM \(MINVALUE\) TO \('/);
  expect(await inRest('account_audit')).toBe(0);
  expect(await database.sql(`SELECT count(*), min(at), max(at), sum(hashtext(e::text)) FROM account_audit e`)).toEqual([
    before,
  ]);
  // Nothing is left of the check, and the next one can be settled too.
  expect(await database.sql(`SELECT conname FROM pg_constraint WHERE conname LIKE '%becomes%'`)).toEqual([]);
  expect(await findGuardFaults(database.database.catalog)).toEqual([]);
  await drop('account_audit', 3);
  await addEntries(database, 'account_audit', monthFromNow(3));
  await settle('account_audit');
  expect(Object.keys(await partitionsOf(database, 'account_audit'))).toEqual([
    ...[1, 2, 3].map((one) => partitionOf('account_audit', one)),
    'account_audit_rest',
    name,
  ]);
});

test('of a large rest what lies beyond a part that is there is moved, so that the others can be one', async () => {
  await drop('account_audit', 0, 2);
  await addEntries(database, 'account_audit', monthFromNow(-1), LARGE);
  await addEntries(database, 'account_audit', monthFromNow(2), { count: 2 });
  const plan = await settle('account_audit');
  expect(plan).toMatchObject({ moved: [monthFromNow(2)], becomes: { since: null, until: monthFromNow(1) } });
  expect(await database.sql(`SELECT count(*)::int AS count FROM ${partitionOf('account_audit', 2)}`)).toEqual([
    { count: 2 },
  ]);
  expect(await inRest('account_audit')).toBe(0);
});

test('a large rest that takes this month’s entries leaves a week at least, and this month when it is older', async () => {
  await drop('account_audit', 0, 1, 2, 3);
  await addEntries(database, 'account_audit', monthFromNow(-6), LARGE);
  const planned = (now: Date) =>
    OwnerSession.run(database.ownerUrl, (session) => planRest(session, 'account_audit', now));
  const middle = new Date(monthFromNow(0).getTime() + 86_400_000);
  const late = new Date(monthFromNow(1).getTime() - 86_400_000);
  expect((await planned(middle))?.becomes).toEqual({ since: null, until: monthFromNow(1) });
  expect((await planned(late))?.becomes).toEqual({ since: null, until: monthFromNow(2) });
});

test('callers write and read all the while, and nothing is out of sight for a moment', async () => {
  await drop('account_audit', 0, 1, 2, 3);
  await addEntries(database, 'account_audit', monthFromNow(-3), LARGE);
  const writer = new Client({ connectionString: database.ownerUrl });
  const reader = new Client({ connectionString: database.portalUrl });
  await Promise.all([writer.connect(), reader.connect()]);
  let [written, isDone, longest] = [0, false, 0];
  const seen: number[] = [];
  const writing = (async () => {
    while (!isDone) {
      const began = performance.now();
      await writer.query(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
        VALUES (gen_random_uuid(), 'New', 'ACTIVE', 'EUR', true, true)`);
      longest = Math.max(longest, performance.now() - began);
      written += 1;
    }
  })();
  const reading = (async () => {
    while (!isDone)
      seen.push(
        (await reader.query(`SELECT FROM account_audit WHERE at < '${monthFromNow(0).toISOString()}'`)).rowCount ?? 0,
      );
  })();
  while (written === 0 || seen.length === 0) await sleep(5);
  await OwnerSession.run(database.ownerUrl, async (session) => {
    const plan = await planRest(session, 'account_audit');
    expect(plan?.becomes).not.toBeNull();
    if (plan) await settleRest(session, plan);
    await makeAuditPartitions(session);
  });
  isDone = true;
  await Promise.all([writing, reading]);
  await Promise.all([writer.end(), reader.end()]);
  expect(new Set(seen)).toEqual(new Set([LARGE.count]));
  expect(await database.sql(`SELECT count(*)::int AS count FROM account_audit WHERE record = 'accounts'`)).toEqual([
    { count: written },
  ]);
  expect(longest).toBeLessThan(3_000);
}, 60_000);

test('callers whose entries are of the month that is moved, or made, are not refused', async () => {
  let [isDone, written] = [false, 0];
  const clients = Array.from({ length: 4 }, () => new Client({ connectionString: database.portalUrl }));
  const write = async (client: Client) => {
    await client.query(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
      VALUES (gen_random_uuid(), 'New', 'ACTIVE', 'EUR', true, true)`);
    written += 1;
  };
  // All of them are at it before a month is taken away: from a rest without entries no month would be made.
  await Promise.all(clients.map((one) => one.connect().then(() => write(one))));
  const writing = clients.map(async (one) => {
    while (!isDone) await write(one);
    await one.end();
  });
  for (let nth = 0; nth < 15; nth += 1) {
    await database.sql(`BEGIN; LOCK TABLE account_audit; CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM account_audit;
      DROP TABLE ${partitionOf('account_audit', 0)}; INSERT INTO account_audit SELECT * FROM kept; COMMIT`);
    await sleep(20);
    await settle('account_audit');
  }
  isDone = true;
  await Promise.all(writing);
  expect(await database.sql(`SELECT count(*)::int AS count FROM ${partitionOf('account_audit', 0)}`)).toEqual([
    { count: written },
  ]);
}, 60_000);

test('a dump that goes on for hours keeps it from being settled, which says so, and nothing is changed', async () => {
  await addEntries(database, 'setup_audit', monthFromNow(-5));
  const dump = new Client({ connectionString: database.ownerUrl });
  await dump.connect();
  await dump.query('BEGIN');
  await dump.query('LOCK TABLE setup_audit_rest IN ACCESS SHARE MODE');
  await expect(settle('setup_audit', 2)).rejects.toThrow('The audit is in use by others');
  await dump.query('COMMIT');
  await dump.end();
  expect(await inRest('setup_audit')).toBe(1);
  await settle('setup_audit');
  expect(await inRest('setup_audit')).toBe(0);
});

test('two owners do not settle at the same time: the second says so', async () => {
  await OwnerSession.run(database.ownerUrl, async () => {
    await expect(OwnerSession.run(database.ownerUrl, async () => undefined, 2)).rejects.toThrow(
      'Somebody else looks after',
    );
  });
  await OwnerSession.run(database.ownerUrl, async () => undefined);
});
