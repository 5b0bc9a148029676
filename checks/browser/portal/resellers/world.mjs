import assert from 'node:assert/strict';

const CREATE = `mutation Made($input: CreateTenantResellerInput!) {
  made: createTenantReseller(input: $input) { tenantReseller { id account { id } } userErrors { message } } }`;
const ACCOUNT = `mutation Made($input: CreateAccountInput!) {
  made: createAccount(input: $input) { account { id } userErrors { message } } }`;
const SELL = `mutation Made($input: CreateSubscriptionInput!) {
  made: createSubscription(input: $input) { subscription { id } userErrors { message } } }`;

/** A reseller that is not live, with an account of the distributor's own that is billed to it and has a running subscription. */
export async function makeGoingLive(world, name) {
  const made = async (mutation, input) => {
    const { made: answer } = await world.ask('admin', mutation, { input });
    assert.deepEqual(answer.userErrors, []);
    return answer;
  };
  const { tenantReseller } = await made(CREATE, { name, currency: 'EUR', separateInvoices: true });
  const accountName = `Customer of ${name}`;
  const { account } = await made(ACCOUNT, {
    name: accountName,
    currency: 'EUR',
    billToId: tenantReseller.account.id,
  });
  await made(SELL, {
    accountId: account.id,
    sku: 'SEATS',
    quantity: 4,
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-01',
  });
  return { id: tenantReseller.id, accountId: account.id, accountName };
}

/** What people read for the values of an enum, by value. */
export async function labelsOf(world, name) {
  const { accountPolicy } = await world.ask('admin', '{ accountPolicy { enums { enum values { value label } } } }');
  const { values } = accountPolicy.enums.find((one) => one.enum === name);
  return Object.fromEntries(values.map(({ value, label }) => [value, label]));
}

/** The values of a list of names and values, by name. */
export async function factsIn(place) {
  const [names, values] = await Promise.all([place.locator('dt').allInnerTexts(), place.locator('dd').allInnerTexts()]);
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

/** Like somebody who comes back to the page, again and again, until it shows what they wait for. */
export async function comeBackUntil(page, shown) {
  for (let times = 0; times < 20; times += 1) {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    const isThere = await shown.waitFor({ timeout: 1_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await shown.waitFor();
}
