import { Client } from 'pg';
import type { Caller } from '../../../src/domain/caller';
import { errorCodeOf } from '../../support/connections';
import { editor } from '../../support/contacts';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

const ENTRY = 'id at actorKind actor tokenId mutation login account { id } record operation before after';
const AUDIT = `audit(first: 200) { edges { node { ${ENTRY} } } }`;

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

/** What an audit tells of an entry; a test reads what it is about. */
// biome-ignore lint/suspicious/noExplicitAny: as World.ask
type Entry = any;

/** The entries of an account, oldest first. */
async function entriesOf(id: string, caller: Caller = admin): Promise<Entry[]> {
  const { audit } = await see(world, caller, id, AUDIT);
  return audit.edges.map(({ node }: { node: Entry }) => node).reverse();
}

const last = async (id: string): Promise<Entry> => (await entriesOf(id)).at(-1);

describe('every write to an account leaves an entry', () => {
  test('a copy: the account, then its subscription, by the sync service that sent it', async () => {
    const caller = { ...setup.alpha.sync, tokenId: 'token-1' };
    const input = { customer: aCustomer('copied'), subscription: aPaidSubscription() };
    const { account } = await world.mutate(caller, 'recordPaidSubscription', input, 'account { id }');
    const by = {
      actorKind: 'RESELLER_SYNC',
      actor: 'sync-service',
      tokenId: 'token-1',
      mutation: 'recordPaidSubscription',
      login: 'reseller_accounts_sync',
      account: { id: account.id },
      operation: 'INSERT',
      before: null,
    };
    expect(await entriesOf(account.id)).toMatchObject([
      {
        ...by,
        record: 'accounts',
        after: {
          name: 'Customer copied',
          accounting_no: 'A-copied',
          email: 'copied@customers.example',
          billing_address: { line1: 'Main Street 1', city: 'Berlin' },
          synchronization_options: [],
          status: 'ACTIVE',
          currency: 'EUR',
          source_version: '1',
          tenant_reseller_id: setup.alpha.id,
        },
      },
      {
        ...by,
        record: 'subscriptions',
        after: {
          quantities: [{ from: '2026-01-31', quantity: 5 }],
          unit_price: '2.50',
          source_subscription_id: 's-1',
        },
      },
    ]);
  });

  test('a refresh: the mastered columns before and after; one that changes nothing leaves none', async () => {
    const id = await copy(world, setup.alpha, aCustomer('refreshed'));
    const before = (await entriesOf(id)).length;
    await record(world, setup.alpha, aCustomer('refreshed'));
    expect(await entriesOf(id)).toHaveLength(before);
    await record(world, setup.alpha, aCustomer('refreshed', { sourceVersion: '9007199254740993', email: null }));
    const entries = await entriesOf(id);
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({
      operation: 'UPDATE',
      record: 'accounts',
      before: { email: 'refreshed@customers.example', source_version: '1' },
      // Beyond what a JSON number holds.
      after: { email: null, source_version: '9007199254740993' },
    });
  });

  test('an edit, by the person who made it, with the token that it was made with', async () => {
    const id = await copy(world, setup.alpha, aCustomer('edited'));
    const caller = { ...editor, tokenId: 'token-2' };
    await world.mutate(caller, 'updateAccount', { accountId: id, enableOrdering: false });
    expect(await last(id)).toMatchObject({
      actorKind: 'DISTRIBUTOR_USER',
      actor: 'ben',
      tokenId: 'token-2',
      mutation: 'updateAccount',
      login: 'reseller_accounts_portal',
      before: { enable_ordering: true },
      after: { enable_ordering: false },
    });
  });

  test.each<[string, string, object, string[]]>([
    ['suspendAccount', 'accounts', {}, ['UPDATE']],
    ['synchronizeAccount', 'synchronization_outbox', { systemCode: 'crm' }, ['INSERT']],
    [
      'createOrder',
      'sales_documents',
      { title: 'T', lines: [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }] },
      ['INSERT'],
    ],
    ['createSubscription', 'subscriptions', { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }, ['INSERT']],
    ['createInvoice', 'invoices', { lines: [{ description: 'L', quantity: '1', unitPrice: '1' }] }, ['INSERT']],
    ['addContact', 'account_contacts', { lastName: 'Anders' }, ['INSERT']],
    ['relateAccount', 'account_relations', { kind: 'CASE', targetId: 'x' }, ['INSERT']],
    ['deleteAccount', 'accounts', {}, ['UPDATE']],
  ])('%s', async (mutation, table, input, operations) => {
    const id = await anOwnAccount(world);
    expect((await world.mutate(admin, mutation, { accountId: id, ...input })).userErrors).toEqual([]);
    const entries = (await entriesOf(id)).filter((entry) => entry.mutation === mutation && entry.record === table);
    expect(entries.map(({ operation }) => operation)).toEqual(operations);
  });

  test('a change and a removal of what lies below it', async () => {
    const id = await anOwnAccount(world);
    const { contact } = await world.mutate(admin, 'addContact', { accountId: id, lastName: 'A' }, 'contact { id }');
    await world.mutate(admin, 'updateContact', { accountId: id, contactId: contact.id, lastName: 'B' });
    await world.mutate(admin, 'removeContact', { accountId: id, contactId: contact.id });
    expect((await entriesOf(id)).slice(-3)).toMatchObject([
      { operation: 'INSERT', before: null, after: { last_name: 'A' } },
      { operation: 'UPDATE', before: { last_name: 'A' }, after: { last_name: 'B' } },
      { operation: 'DELETE', before: { last_name: 'B' }, after: null },
    ]);
  });

  test('a refused mutation leaves none', async () => {
    const id = await copy(world, setup.alpha, aCustomer('refused'));
    const before = await entriesOf(id);
    await world.mutate(admin, 'deleteAccount', { accountId: id });
    await world.mutate(admin, 'updateAccount', { accountId: id, name: 'Mine', enableOrdering: false });
    expect(await entriesOf(id)).toEqual(before);
  });

  test('a write that came through the database alone, which names no caller', async () => {
    const id = await anOwnAccount(world);
    const portal = new Client({ connectionString: world.portalUrl });
    await portal.connect();
    await portal.query("UPDATE accounts SET email = 'direct@x.example' WHERE id = $1", [id]);
    await portal.end();
    expect(await last(id)).toMatchObject({
      actorKind: null,
      actor: null,
      mutation: null,
      login: 'reseller_accounts_portal',
      after: { email: 'direct@x.example' },
    });
  });
});

