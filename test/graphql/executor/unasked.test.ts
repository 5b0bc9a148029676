import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

/**
 * The reads that the mutation leaves behind once it has committed. Nobody waits for what was not asked for: if such a
 * read fails, the rejection belongs to no request and ends the process.
 */
async function readsAfter(mutate: () => Promise<unknown>): Promise<string[]> {
  world.takeStatements();
  await mutate();
  // A round trip, so that a read that nobody waited for has been sent too.
  await world.ask(admin, '{ permissionRules { id } }');
  const statements = world.takeStatements();
  // A sync service's reads are transactions of their own, and commit too.
  const lastWrite = statements.findLastIndex((sql) =>
    sql.startsWith('START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE'),
  );
  return statements
    .slice(statements.indexOf('COMMIT', lastWrite) + 1)
    .filter((sql) => /FROM public\.accounts/.test(sql));
}

describe('an account that the answer does not show is not read', () => {
  test('by syncCustomers', async () => {
    const items = ['one', 'two'].map((source) => ({
      customer: aCustomer(source),
      paidSubscriptions: [aPaidSubscription()],
    }));
    const sync = (selection: string) => () => world.mutate(setup.alpha.sync, 'syncCustomers', { items }, selection);
    expect(await readsAfter(sync('results { outcome }'))).toEqual([]);
    expect(await readsAfter(sync(''))).toEqual([]);
    expect(await readsAfter(sync('results { account { name } }'))).toHaveLength(1);
  });

  test('by transferAccounts', async () => {
    const accountId = await anOwnAccount(world, { bill_to_id: setup.alpha.accountId });
    const input = { tenantResellerId: setup.alpha.id, accounts: [{ accountId, sourceAccountId: 'transferred' }] };
    const transfer = (selection: string) => () => world.mutate(admin, 'transferAccounts', input, selection);
    expect(await readsAfter(transfer('results { accountId }'))).toEqual([]);
    expect(await readsAfter(transfer(''))).toEqual([]);
    expect(await readsAfter(transfer('results { account { name } }'))).not.toEqual([]);
  });

  test('by recordPaidSubscription more than once', async () => {
    await copy(world, setup.alpha, aCustomer('once'));
    const input = { customer: aCustomer('once'), subscription: aPaidSubscription() };
    const record = (selection: string) => () =>
      world.mutate(setup.alpha.sync, 'recordPaidSubscription', input, selection);
    expect((await readsAfter(record('outcome'))).length).toBeLessThanOrEqual(1);
    expect(await readsAfter(record('account { name } subscription { account { name } }'))).toHaveLength(1);
  });
});
