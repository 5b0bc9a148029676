import { isDistributed } from '../../support/connections';
import { aCustomer, admin, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { tracesOf } from './traces';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const RESULTS = `results {
  sourceAccountId outcome warnings account { id name status }
  subscriptions { sourceSubscriptionId quantity } subscriptionResults { sourceSubscriptionId outcome subscription { id } }
  changes { accountId subject field subscriptionId before after }
  userErrors { code message path retryable }
}`;
interface Change {
  accountId: string;
  subject: string;
  field: string | null;
  subscriptionId: string | null;
  before: string | null;
  after: string | null;
}
interface Result {
  sourceAccountId: string;
  outcome: string;
  warnings: string[];
  account: { id: string; name: string } | null;
  subscriptions: object[];
  subscriptionResults: { outcome: string; subscription: object | null }[];
  changes: Change[];
  userErrors: object[];
}
const sync = async (items: readonly object[], dryRun?: boolean): Promise<Result[]> => {
  const input = { items, ...(dryRun === undefined ? {} : { dryRun }) };
  const { results, userErrors } = await world.mutate(setup.alpha.sync, 'syncCustomers', input, RESULTS);
  expect(userErrors).toEqual([]);
  return results;
};

/** What of an answer a dry run and the real one have in common. */
const came = (results: readonly Result[]) =>
  results.map(({ sourceAccountId, outcome, warnings, userErrors, subscriptionResults }) => ({
    sourceAccountId,
    outcome,
    warnings,
    userErrors,
    subscriptions: subscriptionResults.map((one) => one.outcome),
  }));

/** What is said of each customer: by its number, one of ten kinds of items. */
const KINDS: readonly ((id: string) => { before: object[]; item: object; outcome: string })[] = [
  (id) => ({ before: [], item: bought(id), outcome: 'CREATED' }),
  (id) => ({ before: [], item: bought(id, { currency: 'GBP' }, 's-1', 's-2'), outcome: 'CREATED' }),
  (id) => ({ before: [bought(id)], item: { customer: newer(id, { name: `New ${id}` }) }, outcome: 'APPLIED' }),
  (id) => ({ before: [bought(id)], item: { customer: newer(id, { status: 'SUSPENDED' }) }, outcome: 'APPLIED' }),
  (id) => ({ before: [bought(id)], item: bought(id, { sourceVersion: '2', email: null }, 's-2'), outcome: 'APPLIED' }),
  (id) => ({ before: [bought(id)], item: { customer: newer(id) }, outcome: 'UNCHANGED' }),
  (id) => ({
    before: [bought(id, { sourceVersion: '3' })],
    item: bought(id, { sourceVersion: '2', name: 'Old' }, 's-2'),
    outcome: 'STALE',
  }),
  (id) => ({ before: [bought(id)], item: { customer: aCustomer(id, { name: 'Other' }) }, outcome: 'REJECTED' }),
  (id) => ({ before: [], item: { customer: aCustomer(id) }, outcome: 'REJECTED' }),
  (id) => ({ before: [bought(id)], item: followed(id), outcome: 'UNCHANGED' }),
];
const newer = (id: string, changes = {}) => aCustomer(id, { sourceVersion: '2', ...changes });
const bought = (id: string, changes = {}, ...sources: string[]) => ({
  customer: aCustomer(id, changes),
  paidSubscriptions: (sources.length > 0 ? sources : ['s-1']).map((source) => aPaidSubscription(source)),
});
/** A subscription that is here, in a newer state. */
const followed = (id: string) => ({
  customer: aCustomer(id),
  paidSubscriptions: [aPaidSubscription('s-1', { sourceVersion: '1', quantity: 7, endDate: '2026-12-31' })],
});

describe('A40: a dry run of 500 items, then the real run', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `a40-${index}`);
  const plans = ids.map((id, index) => KINDS[index % KINDS.length]?.(id) ?? { before: [], item: {}, outcome: '' });
  const items = plans.map(({ item }) => item);
  let dry: Result[];
  let real: Result[];
  let stood: ReadonlyMap<string, unknown>;

  beforeAll(async () => {
    await sync(plans.flatMap(({ before }) => before));
    stood = await standing();
    const before = await tracesOf(world);
    dry = await sync(items, true);
    // Compared here: the real run follows.
    expect(await tracesOf(world)).toEqual(before);
    real = await sync(items);
  });

  test('have the same outcomes, refusals and warnings', () => {
    expect(dry.map(({ outcome }) => outcome)).toEqual(plans.map(({ outcome }) => outcome));
    expect(came(dry)).toEqual(came(real));
  });

  test('the dry one shows account and subscriptions as they were, null or left out when they were new', () => {
    for (const [index, result] of dry.entries()) {
      const isHere = stood.has(result.sourceAccountId) && result.outcome !== 'REJECTED';
      expect(result.account).toEqual(isHere ? expect.objectContaining({ status: 'ACTIVE' }) : null);
      if (isHere) expect(result.account?.name).toBe(`Customer ${ids[index]}`);
      const isNew = (outcome: string) => outcome === 'CREATED';
      for (const { outcome, subscription } of result.subscriptionResults) {
        expect(subscription).toEqual(isNew(outcome) ? null : expect.anything());
      }
      const known = result.subscriptionResults.filter(({ outcome }) => !isNew(outcome));
      expect(result.subscriptions).toHaveLength(known.length);
    }
    // The one that is followed has five seats yet.
    expect(dry[9]?.subscriptions).toEqual([{ sourceSubscriptionId: 's-1', quantity: 5 }]);
  });

  test('its changes are what the real run did, thing by thing; the real run tells none', async () => {
    expect(real.flatMap(({ changes }) => changes)).toEqual([]);
    const stands = await standing();
    const expected = ids.map((id) => differences(stood.get(id) as Standing, stands.get(id) as Standing));
    expect(dry.map(({ changes }) => changes.map(({ accountId: _, ...change }) => parsed(change)))).toEqual(expected);
    expect(expected.flat().length).toBeGreaterThan(500);
    const accountIds = real.map(({ account }) => account?.id);
    for (const [index, { changes }] of dry.entries()) {
      for (const { accountId } of changes) expect(accountId).toBe(accountIds[index]);
    }
  });
});

