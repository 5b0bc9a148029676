import { DomainError } from '../../../src/domain/errors';
import { integer } from '../../../src/persistence/engine/column';
import type { Transaction } from '../../../src/persistence/engine/database';
import { GUARD_ONLY } from '../../../src/persistence/engine/guard-key';
import { value } from '../../../src/persistence/engine/select';
import { sql } from '../../../src/persistence/engine/sql';
import { gate, withClient } from '../../support/connections';
import { admin, aReseller, setUpResellers } from '../../support/resellers';
import { anAdministrator, calledBy, createWorld, type World } from '../../support/world';

const UNAVAILABLE = { refusals: [{ code: 'TEMPORARILY_UNAVAILABLE', retryable: true }] };

let world: World;
let ids: [string, string];

beforeAll(async () => {
  world = await createWorld({ isAsInProduction: true });
  const { alpha, beta } = await setUpResellers(world);
  ids = [alpha.accountId, beta.accountId].sort() as [string, string];
});
afterAll(() => world.close());

function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return world.database.transaction(GUARD_ONLY, calledBy(admin), work);
}

const lock = (transaction: Transaction, id: string) =>
  transaction.query(sql`SELECT FROM accounts WHERE id = ${id} FOR UPDATE`);

async function pidOf(transaction: Transaction): Promise<number> {
  const [row] = await transaction.query(sql`SELECT ${value('pid', integer(), sql`pg_backend_pid()`)}`);
  return row?.pid ?? 0;
}

