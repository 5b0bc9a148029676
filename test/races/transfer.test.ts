import { aCustomer, admin, aPaidSubscription, type Setup } from '../support/resellers';
import { aBilledAccount, handOver, sell } from '../support/transfers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';

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
const aSource = () => {
  sources += 1;
  return `raced-${sources}`;
};

const transferOf = (account: ReturnType<typeof handOver>): Operation => ({
  caller: admin,
  mutation: 'transferAccounts',
  input: { tenantResellerId: setup.alpha.id, accounts: [account] },
  selection: 'results { userErrors { code message } }',
});
const codesOf = (payload: Payload): string[] => payload.userErrors.map((error: { code: string }) => error.code);
const transferCodes = (payload: Payload): string[] => codesOf(payload.results[0]);
const REFUSED = [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }];

interface Row {
  readonly name: string;
  readonly status: string;
  readonly managed: boolean;
  readonly orders: number;
  readonly subscriptions: number;
  readonly unmapped: number;
  readonly history: readonly string[];
}

const stateOf = async (id: string): Promise<Row> => {
  const [row] = await world.sql<Row>(
    `SELECT name, status, tenant_reseller_id IS NOT NULL AS managed,
       (SELECT count(*)::int FROM sales_documents WHERE account_id = a.id) AS orders,
       (SELECT count(*)::int FROM subscriptions WHERE account_id = a.id) AS subscriptions,
       (SELECT count(*)::int FROM subscriptions
        WHERE account_id = a.id AND end_date IS NULL AND source_key IS NULL) AS unmapped,
       ARRAY(SELECT kind FROM account_history WHERE account_id = a.id ORDER BY at) AS history
     FROM accounts a WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error('The account is gone');
  return row;
};

/** One of the distributor's writes against the transfer of its account: the write stands first, or it is refused. */
const against =
  (write: (accountId: string) => Omit<Operation, 'caller'>, written: Partial<Row>) => async (): Promise<Race> => {
    const id = await aBilledAccount(world, setup.alpha);
    const before = await stateOf(id);
    return {
      operations: [{ caller: admin, ...write(id) }, transferOf(handOver(id, aSource()))],
      check: async ([answer, transferred]) => {
        expect(transferCodes(transferred)).toEqual([]);
        const after = await stateOf(id);
        expect(after).toMatchObject({ managed: true, unmapped: 0 });
        expect(after.history.at(-1)).toBe('TRANSFERRED');
        if (codesOf(answer).length === 0) {
          expect(after).toMatchObject(written);
          return 'the write first';
        }
        expect(after).toEqual({ ...before, managed: true, history: [...before.history, 'TRANSFERRED'] });
        return `the transfer first: ${answer.userErrors[0].code} ${answer.userErrors[0].reasons}`;
      },
    };
  };

const BOTH_ORDERS = { 'the write first': expect.any(Number) };
const LINES = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];

describe('A21: at the instant of a transfer', () => {
  test('an order stands first, or it is refused; never after the transfer', async () => {
    const order = (accountId: string) => ({
      mutation: 'createOrder',
      input: { accountId, title: 'Mailboxes', lines: LINES },
    });
    const tally = await raceAll('createOrder × transfer', track, against(order, { orders: 1 }));
    expect(tally).toEqual({
      ...BOTH_ORDERS,
      'the transfer first: ACTION_NOT_ALLOWED MANAGED_BY_RESELLER': expect.any(Number),
    });
  });

  test('a name is changed first, or it is locked', async () => {
    const rename = (accountId: string) => ({ mutation: 'updateAccount', input: { accountId, name: 'Renamed' } });
    const tally = await raceAll('updateAccount(name) × transfer', track, against(rename, { name: 'Renamed' }));
    expect(tally).toEqual({ ...BOTH_ORDERS, 'the transfer first: FIELD_LOCKED ': expect.any(Number) });
  });

  test('a suspension stands first, or it is refused', async () => {
    const suspend = (accountId: string) => ({ mutation: 'suspendAccount', input: { accountId } });
    const tally = await raceAll('suspendAccount × transfer', track, against(suspend, { status: 'SUSPENDED' }));
    expect(tally).toEqual({
      ...BOTH_ORDERS,
      'the transfer first: ACTION_NOT_ALLOWED MANAGED_BY_RESELLER': expect.any(Number),
    });
  });

  test('a subscription that is sold first makes the transfer fail for its missing mapping; else it is refused', async () => {
    const tally = await raceAll('createSubscription × transfer', track, async () => {
      const id = await aBilledAccount(world, setup.alpha);
      const known = await sell(world, id);
      const terms = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
      return {
        operations: [
          {
            caller: admin,
            mutation: 'createSubscription',
            input: { accountId: id, ...terms },
            selection: 'subscription { id }',
          },
          transferOf(handOver(id, aSource(), { [known]: 'known' })),
        ],
        check: async ([sold, transferred]) => {
          const after = await stateOf(id);
          if (codesOf(sold).length > 0) {
            expect(sold.userErrors).toMatchObject(REFUSED);
            expect(transferCodes(transferred)).toEqual([]);
            expect(after).toMatchObject({ managed: true, subscriptions: 1, unmapped: 0 });
            return 'the transfer first';
          }
          expect(transferred.results[0].userErrors).toMatchObject([
            { code: 'INVALID_INPUT', message: expect.stringContaining(sold.subscription.id) },
          ]);
          expect(after).toMatchObject({ managed: false, subscriptions: 2, unmapped: 2 });
          return 'the sale first';
        },
      };
    });
    expect(tally).toEqual({ 'the sale first': expect.any(Number), 'the transfer first': expect.any(Number) });
  });

  test('a deletion stands first and nothing is transferred, or it is refused', async () => {
    const tally = await raceAll('deleteAccount × transfer', track, async () => {
      const id = await aBilledAccount(world, setup.alpha);
      const known = await sell(world, id);
      return {
        operations: [
          { caller: admin, mutation: 'deleteAccount', input: { accountId: id } },
          transferOf(handOver(id, aSource(), { [known]: 'known' })),
        ],
        check: async ([deleted, transferred]) => {
          const after = await stateOf(id);
          if (codesOf(deleted).length > 0) {
            expect(deleted.userErrors).toMatchObject(REFUSED);
            expect(transferCodes(transferred)).toEqual([]);
            expect(after).toMatchObject({ managed: true, status: 'ACTIVE', unmapped: 0 });
            return 'the transfer first';
          }
          expect(transferCodes(transferred)).toEqual(['ACTION_NOT_ALLOWED']);
          expect(after).toMatchObject({ managed: false, status: 'DELETED' });
          return 'the deletion first';
        },
      };
    });
    expect(tally).toEqual({ 'the deletion first': expect.any(Number), 'the transfer first': expect.any(Number) });
  });

  test('a copy of the same source id makes the account, or finds the transferred one; there is one either way', async () => {
    const tally = await raceAll('recordPaidSubscription × transfer', track, async () => {
      const id = await aBilledAccount(world, setup.alpha);
      const known = await sell(world, id);
      const source = aSource();
      return {
        operations: [
          {
            caller: setup.alpha.sync,
            mutation: 'recordPaidSubscription',
            input: { customer: aCustomer(source), subscription: aPaidSubscription('known') },
            selection: 'outcome account { id }',
          },
          transferOf(handOver(id, source, { [known]: 'known' })),
        ],
        check: async ([recorded, transferred]) => {
          expect(codesOf(recorded)).toEqual([]);
          const identities = await world.sql<{ account_id: string }>(
            'SELECT account_id FROM source_identities WHERE source_account_id = $1',
            [source],
          );
          const managed = await world.sql('SELECT id FROM accounts WHERE source_account_id = $1', [source]);
          expect(identities).toEqual([{ account_id: recorded.account.id }]);
          expect(managed).toEqual([{ id: recorded.account.id }]);
          expect(await stateOf(recorded.account.id)).toMatchObject({ managed: true, subscriptions: 1, unmapped: 0 });
          if (recorded.outcome !== 'CREATED') {
            expect(transferCodes(transferred)).toEqual([]);
            expect(recorded.account.id).toBe(id);
            return 'the transfer first';
          }
          expect(transferCodes(transferred)).toEqual(['SOURCE_ACCOUNT_TAKEN']);
          expect(await stateOf(id)).toMatchObject({ managed: false, unmapped: 1 });
          return 'the copy first';
        },
      };
    });
    expect(tally).toEqual({ 'the copy first': expect.any(Number), 'the transfer first': expect.any(Number) });
  });
});
