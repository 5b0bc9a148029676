import { announce, complete, subscriptionsOf } from '../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  record,
  type Setup,
  type TestReseller,
} from '../support/resellers';
import type { World } from '../support/world';
import { sound } from './invariants';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';
import { codesOf } from './writes';

let world: World;
let setup: Setup;
let gamma: TestReseller;
let delta: TestReseller;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  delta = await aReseller(world, { name: 'Delta', currency: 'EUR', separateInvoices: true });
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

interface Raced {
  readonly id: string;
  readonly source: string;
  readonly subscription: string;
}

let sources = 0;
/** A customer of Alpha's whose one subscription began today, so that nothing begun before today is pending. */
async function aCustomerHere(startDate = '2026-06-30'): Promise<Raced> {
  sources += 1;
  const source = `raced-${sources}`;
  const subscription = aPaidSubscription('s-1', { startDate });
  const { account } = await record(world, setup.alpha, aCustomer(source), subscription);
  const [one] = await subscriptionsOf(world, admin, account.id);
  return { id: account.id, source, subscription: one?.id ?? '' };
}
async function anAnnounced(startDate?: string): Promise<Raced> {
  const raced = await aCustomerHere(startDate);
  expect(await announce(world, gamma, raced.id, raced.source)).toEqual([]);
  return raced;
}

const RESULTS = 'results { userErrors { code } }';
const byAdmin = (mutation: string, input: Operation['input'], selection = RESULTS): Operation => ({
  caller: admin,
  mutation,
  input,
  selection,
});
const completion = ({ id }: Raced) => byAdmin('completeMove', { accountIds: [id] });
const withdrawal = ({ id }: Raced) => byAdmin('withdrawMove', { accountIds: [id] });
const announcement = ({ id, source }: Raced, to: TestReseller, as = source) =>
  byAdmin('announceMove', { toTenantResellerId: to.id, accounts: [{ accountId: id, sourceAccountId: as }] });
const releaseOf = ({ id, subscription }: Raced, goesOn = true) =>
  byAdmin('releaseAccounts', {
    accounts: [{ accountId: id, subscriptions: [{ subscriptionId: subscription, goesOn }] }],
  });
const purchase = (reseller: TestReseller, source: string, name = 's-2', changes = {}): Operation => ({
  caller: reseller.sync,
  mutation: 'recordPaidSubscription',
  input: {
    customer: aCustomer(source, changes),
    subscription: aPaidSubscription(name, { startDate: '2026-06-30' }),
  },
  selection: 'outcome',
});
const snapshot = (reseller: TestReseller, source: string): Operation => ({
  caller: reseller.sync,
  mutation: 'syncCustomers',
  input: { items: [{ customer: aCustomer(source, { sourceVersion: '2', name: 'Renamed', status: 'SUSPENDED' }) }] },
  selection: 'results { outcome userErrors { code } }',
});

/** What an operation came to: the outcome that a sync is told, or the codes. */
function cameOf(payload: Payload): string {
  const [result = {}] = payload.results ?? [];
  const codes = [...codesOf(payload), ...(result.userErrors ? codesOf(result) : [])].join();
  return codes || (result.outcome ?? payload.outcome ?? 'done');
}

interface End {
  readonly manager: string | null;
  readonly source: string | null;
  readonly name: string;
  readonly status: string;
  readonly version: string | null;
  /** Whose each subscription is, by its id at the source, and its last day. */
  readonly subscriptions: readonly string[] | null;
  readonly orders: number;
}

async function endOf(id: string): Promise<End> {
  const [end] = await world.sql<End>(
    `SELECT t.name AS manager, a.source_account_id AS source, a.name, a.status, a.source_version::text AS version,
       (SELECT json_agg(concat_ws(' ', coalesce(r.name, 'own'), s.source_subscription_id, s.end_date)
          ORDER BY coalesce(r.name, 'own'), s.source_subscription_id)
        FROM subscriptions s LEFT JOIN tenant_resellers r ON r.id = s.tenant_reseller_id WHERE s.account_id = a.id) AS subscriptions,
       (SELECT count(*)::int FROM sales_documents d WHERE d.account_id = a.id) AS orders
     FROM accounts a LEFT JOIN tenant_resellers t ON t.id = a.tenant_reseller_id WHERE a.id = $1`,
    [id],
  );
  if (!end) throw new Error('The account is gone');
  return end;
}

