import { aContact, contactsOf } from '../../support/contacts';
import { relate, relationsOf } from '../../support/relations';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { aBilledAccount, aTransferredAccount, handAlone, handOver, sell } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = new Date('2026-06-30T12:00:00Z');
});

const anna = aUser('anna');

const hand = (accountId: string, source: string, mapping: Record<string, string> = {}) =>
  handAlone(world, setup.alpha, handOver(accountId, source, mapping));
const aTransferred = (source: string, changes: Record<string, unknown> = {}) =>
  aTransferredAccount(world, setup.alpha, source, changes);

const rowOf = async (id: string) => {
  const [row] = await world.sql<{ row: Record<string, unknown> }>(
    'SELECT to_jsonb(a) AS row FROM accounts a WHERE id = $1',
    [id],
  );
  return row?.row ?? {};
};
const subscriptionRows = (id: string) =>
  world.sql('SELECT to_jsonb(s) AS row FROM subscriptions s WHERE account_id = $1 ORDER BY start_date, id', [id]);

const PENDING = 'pendingInvoices { total currency billTo { id } lines { description amount } }';
const pending = async (id: string) => (await see(world, admin, id, PENDING)).pendingInvoices;

describe('S24: a transferred account', () => {
  test('is managed by the reseller under the source id, with the ribbon, and below the reseller’s account', async () => {
    const { id } = await aTransferred('managed');
    const selection = `parent { id } billTo { id } status
      managedByReseller { reseller { id } ribbon sourceAccountId sourceVersion origin managedSince lastSyncedAt drift }`;
    expect(await see(world, admin, id, selection)).toEqual({
      parent: { id: setup.alpha.accountId },
      billTo: { id: setup.alpha.accountId },
      status: 'ACTIVE',
      managedByReseller: {
        reseller: { id: setup.alpha.id },
        ribbon: 'This account is managed by Alpha Tenant Reseller',
        sourceAccountId: 'managed',
        sourceVersion: null,
        origin: 'TRANSFERRED_TO_RESELLER',
        managedSince: expect.any(String),
        lastSyncedAt: null,
        drift: [],
      },
    });
    const found = `query { copiedAccount(sourceAccountId: "managed") { id } }`;
    expect(await world.ask(setup.alpha.sync, found)).toEqual({ copiedAccount: { id } });
    expect(await world.ask(setup.beta.sync, found)).toEqual({ copiedAccount: null });
  });

  test.each([
    ['an administrator', admin],
    ['the responsible user', anna],
    ['EDIT access', aUser('ben', 'billing')],
    ['READ access', aUser('carl', 'readers')],
  ])('has the locks and the blocks of a copy, for %s', async (who, caller) => {
    const { id } = await aTransferred(`locks ${who}`);
    const copied = await copy(world, setup.alpha, aCustomer(`copy ${who}`));
    const selection = `lockedFields fieldLocks { field reason message } allowedActions
      actionPermissions { action allowed reasons message }`;
    const shown = await see(world, caller, id, selection);
    expect(shown).toEqual(await see(world, caller, copied, selection));
    expect(shown.lockedFields).toContain('NAME');
    expect(shown.allowedActions).not.toContain('CREATE_ORDER');
  });

  test('is sold to and renamed before, and neither after; what is not locked is edited still', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const lines = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
    const order = () => world.mutate(anna, 'createOrder', { accountId: id, title: 'Order', lines });
    const rename = (name: string) => world.mutate(anna, 'updateAccount', { accountId: id, name });
    expect([await order(), await rename('Before')]).toEqual([{ userErrors: [] }, { userErrors: [] }]);
    await hand(id, 'before and after');
    expect(await order()).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }],
    });
    expect(await rename('After')).toMatchObject({ userErrors: [{ code: 'FIELD_LOCKED', field: 'NAME' }] });
    expect(await world.mutate(anna, 'updateAccount', { accountId: id, separateInvoices: false })).toEqual({
      userErrors: [],
    });
    expect(await rowOf(id)).toMatchObject({ name: 'Before', separate_invoices: false });
  });

  test('keeps its id, currency, contacts, custom fields, relations, invoices and all else that is its own', async () => {
    const type = { code: 'area', label: 'Area', type: 'TEXT', required: false };
    await world.mutate(admin, 'saveCustomFieldDefinition', type);
    const id = await aBilledAccount(world, setup.alpha, {
      currency: 'USD',
      accountingNo: 'O-7',
      email: 'own@c.example',
      billingAddress: { city: 'Bonn', country: 'DE' },
      enableOrdering: true,
      separateInvoices: false,
      customFields: [{ code: 'area', value: 'North' }],
    });
    const sold = await sell(world, id);
    await aContact(world, id);
    await relate(world, id);
    await world.mutate(anna, 'generateInvoices', { accountId: id, asOf: '2026-02-28' });
    const beside = async () => ({
      contacts: await contactsOf(world, id),
      relations: await relationsOf(world, id),
      invoices: await world.sql(
        'SELECT i.*, l.* FROM invoices i JOIN invoice_lines l ON l.account_id = i.account_id AND l.invoice_id = i.id',
      ),
      history: (await world.sql('SELECT * FROM account_history WHERE account_id = $1 ORDER BY at', [id])).slice(0, 5),
    });
    const [row, others] = [await rowOf(id), await beside()];
    expect(others.contacts).toHaveLength(1);
    expect(others.relations).toHaveLength(1);
    expect(others.invoices).toHaveLength(2);

    await hand(id, 'keeps', { [sold]: 's-1' });
    expect(await rowOf(id)).toEqual({
      ...row,
      parent_id: setup.alpha.accountId,
      tenant_reseller_id: setup.alpha.id,
      source_account_id: 'keeps',
      origin: 'TRANSFERRED_TO_RESELLER',
      managed_since: expect.any(String),
      updated_at: expect.any(String),
      revision: Number(row.revision) + 1,
    });
    expect(await beside()).toEqual(others);
    expect(await see(world, admin, id, 'currency managedByReseller { drift }')).toEqual({
      currency: 'USD',
      managedByReseller: { drift: ['CURRENCY_DIFFERS_FROM_RESELLER'] },
    });
  });

  test('has one line of history more, TRANSFERRED, by the administrator', async () => {
    const { id } = await aTransferred('history');
    const history = await world.sql<{ kind: string; text: string; actor: string }>(
      'SELECT kind, text, actor FROM account_history WHERE account_id = $1 ORDER BY at',
      [id],
    );
    expect(history.map(({ kind }) => kind)).toEqual(['EDITED', 'SOLD', 'TRANSFERRED']);
    expect(history.at(-1)).toMatchObject({ actor: 'root', text: expect.stringContaining('Alpha') });
  });

  test.each(['0', '7', '9223372036854775807'])(
    'takes any first version, %s too; then versions count',
    async (version) => {
      const { id } = await aTransferred(`version ${version}`);
      const first = await record(
        world,
        setup.alpha,
        aCustomer(`version ${version}`, { sourceVersion: version, name: 'New' }),
      );
      expect(first).toMatchObject({ outcome: 'APPLIED', account: { id, name: 'New' }, userErrors: [] });
      const selection = 'name managedByReseller { sourceVersion origin lastSyncedAt }';
      const shown = { sourceVersion: version, origin: 'TRANSFERRED_TO_RESELLER', lastSyncedAt: expect.any(String) };
      expect(await see(world, admin, id, selection)).toEqual({ name: 'New', managedByReseller: shown });
      const other = await record(
        world,
        setup.alpha,
        aCustomer(`version ${version}`, { sourceVersion: version, name: 'Other' }),
      );
      expect(other.userErrors).toMatchObject([{ code: 'SOURCE_VERSION_CONFLICT' }]);
    },
  );

  test('whose first snapshot says what is here is UNCHANGED, and has its version from then on', async () => {
    const { accountingNo, email, billingAddress, name } = aCustomer('same');
    const { id } = await aTransferred('same', { name, accountingNo, email, billingAddress });
    const snapshot = aCustomer('same', { sourceVersion: '5' });
    expect(await record(world, setup.alpha, snapshot)).toMatchObject({ outcome: 'UNCHANGED', account: { id } });
    const late = aCustomer('same', { sourceVersion: '4', name: 'Late' });
    expect(await record(world, setup.alpha, late)).toMatchObject({ outcome: 'STALE', account: { name } });
  });

  test('is suspended, made active and deleted by the reseller like any customer', async () => {
    const { id } = await aTransferred('lived');
    await record(world, setup.alpha, aCustomer('lived', { sourceVersion: '2', status: 'SUSPENDED' }));
    expect(await rowOf(id)).toMatchObject({ status: 'SUSPENDED' });
    const deletion = { sourceAccountId: 'lived', sourceVersion: '3', endDate: '2026-06-15' };
    const deleted = await world.mutate(setup.alpha.sync, 'deleteManagedAccount', deletion, 'outcome');
    expect(deleted).toEqual({ outcome: 'APPLIED', userErrors: [] });
    expect(await rowOf(id)).toMatchObject({ status: 'DELETED', deletion_date: '2026-06-15' });
    expect(await record(world, setup.alpha, aCustomer('lived', { sourceVersion: '4' }))).toMatchObject({
      userErrors: [{ code: 'ACCOUNT_DELETED' }],
    });
  });

  test('may be deleted by the reseller before any snapshot', async () => {
    const { id } = await aTransferred('gone');
    const deletion = { sourceAccountId: 'gone', sourceVersion: '0', endDate: '2026-06-15' };
    const deleted = await world.mutate(setup.alpha.sync, 'deleteManagedAccount', deletion, 'outcome');
    expect(deleted).toEqual({ outcome: 'APPLIED', userErrors: [] });
    expect(await rowOf(id)).toMatchObject({ status: 'DELETED' });
  });
});

