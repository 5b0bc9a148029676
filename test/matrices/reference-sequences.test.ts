import fc from 'fast-check';
import { timeLimit } from '../support/connections';
import { aCustomer, admin, aPaidSubscription } from '../support/resellers';
import { aReferenceWorld, type ReferenceWorld } from './reference-world';
import { runTogether } from './ways';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 12);

let at: ReferenceWorld;
beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  at = await aReferenceWorld();
});
afterAll(() => at.world.close());

/** One step: what is done, to which account and with which other one, by their places among all that are there. */
interface Step {
  readonly what: keyof typeof STEPS;
  readonly one: number;
  readonly other: number;
}
type Sent = Readonly<Record<string, unknown>>;

const LINES = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
const TERMS = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' };
const resellers = () => [at.setup.alpha, at.setup.beta, at.gamma];
const resellerAt = (place: number) => resellers()[place % 3] ?? at.gamma;

/** What may bring an account into another one's hands, and what shows it. */
const STEPS = {
  billTo: (accountId: string, billToId: string): [string, Sent] => ['updateAccount', { accountId, billToId }],
  parent: (accountId: string, parentId: string): [string, Sent] => ['updateAccount', { accountId, parentId }],
  join: (accountId: string): [string, Sent] => ['updateAccount', { accountId, separateInvoices: false }],
  clear: (accountId: string): [string, Sent] => ['updateAccount', { accountId, billToId: null, parentId: null }],
  create: (billToId: string, parentId: string): [string, Sent] => [
    'createAccount',
    { name: 'New', currency: 'EUR', billToId, parentId },
  ],
  sell: (accountId: string): [string, Sent] => ['createSubscription', { accountId, ...TERMS }],
  invoice: (accountId: string, billToId: string): [string, Sent] => [
    'createInvoice',
    { accountId, billToId, lines: LINES },
  ],
  bill: (accountId: string): [string, Sent] => ['createInvoice', { accountId, lines: LINES }],
  generate: (accountId: string): [string, Sent] => ['generateInvoices', { accountId }],
  take: (accountId: string): [string, Sent] => [
    'createTenantReseller',
    { name: 'New', currency: 'EUR', separateInvoices: false, accountId },
  ],
  remove: (accountId: string): [string, Sent] => ['deleteAccount', { accountId }],
  transfer: (accountId: string): [string, Sent] => [
    'transferAccounts',
    { accounts: [{ accountId, sourceAccountId: accountId }] },
  ],
  copy: (accountId: string): [string, Sent] => [
    'recordPaidSubscription',
    { customer: aCustomer(accountId), subscription: aPaidSubscription() },
  ],
  end: (sourceAccountId: string): [string, Sent] => ['deleteManagedAccount', { sourceAccountId, sourceVersion: '9' }],
} as const;
const BY_SYNC = new Set<string>(['copy', 'end']);

const step = fc.record<Step>({
  what: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
  one: fc.nat(40),
  other: fc.nat(40),
});

const accounts = async () =>
  (await at.world.sql<{ id: string }>('SELECT id FROM accounts ORDER BY created_at, id')).map(({ id }) => id);

/** Does a step, refused or not; tells whether it was done. */
async function take({ what, one, other }: Step): Promise<boolean> {
  const ids = await accounts();
  const [id = '', otherId = ''] = [ids[one % ids.length], ids[other % ids.length]];
  const reseller = resellerAt(other);
  const [mutation, input] = STEPS[what](id, otherId);
  const isTransfer = mutation === 'transferAccounts';
  // It is billed there first, where it may be, so that a transfer now and then succeeds.
  if (isTransfer) await at.world.mutate(admin, 'updateAccount', { accountId: id, billToId: reseller.accountId });
  const [came] = await runTogether(at.world, BY_SYNC.has(what) ? reseller.sync : admin, [
    {
      mutation,
      input: isTransfer ? { ...input, tenantResellerId: reseller.id } : input,
      selection: isTransfer ? 'results { userErrors { code } }' : '__typename',
    },
  ]);
  expect(came?.errors).toEqual([]);
  const { userErrors, results = [] } = came?.payload ?? {};
  return [...userErrors, ...results.flatMap((result: { userErrors: unknown[] }) => result.userErrors)].length === 0;
}

test(
  'A31, S25: after any sequence of these mutations nothing stands against the rules',
  async () => {
    const done: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
        await at.restore();
        for (const [index, one] of steps.entries()) {
          if (await take(one)) done[one.what] = (done[one.what] ?? 0) + 1;
          const faults = await at.faults();
          expect({ steps: faults.length > 0 ? steps.slice(0, index + 1) : [], faults }).toEqual({
            steps: [],
            faults: [],
          });
        }
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    console.info(`done: ${JSON.stringify(done)}`);
  },
  timeLimit(30_000 + RUNS * 2_000),
);