const race = (name: string, arrange: () => Promise<Race>) => raceAll(name, track, sound(world, arrange));
const SOME = expect.any(Number);
const CLOSED = 'Alpha s-1 2026-06-29';

describe('S29: completing a move', () => {
  test('beside an event of the old reseller: it counts and stands, or is late', async () => {
    const tally = await race('completeMove × syncCustomers of the old one', async () => {
      const raced = await anAnnounced();
      return {
        operations: [completion(raced), snapshot(setup.alpha, raced.source)],
        check: async ([move, event]) => {
          expect(cameOf(move)).toBe('done');
          const came = cameOf(event);
          const applied = came === 'APPLIED';
          expect(await endOf(raced.id)).toMatchObject({
            ...{ manager: 'Gamma', version: null, subscriptions: [CLOSED] },
            ...(applied ? { name: 'Renamed', status: 'SUSPENDED' } : { status: 'ACTIVE' }),
          });
          return came;
        },
      };
    });
    expect(tally).toEqual({ APPLIED: SOME, STALE: SOME });
  });

  test('beside a purchase of the old reseller: it is closed with the rest, or refused', async () => {
    const tally = await race('completeMove × recordPaidSubscription of the old one', async () => {
      const raced = await anAnnounced();
      return {
        operations: [completion(raced), purchase(setup.alpha, raced.source)],
        check: async ([move, event]) => {
          expect(cameOf(move)).toBe('done');
          const came = cameOf(event);
          const bought = came === 'SOURCE_ACCOUNT_TAKEN' ? [] : ['Alpha s-2 2026-06-29'];
          expect(await endOf(raced.id)).toMatchObject({ manager: 'Gamma', subscriptions: [CLOSED, ...bought] });
          return came;
        },
      };
    });
    expect(tally).toEqual({ UNCHANGED: SOME, SOURCE_ACCOUNT_TAKEN: SOME });
  });

  test('beside a purchase of the new reseller: it waits, or is recorded on the same account', async () => {
    const tally = await race('completeMove × recordPaidSubscription of the new one', async () => {
      const raced = await anAnnounced();
      return {
        operations: [completion(raced), purchase(gamma, raced.source, 's-1')],
        check: async ([move, event]) => {
          expect(cameOf(move)).toBe('done');
          const came = cameOf(event);
          const bought = came === 'MOVE_PENDING' ? [] : ['Gamma s-1'];
          expect(await endOf(raced.id)).toMatchObject({ manager: 'Gamma', subscriptions: [CLOSED, ...bought] });
          return came === 'MOVE_PENDING' ? came : 'recorded';
        },
      };
    });
    expect(tally).toEqual({ recorded: SOME, MOVE_PENDING: SOME });
  });

  test('beside an invoice of what stands in its way: billed to the old one first, or refused', async () => {
    const tally = await race('completeMove × generateInvoices', async () => {
      const raced = await anAnnounced('2026-05-30');
      return {
        operations: [
          completion(raced),
          byAdmin('generateInvoices', { accountId: raced.id }, 'invoices { billTo { id } }'),
        ],
        check: async ([move, billing]) => {
          expect(billing).toMatchObject({ userErrors: [], invoices: [{ billTo: { id: setup.alpha.accountId } }] });
          const came = cameOf(move);
          expect((await endOf(raced.id)).manager).toBe(came === 'done' ? 'Gamma' : 'Alpha');
          return came;
        },
      };
    });
    expect(tally).toEqual({ done: SOME, INVOICE_FIRST: SOME });
  });

  test('beside itself and beside its withdrawal: once, and one of the two', async () => {
    const twice = await race('completeMove × itself', async () => {
      const raced = await anAnnounced();
      return {
        operations: [completion(raced), completion(raced)],
        check: async (payloads) => {
          expect((await endOf(raced.id)).manager).toBe('Gamma');
          const lines = await world.sql(`SELECT FROM account_history WHERE account_id = $1 AND kind = 'MOVED'`, [
            raced.id,
          ]);
          expect(lines).toHaveLength(1);
          return payloads.map(cameOf).join(', ');
        },
      };
    });
    expect(twice).toEqual({ 'done, done': SOME });
    const either = await race('completeMove × withdrawMove', async () => {
      const raced = await anAnnounced();
      return {
        operations: [completion(raced), withdrawal(raced)],
        check: async ([move, back]) => {
          const came = [cameOf(move), cameOf(back)].join(', ');
          expect((await endOf(raced.id)).manager).toBe(came.startsWith('done') ? 'Gamma' : 'Alpha');
          return came;
        },
      };
    });
    expect(either).toEqual({ 'done, INVALID_INPUT': SOME, 'INVALID_INPUT, done': SOME });
  });
});

