import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const refresh = async (sourceAccountId: string, sourceVersion: string, changes: Record<string, unknown>) => {
  const items = [{ customer: aCustomer(sourceAccountId, { sourceVersion, ...changes }) }];
  const { results } = await world.mutate(setup.alpha.sync, 'syncCustomers', { items }, 'results { outcome }');
  return results[0].outcome;
};

const statusLines = async (accountId: string) =>
  (
    await world.sql<{ text: string }>(
      `SELECT text FROM account_history WHERE account_id = $1 AND kind = 'STATUS_CHANGED' ORDER BY at`,
      [accountId],
    )
  ).map((line) => line.text);

const present = async (id: string) =>
  (await world.ask(admin, 'query ($id: ID!) { account(id: $id) { name status managedByReseller { ribbon } } }', { id }))
    .account;

test('A6: name v7 "New", then late v6 "Old": the name is "New", the late one is stale', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a6'));
  expect(await refresh('a6', '7', { name: 'New' })).toBe('APPLIED');
  expect(await refresh('a6', '6', { name: 'Old' })).toBe('STALE');
  expect(await present(id)).toMatchObject({ name: 'New' });
});

test('A7: suspended v5 and active v6 arrive as 6, 5: active, and no history line of a status change', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a7'));
  expect(await refresh('a7', '6', { status: 'ACTIVE' })).toBe('UNCHANGED');
  expect(await refresh('a7', '5', { status: 'SUSPENDED' })).toBe('STALE');
  expect(await present(id)).toMatchObject({ status: 'ACTIVE' });
  expect(await statusLines(id)).toEqual([]);
});

test('A8, A9: suspended by an event that comes three times: exactly one line, which a rename leaves alone', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a8'));
  expect(await refresh('a8', '2', { status: 'SUSPENDED' })).toBe('APPLIED');
  expect(await refresh('a8', '2', { status: 'SUSPENDED' })).toBe('UNCHANGED');
  expect(await refresh('a8', '2', { status: 'SUSPENDED' })).toBe('UNCHANGED');
  expect(await statusLines(id)).toEqual(["Account's Status Changed to Suspended due to changes on Alpha"]);

  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, name: 'Alpha Cloud' });
  expect(await present(id)).toEqual({
    name: 'Customer a8',
    status: 'SUSPENDED',
    managedByReseller: { ribbon: 'This account is managed by Alpha Cloud Tenant Reseller' },
  });
  expect(await refresh('a8', '3', { status: 'ACTIVE' })).toBe('APPLIED');
  expect(await statusLines(id)).toEqual([
    "Account's Status Changed to Suspended due to changes on Alpha",
    "Account's Status Changed to Active due to changes on Alpha Cloud",
  ]);
});

test('the same suspension from eight senders at once makes one line', async () => {
  const id = await copy(world, setup.alpha, aCustomer('eight'));
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => refresh('eight', '2', { status: 'SUSPENDED', name: 'Same' })),
  );
  expect(outcomes.sort()).toEqual(['APPLIED', ...Array(7).fill('UNCHANGED')]);
  expect(await statusLines(id)).toHaveLength(1);
});

test('A16: options are empty and locked, then appear, change and go by refresh, and stay locked', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a16'));
  const options = async () =>
    (
      await world.ask(
        admin,
        `query ($id: ID!) { account(id: $id) {
          lockedFields allowedActions synchronizationOptions { systemCode key value readOnly } } }`,
        { id },
      )
    ).account;
  const refusals = async () => [
    (
      await world.mutate(admin, 'updateAccount', {
        accountId: id,
        synchronizationOptions: [{ systemCode: 'crm', key: 'id', value: 'mine' }],
      })
    ).userErrors[0],
    (await world.mutate(admin, 'synchronizeAccount', { accountId: id, systemCode: 'crm' })).userErrors[0],
  ];
  const REFUSED = [
    { code: 'FIELD_LOCKED', field: 'SYNCHRONIZATION_OPTIONS', path: ['input', 'synchronizationOptions'] },
    { code: 'ACTION_NOT_ALLOWED', action: 'SYNCHRONIZE', reasons: ['MANAGED_BY_RESELLER'] },
  ];
  expect(await options()).toMatchObject({
    synchronizationOptions: [],
    lockedFields: expect.arrayContaining(['SYNCHRONIZATION_OPTIONS']),
    allowedActions: expect.not.arrayContaining(['SYNCHRONIZE']),
  });
  expect(await refusals()).toMatchObject(REFUSED);

  const two = [
    { systemCode: 'crm', key: 'id', value: '7' },
    { systemCode: 'azure', key: 'tenant', value: 't' },
  ];
  expect(await refresh('a16', '2', { synchronizationOptions: two })).toBe('APPLIED');
  expect((await options()).synchronizationOptions).toEqual([
    { systemCode: 'azure', key: 'tenant', value: 't', readOnly: true },
    { systemCode: 'crm', key: 'id', value: '7', readOnly: true },
  ]);
  expect(await refusals()).toMatchObject(REFUSED);
  expect(await refresh('a16', '2', { synchronizationOptions: two.toReversed() })).toBe('UNCHANGED');
  expect(await refresh('a16', '3', { synchronizationOptions: [] })).toBe('APPLIED');
  expect((await options()).synchronizationOptions).toEqual([]);
});
