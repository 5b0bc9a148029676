import { day } from '../days.mjs';

const ERRORS = 'userErrors { code message path }';
const result = (name, type) => `mutation Seed($input: ${type}!) { seeded: ${name}(input: $input) {
  results { userErrors { code message } } ${ERRORS} } }`;
const MUTATIONS = {
  create: `mutation Seed($input: CreateAccountInput!) { seeded: createAccount(input: $input) { account { id } ${ERRORS} } }`,
  sell: `mutation Seed($input: CreateSubscriptionInput!) {
    seeded: createSubscription(input: $input) { subscription { id } ${ERRORS} } }`,
  contact: `mutation Seed($input: AddContactInput!) { seeded: addContact(input: $input) { ${ERRORS} } }`,
  relate: `mutation Seed($input: RelateAccountInput!) { seeded: relateAccount(input: $input) { ${ERRORS} } }`,
  suspend: `mutation Seed($input: AccountReferenceInput!) { seeded: suspendAccount(input: $input) { ${ERRORS} } }`,
  bill: `mutation Seed($input: GenerateInvoicesInput!) {
    seeded: generateInvoices(input: $input) { invoices { id lines { id amount } } ${ERRORS} } }`,
  invoice: `mutation Seed($input: CreateInvoiceInput!) { seeded: createInvoice(input: $input) { ${ERRORS} } }`,
  credit: `mutation Seed($input: CreateCreditNoteInput!) { seeded: createCreditNote(input: $input) { ${ERRORS} } }`,
  transfer: result('transferAccounts', 'TransferAccountsInput'),
  announce: result('announceMove', 'AnnounceMoveInput'),
  move: result('completeMove', 'MoveInput'),
};