test.each([
  [
    `INSERT INTO account_history (account_id, kind, text, actor) VALUES ($1, 'EDITED', 'Forged', 'anna')`,
    'account_history',
  ],
  [`UPDATE accounts SET sort_name = 'zzzz' WHERE id = $1`, 'accounts'],
  [`UPDATE accounts SET revision = revision + 1000 WHERE id = $1`, 'accounts'],
])(
  'what is its own record, or follows from another column, is recorded when no caller is named: %s',
  async (sql, record) => {
    const id = await anOwnAccount(world);
    const portal = new Client({ connectionString: world.portalUrl });
    await portal.connect();
    await portal.query(sql, [id]);
    await portal.end();
    expect(await last(id)).toMatchObject({ record, login: 'reseller_accounts_portal', actorKind: null });
  },
);

test('what is set up again as it is leaves no entry; what differs leaves its own', async () => {
  const price = (amount: string) => ({ currency: 'EUR', billingPeriod: 'MONTHLY', amount });
  const save = (name: string, amount: string) =>
    world.mutate(admin, 'saveService', { sku: 'AUDITED', name, prices: [price(amount)] });
  const written = async () =>
    world.sql<{ record: string; operation: string }>(
      `SELECT record, operation FROM setup_audit WHERE after ->> 'sku' = 'AUDITED' OR record = 'service_prices'
         AND coalesce(after, before) ->> 'service_id' = (SELECT id::text FROM services WHERE sku = 'AUDITED') ORDER BY at`,
    );
  await save('Audited', '1.50');
  const first = await written();
  expect(first.map(({ record, operation }) => `${operation} ${record}`)).toEqual([
    'INSERT services',
    'INSERT service_prices',
  ]);
  await save('Audited', '1.50');
  expect(await written()).toEqual(first);
  await save('Audited', '1.75');
  expect((await written()).slice(2)).toEqual([
    { record: 'service_prices', operation: 'DELETE' },
    { record: 'service_prices', operation: 'INSERT' },
  ]);
  await save('Renamed', '1.75');
  expect((await written()).slice(4)).toEqual([{ record: 'services', operation: 'UPDATE' }]);
});

test('neither login adds, changes or removes an entry', async () => {
  const id = await anOwnAccount(world);
  const logins = [new Client(world.portalUrl), new Client(world.syncUrl)];
  try {
    for (const login of logins) {
      await login.connect();
      for (const table of ['account_audit', 'setup_audit']) {
        for (const statement of [
          `INSERT INTO ${table} (record, operation) VALUES ('accounts', 'INSERT')`,
          `UPDATE ${table} SET actor = 'somebody else'`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table}`,
        ]) {
          expect(await errorCodeOf(login, statement)).toBe('42501');
        }
      }
    }
    expect(await errorCodeOf(logins[1] as Client, 'SELECT FROM account_audit')).toBe('42501');
  } finally {
    for (const login of logins) await login.end();
  }
  expect(await entriesOf(id)).toHaveLength(1);
});