describe('S24: a subscription of a transferred account', () => {
  test('is known by its mapped id: reported by the reseller, once or twice, it is no other and is not billed twice', async () => {
    const { id, sold } = await aTransferred('known');
    const [before, owed] = [await subscriptionRows(id), await pending(id)];
    expect(owed).toMatchObject([{ total: '75.00', billTo: { id: setup.alpha.accountId } }]);
    for (const outcome of ['APPLIED', 'UNCHANGED']) {
      expect(await record(world, setup.alpha, aCustomer('known'))).toMatchObject({
        outcome,
        subscription: { id: sold, sourceSubscriptionId: 's-1' },
        userErrors: [],
      });
    }
    expect(await subscriptionRows(id)).toEqual(before);
    expect(await pending(id)).toEqual(owed);
  });

  test('reported with other content is a conflict; one of another id is new and billed', async () => {
    const { id } = await aTransferred('others');
    await record(world, setup.alpha, aCustomer('others'));
    const other = await record(world, setup.alpha, aCustomer('others'), aPaidSubscription('s-1', { quantity: 6 }));
    expect(other.userErrors).toMatchObject([{ code: 'SUBSCRIPTION_CONFLICT' }]);
    expect(await subscriptionRows(id)).toHaveLength(1);
    const fresh = await record(world, setup.alpha, aCustomer('others'), aPaidSubscription('s-2', { quantity: 6 }));
    expect(fresh).toMatchObject({ outcome: 'UNCHANGED', userErrors: [] });
    expect(await pending(id)).toMatchObject([{ total: '165.00' }]);
  });

  test('is cancelled by the reseller under its mapped id, and by the distributor no more', async () => {
    const { id, sold } = await aTransferred('cancelled');
    const byHand = { accountId: id, subscriptionId: sold, endDate: '2026-03-31' };
    expect(await world.mutate(anna, 'cancelSubscription', byHand)).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }],
    });
    const cancellation = { sourceAccountId: 'cancelled', sourceSubscriptionId: 's-1', endDate: '2026-03-31' };
    const cancel = () =>
      world.mutate(setup.alpha.sync, 'cancelPaidSubscription', cancellation, 'outcome subscription { id endDate }');
    const subscription = { id: sold, endDate: '2026-03-31' };
    expect(await cancel()).toEqual({ outcome: 'APPLIED', subscription, userErrors: [] });
    expect(await cancel()).toEqual({ outcome: 'UNCHANGED', subscription, userErrors: [] });
    expect(await pending(id)).toMatchObject([{ total: '37.50' }]);
  });

  test('that was invoiced before is not invoiced again, and goes on where it was', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const sold = await sell(world, id);
    const { invoices } = await world.mutate(anna, 'generateInvoices', { accountId: id }, 'invoices { total }');
    expect(invoices).toEqual([{ total: '75.00' }]);
    await hand(id, 'invoiced', { [sold]: 's-1' });
    expect(await pending(id)).toEqual([]);
    await record(world, setup.alpha, aCustomer('invoiced'));
    world.now = new Date('2026-07-31T12:00:00Z');
    expect(await pending(id)).toMatchObject([
      { total: '12.50', lines: [{ description: 'Mailbox, 2026-07-31 to 2026-08-30' }] },
    ]);
  });

  test('that has ended needs no source id and keeps none; its debts go on', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const [ended, active] = [await sell(world, id), await sell(world, id)];
    await world.mutate(anna, 'cancelSubscription', { accountId: id, subscriptionId: ended, endDate: '2026-02-27' });
    await hand(id, 'ended', { [active]: 's-1' });
    const rows = await world.sql(
      'SELECT id, source_subscription_id AS source FROM subscriptions WHERE account_id = $1',
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: ended, source: null },
        { id: active, source: 's-1' },
      ]),
    );
    expect(await pending(id)).toMatchObject([{ total: '87.50' }]);
  });
});
