import { aCustomer, admin, aPaidSubscription, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { CHANGES, dryThenReal } from './dry-then-real';

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

const none = { field: null, subscriptionId: null };
const field = (accountId: string, name: string, before: unknown, after: unknown) => ({
  ...none,
  accountId,
  subject: 'FIELD',
  field: name,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
});

describe('a dry run of recordPaidSubscription', () => {
  const RECORDED = `outcome subscriptionOutcome warnings account { id name } subscription { id quantity } ${CHANGES}`;
  const both = (customer: object, subscription: object) =>
    dryThenReal(world, setup.alpha.sync, 'recordPaidSubscription', { customer, subscription }, RECORDED);

  test('of a new customer tells the account and the subscription that it would make, and shows neither', async () => {
    const { dry, real } = await both(aCustomer('first', { currency: 'GBP' }), aPaidSubscription());
    const answered = { outcome: 'CREATED', subscriptionOutcome: 'CREATED', warnings: ['SOURCE_CURRENCY_IGNORED'] };
    expect(dry).toMatchObject({ ...answered, account: null, subscription: null, userErrors: [] });
    expect(real).toMatchObject({ ...answered, account: { name: 'Customer first' }, changes: [] });
    expect(dry.changes).toContainEqual({
      ...field(real.account.id, 'NAME', null, 'Customer first'),
      before: null,
    });
    expect(dry.changes).toContainEqual({
      ...none,
      accountId: real.account.id,
      subject: 'MANAGEMENT',
      before: null,
      after: JSON.stringify({
        tenantResellerId: setup.alpha.id,
        sourceAccountId: 'first',
        origin: 'COPIED_FROM_RESELLER',
      }),
    });
    expect(dry.changes.filter(({ subject }: { subject: string }) => subject === 'SUBSCRIPTION')).toEqual([
      {
        accountId: real.account.id,
        subject: 'SUBSCRIPTION',
        field: null,
        subscriptionId: real.subscription.id,
        before: null,
        after: JSON.stringify({
          sourceSubscriptionId: 's-1',
          sku: 'MAIL',
          billingPeriod: 'MONTHLY',
          startDate: '2026-01-31',
          endDate: null,
          quantities: [{ from: '2026-01-31', quantity: 5 }],
          unitPrice: '2.50',
          priceSource: 'SERVICE',
          currency: 'EUR',
        }),
      },
    ]);
  });

  test('of a known subscription shows it as it is, and what would become of it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('known'));
    const state = aPaidSubscription('s-1', { sourceVersion: '1', quantity: 9 });
    const { dry, real } = await both(aCustomer('known'), state);
    expect(dry).toMatchObject({
      outcome: 'UNCHANGED',
      subscriptionOutcome: 'APPLIED',
      account: { id },
      subscription: { quantity: 5 },
    });
    expect(real).toMatchObject({ subscriptionOutcome: 'APPLIED', subscription: { quantity: 9 }, changes: [] });
    const [change, ...others] = dry.changes;
    expect(others).toEqual([]);
    const quantitiesIn = (text: string) => JSON.parse(text).quantities;
    expect([quantitiesIn(change.before), quantitiesIn(change.after)]).toEqual([
      [{ from: '2026-01-31', quantity: 5 }],
      [{ from: '2026-01-31', quantity: 9 }],
    ]);
  });

  test('that is refused says why, and changes nothing; a reseller that has ended is refused before anything', async () => {
    const { dry, real } = await both(aCustomer('refused'), aPaidSubscription('s-1', { sku: 'NONE' }));
    expect(dry).toEqual(real);
    expect(dry).toMatchObject({ outcome: 'REJECTED', changes: [], userErrors: [{ code: 'SERVICE_NOT_OFFERED' }] });
    const end = (status: string) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.beta.id, status });
    await end('ENDED');
    const input = { customer: aCustomer('ended'), subscription: aPaidSubscription(), dryRun: true };
    expect(await world.mutate(setup.beta.sync, 'recordPaidSubscription', input, 'outcome')).toMatchObject({
      userErrors: [{ code: 'RESELLER_ENDED' }],
    });
    await end('ACTIVE');
  });
});