describe('S29: announcing a move', () => {
  test('beside another one of the same account: one of the two', async () => {
    const tally = await race('announceMove × announceMove to another', async () => {
      const raced = await aCustomerHere();
      return {
        operations: [announcement(raced, gamma), announcement(raced, delta)],
        check: async (payloads) => {
          expect((await endOf(raced.id)).manager).toBe('Alpha');
          return payloads.map(cameOf).join(', ');
        },
      };
    });
    expect(tally).toEqual({ 'done, INVALID_INPUT': SOME, 'INVALID_INPUT, done': SOME });
  });

  test('beside one of another account under the same id: one of the two', async () => {
    const tally = await race('announceMove × announceMove of another under the same id', async () => {
      const [one, other] = [await aCustomerHere(), await aCustomerHere()];
      return {
        operations: [announcement(one, gamma, `same-${one.source}`), announcement(other, gamma, `same-${one.source}`)],
        check: async (payloads) => payloads.map(cameOf).join(', '),
      };
    });
    expect(tally).toEqual({ 'done, SOURCE_ACCOUNT_TAKEN': SOME, 'SOURCE_ACCOUNT_TAKEN, done': SOME });
  });

  test('beside the copy of that customer: the copy, or it waits', async () => {
    const tally = await race('announceMove × copy', async () => {
      const raced = await aCustomerHere();
      return {
        operations: [announcement(raced, gamma), purchase(gamma, raced.source)],
        check: async (payloads) => payloads.map(cameOf).join(', '),
      };
    });
    expect(tally).toEqual({ 'done, MOVE_PENDING': SOME, 'SOURCE_ACCOUNT_TAKEN, CREATED': SOME });
  });

  test('beside a release: one of the two', async () => {
    const tally = await race('announceMove × releaseAccounts', async () => {
      const raced = await aCustomerHere();
      return {
        operations: [announcement(raced, gamma), releaseOf(raced)],
        check: async ([move, release]) => {
          const came = [cameOf(move), cameOf(release)].join(', ');
          expect((await endOf(raced.id)).manager).toBe(came.startsWith('done') ? 'Alpha' : null);
          return came;
        },
      };
    });
    expect(tally).toEqual({ 'done, INVALID_INPUT': SOME, 'INVALID_INPUT, done': SOME });
  });
});

