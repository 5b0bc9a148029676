import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { waiting } from '../support/connections';
import { aCustomer, admin, aPaidSubscription, aReseller, copy, type TestReseller } from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf } from './writes';

let world: World;
let track: Racetrack;

beforeAll(async () => {
  ({ world } = await aRaceWorld({ watch: WATCH, without: ['refuse_inactive_reseller'] }));
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

/** Fails what a sync commits for a reseller that is not active then, and a copy in a currency that is not its reseller's. */
const WATCH = [
  `CREATE FUNCTION forbid_when_inactive() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF session_user = 'reseller_accounts_sync'
        AND EXISTS (SELECT FROM tenant_resellers t WHERE t.id = NEW.tenant_reseller_id
          AND (t.status <> 'ACTIVE' OR TG_OP = 'INSERT' AND t.currency <> NEW.currency)) THEN
        RAISE EXCEPTION 'forbidden at the commit: a sync wrote for a reseller that is not so any more';
      END IF;
      RETURN NULL;
    END
  $$`,
  `CREATE CONSTRAINT TRIGGER watch_inactive AFTER INSERT OR UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION forbid_when_inactive()`,
];

const RESULTS = 'results { outcome userErrors { code } }';

let resellers = 0;
const aLiveReseller = () => {
  resellers += 1;
  return aReseller(world, { name: `Raced ${resellers}`, currency: 'EUR', separateInvoices: true });
};
const change = ({ id }: TestReseller, changes: object): Operation => ({
  caller: admin,
  mutation: 'updateTenantReseller',
  input: { tenantResellerId: id, ...changes },
});

/** What a sync writes: how it is arranged, and whether it stands there afterwards. */
const WRITES: Record<string, (reseller: TestReseller) => Promise<Operation>> = {
  'a copy': async ({ sync }) => ({
    caller: sync,
    mutation: 'recordPaidSubscription',
    input: { customer: aCustomer('c', { name: 'Written' }), subscription: aPaidSubscription() },
    selection: 'outcome',
  }),
  'a snapshot in bulk': async (reseller) => {
    await copy(world, reseller, aCustomer('c'));
    const items = [{ customer: aCustomer('c', { sourceVersion: '2', name: 'Written' }) }];
    return { caller: reseller.sync, mutation: 'syncCustomers', input: { items }, selection: RESULTS };
  },
};
const isWritten = async ({ id }: TestReseller) =>
  (await world.sql(`SELECT FROM accounts WHERE tenant_reseller_id = $1 AND name = 'Written'`, [id])).length > 0;

describe.each(Object.entries(WRITES))('S30: %s beside a change of the reseller’s status', (name, arrange) => {
  test.each([
    ['SUSPENDED', 'RESELLER_SUSPENDED'],
    ['ENDED', 'RESELLER_ENDED'],
  ])('to %s is committed before it, or refused', async (status, code) => {
    const tally = await raceAll(`${name} × ${status}`, track, async (): Promise<Race> => {
      const reseller = await aLiveReseller();
      return {
        operations: [await arrange(reseller), change(reseller, { status })],
        check: async ([written, changed]) => {
          expect(codesOf(changed)).toEqual([]);
          const codes = codesOf(written);
          // S30: an error of the call, never of an item.
          expect((written.results ?? []).flatMap(codesOf)).toEqual([]);
          expect(await isWritten(reseller)).toBe(codes.length === 0);
          return codes.length === 0 ? 'written' : codes.join();
        },
      };
    });
    expect(tally).toEqual({ written: expect.any(Number), [code]: expect.any(Number) });
  });
});

test('S10: a copy beside a change of the currency has the one or the other, as its reseller then has', async () => {
  const tally = await raceAll('a copy × currency', track, async (): Promise<Race> => {
    const reseller = await aLiveReseller();
    return {
      operations: [await (WRITES['a copy'] ?? never)(reseller), change(reseller, { currency: 'USD' })],
      check: async ([written, changed]) => {
        expect([codesOf(written), codesOf(changed)]).toEqual([[], []]);
        const rows = await world.sql<{ currency: string }>(
          'SELECT currency FROM accounts WHERE tenant_reseller_id = $1',
          [reseller.id],
        );
        return rows.map(({ currency }) => currency).join();
      },
    };
  });
  expect(tally).toEqual({ EUR: expect.any(Number), USD: expect.any(Number) });
});

function never(): never {
  throw new Error('There is no such write');
}

test('a sync that begins while a change waits for another one does not pass it by: calls that overlap keep no change out', async () => {
  const reseller = await aLiveReseller();
  const syncs = [1, 2].map(() => new Client({ connectionString: world.syncUrl }));
  await Promise.all(syncs.map((sync) => sync.connect()));
  const hold = async (sync: Client | undefined) => {
    await sync?.query(`BEGIN; SET LOCAL app.tenant_reseller_id = '${reseller.id}'`);
    return (await sync?.query<{ status: string }>('SELECT status FROM hold_reseller()'))?.rows;
  };
  const [first, second] = syncs;
  expect(await hold(first)).toEqual([{ status: 'ACTIVE' }]);
  const { mutation, input } = change(reseller, { status: 'SUSPENDED' });
  const changed = world.mutate(admin, mutation, input);
  await someWait(1);
  const held = hold(second);
  await someWait(2);
  await first?.query('COMMIT');
  expect(await changed).toEqual({ userErrors: [] });
  expect(await held).toEqual([{ status: 'SUSPENDED' }]);
  await Promise.all(syncs.map((sync) => sync.end()));
});

test.each([
  [
    'refused as a whole once its reseller is suspended',
    'SUSPENDED',
    { results: [], userErrors: ['RESELLER_SUSPENDED'] },
  ],
  [
    'done one by one, the twin, while it is not',
    'ACTIVE',
    { results: [['REJECTED', 'TEMPORARILY_UNAVAILABLE'], ['APPLIED']], userErrors: [] },
  ],
])('S30: a set that fails as a whole is %s', async (_what, status, expected) => {
  const reseller = await aLiveReseller();
  const items = [];
  for (const id of ['held', 'free']) {
    await copy(world, reseller, aCustomer(id));
    items.push({ customer: aCustomer(id, { sourceVersion: '2', name: 'Written' }) });
  }
  const holder = new Client({ connectionString: world.ownerUrl });
  await holder.connect();
  await holder.query('BEGIN');
  const [held] = await world.sql<{ id: string }>(
    `SELECT id FROM accounts WHERE tenant_reseller_id = $1 AND source_account_id = 'held'`,
    [reseller.id],
  );
  await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [held?.id]);
  const synced = world.mutate(reseller.sync, 'syncCustomers', { items }, RESULTS);
  await someWait(1);
  const { mutation, input } = change(reseller, { status });
  const changed = world.mutate(admin, mutation, input);
  await someWait(2);
  await world.sql(`SELECT pg_cancel_backend(pid) FROM ${waiting()} WHERE usename = 'reseller_accounts_sync'`);
  expect(await changed).toEqual({ userErrors: [] });
  const { results, userErrors } = await synced;
  const codes = userErrors.map(({ code }: { code: string }) => code);
  const outcomes = results.map((one: { outcome: string }) => [one.outcome, ...codesOf(one)]);
  expect({ results: outcomes, userErrors: codes }).toEqual(expected);
  await holder.end();
});

/** Until so many wait for a lock. */
async function someWait(count: number): Promise<void> {
  for (const until = performance.now() + 4_000; performance.now() < until; await sleep(10)) {
    const waiters = await world.sql(`SELECT FROM ${waiting()}`);
    if (waiters.length === count) return;
  }
  throw new Error(`There are not ${count} that wait`);
}
