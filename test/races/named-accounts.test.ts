import { admin, type Setup } from '../support/resellers';
import { aBilledAccount, handOver } from '../support/transfers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack, raceAll } from './schedules';
import type { Operation } from './side';
import { codesOf } from './writes';

/** A31: an account is handed to a reseller while another write names it. Whoever is second is refused. */

let world: World;
let setup: Setup;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

let sources = 0;
const transferOf = (accountId: string): Operation => {
  sources += 1;
  return {
    caller: admin,
    mutation: 'transferAccounts',
    input: { tenantResellerId: setup.alpha.id, accounts: [handOver(accountId, `named-${sources}`)] },
    selection: 'results { userErrors { code } }',
  };
};
const transferable = () => aBilledAccount(world, setup.alpha);
const anOwn = () => aBilledAccount(world, setup.alpha, { billToId: null });
const byAdmin = (mutation: string, input: Record<string, unknown>): Operation => ({ caller: admin, mutation, input });

/** What names the account, by the field that does. */
const NAMES: readonly (readonly [name: string, write: (named: string) => Promise<Operation>])[] = [
  ['updateAccount(billToId)', async (billToId) => byAdmin('updateAccount', { accountId: await anOwn(), billToId })],
  ['updateAccount(parentId)', async (parentId) => byAdmin('updateAccount', { accountId: await anOwn(), parentId })],
  ['createAccount(billToId)', async (billToId) => byAdmin('createAccount', { name: 'New', currency: 'EUR', billToId })],
  ['createAccount(parentId)', async (parentId) => byAdmin('createAccount', { name: 'New', currency: 'EUR', parentId })],
];

interface Named {
  readonly managed: boolean;
  readonly naming: number;
  readonly late: number;
}

/** Of the account: whether it is managed, how many name it, and what was billed to it after it was managed. */
async function stateOf(id: string): Promise<Named> {
  const [state] = await world.sql<Named>(
    `SELECT a.tenant_reseller_id IS NOT NULL AS managed,
       (SELECT count(*)::int FROM accounts o WHERE $1 IN (o.bill_to_id, o.parent_id)) AS naming,
       (SELECT count(*)::int FROM invoices i WHERE i.bill_to_id = $1
          AND i.created_at > (SELECT managed_since FROM accounts WHERE id = $1)) AS late
     FROM accounts a WHERE a.id = $1`,
    [id],
  );
  if (!state) throw new Error('The account is gone');
  return state;
}

describe.each(NAMES)('%s × transferAccounts', (name, write) => {
  test('the account is handed over and named by nobody, or named and not handed over', async () => {
    const tally = await raceAll(`${name} × transfer`, track, async () => {
      const id = await transferable();
      return {
        operations: [await write(id), transferOf(id)],
        check: async ([named, transferred]) => {
          const refused = { named: codesOf(named), transferred: codesOf(transferred.results[0]) };
          const state = await stateOf(id);
          if (state.managed) {
            expect({ ...state, ...refused }).toMatchObject({ naming: 0, named: ['INVALID_INPUT'], transferred: [] });
            return 'handed over';
          }
          expect({ ...state, ...refused }).toMatchObject({ naming: 1, named: [], transferred: ['INVALID_INPUT'] });
          return 'named';
        },
      };
    });
    expect(tally).toEqual({ 'handed over': expect.any(Number), named: expect.any(Number) });
  });
});

test('createInvoice(billToId) × transferAccounts: it is issued before the transfer, or refused', async () => {
  const lines = [{ description: 'Raced', quantity: '1', unitPrice: '10' }];
  const tally = await raceAll('createInvoice(billToId) × transfer', track, async () => {
    const id = await transferable();
    const accountId = await anOwn();
    return {
      operations: [byAdmin('createInvoice', { accountId, billToId: id, lines }), transferOf(id)],
      check: async ([issued, transferred]) => {
        expect(codesOf(transferred.results[0])).toEqual([]);
        expect(await stateOf(id)).toEqual({ managed: true, naming: 0, late: 0 });
        return codesOf(issued).join() || 'issued';
      },
    };
  });
  expect(tally).toEqual({ issued: expect.any(Number), INVALID_INPUT: expect.any(Number) });
});

test('createTenantReseller × updateAccount(billToId): the account is a reseller’s own or billed to another, not both', async () => {
  const tally = await raceAll('createTenantReseller × updateAccount(billToId)', track, async () => {
    const [accountId, billToId] = [await anOwn(), await anOwn()];
    const terms = { name: `Raced ${accountId}`, currency: 'EUR', separateInvoices: true, accountId };
    return {
      operations: [byAdmin('createTenantReseller', terms), byAdmin('updateAccount', { accountId, billToId })],
      check: async ([taken, billed]) => {
        const refused = [...codesOf(taken), ...codesOf(billed)];
        expect(refused).toEqual(['ACTION_NOT_ALLOWED']);
        return codesOf(taken).length > 0 ? 'billed' : 'taken';
      },
    };
  });
  expect(tally).toEqual({ billed: expect.any(Number), taken: expect.any(Number) });
});

test('S21: two accounts that are billed to each other at once make no circle', async () => {
  const tally = await raceAll('updateAccount(billToId) × updateAccount(billToId)', track, async () => {
    const [one, other] = [await anOwn(), await anOwn()];
    const bill = (accountId: string, billToId: string) => byAdmin('updateAccount', { accountId, billToId });
    return {
      operations: [bill(one, other), bill(other, one)],
      check: async ([first, second]) => {
        const refused = [...codesOf(first), ...codesOf(second)];
        expect(refused).toEqual(['INVALID_INPUT']);
        return codesOf(first).length > 0 ? 'the second' : 'the first';
      },
    };
  });
  expect(tally).toEqual({ 'the first': expect.any(Number), 'the second': expect.any(Number) });
});