describe('S29: a release', () => {
  test('beside a sale: the sale is refused, or comes after it', async () => {
    const tally = await race('releaseAccounts × createOrder', async () => {
      const raced = await aCustomerHere();
      const lines = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
      return {
        operations: [releaseOf(raced), byAdmin('createOrder', { accountId: raced.id, title: 'Raced', lines }, '')],
        check: async ([release, sale]) => {
          expect(cameOf(release)).toBe('done');
          const came = cameOf(sale);
          expect(await endOf(raced.id)).toMatchObject({ manager: null, orders: came === 'done' ? 1 : 0 });
          return came;
        },
      };
    });
    expect(tally).toEqual({ done: SOME, ACTION_NOT_ALLOWED: SOME });
  });

  test('beside an invoice of what stands in its way: billed to the reseller first, or refused', async () => {
    const tally = await race('releaseAccounts × generateInvoices', async () => {
      const raced = await aCustomerHere('2026-05-30');
      return {
        operations: [
          releaseOf(raced),
          byAdmin('generateInvoices', { accountId: raced.id }, 'invoices { billTo { id } }'),
        ],
        check: async ([release, billing]) => {
          expect(billing).toMatchObject({ userErrors: [], invoices: [{ billTo: { id: setup.alpha.accountId } }] });
          const came = cameOf(release);
          expect((await endOf(raced.id)).manager).toBe(came === 'done' ? null : 'Alpha');
          return came;
        },
      };
    });
    expect(tally).toEqual({ done: SOME, INVOICE_FIRST: SOME });
  });

  test('beside an invoice of today’s period: billed once, to the reseller before it or to the account after it', async () => {
    const tally = await race('releaseAccounts × generateInvoices of today', async () => {
      const raced = await aCustomerHere();
      return {
        operations: [
          releaseOf(raced),
          byAdmin('generateInvoices', { accountId: raced.id }, 'invoices { billTo { id } }'),
        ],
        check: async ([release, billing]) => {
          expect([cameOf(release), codesOf(billing)]).toEqual(['done', []]);
          const payer = billing.invoices[0].billTo.id;
          expect([raced.id, setup.alpha.accountId]).toContain(payer);
          return payer === raced.id ? 'billed to the account' : 'billed to the reseller';
        },
      };
    });
    expect(tally).toEqual({ 'billed to the account': SOME, 'billed to the reseller': SOME });
  });

  test('beside a purchase of its reseller: named or not, nothing of it runs on for the reseller', async () => {
    const tally = await race('releaseAccounts × recordPaidSubscription', async () => {
      const raced = await aCustomerHere();
      return {
        operations: [releaseOf(raced), purchase(setup.alpha, raced.source)],
        check: async ([release, event]) => {
          const came = [cameOf(release), cameOf(event)].join(', ');
          expect((await endOf(raced.id)).manager).toBe(came.startsWith('done') ? null : 'Alpha');
          return came;
        },
      };
    });
    // What was bought first is not named, and must be.
    expect(tally).toEqual({ 'done, SOURCE_ACCOUNT_TAKEN': SOME, 'INVALID_INPUT, UNCHANGED': SOME });
  });

  test('beside the deletion of the customer: deleted and released, or released and late', async () => {
    const tally = await race('releaseAccounts × deleteManagedAccount', async () => {
      const raced = await aCustomerHere();
      const deletion = { sourceAccountId: raced.source, sourceVersion: '2', endDate: '2026-06-30' };
      return {
        operations: [
          releaseOf(raced, false),
          { caller: setup.alpha.sync, mutation: 'deleteManagedAccount', input: deletion, selection: 'outcome' },
        ],
        check: async ([release, event]) => {
          expect(cameOf(release)).toBe('done');
          const came = cameOf(event);
          expect(await endOf(raced.id)).toMatchObject({
            ...{ manager: null, status: came === 'APPLIED' ? 'DELETED' : 'ACTIVE' },
          });
          return came;
        },
      };
    });
    expect(tally).toEqual({ APPLIED: SOME, STALE: SOME });
  });
});

test('S29: what comes after a completed move is the new reseller’s alone', async () => {
  const raced = await anAnnounced();
  expect(await complete(world, raced.id)).toEqual([]);
  expect(
    cameOf(await world.mutate(gamma.sync, 'recordPaidSubscription', purchase(gamma, raced.source).input, 'outcome')),
  ).toBe('UNCHANGED');
  expect((await endOf(raced.id)).subscriptions).toEqual([CLOSED, 'Gamma s-2']);
});