const BERLIN = { line1: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' };
const MADRID = { line1: 'C/ Moralzarzal, 86', city: 'Madrid', postalCode: '28034', country: 'ES' };

/** The ids of an account of every kind: copied, transferred, moved, deleted (by its source), own, and a suspended own one. */
export async function seedAccounts(send, sync, { alpha, beta, gamma }, standard) {
  const to = Object.fromEntries(
    Object.entries(MUTATIONS).map(([name, mutation]) => [name, (input) => send(mutation, input)]),
  );
  const own = async (name, more) => (await to.create({ name, currency: 'EUR', ...standard, ...more })).account.id;
  const copied = await copy(sync, alpha);
  await fill(to, copied, 'Maria', 'Anders');
  await billAndCredit(to, copied, day(-40));
  const transferred = await transfer(to, own, alpha);
  await fill(to, transferred, 'Yang', 'Wang');
  const moved = await move(to, sync, alpha, gamma);
  await fill(to, moved, 'Frédérique', 'Citeaux');
  const deleted = await copyAndDelete(sync, alpha);
  const ownAccount = await own('Königlich Essen', {
    accountingNo: 'KOENE',
    email: 'office@koenig.example',
    billingAddress: BERLIN,
  });
  await to.sell({ accountId: ownAccount, sku: 'SEATS', quantity: 5, billingPeriod: 'MONTHLY', startDate: day(-70) });
  await to.sell({ accountId: ownAccount, sku: 'BACKUP', quantity: 2, billingPeriod: 'ANNUAL', startDate: day(-10) });
  await fill(to, ownAccount, 'Philip', 'Cramer');
  await billAndCredit(to, ownAccount, day(-40));
  await to.invoice({
    accountId: ownAccount,
    lines: [{ description: 'Workshop', quantity: '1.5', unitPrice: '800.00' }],
  });
  const suspended = await own('Romero y tomillo', { billingAddress: MADRID });
  await fill(to, suspended, 'Alejandra', 'Camino');
  await to.suspend({ accountId: suspended });
  await sync(beta, { sourceAccountId: 'GREAL', name: 'Great Lakes Food Market' }, [seats('greal-1', 12)]);
  return { copied, transferred, moved, deleted, own: ownAccount, suspended };
}

/** A subscription that a reseller has sold. */
function seats(sourceSubscriptionId, quantity, more = {}) {
  return { sourceSubscriptionId, sku: 'SEATS', quantity, billingPeriod: 'MONTHLY', startDate: day(-75), ...more };
}

async function copy(sync, alpha) {
  const grown = {
    quantities: [
      { from: day(-75), quantity: 10 },
      { from: day(-20), quantity: 14 },
    ],
  };
  const { quantity: _, ...steps } = seats('alfki-1', 0, { ...grown, sourceVersion: '1' });
  const { account } = await sync(
    alpha,
    {
      sourceAccountId: 'ALFKI',
      name: 'Alfreds Futterkiste',
      accountingNo: 'ALFKI',
      email: 'orders@futter.example',
      billingAddress: BERLIN,
      synchronizationOptions: [{ systemCode: 'mail', key: 'domain', value: 'futter.example' }],
    },
    [steps, { ...seats('alfki-2', 3), sku: 'BACKUP', billingPeriod: 'ANNUAL' }],
  );
  return account.id;
}

async function transfer(to, own, alpha) {
  const accountId = await own('Wang Delikatessen', { billToId: alpha.accountId, billingAddress: BERLIN });
  const sold = await to.sell({
    accountId,
    sku: 'BACKUP',
    quantity: 4,
    billingPeriod: 'QUARTERLY',
    startDate: day(-30),
  });
  await to.transfer({
    tenantResellerId: alpha.id,
    accounts: [
      {
        accountId,
        sourceAccountId: 'WANGD',
        subscriptions: [{ subscriptionId: sold.subscription.id, sourceSubscriptionId: 'wangd-1' }],
      },
    ],
  });
  return accountId;
}

async function move(to, sync, alpha, gamma) {
  const customer = {
    sourceAccountId: 'BLONP',
    name: 'Blondel père et fils',
    billingAddress: { city: 'Strasbourg', country: 'FR' },
  };
  const { account } = await sync(alpha, customer, [seats('blonp-1', 6)]);
  // What was begun before today is invoiced before the account moves.
  await to.bill({ accountId: account.id });
  await to.announce({
    toTenantResellerId: gamma.id,
    accounts: [{ accountId: account.id, sourceAccountId: 'G-BLONP' }],
  });
  await to.move({ accountIds: [account.id] });
  await sync(gamma, { ...customer, sourceAccountId: 'G-BLONP' }, [seats('g-blonp-1', 6, { startDate: day(0) })]);
  return account.id;
}

async function copyAndDelete(sync, alpha) {
  const customer = {
    sourceAccountId: 'LAZYK',
    name: 'Lazy K Kountry Store',
    billingAddress: { city: 'Walla Walla', country: 'US' },
  };
  const { account } = await sync(alpha, customer, [seats('lazyk-1', 2)]);
  await sync.delete(alpha, 'LAZYK');
  return account.id;
}

async function fill(to, accountId, firstName, lastName) {
  const email = `${lastName.toLowerCase()}@mail.example`;
  await to.contact({ accountId, firstName, lastName, email, phone: '+49 30 0074321', jobTitle: 'Sales' });
  await to.contact({ accountId, lastName: 'Accounting', email: `bills-${email}` });
  await to.relate({ accountId, kind: 'DOCUMENT', targetId: `contract-${lastName}`, label: 'Contract' });
  await to.relate({ accountId, kind: 'TASK', targetId: `call-${lastName}`, label: 'Call back' });
}

/** Invoices of what was due by that day, with a part of the first line credited again. */
async function billAndCredit(to, accountId, asOf) {
  const [invoice] = (await to.bill({ accountId, asOf })).invoices;
  const lines = [{ invoiceLineId: invoice.lines[0].id, amount: '5.00' }];
  await to.credit({ accountId, invoiceId: invoice.id, lines, reason: 'Goodwill' });
}
