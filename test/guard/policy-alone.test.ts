import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createSubgraphServer } from '../../src/application/subgraph-server';
import type { Caller } from '../../src/domain/caller';
import { RequestContext } from '../../src/graphql/request/context';
import { Database } from '../../src/persistence/engine/database';
import { findDatabaseFaults } from '../../src/persistence/integrity/database-guards';
import {
  aCustomer,
  admin,
  anOwnAccount,
  copy,
  everyRow,
  type Setup,
  setUpResellers,
  writtenSince,
} from '../support/resellers';
import { createWorld, USER_ERRORS, type World } from '../support/world';

/**
 * S22, the guard in the code with the database's layer switched off: both logins are the owner's, whom no trigger, no
 * grant and no row-level security holds.
 */

let world: World;
let setup: Setup;
let database: Database;
let server: ReturnType<typeof createSubgraphServer>;
let managed: string;
let own: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  managed = await copy(world, setup.alpha);
  own = await anOwnAccount(world, { responsible_user_id: 'anna' });
  const asOwner = { url: world.ownerUrl, poolSize: 4 };
  database = await Database.connect({ portal: asOwner, sync: asOwner });
  server = createSubgraphServer(world.subgraph, { introspection: 'public' }, pino({ level: 'silent' }));
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await world.close();
});

async function run(caller: Caller, query: string, variables: Record<string, unknown> = {}) {
  const { syncActivity, subgraph } = world;
  const { accountPolicy } = subgraph;
  const resources = { database, accountPolicy, syncActivity, now: () => new Date(), reportFault: fail };
  const { body } = await server.executeOperation(
    { query, variables },
    { contextValue: new RequestContext(resources, caller, randomUUID()) },
  );
  if (body.kind !== 'single') throw new Error('An answer in parts');
  return JSON.parse(JSON.stringify(body.singleResult));
}

const fail = (_requestId: string, fault: unknown): never => {
  throw fault;
};

async function mutate(caller: Caller, mutation: string, type: string, input: object) {
  const { data, errors } = await run(
    caller,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${USER_ERRORS} } }`,
    {
      input,
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation].userErrors;
}

test('the database itself would let anything through', async () => {
  await world.sql('BEGIN');
  await world.sql(`UPDATE accounts SET name = 'Mine' WHERE id = $1`, [managed]);
  await world.sql('ROLLBACK');
  expect(await findDatabaseFaults(database)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^DATABASE_URL logs in as (?!reseller_accounts_portal)/)]),
  );
});

const LINES = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
const BLOCKED: [mutation: string, type: string, input: object][] = [
  ['synchronizeAccount', 'SynchronizeAccountInput', { systemCode: 'crm' }],
  ['createOpportunity', 'SellInput', { title: 'Sold', lines: LINES }],
  ['createOffer', 'SellInput', { title: 'Sold', lines: LINES }],
  ['createOrder', 'SellInput', { title: 'Sold', lines: LINES }],
  ['createSubscription', 'CreateSubscriptionInput', { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }],
  ['suspendAccount', 'AccountReferenceInput', {}],
  ['reactivateAccount', 'AccountReferenceInput', {}],
  ['deleteAccount', 'AccountReferenceInput', {}],
];

test.each(BLOCKED)(
  '%s is refused on a managed account, and writes nothing; on an own one it is done',
  async (mutation, type, input) => {
    const before = await everyRow(world);
    const [refusal, ...more] = await mutate(admin, mutation, type, { accountId: managed, ...input });
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ code: 'ACTION_NOT_ALLOWED', retryable: false });
    expect(refusal.reasons[0]).toBe('MANAGED_BY_RESELLER');
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await mutate(admin, mutation, type, { accountId: own, ...input })).toEqual([]);
    expect(await writtenSince(world, before)).not.toEqual([]);
  },
);

test('a locked field is refused with what is free beside it; alone it is saved', async () => {
  const input = { accountId: managed, email: 'mine@distributor.example', enableOrdering: false };
  const before = await everyRow(world);
  expect(await mutate(admin, 'updateAccount', 'UpdateAccountInput', input)).toMatchObject([{ code: 'FIELD_LOCKED' }]);
  expect(await writtenSince(world, before)).toEqual([]);
  const { email: _locked, ...free } = input;
  expect(await mutate(admin, 'updateAccount', 'UpdateAccountInput', free)).toEqual([]);
});

test('another reseller’s customer does not exist for a sync service; its own does', async () => {
  const query = 'query ($id: ID!) { account(id: $id) { name } }';
  expect((await run(setup.beta.sync, query, { id: managed })).data).toEqual({ account: null });
  expect((await run(setup.alpha.sync, query, { id: managed })).data).toEqual({ account: { name: 'Customer c-1' } });
  const refresh = `mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { outcome userErrors { code } } } }`;
  const input = { items: [{ customer: aCustomer('c-1', { sourceVersion: '2', name: 'New' }) }] };
  expect((await run(setup.beta.sync, refresh, { input })).data.syncCustomers.results).toMatchObject([
    { outcome: 'REJECTED', userErrors: [{ code: 'ACCOUNT_NOT_COPIED' }] },
  ]);
  expect((await run(setup.alpha.sync, refresh, { input })).data.syncCustomers.results).toEqual([
    { outcome: 'APPLIED', userErrors: [] },
  ]);
});
