import { aCustomer, admin, aPaidSubscription, aReseller, copy, type TestReseller } from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf } from './writes';

let world: World;
let track: Racetrack;

beforeAll(async () => {
  ({ world } = await aRaceWorld());
  for (const statement of WATCH) await world.sql(statement);
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

/** Fails what a sync commits for a reseller that is not active then, and a copy in a currency that is not its reseller's. */
const WATCH = [
  'DROP FUNCTION refuse_inactive_reseller() CASCADE',
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
    return { caller: reseller.sync, mutation: 'syncCustomers', input: { items }, selection: 'results { outcome }' };
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

test('a change goes through beside a sync whose calls overlap without end', async () => {
  const reseller = await aLiveReseller();
  await copy(world, reseller, aCustomer('c'));
  let isOver = false;
  let version = 1;
  const send = async () => {
    for (; !isOver; ) {
      version += 1;
      const items = [{ customer: aCustomer('c', { sourceVersion: String(version) }) }];
      await world.mutate(reseller.sync, 'syncCustomers', { items }, 'results { outcome }');
    }
  };
  const senders = Array.from({ length: 6 }, send);
  const { mutation, input } = change(reseller, { status: 'SUSPENDED' });
  const { userErrors } = await world.mutate(admin, mutation, input);
  isOver = true;
  await Promise.all(senders);
  expect(userErrors).toEqual([]);
  expect(version).toBeGreaterThan(6);
});
