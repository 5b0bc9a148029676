import { UNKNOWN } from '../../support/contacts';
import { announce, historyOf, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-15T12:00:00Z');
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const AT = ['input', 'accounts', '0'];
const ends = (subscriptionId: string) => ({ subscriptionId, goesOn: false });
const goesOn = (subscriptionId: string, unitPrice?: string) => ({ subscriptionId, goesOn: true, unitPrice });

/** A customer of Alpha's with these subscriptions, all of it invoiced, and the ids of the subscriptions in their order. */
async function paid(source: string, ...subscriptions: Record<string, unknown>[]) {
  const id = await copy(world, setup.alpha, aCustomer(source));
  for (const [index, changes] of subscriptions.entries()) {
    const { userErrors } = await record(
      world,
      setup.alpha,
      aCustomer(source),
      aPaidSubscription(`s-${index + 2}`, changes),
    );
    expect(userErrors).toEqual([]);
  }
  await invoice(world, id);
  const own = await subscriptionsOf(world, admin, id);
  const ids = ['s-1', ...subscriptions.map((_, index) => `s-${index + 2}`)].map(
    (name) => own.find(({ sourceSubscriptionId }) => sourceSubscriptionId === name)?.id ?? '',
  );
  return { id, ids };
}

describe('S29: releaseAccounts is refused', () => {
  test('for an account that is not there', async () => {
    for (const id of [UNKNOWN, 'no-id']) {
      expect(await release(world, id)).toMatchObject([{ code: 'ACCOUNT_NOT_FOUND', path: [...AT, 'accountId'] }]);
    }
  });

  test('for one that nobody manages or has managed, also a reseller’s own', async () => {
    for (const id of [await anOwnAccount(world), setup.alpha.accountId]) {
      expect(await release(world, id)).toMatchObject([
        { code: 'INVALID_INPUT', path: [...AT, 'accountId'], retryable: false },
      ]);
    }
  });

  test('while periods begun before today are pending, and only those', async () => {
    const id = await copy(world, setup.alpha, aCustomer('owing'));
    const [first] = await subscriptionsOf(world, admin, id);
    const decisions = [ends(first?.id ?? '')];
    const before = await everyRow(world);
    expect(await release(world, id, decisions)).toMatchObject([
      { code: 'INVOICE_FIRST', path: [...AT, 'accountId'], retryable: false },
    ]);
    expect(await writtenSince(world, before)).toEqual([]);
    await invoice(world, id);
    // What begins today is nobody's debt yet, and ends before it has begun.
    await record(world, setup.alpha, aCustomer('owing'), aPaidSubscription('of-today', { startDate: '2026-06-15' }));
    const of = (await subscriptionsOf(world, admin, id)).map((one) => ends(one.id));
    expect(await release(world, id, of)).toEqual([]);
    expect(await subscriptionsOf(world, admin, id)).toMatchObject([
      { sourceSubscriptionId: 'of-today', endDate: '2026-06-14' },
      { sourceSubscriptionId: 's-1', endDate: '2026-06-14' },
    ]);
    expect((await see(world, admin, id, 'pendingInvoices { total }')).pendingInvoices).toEqual([]);
  });

  test('for a subscription that is not named, whose name it tells; one that has ended need not be', async () => {
    const { id, ids } = await paid('unnamed', { sku: 'BACKUP' }, { startDate: '2026-07-01' });
    const [mail = '', backup = '', later = ''] = ids;
    const at = [...AT, 'subscriptions'];
    const [refused, ...others] = await release(world, id, [ends(mail)]);
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', path: at });
    expect(refused?.message).toContain(backup);
    expect(refused?.message).toContain(later);
    expect(refused?.message).not.toContain(mail);
    const input = { sourceAccountId: 'unnamed', sourceSubscriptionId: 's-1', endDate: '2026-06-14' };
    await world.mutate(setup.alpha.sync, 'cancelPaidSubscription', input);
    expect(await release(world, id, [ends(backup), goesOn(later, '1.00')])).toEqual([]);
    expect(await subscriptionsOf(world, admin, id)).toMatchObject([
      { id: mail, endDate: '2026-06-14' },
      { id: backup, endDate: '2026-06-14' },
      { id: later, endDate: null, startDate: '2026-07-01' },
    ]);
  });

  test('for a subscription of another account, one named twice, and a price of one that ends', async () => {
    const other = await paid('another');
    const { id, ids } = await paid('naming');
    const [own = ''] = ids;
    const at = (position: number, field: string) => [...AT, 'subscriptions', String(position), field];
    for (const unheard of [other.ids[0] ?? '', UNKNOWN, 'no-id']) {
      expect(await release(world, id, [ends(own), ends(unheard)])).toMatchObject([
        { code: 'NOT_FOUND', path: at(1, 'subscriptionId') },
      ]);
    }
    expect(await release(world, id, [ends(own), goesOn(own)])).toMatchObject([
      { code: 'INVALID_INPUT', path: at(1, 'subscriptionId') },
    ]);
    expect(await release(world, id, [{ ...ends(own), unitPrice: '1.00' }])).toMatchObject([
      { code: 'INVALID_INPUT', path: at(0, 'unitPrice') },
    ]);
    for (const price of ['-1', '1.0000001', '1234567890123']) {
      expect(await release(world, id, [goesOn(own, price)])).toMatchObject([
        { code: 'INVALID_INPUT', path: at(0, 'unitPrice') },
      ]);
    }
    expect(await release(world, id, [goesOn(own, '0.00')])).toEqual([]);
    expect(await subscriptionsOf(world, admin, id)).toMatchObject([
      { unitPrice: '0.00', priceSource: 'SET_BY_DISTRIBUTOR' },
    ]);
  });

  test('while a move is announced; withdrawn, it is released', async () => {
    const { id, ids } = await paid('announced');
    const decisions = [ends(ids[0] ?? '')];
    expect(await announce(world, gamma, id, 'g-announced')).toEqual([]);
    expect(await release(world, id, decisions)).toMatchObject([{ code: 'INVALID_INPUT', path: [...AT, 'accountId'] }]);
    expect(await withdraw(world, id)).toEqual([]);
    expect(await release(world, id, decisions)).toEqual([]);
  });

  test('of anyone but the administrator', async () => {
    const input = { accounts: [{ accountId: UNKNOWN }] };
    for (const caller of [aUser('anna'), setup.alpha.sync]) {
      const { errors } = await world.run(
        caller,
        'mutation ($input: ReleaseAccountsInput!) { releaseAccounts(input: $input) { userErrors { code } } }',
        { input },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  test('of more than 500 accounts as a whole', async () => {
    const accounts = Array.from({ length: 501 }, () => ({ accountId: UNKNOWN }));
    const { results, userErrors } = await world.mutate(admin, 'releaseAccounts', { accounts }, 'results { accountId }');
    expect(results).toEqual([]);
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'accounts'] }]);
  });
});

describe('S29: what goes on costs', () => {
  test('what the call names; else the service’s own price; and without one it is SERVICE_NOT_OFFERED', async () => {
    const list = {
      ...{ code: 'cheap', name: 'Cheap' },
      prices: [
        { sku: 'MAIL', currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.00', validFrom: '2026-06-15' },
        { sku: 'ONLY-LIST', currency: 'EUR', billingPeriod: 'MONTHLY', amount: '4.00', validFrom: '2026-06-15' },
      ],
    };
    await world.mutate(admin, 'saveService', { sku: 'ONLY-LIST', name: 'Only listed', prices: [] });
    const { priceList } = await world.mutate(admin, 'savePriceList', list, 'priceList { id }');
    const delta = await aReseller(world, { name: 'Delta', currency: 'EUR', separateInvoices: true });
    const listed = { tenantResellerId: delta.id, priceListId: priceList.id };
    expect(await world.mutate(admin, 'updateTenantReseller', listed)).toMatchObject({ userErrors: [] });

    const start = { startDate: '2026-06-15' };
    const id = await copy(world, delta, aCustomer('priced'));
    const offered = [aPaidSubscription('mail', start), aPaidSubscription('listed', { ...start, sku: 'ONLY-LIST' })];
    for (const subscription of [...offered, aPaidSubscription('named', start)]) {
      await record(world, delta, aCustomer('priced'), subscription);
    }
    await invoice(world, id);
    const of = async (name: string) =>
      (await subscriptionsOf(world, admin, id)).find((one) => one.sourceSubscriptionId === name)?.id ?? '';
    const common = [ends(await of('s-1')), goesOn(await of('mail')), goesOn(await of('named'), '7.125')];
    expect(await release(world, id, [...common, goesOn(await of('listed'))])).toMatchObject([
      { code: 'SERVICE_NOT_OFFERED', path: [...AT, 'subscriptions', '3', 'subscriptionId'] },
    ]);
    expect(await release(world, id, [...common, goesOn(await of('listed'), '5.00')])).toEqual([]);
    const prices = await subscriptionsOf(world, admin, id);
    const told = Object.fromEntries(
      prices.map((one) => [one.sourceSubscriptionId, [one.endDate, one.unitPrice, one.priceSource]]),
    );
    expect(told).toEqual({
      's-1': ['2026-06-14', '2.50', 'SERVICE'],
      mail: [null, '2.50', 'SERVICE'],
      named: [null, '7.125', 'SET_BY_DISTRIBUTOR'],
      listed: [null, '5.00', 'SET_BY_DISTRIBUTOR'],
    });
  });

  test('that from the next period on: what is invoiced stays, and is billed to nobody again', async () => {
    const { id, ids } = await paid('next-period');
    expect(await release(world, id, [goesOn(ids[0] ?? '', '4.00')])).toEqual([]);
    const pending = async (asOf: string) =>
      (
        await see(
          world,
          admin,
          id,
          `pendingInvoices(asOf: "${asOf}") { total billTo { id } lines { description period } }`,
        )
      ).pendingInvoices;
    // The period that began on 31 May is paid for by Alpha; the next begins on 30 June.
    expect(await pending('2026-06-29')).toEqual([]);
    expect(await pending('2026-06-30')).toMatchObject([
      { total: '20.00', billTo: { id }, lines: [{ period: '2026-06-30' }] },
    ]);
    world.now = new Date('2026-06-30T12:00:00Z');
    const { invoices, userErrors } = await invoice(world, id);
    world.now = new Date('2026-06-15T12:00:00Z');
    expect(userErrors).toEqual([]);
    expect(invoices).toMatchObject([{ total: '20.00', billTo: { id } }]);
    const issued = await see(world, admin, id, 'invoices { edges { node { total billTo { id } } } }');
    expect(issued.invoices.edges.map(({ node }: { node: object }) => node)).toEqual(
      expect.arrayContaining([
        { total: '62.50', billTo: { id: setup.alpha.accountId } },
        { total: '20.00', billTo: { id } },
      ]),
    );
  });
});

describe('S29: a released account', () => {
  test('keeps its id, currency, contacts, custom fields, invoices and history, and tells of it in one line', async () => {
    await world.mutate(admin, 'saveCustomFieldDefinition', {
      ...{ code: 'tier', label: 'Tier', type: 'TEXT', required: false, defaultValue: 'gold' },
    });
    const { id, ids } = await paid('kept');
    await world.mutate(admin, 'addContact', { accountId: id, firstName: 'Ada', lastName: 'Lovelace' });
    const STAYS = `id name email accountingNo billingAddress { line1 city country } status currency customFields { definition { code } value }
      contacts { edges { node { id lastName } } } invoices { edges { node { id total billTo { id } } } }
      responsibleUser { id } separateInvoices enableOrdering`;
    const before = await see(world, admin, id, STAYS);
    const history = await historyOf(world, admin, id);
    expect(before.contacts.edges).toHaveLength(1);
    expect(before.invoices.edges).toHaveLength(1);
    expect(await release(world, id, [ends(ids[0] ?? '')])).toEqual([]);
    expect(await see(world, admin, id, STAYS)).toEqual(before);
    expect(await historyOf(world, admin, id)).toEqual([
      { kind: 'RELEASED', text: "Released from Alpha: the distributor's own from now on" },
      ...history,
    ]);
  });

  test('is released already: the same again, whatever it names, changes nothing', async () => {
    const { id, ids } = await paid('again');
    const decisions = [ends(ids[0] ?? '')];
    expect(await release(world, id, decisions)).toEqual([]);
    const before = await everyRow(world);
    expect(await release(world, id, decisions)).toEqual([]);
    expect(await release(world, id)).toEqual([]);
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('is refused what cannot be read, released already or not, also of subscriptions that have ended', async () => {
    const { id, ids } = await paid('unreadable', { endDate: '2026-03-31', sourceVersion: '1' });
    const [runs = '', ended = ''] = ids;
    const price = { code: 'INVALID_INPUT', path: [...AT, 'subscriptions', '1', 'unitPrice'] };
    const none = { code: 'NOT_FOUND', path: [...AT, 'subscriptions', '1', 'subscriptionId'] };
    for (const twice of [false, true]) {
      expect(await release(world, id, [ends(runs), goesOn(ended, '1,50')])).toMatchObject([price]);
      expect(await release(world, id, [ends(runs), goesOn('none', '1.50')])).toMatchObject([none]);
      if (!twice) expect(await release(world, id, [ends(runs), goesOn(ended, '1.50')])).toEqual([]);
    }
  });

  test('is audited: the account and its subscription, by the mutation', async () => {
    const { id, ids } = await paid('audited');
    expect(await release(world, id, [ends(ids[0] ?? '')])).toEqual([]);
    const entries = await world.sql<{ record: string; operation: string }>(
      `SELECT record, operation FROM account_audit
       WHERE account_id = $1 AND transaction_id = (SELECT max(transaction_id) FROM account_audit WHERE account_id = $1)
       ORDER BY record, operation`,
      [id],
    );
    expect(entries.map(({ record: table, operation }) => `${table} ${operation}`)).toEqual(
      expect.arrayContaining(['accounts UPDATE', 'subscriptions UPDATE']),
    );
    const audited = await see(world, admin, id, 'audit { edges { node { mutation } } }');
    expect(audited.audit.edges[0].node.mutation).toBe('releaseAccounts');
  });

  test('that was deleted stays DELETED, and nothing of it goes on', async () => {
    const { id, ids } = await paid('deleted', { startDate: '2026-06-10' });
    const deletion = { sourceAccountId: 'deleted', sourceVersion: '2', endDate: '2026-08-31' };
    expect(await world.mutate(setup.alpha.sync, 'deleteManagedAccount', deletion)).toMatchObject({ userErrors: [] });
    expect(
      await release(
        world,
        id,
        ids.map((one) => goesOn(one, '1.00')),
      ),
    ).toEqual([]);
    expect(await see(world, admin, id, 'status managedByReseller { ribbon } allowedActions billTo { id }')).toEqual({
      ...{ status: 'DELETED', managedByReseller: null, billTo: null },
      allowedActions: ['GENERATE_INVOICES', 'VIEW_PENDING_INVOICES'],
    });
    for (const one of await subscriptionsOf(world, admin, id)) expect(one.endDate).toBe('2026-06-14');
    const restore = { customer: aCustomer('deleted', { sourceVersion: '3' }) };
    expect(
      await world.mutate(setup.alpha.sync, 'restoreManagedAccount', restore, 'outcome account { id }'),
    ).toMatchObject({ outcome: 'STALE', account: null, userErrors: [] });
    expect((await see(world, admin, id, 'status')).status).toBe('DELETED');
  });

  test('of a reseller that has ended is released all the same', async () => {
    const { id, ids } = await paid('of-ended');
    const status = (to: string) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.alpha.id, status: to });
    await status('ENDED');
    expect(await release(world, id, [ends(ids[0] ?? '')])).toEqual([]);
    await status('ACTIVE');
  });
});
