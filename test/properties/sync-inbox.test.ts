import fc from 'fast-check';
import { timeLimit } from '../support/connections';
import { aCustomer, aPaidSubscription, aReseller, setUpResellers, type TestReseller } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the one of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1);
const SENDERS = 8;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
});
afterAll(() => world.close());

/** Ids as they are sent; `\u00e9` and `e\u0301` are one. The last ones are none. */
const IDS = ['a', '\u00e9', 'e\u0301', '\u{1f600}'.repeat(998), ' ', '', 'nul\0', '\ud800', 'x'.repeat(1001)];
const isNone = (id: string) => id.trim() === '' || !id.isWellFormed() || id.includes('\0') || [...id].length > 1000;

/** Mostly what is right, or nothing that was refused would ever be taken. */
const often = <T>(right: T, ...wrong: T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const id = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...IDS.slice(0, 4)) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS) },
);
const subscription = fc.record({
  id,
  wrong: often<Record<string, unknown>>(
    {},
    { sku: 'NOT-OFFERED' },
    { trial: true },
    { quantity: 0 },
    { billingPeriod: 'ANNUAL' },
  ),
});
const event = fc.record({
  kind: fc.constantFrom('items', 'items', 'items', 'record', 'cancel', 'delete', 'restore'),
  dryRun: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  items: fc.array(
    fc.record({
      id,
      wrong: often<Record<string, unknown>>({}, { name: ' ' }, { sourceVersion: '3', name: 'Other' }),
      version: fc.integer({ min: 1, max: 4 }),
      subscriptions: fc.array(subscription, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

interface Answered {
  readonly outcome: string;
  readonly userErrors: readonly { code: string; message: string; path: string[]; retryable: boolean }[];
  readonly subscriptionResults?: readonly { outcome: string }[];
}

/** Of an event that was no dry run: what it named, at which paths, and what it was answered: all that the rule speaks of. */
interface Told {
  readonly customer: string;
  readonly subscriptions: readonly { readonly id: string; readonly path: string }[];
  readonly answered: Answered;
  /** Whether success is one of the customer; of a cancellation it is the subscription's alone. */
  readonly isOfCustomer: boolean;
  readonly recorded: readonly string[];
}

const ERRORS = 'userErrors { code message path retryable }';

async function send({ sync }: TestReseller, sender: number, { kind, items, dryRun }: Event): Promise<Told[]> {
  const named = (sent: string) => (isNone(sent) ? sent : `${sender}-${sent}`);
  const customerOf = (item: Event['items'][number]) =>
    aCustomer(named(item.id), {
      name: 'C',
      accountingNo: 'A',
      email: null,
      sourceVersion: `${item.version}`,
      ...item.wrong,
    });
  const paid = (item: Event['items'][number]) => item.subscriptions.map((one) => aPaidSubscription(one.id, one.wrong));
  const [first] = items;
  if (!first) throw new Error('A call without items');
  const customer = named(first.id);
  if (kind === 'items') {
    const input = {
      dryRun,
      items: items.map((item) => ({ customer: customerOf(item), paidSubscriptions: paid(item) })),
    };
    const { results } = await world.mutate(
      sync,
      'syncCustomers',
      input,
      `results { outcome ${ERRORS} subscriptionResults { outcome } }`,
    );
    if (dryRun) return [];
    return results.map((answered: Answered, at: number): Told => {
      const ids = items[at]?.subscriptions.map((one) => one.id) ?? [];
      return {
        customer: named(items[at]?.id ?? ''),
        subscriptions: ids.map((one, index) => ({ id: one, path: `input/items/${at}/paidSubscriptions/${index}/` })),
        answered,
        isOfCustomer: true,
        recorded: answered.subscriptionResults?.length === ids.length ? ids : [],
      };
    });
  }
  const [one] = paid(first);
  const told = { customer, subscriptions: [], isOfCustomer: true, recorded: [] };
  if (kind === 'delete' || (kind === 'cancel' && !one) || (kind === 'record' && !one)) {
    const input = {
      sourceAccountId: customer,
      sourceVersion: `${first.version}`,
      endDate: 'name' in first.wrong ? '1889-01-01' : null,
    };
    return [{ ...told, answered: await world.mutate(sync, 'deleteManagedAccount', input, 'outcome') }];
  }
  if (kind === 'restore') {
    return [
      {
        ...told,
        answered: await world.mutate(sync, 'restoreManagedAccount', { customer: customerOf(first) }, 'outcome'),
      },
    ];
  }
  const subscriptionId = one?.sourceSubscriptionId ?? '';
  if (kind === 'record') {
    const answered: Answered = await world.mutate(
      sync,
      'recordPaidSubscription',
      { dryRun, customer: customerOf(first), subscription: one },
      'outcome',
    );
    if (dryRun) return [];
    return [
      {
        ...told,
        answered,
        subscriptions: [{ id: subscriptionId, path: 'input/subscription/' }],
        recorded: [subscriptionId],
      },
    ];
  }
  const endDate = 'name' in first.wrong ? '2020-01-01' : '2027-01-31';
  const input = { sourceAccountId: customer, sourceSubscriptionId: subscriptionId, endDate };
  const answered: Answered = await world.mutate(sync, 'cancelPaidSubscription', input, 'outcome');
  const places = ['input/sourceSubscriptionId/', 'input/endDate/'];
  return [
    {
      ...told,
      answered,
      subscriptions: places.map((path) => ({ id: subscriptionId, path })),
      isOfCustomer: false,
      recorded: [subscriptionId],
    },
  ];
}

interface Row {
  sourceAccountId: string;
  sourceSubscriptionId: string | null;
  code: string;
  message: string;
  path: string[];
  count: number;
  isOpen: boolean;
}

/** S33, sentence by sentence. */
function note(inbox: Map<string, Row>, { customer, subscriptions, answered, isOfCustomer, recorded }: Told): void {
  const keyOf = (of: string | null) => JSON.stringify([customer, of].map((part) => part?.normalize('NFC') ?? null));
  const [first] = answered.userErrors;
  if (!first) {
    const closed = [...(isOfCustomer && answered.outcome !== 'STALE' ? [null] : []), ...recorded].map(keyOf);
    for (const key of closed) {
      const row = inbox.get(key);
      if (row) row.isOpen = false;
    }
    return;
  }
  const of = subscriptions.find(({ path }) => `${first.path.join('/')}/`.startsWith(path))?.id ?? null;
  if (first.retryable || isNone(customer) || (of !== null && isNone(of))) return;
  const [sourceAccountId, sourceSubscriptionId] = JSON.parse(keyOf(of));
  const count = (inbox.get(keyOf(of))?.count ?? 0) + 1;
  const { code, message, path } = first;
  inbox.set(keyOf(of), { sourceAccountId, sourceSubscriptionId, code, message, path, count, isOpen: true });
}

async function read({ id: of, sync }: TestReseller) {
  const rows: Row[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { tenantReseller } = await world.ask(
      sync,
      `query ($of: ID!, $after: String) { tenantReseller(id: $of) { syncHealth { acceptedLastDay refusedLastDay openProblems }
        syncProblems(open: null, first: 7, after: $after) { pageInfo { hasNextPage endCursor }
          edges { node { sourceAccountId sourceSubscriptionId code message path count closedAt } } } } }`,
      { of, after },
    );
    const { edges, pageInfo } = tenantReseller.syncProblems;
    for (const { node } of edges) {
      const { closedAt, ...row } = node;
      rows.push({ ...row, isOpen: closedAt === null });
    }
    ({ endCursor: after, hasNextPage: more } = pageInfo);
    if (!more) return { rows, health: tenantReseller.syncHealth };
  }
  throw new Error('A list without an end');
}

const inOrder = (rows: Iterable<Row>) => [...rows].map((row) => JSON.stringify(row)).sort();

test(
  'S33: whatever 8 senders send at once of customers of their own, the inbox is as the rule says of what they were answered',
  async () => {
    console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
    const sequences = fc.array(fc.array(event, { minLength: 8, maxLength: 20 }), {
      minLength: SENDERS,
      maxLength: SENDERS,
    });
    await fc.assert(
      fc.asyncProperty(sequences, async (bySender) => {
        const reseller = await aReseller(world, { name: 'One', currency: 'EUR', separateInvoices: true });
        const inbox = new Map<string, Row>();
        let [accepted, refused] = [0, 0];
        await Promise.all(
          bySender.map(async (events, sender) => {
            for (const one of events) {
              for (const each of await send(reseller, sender, one)) {
                note(inbox, each);
                const [first] = each.answered.userErrors;
                if (!first) accepted += 1;
                else if (!first.retryable) refused += 1;
              }
            }
          }),
        );
        const { rows, health } = await read(reseller);
        expect(inOrder(rows)).toEqual(inOrder(inbox.values()));
        const openProblems = [...inbox.values()].filter(({ isOpen }) => isOpen).length;
        expect(health).toEqual({ acceptedLastDay: accepted, refusedLastDay: refused, openProblems });
        expect(world.faults).toEqual([]);
        // It says something: some was refused again, and some was taken.
        expect(rows.filter(({ count }) => count > 1).length).toBeGreaterThan(0);
        expect(rows.filter(({ isOpen }) => !isOpen).length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  },
  timeLimit(60_000 * RUNS),
);
