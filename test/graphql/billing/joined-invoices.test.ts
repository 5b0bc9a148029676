import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-06-30T12:00:00Z');
});
afterAll(() => world.close());

const generate = (
  accountId: string,
  input: Record<string, unknown> = {},
  caller = admin as Parameters<World['mutate']>[0],
) => world.mutate(caller, 'generateInvoices', { accountId, ...input }, 'invoices { number total }');

const invoiceLines = async (accountId: string) =>
  (
    await world.sql<{ text: string }>(
      `SELECT text FROM account_history WHERE account_id = $1 AND kind = 'INVOICED' ORDER BY at`,
      [accountId],
    )
  ).map(({ text }) => text);

test('an invoice that is joined tells its total on its account, and each customer’s part on the customer', async () => {
  const customer = await copy(world, setup.beta, aCustomer('joined'));
  await world.mutate(admin, 'createSubscription', {
    accountId: setup.beta.accountId,
    sku: 'MAIL',
    quantity: 1,
    billingPeriod: 'MONTHLY',
    startDate: '2026-06-01',
  });
  const { invoices } = await generate(setup.beta.accountId);
  expect(invoices).toMatchObject([{ total: '77.50' }]);
  expect(await invoiceLines(setup.beta.accountId)).toEqual([`Invoice ${invoices[0].number}: 77.50 USD`]);
  expect(await invoiceLines(customer)).toEqual([`Invoice ${invoices[0].number}: 75.00 USD`]);
});

test('customers and their reseller are invoiced at once without waiting for each other in a circle', async () => {
  const customers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => copy(world, setup.beta, aCustomer(`circle-${index}`))),
  );
  const answers = await Promise.all([...customers, setup.beta.accountId].map((id) => generate(id)));
  const codes = answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code));
  expect(codes.filter((code) => code !== 'NOTHING_TO_INVOICE')).toEqual([]);
  const [billed] = await world.sql<{ lines: number; periods: number }>(
    `SELECT count(*)::int AS lines, count(DISTINCT (charged_account_id, subscription_id, first_day))::int AS periods
     FROM invoice_lines WHERE charged_account_id = ANY ($1)`,
    [customers],
  );
  expect(billed).toEqual({ lines: 72, periods: 72 });
});

test('whoever does not see a customer cannot name its subscriptions', async () => {
  const customer = await copy(world, setup.beta, aCustomer('unseen'));
  const { permissionRule } = await world.mutate(
    admin,
    'savePermissionRule',
    { name: 'Only Beta', grants: [{ principal: 'USER', principalId: 'bea', access: 'EDIT' }] },
    'permissionRule { id }',
  );
  await world.mutate(admin, 'updateAccount', { accountId: setup.beta.accountId, permissionRuleId: permissionRule.id });
  const [row] = await world.sql<{ id: string }>('SELECT id FROM subscriptions WHERE account_id = $1', [customer]);
  const named = { subscriptionIds: [row?.id] };
  expect(await generate(setup.beta.accountId, named, aUser('bea'))).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND', path: ['input', 'subscriptionIds', '0'] }],
  });
  expect(await generate(setup.beta.accountId, named)).toMatchObject({ userErrors: [], invoices: [{ total: '75.00' }] });
});