type Standing = Readonly<Record<string, unknown>> & {
  readonly subscriptions: Readonly<Record<string, { sourceSubscriptionId: string }>>;
};

/** What a sync may see of its customers, by their source ids. */
async function standing(): Promise<Map<string, Standing>> {
  const rows = await world.sql<{ id: string; standing: Standing }>(
    `SELECT a.source_account_id AS id, jsonb_build_object(
       'NAME', a.name, 'ACCOUNTING_NO', a.accounting_no, 'EMAIL', a.email, 'BILLING_ADDRESS', a.billing_address,
       'SYNCHRONIZATION_OPTIONS', a.synchronization_options, 'STATUS', a.status, 'CURRENCY', a.currency,
       'MANAGEMENT', jsonb_build_object('tenantResellerId', a.tenant_reseller_id, 'sourceAccountId', a.source_account_id,
         'origin', a.origin),
       'subscriptions', (SELECT jsonb_object_agg(s.id, jsonb_build_object(
           'sourceSubscriptionId', s.source_subscription_id, 'sku', v.sku, 'billingPeriod', s.billing_period,
           'startDate', s.start_date, 'endDate', s.end_date, 'quantities', s.quantities,
           'unitPrice', s.unit_price::text, 'priceSource', s.price_source, 'currency', s.currency))
         FROM subscriptions s JOIN services v ON v.id = s.service_id WHERE s.account_id = a.id)) AS standing
     FROM accounts a WHERE a.tenant_reseller_id = $1`,
    [setup.alpha.id],
  );
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

const FIELDS = ['NAME', 'ACCOUNTING_NO', 'EMAIL', 'BILLING_ADDRESS', 'SYNCHRONIZATION_OPTIONS', 'STATUS', 'CURRENCY'];

/** What of it differs, as a dry run tells it: of what is new what it has, but nothing. */
function differences(before: Standing | undefined, after: Standing | undefined): object[] {
  if (!after) return [];
  const none = { field: null, subscriptionId: null };
  const of = (what: object, one: unknown, other: unknown) =>
    JSON.stringify(one ?? null) === JSON.stringify(other ?? null) ||
    (one === undefined && Array.isArray(other) && other.length === 0)
      ? []
      : [{ ...none, ...what, before: one ?? null, after: other }];
  return [
    ...FIELDS.flatMap((field) => of({ subject: 'FIELD', field }, before?.[field], after[field] ?? null)),
    ...of({ subject: 'MANAGEMENT' }, before?.MANAGEMENT, after.MANAGEMENT),
    ...Object.entries(after.subscriptions)
      .sort(([, one], [, other]) => (one.sourceSubscriptionId < other.sourceSubscriptionId ? -1 : 1))
      .flatMap(([subscriptionId, one]) =>
        of({ subject: 'SUBSCRIPTION', subscriptionId }, before?.subscriptions[subscriptionId], one),
      ),
  ];
}

const parsed = ({ before, after, ...what }: { before: string | null; after: string | null }) => ({
  ...what,
  before: before === null ? null : JSON.parse(before),
  after: after === null ? null : JSON.parse(after),
});

describe('a dry run of syncCustomers', () => {
  test('takes the items of one customer in their order, each as if those before it were done', async () => {
    const items = [bought('twice'), { customer: newer('twice', { name: 'Second' }) }, bought('twice', {}, 's-2')];
    const results = await sync(items, true);
    expect(results.map(({ outcome, account }) => [outcome, account])).toEqual([
      ['CREATED', null],
      ['APPLIED', null],
      ['STALE', null],
    ]);
    expect(results[1]?.changes).toEqual([
      expect.objectContaining({ field: 'NAME', before: '"Customer twice"', after: '"Second"' }),
    ]);
    expect(results[2]?.changes).toEqual([expect.objectContaining({ subject: 'SUBSCRIPTION', before: null })]);
  });

  test('tells nothing that a sync may not see: no field of the distributor’s', async () => {
    await world.mutate(admin, 'saveCustomFieldDefinition', {
      ...{ code: 'tier', label: 'Tier', type: 'TEXT', required: false, defaultValue: 'gold' },
    });
    const [result] = await sync([bought('unseen')], true);
    expect(result?.changes.map(({ field, subject }) => field ?? subject)).toEqual([
      ...['NAME', 'ACCOUNTING_NO', 'EMAIL', 'BILLING_ADDRESS', 'STATUS', 'CURRENCY', 'MANAGEMENT', 'SUBSCRIPTION'],
    ]);
  });

  test('costs as many statements for 200 items as for one', async () => {
    const counts = [];
    for (const size of [1, 200]) {
      const items = Array.from({ length: size }, (_, index) => bought(`dry-count-${size}-${index}`));
      world.takeStatements();
      await sync(items, true);
      counts.push(world.takeStatements().length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  test('whose set fails goes on one by one, in one transaction: what comes first is there for what follows', async () => {
    await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poison'; END $$`);
    await world.sql(`CREATE TRIGGER poison BEFORE INSERT ON accounts FOR EACH ROW WHEN (NEW.name = 'Poison')
      EXECUTE FUNCTION poison()`);
    try {
      const items = (name: string) => [
        bought(`${name} 1`),
        bought(`${name} 2`, { name: 'Poison' }),
        { customer: newer(`${name} 1`, { name: 'Then' }) },
      ];
      const before = await tracesOf(world);
      const dry = await sync(items('alone'), true);
      expect(await tracesOf(world)).toEqual(before);
      expect(world.faults.splice(0)).toMatchObject([{ message: expect.stringContaining('poison') }]);
      const real = await sync(items('alone'));
      expect(world.faults.splice(0)).toHaveLength(1);
      expect(came(dry)).toEqual(came(real));
      expect(dry.map(({ outcome }) => outcome)).toEqual(['CREATED', 'REJECTED', 'APPLIED']);
    } finally {
      await world.sql('DROP FUNCTION poison() CASCADE');
    }
  });

  // Nodes are not told to check now; of ours only what is issued waits for the commit, which has no dry run.
  const onOneNode = isDistributed() ? test.skip : test;
  onOneNode(
    'refuses what a commit would refuse: checks that wait for it are made before it is rolled back',
    async () => {
      await world.sql(`CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'late'; END $$`);
      await world.sql(`CREATE CONSTRAINT TRIGGER late AFTER INSERT ON accounts DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.name = 'Late') EXECUTE FUNCTION late()`);
      try {
        const items = [bought('late 1'), bought('late 2', { name: 'Late' }), bought('late 3')];
        const dry = await sync(items, true);
        const real = await sync(items);
        expect(world.faults.splice(0)).toHaveLength(2);
        expect(came(dry)).toEqual(came(real));
        expect(dry.map(({ outcome }) => outcome)).toEqual(['CREATED', 'REJECTED', 'CREATED']);
      } finally {
        await world.sql('DROP FUNCTION late() CASCADE');
      }
    },
  );

  test('of a reseller that is suspended is refused as the real one', async () => {
    const status = (to: string) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, status: to });
    await status('SUSPENDED');
    const input = { items: [bought('suspended')], dryRun: true };
    expect(await world.mutate(setup.alpha.sync, 'syncCustomers', input, 'results { outcome }')).toMatchObject({
      results: [],
      userErrors: [{ code: 'RESELLER_SUSPENDED', retryable: true }],
    });
    await status('ACTIVE');
  });

  test.each([[false], [undefined]])('is none with dryRun %s', async (dryRun) => {
    const [result] = await sync([bought(`really ${dryRun}`)], dryRun);
    expect(result).toMatchObject({ outcome: 'CREATED', account: { name: expect.any(String) }, changes: [] });
  });
});
