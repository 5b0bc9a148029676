import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { day } from '../days.mjs';

const REFUSED = 'userErrors { code message path }';
const mutation = (name, type, answer = '') =>
  `mutation Make($input: ${type}!) { made: ${name}(input: $input) { ${answer} ${REFUSED} } }`;
const results = (name, type) => mutation(name, type, `results { ${REFUSED} }`);
const CREATE = mutation('createAccount', 'CreateAccountInput', 'account { id }');
const SELL = mutation('createSubscription', 'CreateSubscriptionInput', 'subscription { id }');
const SUSPEND = mutation('suspendAccount', 'AccountReferenceInput');
const RESELLER = mutation('createTenantReseller', 'CreateTenantResellerInput', 'tenantReseller { account { id } }');
const BILL = mutation('generateInvoices', 'GenerateInvoicesInput');
const TRANSFER = results('transferAccounts', 'TransferAccountsInput');
const ANNOUNCE = results('announceMove', 'AnnounceMoveInput');
const MOVE = results('completeMove', 'MoveInput');

/**
 * The kinds of account that what may be done differs by. Each makes one that nobody else looks at, with something to invoice, and
 * answers with its id.
 */
export const KINDS = {
  copied: async (world) => (await copy(world)).id,
  transferred: async (world) => {
    const { alpha } = world.resellers;
    const { id, subscriptionId } = await createOwn(world, { billToId: alpha.accountId });
    await transfer(world, id, subscriptionId);
    return id;
  },
  moved: async (world) => {
    const { id, customer } = await copy(world);
    await make(world, BILL, { accountId: id });
    const sourceAccountId = await announceMove(world, id);
    await make(world, MOVE, { accountIds: [id] });
    await world.sync(world.resellers.gamma, { ...customer, sourceAccountId }, [seats(0)]);
    return id;
  },
  deleted: async (world) => {
    const { id, customer } = await copy(world);
    await world.sync.delete(world.resellers.alpha, customer.sourceAccountId);
    return id;
  },
  own: async (world) => (await createOwn(world)).id,
  suspended: async (world) => {
    const { id } = await createOwn(world);
    await make(world, SUSPEND, { accountId: id });
    return id;
  },
  "a reseller's own": async (world) => {
    const name = `Reseller ${randomUUID().slice(0, 8)}`;
    const { tenantReseller } = await make(world, RESELLER, { name, currency: 'EUR', separateInvoices: true });
    const { id } = tenantReseller.account;
    await make(world, SELL, sale(id));
    return id;
  },
};

/** A customer of alpha's, copied. */
export async function copy(world) {
  const customer = {
    sourceAccountId: randomUUID(),
    name: `Bon app ${randomUUID().slice(0, 8)}`,
    email: 'a@bon.example',
  };
  const { account } = await world.sync(world.resellers.alpha, customer, [seats(-40)]);
  return { id: account.id, customer };
}

/** An account of the distributor's own, shared like all others. */
export async function createOwn(world, more = {}) {
  const { permissionRules } = await world.ask('admin', '{ permissionRules { id name } }');
  const shared = {
    permissionRuleId: permissionRules.find(({ name }) => name === 'Sharing').id,
    responsibleUserId: 'anna',
  };
  const name = `Bottom-Dollar Markets ${randomUUID().slice(0, 8)}`;
  const { account } = await make(world, CREATE, { name, currency: 'EUR', ...shared, ...more });
  const { subscription } = await make(world, SELL, sale(account.id));
  return { id: account.id, name, subscriptionId: subscription.id };
}

/** Hands an account of the distributor's own to alpha, to which it must be billed. */
export async function transfer(world, accountId, subscriptionId) {
  const subscriptions = [{ subscriptionId, sourceSubscriptionId: randomUUID() }];
  const accounts = [{ accountId, sourceAccountId: randomUUID(), subscriptions }];
  await make(world, TRANSFER, { tenantResellerId: world.resellers.alpha.id, accounts });
}

/** Announces that the account moves to gamma; the id that it is to have there. */
export async function announceMove(world, accountId) {
  const sourceAccountId = randomUUID();
  const accounts = [{ accountId, sourceAccountId }];
  await make(world, ANNOUNCE, { toTenantResellerId: world.resellers.gamma.id, accounts });
  return sourceAccountId;
}

async function make(world, query, input) {
  const { made } = await world.ask('admin', query, { input });
  assert.deepEqual(
    [made, ...(made.results ?? [])].flatMap(({ userErrors }) => userErrors),
    [],
  );
  return made;
}

function sale(accountId) {
  return { accountId, sku: 'SEATS', quantity: 3, billingPeriod: 'MONTHLY', startDate: day(-40) };
}

function seats(from) {
  return {
    sourceSubscriptionId: randomUUID(),
    sku: 'SEATS',
    quantity: 3,
    billingPeriod: 'MONTHLY',
    startDate: day(from),
  };
}
