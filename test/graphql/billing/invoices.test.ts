import type { Person } from '../../../src/domain/caller';
import { findPendingInvoices } from '../../../src/persistence/billing/pending-invoices';
import { aCustomer, admin, aPaidSubscription, copy, record, type Setup, setUpResellers } from '../../support/resellers';
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

const INVOICE = `id number issueDate currency total account { id } billTo { id }
  lines { description quantity unitPrice amount account { id } subscription { sourceSubscriptionId } }`;

const generate = (accountId: string, input: Record<string, unknown> = {}, caller: Person = aUser('bob', 'billing')) =>
  world.mutate(caller, 'generateInvoices', { accountId, ...input }, `account { id } invoices { ${INVOICE} }`);

const pending = async (accountId: string, asOf?: string, caller: Person = admin) =>
  (
    await world.ask(
      caller,
      `query ($id: ID!, $asOf: Date) { account(id: $id) { pendingInvoices(asOf: $asOf) {
        issueDate currency total billTo { id } lines { description quantity unitPrice amount account { id } } } } }`,
      { id: accountId, asOf },
    )
  ).account.pendingInvoices;

describe('S16, S17: periods', () => {
  test('are anchored on the start date and clamped to the end of the month', async () => {
    const id = await copy(world, setup.alpha, aCustomer('months'));
    const [invoice] = await pending(id, '2026-04-30');
    expect(invoice.lines.map((line: { description: string }) => line.description)).toEqual([
      'Mailbox, 2026-01-31 to 2026-02-27',
      'Mailbox, 2026-02-28 to 2026-03-30',
      'Mailbox, 2026-03-31 to 2026-04-29',
      'Mailbox, 2026-04-30 to 2026-05-30',
    ]);
    expect(invoice).toMatchObject({
      issueDate: '2026-06-30',
      currency: 'EUR',
      total: '50.00',
      billTo: { id: setup.alpha.accountId },
    });
    expect(await pending(id, '2026-01-30')).toEqual([]);
    expect((await pending(id, '2026-02-27'))[0].lines).toHaveLength(1);
    expect((await pending(id, '2026-02-28'))[0].lines).toHaveLength(2);
  });

  test('in a leap year begin on 29 February', async () => {
    const id = await copy(world, setup.alpha, aCustomer('leap'));
    await world.sql(
      `UPDATE subscriptions SET start_date = '2024-01-31', quantities = jsonb_set(quantities, '{0,from}', '"2024-01-31"') WHERE account_id = $1`,
      [id],
    );
    expect((await pending(id, '2024-03-31'))[0].lines.map((line: { description: string }) => line.description)).toEqual(
      ['Mailbox, 2024-01-31 to 2024-02-28', 'Mailbox, 2024-02-29 to 2024-03-30', 'Mailbox, 2024-03-31 to 2024-04-29'],
    );
  });

  test('of a service bought once are one, and begun periods are not prorated', async () => {
    const once = aPaidSubscription('once', {
      sku: 'BACKUP',
      billingPeriod: 'ONCE',
      quantity: 2,
      startDate: '2026-02-01',
    });
    const { account } = await record(world, setup.alpha, aCustomer('once'), once);
    await record(world, setup.alpha, aCustomer('once'), aPaidSubscription('m', { startDate: '2026-02-10' }));
    await world.mutate(setup.alpha.sync, 'cancelPaidSubscription', {
      sourceAccountId: 'once',
      sourceSubscriptionId: 'm',
      endDate: '2026-03-10',
    });
    const [invoice] = await pending(account.id, '2026-12-31');
    expect(
      invoice.lines.map((line: { description: string; amount: string }) => [line.description, line.amount]),
    ).toEqual([
      ['Backup, 2026-02-01', '240.00'],
      ['Mailbox, 2026-02-10 to 2026-03-09', '12.50'],
      ['Mailbox, 2026-03-10 to 2026-04-09', '12.50'],
    ]);
  });

  test('of a suspended account are billed all the same', async () => {
    const id = await copy(world, setup.alpha, aCustomer('suspended', { status: 'SUSPENDED' }));
    expect((await pending(id))[0].total).toBe('75.00');
  });
});

