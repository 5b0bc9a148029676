import fc from 'fast-check';
import { tracesOf } from '../graphql/dry-run/traces';
import { timeLimit } from '../support/connections';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  setUpResellers,
  type TestReseller,
} from '../support/resellers';
import { createWorld, type World } from '../support/world';

jest.setTimeout(timeLimit(120_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 15);

let world: World;
let resellers: Readonly<Record<string, TestReseller>>;
const codes = new Map<string, number>();

beforeAll(async () => {
  world = await createWorld();
  const { alpha } = await setUpResellers(world);
  const terms = { currency: 'EUR', separateInvoices: true };
  resellers = {
    alpha,
    inactive: await aReseller(world, { ...terms, name: 'Inactive', live: false }),
    suspended: await aReseller(world, { ...terms, name: 'Suspended' }),
  };
  const status = { tenantResellerId: resellers.suspended?.id, status: 'SUSPENDED' };
  expect(await world.mutate(admin, 'updateTenantReseller', status)).toEqual({ userErrors: [] });
});
afterAll(() => world.close());

const aVersion = fc.integer({ min: 0, max: 3 }).map(String);
const rarely = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });

/** An item as a source might send it by mistake: of few customers, versions and contents, so that they meet. */
const anItem = fc.record({
  customer: fc
    .record({
      source: fc.integer({ min: 0, max: 5 }),
      sourceVersion: aVersion,
      name: rarely(fc.constantFrom('One', 'Two'), fc.constantFrom('', 'a\0b')),
      status: fc.constantFrom('ACTIVE', 'SUSPENDED'),
      currency: fc.constantFrom(undefined, 'GBP'),
      billingAddress: fc.constantFrom({ city: 'Berlin', country: 'QQ' }, { city: 'Berlin', country: 'DE' }),
    })
    .map(({ source, ...changes }) => aCustomer(`dry-${source}`, changes)),
  paidSubscriptions: fc.array(
    fc
      .record({
        source: fc.constantFrom('s-1', 's-2'),
        quantity: rarely(fc.constantFrom(1, 2), fc.constant(0)),
        sourceVersion: fc.option(aVersion, { nil: undefined }),
        sku: rarely(fc.constantFrom('MAIL', 'BACKUP'), fc.constant('NONE')),
        trial: rarely(fc.constant(false), fc.constant(true)),
      })
      .map(({ source, ...changes }) => aPaidSubscription(source, changes)),
    { maxLength: 2 },
  ),
});

const RESULTS = `results { sourceAccountId outcome warnings account { id } subscriptionResults { outcome }
  changes { subject } userErrors { code message path retryable } }`;
interface Payload {
  readonly results: readonly {
    readonly changes: readonly object[];
    readonly userErrors: readonly { code: string }[];
  }[];
  readonly userErrors: readonly { code: string }[];
}

/** What a dry run and the real one have in common. */
const came = ({ results, userErrors }: Payload) => ({
  userErrors,
  results: results.map(({ changes, ...result }) => ({ ...result, account: null })),
});

test('A40: whatever is sent, a dry run leaves nothing and comes to what the real run comes to', async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  const aCall = fc.record({
    who: fc.constantFrom('alpha', 'alpha', 'alpha', 'alpha', 'inactive', 'suspended'),
    items: fc.array(anItem, { minLength: 1, maxLength: 12 }),
    deletes: fc.option(fc.integer({ min: 0, max: 5 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(aCall, { minLength: 1, maxLength: 4 }), async (calls) => {
      for (const { who, items, deletes } of calls) {
        const { sync } = resellers[who] as TestReseller;
        const before = await tracesOf(world);
        const dry: Payload = await world.mutate(sync, 'syncCustomers', { items, dryRun: true }, RESULTS);
        expect(await tracesOf(world)).toEqual(before);
        const real: Payload = await world.mutate(sync, 'syncCustomers', { items }, RESULTS);
        expect(came(dry)).toEqual(came(real));
        for (const { code } of [...dry.userErrors, ...dry.results.flatMap(({ userErrors }) => userErrors)]) {
          codes.set(code, (codes.get(code) ?? 0) + 1);
        }
        for (const { changes, userErrors } of dry.results) if (userErrors.length > 0) expect(changes).toEqual([]);
        // Nothing is changed where nothing would be.
        if (dry.results.every(({ changes }) => changes.length === 0)) {
          expect(await namesAndStates()).toEqual(statesIn(before));
        }
        if (deletes === null) continue;
        const deletion = { sourceAccountId: `dry-${deletes}`, sourceVersion: '2' };
        await world.mutate(sync, 'deleteManagedAccount', deletion, 'outcome');
      }
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  console.info(`refusals, dry and real alike: ${JSON.stringify(Object.fromEntries(codes))}`);
  expect(world.faults).toEqual([]);
});

/** What of the accounts a dry run would tell of; of the traces that were taken before, the same. */
async function namesAndStates(): Promise<string[]> {
  return statesIn(await tracesOf(world));
}
const statesIn = (traces: readonly string[]) =>
  traces
    .filter((trace) => trace.startsWith('accounts '))
    .map((trace) => JSON.parse(trace.slice(trace.indexOf('{'))))
    .map(({ id, name, status, email, billing_address }) => JSON.stringify([id, name, status, email, billing_address]))
    .sort();
