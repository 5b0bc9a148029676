import type { Client } from 'pg';
import { withClient } from '../../support/connections';
import { anOwnAccount } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** Several accounts are locked by one statement: all of them, in one order, and as they are once they are had. */

let world: World;
let ids: readonly [string, string, string];

beforeAll(async () => {
  world = await createWorld();
  const [first = '', second = '', third = ''] = [
    await anOwnAccount(world),
    await anOwnAccount(world),
    await anOwnAccount(world),
  ].sort();
  ids = [first, second, third];
});
afterAll(() => world.close());

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** What the function gives of accounts that it locks, while `meanwhile` is done once somebody else lets go of what they hold. */
async function lockedBehind(
  lock: string,
  wanted: readonly string[],
  held: string,
  meanwhile: (holder: Client) => Promise<void>,
) {
  return withClient(world.ownerUrl, (holder) =>
    withClient(world.ownerUrl, async (locking) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [held]);
      await locking.query('BEGIN');
      const locked = locking.query(`SELECT * FROM ${lock}($1::uuid[])`, [wanted]);
      await waits(locking);
      await meanwhile(holder);
      await holder.query('COMMIT');
      return (await locked).rows;
    }),
  );
}

async function waits(client: Client): Promise<void> {
  const { processID } = client as Client & { readonly processID: number };
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const [{ waiting } = { waiting: 0 }] = await world.sql<{ waiting: number }>(
      `SELECT cardinality(pg_blocking_pids($1)) AS waiting`,
      [processID],
    );
    if (waiting > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It waits for nobody');
}

async function isFree(id: string): Promise<boolean> {
  const free = await world.sql('SELECT id FROM accounts WHERE id = $1 FOR UPDATE SKIP LOCKED', [id]);
  return free.length === 1;
}

describe.each(['lock_accounts', 'lock_customers'])('%s', (lock) => {
  test('gives each account once, however often it is named, and none of what is not there', async () => {
    const [first, , third] = ids;
    const rows = await world.sql<{ id: string }>(`SELECT id FROM ${lock}($1::uuid[])`, [
      [third, first, UNKNOWN, third],
    ]);
    expect(rows.map(({ id }) => id)).toEqual([first, third]);
    expect(await world.sql(`SELECT id FROM ${lock}('{}')`)).toEqual([]);
  });

  test('locks by id, in whichever order they are named: what comes later is free while one waits', async () => {
    const [first, second, third] = ids;
    const free: boolean[] = [];
    await lockedBehind(lock, [third, second, first], second, async () => {
      for (const id of [first, third]) free.push(await isFree(id));
    });
    expect(free).toEqual([false, true]);
  });

  test('gives what a lock was waited for as it is then', async () => {
    const [first, second] = ids;
    const rows = await lockedBehind(lock, [first, second], second, async (holder) => {
      await holder.query(`UPDATE accounts SET name = 'Otherwise' WHERE id = $1`, [second]);
    });
    expect(rows.map(({ id, name }) => [id, name])).toEqual([
      [first, 'Own customer'],
      [second, 'Otherwise'],
    ]);
    await world.sql(`UPDATE accounts SET name = 'Own customer' WHERE id = $1`, [second]);
  });
});