describe('S16: separate invoices', () => {
  test('are on the account, billed to the reseller, as pending showed them, once', async () => {
    const id = await copy(world, setup.alpha, aCustomer('separate'));
    const [shown] = await pending(id);
    const { invoices, userErrors } = await generate(id);
    expect(userErrors).toEqual([]);
    expect(invoices).toMatchObject([
      {
        issueDate: '2026-06-30',
        currency: shown.currency,
        total: shown.total,
        account: { id },
        billTo: { id: setup.alpha.accountId },
        lines: shown.lines,
      },
    ]);
    expect(invoices[0].number).toMatch(/^2026-\d{6}$/);
    expect(await pending(id)).toEqual([]);
    expect(await generate(id)).toMatchObject({
      invoices: [],
      userErrors: [{ code: 'NOTHING_TO_INVOICE', retryable: false }],
    });
    const { account } = await world.ask(
      admin,
      `query ($id: ID!) { account(id: $id) { invoices { edges { node { id number } } }
        subscriptions { edges { node { nextInvoiceDate } } } history(first: 1) { edges { node { kind text actor } } } } }`,
      { id },
    );
    expect(account).toEqual({
      invoices: { edges: [{ node: { id: invoices[0].id, number: invoices[0].number } }] },
      subscriptions: { edges: [{ node: { nextInvoiceDate: '2026-07-31' } }] },
      history: {
        edges: [{ node: { kind: 'INVOICED', text: `Invoice ${invoices[0].number}: 75.00 EUR`, actor: 'bob' } }],
      },
    });
  });

  test('of only some subscriptions leave the others pending', async () => {
    const id = await copy(world, setup.alpha, aCustomer('some'));
    await record(world, setup.alpha, aCustomer('some'), aPaidSubscription('s-2', { sku: 'BACKUP', quantity: 1 }));
    const { account } = await world.ask(
      admin,
      'query ($id: ID!) { account(id: $id) { subscriptions { edges { node { id service { sku } } } } } }',
      { id },
    );
    const backup = account.subscriptions.edges.find(
      (edge: { node: { service: { sku: string } } }) => edge.node.service.sku === 'BACKUP',
    );
    const { invoices } = await generate(id, { subscriptionIds: [backup.node.id], asOf: '2026-02-27' });
    expect(invoices[0].total).toBe('9.99');
    expect((await pending(id))[0].total).toBe('124.95');
    expect(await generate(id, { subscriptionIds: [setup.alpha.id] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'subscriptionIds', '0'] }],
    });
  });

  test('for a day to come may be viewed, not issued', async () => {
    const id = await copy(world, setup.alpha, aCustomer('future'));
    expect((await pending(id, '2026-07-31'))[0]).toMatchObject({ issueDate: '2026-07-31', total: '87.50' });
    expect(await generate(id, { asOf: '2026-07-01' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'asOf'] }],
    });
    expect(await generate(id, { asOf: 'soon' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'asOf'] }],
    });
    expect((await generate(id, { asOf: '2026-06-30' })).userErrors).toEqual([]);
  });
});

describe('S16: joined invoices', () => {
  test("called on a customer are a new invoice on the reseller's account with the customer's lines", async () => {
    const id = await copy(world, setup.beta, aCustomer('joined'));
    expect(await pending(id)).toMatchObject([
      { currency: 'USD', total: '75.00', billTo: { id: setup.beta.accountId } },
    ]);
    const { invoices } = await generate(id);
    expect(invoices).toMatchObject([
      { account: { id: setup.beta.accountId }, billTo: { id: setup.beta.accountId }, currency: 'USD', total: '75.00' },
    ]);
    expect(invoices[0].lines[0]).toMatchObject({ account: { id }, subscription: { sourceSubscriptionId: 's-1' } });
  });

  test("called on the reseller's account gather its customers without separate invoices, one a currency", async () => {
    const dollars = await copy(world, setup.beta, aCustomer('gather-usd'));
    await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.beta.id, currency: 'EUR' });
    const euros = await copy(world, setup.beta, aCustomer('gather-eur'));
    const separate = await copy(world, setup.beta, aCustomer('gather-not'));
    await world.mutate(admin, 'updateAccount', { accountId: separate, separateInvoices: true });
    await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.beta.id, currency: 'USD' });

    const shown = await pending(setup.beta.accountId);
    const { invoices } = await generate(setup.beta.accountId, {}, admin);
    expect(invoices).toMatchObject([
      { currency: 'EUR', total: '75.00', account: { id: setup.beta.accountId } },
      { currency: 'USD', total: '75.00', account: { id: setup.beta.accountId } },
    ]);
    expect(invoices.map((one: { lines: { account: { id: string } }[] }) => one.lines[0]?.account.id)).toEqual([
      euros,
      dollars,
    ]);
    expect(shown.map((one: { total: string }) => one.total)).toEqual(['75.00', '75.00']);
    expect(await pending(separate)).toMatchObject([{ total: '75.00' }]);
  });

  test('are shown of a customer and of the one that pays when both are looked at in one go', async () => {
    const id = await copy(world, setup.beta, aCustomer('both'));
    const payer = setup.beta.accountId;
    const days = { asOf: '2026-03-31', today: '2026-03-31' };
    const found = await findPendingInvoices(world.database.reader(admin), [payer, id], days, days.today);
    const [ofItself] = found.get(id) ?? [];
    expect(ofItself).toMatchObject({ accountId: payer, billToId: payer, currency: 'USD' });
    expect(ofItself?.lines.map(({ accountId }) => accountId)).toEqual(ofItself?.lines.map(() => id));
    expect(found.get(payer)).toEqual([ofItself]);
  });
});

