import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

/** A payload's account is told from what was written when only its id is asked for: the same as a read would tell. */

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  // The first time, the reseller itself is looked at.
  await world.ask(setup.alpha.sync, '{ accountViewer { id } }');
});
afterAll(() => world.close());

const paid = (source: string, subscription = 's-1', more = {}) => ({
  customer: aCustomer(source),
  subscription: aPaidSubscription(subscription),
  ...more,
});
const record = (input: object, selection: string) =>
  world.mutate(setup.alpha.sync, 'recordPaidSubscription', input, selection);

/** The statements of the mutation that come after its commit. */
async function readAfter(work: () => Promise<unknown>): Promise<string[]> {
  world.takeStatements();
  await work();
  const statements = world.takeStatements();
  return statements.slice(statements.findIndex((one) => /^(COMMIT|ROLLBACK)/.test(one)) + 1);
}

test('the id alone is told without a read, and is the same that a read tells', async () => {
  let account: unknown;
  const after = await readAfter(async () => {
    ({ account } = await record(paid('alone'), 'account { __typename id }'));
  });
  expect(after).toEqual([]);
  const { account: read } = await record(paid('alone'), 'account { __typename id name }');
  expect(read).toEqual({ ...(account as object), name: aCustomer('alone').name });
});

test('whoever asks for more is told what is there now', async () => {
  await copy(world, setup.alpha, aCustomer('more'));
  const changed = { ...paid('more'), customer: aCustomer('more', { sourceVersion: '2', name: 'New' }) };
  const after = await readAfter(async () => {
    expect((await record(changed, 'account { id name }')).account).toMatchObject({ name: 'New' });
  });
  expect(after.length).toBeGreaterThan(0);
});

test('a dry run tells no account that it did not make, and the one that is here', async () => {
  expect((await record(paid('dry', 's-1', { dryRun: true }), 'account { id }')).account).toBeNull();
  const id = await copy(world, setup.alpha, aCustomer('dry'));
  expect((await record(paid('dry', 's-2', { dryRun: true }), 'account { id }')).account).toEqual({ id });
});

test('an id is told as it is stored, however it was sent', async () => {
  const id = await anOwnAccount(world);
  const { account } = await world.mutate(admin, 'suspendAccount', { accountId: id.toUpperCase() }, 'account { id }');
  expect(account).toEqual({ id });
});

test('a change that hides the account from its caller leaves no id of it', async () => {
  const id = await anOwnAccount(world, { responsible_user_id: 'carla', permission_rule_id: null });
  const carla = aUser('carla');
  const seen = await world.mutate(carla, 'updateAccount', { accountId: id, accountingNo: '1' }, 'account { id }');
  expect(seen).toMatchObject({ account: { id }, userErrors: [] });
  const hidden = await world.mutate(
    carla,
    'updateAccount',
    { accountId: id, responsibleUserId: 'anna' },
    'account { id }',
  );
  expect(hidden).toMatchObject({ account: null, userErrors: [] });
});
