import { isDistributed } from '../support/connections';
import { aCustomer, admin, aPaidSubscription, aReseller, copy, type TestReseller } from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf } from './writes';

/**
 * S27: what a sync records costs what holds at the moment when it is written, whichever way a change of prices comes
 * between: the sync has read the price before, and is decided anew when it is no longer so.
 */
let world: World;
let track: Racetrack;

beforeAll(async () => {
  ({ world } = await aRaceWorld());
  for (const statement of [...FORGET, ...WRITE_DOWN]) await world.sql(statement);
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  // Where several nodes share one database, the next file finds what this one leaves.
  for (const statement of FORGET) await world.sql(statement);
  await world.close();
});

/** What holds at that moment is written down beside what is recorded: on its node, where several share the tables. */
const WRITE_DOWN = [
  'CREATE TABLE held (account_id uuid, id uuid, price numeric)',
  ...(isDistributed() ? [`SELECT create_distributed_table('held', 'account_id', colocate_with => 'accounts')`] : []),
  `CREATE FUNCTION write_down_price() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE
      reseller uuid;
      price numeric;
    BEGIN
      SELECT tenant_reseller_id INTO reseller FROM public.accounts WHERE id = NEW.account_id;
      SELECT amount INTO price
        FROM public.price_for_sale(reseller, NEW.service_id, NEW.currency, NEW.billing_period, NEW.start_date);
      INSERT INTO public.held VALUES (NEW.account_id, NEW.id, price);
      RETURN NULL;
    END
  $$`,
  `CREATE TRIGGER price_is_written_down AFTER INSERT ON subscriptions
    FOR EACH ROW EXECUTE FUNCTION write_down_price()`,
];
const FORGET = [
  'DROP TRIGGER IF EXISTS price_is_written_down ON subscriptions',
  'DROP FUNCTION IF EXISTS write_down_price()',
  'DROP TABLE IF EXISTS held',
];

let made = 0;
const aName = () => {
  made += 1;
  return `priced-${made}`;
};

const savePrices = (code: string, amount: string): Operation => ({
  caller: admin,
  mutation: 'savePriceList',
  input: {
    code,
    name: code,
    prices: [{ sku: 'MAIL', currency: 'EUR', billingPeriod: 'MONTHLY', amount, validFrom: '2026-07-01' }],
  },
  selection: 'priceList { id }',
});

const giveList = (reseller: TestReseller, priceListId: string | null): Operation => ({
  caller: admin,
  mutation: 'updateTenantReseller',
  input: { tenantResellerId: reseller.id, priceListId },
});

const recordOn = (reseller: TestReseller, source: string): Operation => ({
  caller: reseller.sync,
  mutation: 'recordPaidSubscription',
  input: { customer: aCustomer(source), subscription: aPaidSubscription('raced', { startDate: '2026-07-01' }) },
  selection: 'outcome subscription { id unitPrice }',
});

/** A reseller whose list has 2.00 where the service itself is 2.50. */
async function aPricedReseller(): Promise<{ reseller: TestReseller; code: string; listId: string }> {
  const code = aName();
  const reseller = await aReseller(world, { name: code, currency: 'EUR', separateInvoices: true });
  const { input, selection } = savePrices(code, '2.00');
  const listId: string = (await world.mutate(admin, 'savePriceList', input, selection)).priceList.id;
  await world.mutate(admin, 'updateTenantReseller', giveList(reseller, listId).input);
  return { reseller, code, listId };
}

const CHANGES = {
  'another price': ({ code }: { code: string }) => savePrices(code, '1.00'),
  'no list any more': ({ reseller }: { reseller: TestReseller }) => giveList(reseller, null),
};
const THEN = { 'another price': '1.00', 'no list any more': '2.50' };

describe.each(['another price', 'no list any more'] as const)('%s', (change) => {
  test.each([
    ['a customer that is here', true],
    ['a customer that is new', false],
  ])('beside a subscription of %s: it costs what holds when it is written', async (who, isHere) => {
    const tally = await raceAll(`${change} × ${who}`, track, async () => {
      const priced = await aPricedReseller();
      const source = aName();
      if (isHere) await copy(world, priced.reseller, aCustomer(source));
      return {
        operations: [CHANGES[change](priced), recordOn(priced.reseller, source)],
        check: async ([changed, recorded]) => {
          expect([...codesOf(changed), ...codesOf(recorded)]).toEqual([]);
          const { id, unitPrice } = recorded.subscription;
          expect(await world.sql('SELECT price FROM held WHERE id = $1', [id])).toEqual([{ price: unitPrice }]);
          return unitPrice;
        },
      };
    });
    expect(tally).toEqual({ '2.00': expect.any(Number), [THEN[change]]: expect.any(Number) });
  });
});

test('two that save one list come after each other: the list is as one of them says, whole', async () => {
  const tally = await raceAll('save × save', track, async () => {
    const code = aName();
    return {
      operations: [savePrices(code, '3.00'), savePrices(code, '4.00')],
      check: async ([one, other]) => {
        expect([...codesOf(one), ...codesOf(other)]).toEqual([]);
        const rows = await world.sql<{ amount: string }>(
          'SELECT e.amount FROM price_list_entries e JOIN price_lists l ON l.id = e.price_list_id WHERE l.code = $1',
          [code],
        );
        expect(rows).toHaveLength(1);
        return rows[0]?.amount ?? '';
      },
    };
  });
  expect(tally).toEqual({ '3.00': expect.any(Number), '4.00': expect.any(Number) });
});
