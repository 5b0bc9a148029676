import fc from 'fast-check';
import { serviceId } from '../../src/domain/identifiers';
import { BILLING_PERIODS } from '../../src/domain/vocabulary';
import { withSyncGuard } from '../../src/guard/guard';
import { loadPrices } from '../../src/persistence/resellers/service-repository';
import { type Setup, setUpResellers } from '../support/resellers';
import { calledBy, createWorld, type World } from '../support/world';

/** PROPERTY_SEED replays the random lists; PROPERTY_RUNS asks for more or fewer of them. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);

let world: World;
let setup: Setup;

beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  world = await createWorld();
  setup = await setUpResellers(world);
  await world.sql(
    `INSERT INTO price_lists VALUES (gen_random_uuid(), 'one', 'One'), (gen_random_uuid(), 'two', 'Two')`,
  );
});
afterAll(() => world.close());

const CURRENCIES = ['EUR', 'USD'] as const;
const PERIODS = BILLING_PERIODS.slice(0, 2);
/** Few days, so that most lists meet them. */
const aDay = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${day}`);
const anEntry = fc.record({
  list: fc.constantFrom('one', 'two'),
  sku: fc.constantFrom('MAIL', 'BACKUP'),
  currency: fc.constantFrom(...CURRENCIES),
  period: fc.constantFrom(...PERIODS),
  from: aDay,
  amount: fc.integer({ min: 0, max: 9 }),
});
const aCase = fc.record({
  entries: fc.uniqueArray(anEntry, {
    selector: ({ list, sku, currency, period, from }) => [list, sku, currency, period, from].join(),
    maxLength: 40,
  }),
  given: fc.constantFrom('one', 'two', null),
  startDate: aDay,
});

/** The rule as the product has it, from the entries as they were made. */
type Case = typeof aCase extends fc.Arbitrary<infer One> ? One : never;
function expectedOf({ entries, given, startDate }: Case, sku: string, currency: string, period: string) {
  const [latest] = entries
    .filter((one) => one.list === given && one.sku === sku && one.currency === currency && one.period === period)
    .filter(({ from }) => from <= startDate)
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  return latest && { amount: String(latest.amount), source: 'PRICE_LIST' };
}

test("S27: the code and the database say one price: the latest of the reseller's list, else the service's own", async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async (one) => {
      await world.sql('DELETE FROM price_list_entries');
      await world.sql(
        `INSERT INTO price_list_entries SELECT l.id, s.id, e.currency, e.period, e.from, e.amount
         FROM json_to_recordset($1) AS e(list text, sku text, currency text, period text, "from" date, amount numeric)
         JOIN price_lists l ON l.code = e.list JOIN services s ON s.sku = e.sku`,
        [JSON.stringify(one.entries)],
      );
      await world.sql(
        'UPDATE tenant_resellers SET price_list_id = (SELECT id FROM price_lists WHERE code = $1) WHERE id = $2',
        [one.given, setup.alpha.id],
      );
      const asked = ['MAIL', 'BACKUP'].flatMap((sku) =>
        CURRENCIES.flatMap((currency) => PERIODS.map((period) => ({ sku, currency, period }))),
      );
      const prices = await withSyncGuard(world.database, calledBy(setup.alpha.sync), (pass) =>
        loadPrices(pass, ['MAIL', 'BACKUP']),
      );
      for (const { sku, currency, period } of asked) {
        const found = prices.priceOf(sku, period, currency, one.startDate);
        const said = found ? { amount: found.unitPrice, source: found.priceSource } : { amount: null, source: null };
        const stored = await world.sql('SELECT * FROM price_for_sale($1, $2, $3, $4, $5)', [
          ...[setup.alpha.id, serviceId(sku), currency, period, one.startDate],
        ]);
        expect(stored).toEqual([said]);
        const expected = expectedOf(one, sku, currency, period);
        expect(said.source).toBe(expected?.source ?? (found ? 'SERVICE' : null));
        if (expected) expect(said).toEqual(expected);
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