test('A17: what a deleted customer owes can be viewed and invoiced to the reseller', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a17'));
  await world.mutate(setup.alpha.sync, 'deleteManagedAccount', {
    sourceAccountId: 'a17',
    sourceVersion: '2',
    endDate: '2026-03-15',
  });
  expect(await pending(id)).toMatchObject([{ total: '25.00' }]);
  expect(await generate(id)).toMatchObject({ invoices: [{ total: '25.00', billTo: { id: setup.alpha.accountId } }] });
  expect(await generate(id)).toMatchObject({ userErrors: [{ code: 'NOTHING_TO_INVOICE' }] });
});

describe('numbers', () => {
  test('have no gaps under concurrency, and two calls at once never invoice a period twice', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, index) => copy(world, setup.alpha, aCustomer(`parallel-${index}`))),
    );
    const answers = await Promise.all([...ids, ...ids].map((id) => generate(id)));
    expect(answers.filter((answer) => answer.invoices.length === 1)).toHaveLength(10);
    expect(answers.filter((answer) => answer.userErrors[0]?.code === 'NOTHING_TO_INVOICE')).toHaveLength(10);
    const numbers = (await world.sql<{ number: string }>('SELECT number FROM invoices ORDER BY number')).map(
      (row) => row.number,
    );
    expect(numbers).toEqual(numbers.map((_, index) => `2026-${String(index + 1).padStart(6, '0')}`));
  });

  test('start anew with the year of issuing, in UTC', async () => {
    const id = await copy(world, setup.alpha, aCustomer('new year'));
    world.now = new Date('2027-01-01T00:00:00Z');
    expect((await generate(id)).invoices[0]).toMatchObject({ number: '2027-000001', issueDate: '2027-01-01' });
  });
});

describe('who may', () => {
  test('READ views what is pending and cannot issue it; without access there is no account', async () => {
    const id = await copy(world, setup.alpha, aCustomer('access'));
    const reader = aUser('carl', 'readers');
    expect(await pending(id, undefined, reader)).toHaveLength(1);
    expect(await generate(id, {}, reader)).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['INSUFFICIENT_ACCESS'] }],
    });
    expect(await generate(id, {}, aUser('nobody'))).toMatchObject({ userErrors: [{ code: 'ACCOUNT_NOT_FOUND' }] });
    const { invoices } = await generate(id);
    const query = 'query ($id: ID!) { invoice(id: $id) { number } }';
    expect(await world.ask(reader, query, { id: invoices[0].id })).toEqual({ invoice: { number: invoices[0].number } });
    expect(await world.ask(aUser('nobody'), query, { id: invoices[0].id })).toEqual({ invoice: null });
    expect(await world.ask(setup.alpha.sync, query, { id: invoices[0].id })).toEqual({ invoice: null });
    const { account } = await world.ask(
      setup.alpha.sync,
      'query ($id: ID!) { account(id: $id) { name pendingInvoices { total } invoices { edges { node { id } } } } }',
      { id },
    );
    expect(account).toEqual({ name: 'Customer access', pendingInvoices: null, invoices: null });
  });
});