/** Ends the backends of the subgraph that are in this state, and gives how many there were. */
async function terminate(condition: string): Promise<number> {
  const killed = await world.sql(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'reseller-accounts' AND ${condition}`,
  );
  return killed.length;
}

test('two transactions that wait for each other both go through: the deadlock is tried again', async () => {
  const attempts = [0, 0];
  const bothHaveOne = gate();
  let holding = 0;
  const locksIn = (number: 0 | 1, order: readonly [string, string]) =>
    inTransaction(async (transaction) => {
      attempts[number] = (attempts[number] ?? 0) + 1;
      await lock(transaction, order[0]);
      holding += 1;
      if (holding === 2) bothHaveOne.open();
      await bothHaveOne.opened;
      await lock(transaction, order[1]);
      await transaction.write(
        sql`INSERT INTO account_history (account_id, id, kind, text, actor)
        VALUES (${order[0]}, gen_random_uuid(), 'EDITED', 'through', 'test')`,
      );
    });
  await Promise.all([locksIn(0, ids), locksIn(1, [ids[1], ids[0]])]);
  // One of them was the victim and ran again, and each wrote once.
  expect([...attempts].sort()).toEqual([1, 2]);
  expect(await world.sql(`SELECT FROM account_history WHERE text = 'through'`)).toHaveLength(2);
});

test('a transaction that never gets through is refused as retryable after a few attempts', async () => {
  let attempts = 0;
  const failing = inTransaction(async (transaction) => {
    attempts += 1;
    await transaction.write(sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
  });
  await expect(failing).rejects.toMatchObject(UNAVAILABLE);
  expect(attempts).toBeGreaterThan(1);
  expect(attempts).toBeLessThan(10);
});

test('a fault is tried once and stays the fault that it is', async () => {
  let attempts = 0;
  const failing = inTransaction(async (transaction) => {
    attempts += 1;
    await transaction.query(sql`SELECT 1 / 0`);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  await expect(failing).rejects.not.toBeInstanceOf(DomainError);
  expect(attempts).toBe(1);
});

test('a table that a newer version changes while a transaction waits for it is locked all the same', async () => {
  await withClient(world.ownerUrl, async (migrating) => {
    const lockByFunction = () =>
      inTransaction((transaction) => transaction.query(sql`SELECT FROM public.lock_accounts(${ids}::uuid[])`));
    await lockByFunction();
    await migrating.query('BEGIN');
    await migrating.query('ALTER TABLE accounts ADD of_a_newer_version numeric');
    const waiting = lockByFunction();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await migrating.query('COMMIT');
    expect(await waiting).toHaveLength(2);
    await migrating.query('ALTER TABLE accounts DROP of_a_newer_version');
  });
});

test('a lock that is not to be had in time is TEMPORARILY_UNAVAILABLE; once it is free the same goes through', async () => {
  const locking = () =>
    inTransaction(async (transaction) => {
      await transaction.write(sql`SET LOCAL lock_timeout = '100ms'`);
      await lock(transaction, ids[0]);
      return 'locked';
    });
  await withClient(world.ownerUrl, async (holder) => {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [ids[0]]);
    await expect(locking()).rejects.toMatchObject(UNAVAILABLE);
    await holder.query('ROLLBACK');
  });
  expect(await locking()).toBe('locked');
});

test('a statement that takes too long is TEMPORARILY_UNAVAILABLE', async () => {
  const slow = inTransaction(async (transaction) => {
    await transaction.write(sql`SET LOCAL statement_timeout = '50ms'`);
    await transaction.query(sql`SELECT pg_sleep(5)`);
  });
  await expect(slow).rejects.toMatchObject(UNAVAILABLE);
});

describe('a backend that is killed', () => {
  test('while idle in the pool is not missed: the next operation works', async () => {
    await inTransaction((transaction) => transaction.query(sql`SELECT 1`));
    expect(await terminate(`state = 'idle'`)).toBeGreaterThan(0);
    expect(await inTransaction(async (transaction) => transaction.query(sql`SELECT 7 AS seven`))).toEqual([
      { seven: 7 },
    ]);
    expect(await world.database.reader(admin).query(sql`SELECT 7 AS seven`)).toEqual([{ seven: 7 }]);
  });

  test('in a transaction ends that one as TEMPORARILY_UNAVAILABLE, with nothing written', async () => {
    const killed = inTransaction(async (transaction) => {
      const pid = await pidOf(transaction);
      await transaction.write(sql`UPDATE accounts SET accounting_no = 'lost' WHERE id = ${ids[0]}`);
      expect(await terminate(`pid = ${pid}`)).toBe(1);
      await transaction.query(sql`SELECT 1`);
    });
    await expect(killed).rejects.toMatchObject(UNAVAILABLE);
    expect(await world.sql(`SELECT FROM accounts WHERE accounting_no = 'lost'`)).toEqual([]);
    expect(await inTransaction(async (transaction) => transaction.query(sql`SELECT 7 AS seven`))).toEqual([
      { seven: 7 },
    ]);
  });

  test('between the last statement and the commit is never taken for a success', async () => {
    const killed = inTransaction(async (transaction) => {
      const pid = await pidOf(transaction);
      await transaction.write(sql`UPDATE accounts SET accounting_no = 'lost' WHERE id = ${ids[0]}`);
      await terminate(`pid = ${pid}`);
    });
    await expect(killed).rejects.toMatchObject(UNAVAILABLE);
    expect(await world.sql(`SELECT FROM accounts WHERE accounting_no = 'lost'`)).toEqual([]);
  });

  test('while it waits for a lock ends that one as TEMPORARILY_UNAVAILABLE', async () => {
    await withClient(world.ownerUrl, async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [ids[0]]);
      const waiting = inTransaction((transaction) => lock(transaction, ids[0])).catch((error: unknown) => error);
      while ((await terminate(`wait_event_type = 'Lock'`)) === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await waiting).toMatchObject(UNAVAILABLE);
      await holder.query('ROLLBACK');
    });
    expect(await inTransaction((transaction) => lock(transaction, ids[0]))).toHaveLength(1);
  });

  test('under a single statement of a reader ends that one as TEMPORARILY_UNAVAILABLE', async () => {
    const sleeping = world.database
      .reader(admin)
      .query(sql`SELECT pg_sleep(10)`)
      .catch((error: unknown) => error);
    while ((await terminate(`query LIKE '%pg_sleep(10)%'`)) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await sleeping).toMatchObject(UNAVAILABLE);
    // The pool hears of the end a moment after the statement does; who comes in between is told to try again.
    const again = () => world.database.reader(admin).query(sql`SELECT 7 AS seven`);
    const answer = await again().catch(async (error: unknown) => {
      expect(error).toMatchObject(UNAVAILABLE);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return again();
    });
    expect(answer).toEqual([{ seven: 7 }]);
  });
});

test('a full pool answers TEMPORARILY_UNAVAILABLE after two seconds, and works again once it is free', async () => {
  const release = gate();
  const allIn = gate();
  let inside = 0;
  // Of ten callers: one alone leaves a connection to others.
  const holders = Array.from({ length: 10 }, (_, at) =>
    world.database.transaction(GUARD_ONLY, calledBy(anAdministrator(`holder ${at}`)), async (transaction) => {
      await transaction.query(sql`SELECT 1`);
      inside += 1;
      if (inside === 10) allIn.open();
      await release.opened;
    }),
  );
  await allIn.opened;
  const start = performance.now();
  const refused = await Promise.all([
    inTransaction((transaction) => transaction.query(sql`SELECT 1`)).catch((error: unknown) => error),
    world.database
      .reader(admin)
      .query(sql`SELECT 1`)
      .catch((error: unknown) => error),
  ]);
  const waited = performance.now() - start;
  expect(refused).toMatchObject([UNAVAILABLE, UNAVAILABLE]);
  expect(waited).toBeGreaterThan(1500);
  expect(waited).toBeLessThan(4000);
  release.open();
  await Promise.all(holders);
  expect(await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true })).toMatchObject({
    name: 'Gamma',
  });
});

test('nothing that happened here was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
