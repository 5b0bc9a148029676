import { seedAccounts } from './accounts/seed-accounts.mjs';
import { day } from './days.mjs';

const RULE = `mutation SeedRule($input: SavePermissionRuleInput!) {
  seeded: savePermissionRule(input: $input) { permissionRule { id } userErrors { code message } }
}`;
const OPTIONS = `mutation SeedOptions($input: SetApiOptionsInput!) {
  seeded: setApiOptions(input: $input) { userErrors { code message } }
}`;
const SERVICE = `mutation SeedService($input: SaveServiceInput!) {
  seeded: saveService(input: $input) { userErrors { code message } }
}`;
const CUSTOM_FIELD = `mutation SeedField($input: SaveCustomFieldDefinitionInput!) {
  seeded: saveCustomFieldDefinition(input: $input) { userErrors { code message } }
}`;
const RESELLER = `mutation SeedReseller($input: CreateTenantResellerInput!) {
  seeded: createTenantReseller(input: $input) { tenantReseller { id name account { id } } userErrors { code message } }
}`;
const GOES_LIVE = `mutation SeedGoesLive($input: ActivateBackOrderingInput!) {
  seeded: activateBackOrdering(input: $input) { userErrors { code message } }
}`;
const PRICE_LIST = `mutation SeedPrices($input: SavePriceListInput!) {
  seeded: savePriceList(input: $input) { priceList { id } userErrors { code message } }
}`;
const LIST_OF = `mutation SeedListOf($input: UpdateTenantResellerInput!) {
  seeded: updateTenantReseller(input: $input) { userErrors { code message } }
}`;

/** What is sold in the world: Backup is paid by month, quarter and year, Seats by month and year. */
export const SERVICES = [
  { sku: 'SEATS', name: 'Cloud seats', prices: inBoth(['MONTHLY', '9.90'], ['ANNUAL', '99.00']) },
  { sku: 'BACKUP', name: 'Backup', prices: inBoth(['MONTHLY', '4.00'], ['QUARTERLY', '11.50'], ['ANNUAL', '42.00']) },
  { sku: 'SETUP', name: 'Setting up', prices: inBoth(['ONCE', '250.00']) },
];

function inBoth(...prices) {
  const currencies = ['EUR', 'USD'];
  return prices.flatMap(([billingPeriod, amount]) =>
    currencies.map((currency) => ({ currency, billingPeriod, amount })),
  );
}

/**
 * Three resellers, a sharing rule (anna FULL, who is also responsible; the group billing of bob EDIT; reader READ; nothing for
 * carla), a price list for alpha, two custom fields, and an account of every kind. `send` is `world.seed`, `sync` is `world.sync`.
 */
export async function seed(send, sync) {
  const { permissionRule } = await send(RULE, {
    name: 'Sharing',
    grants: [
      { principal: 'USER', principalId: 'anna', access: 'FULL' },
      { principal: 'GROUP', principalId: 'billing', access: 'EDIT' },
      { principal: 'USER', principalId: 'reader', access: 'READ' },
    ],
  });
  const standard = { responsibleUserId: 'anna', permissionRuleId: permissionRule.id };
  await send(OPTIONS, { entity: 'ACCOUNT', ...standard });
  for (const service of SERVICES) await send(SERVICE, service);
  await send(CUSTOM_FIELD, { code: 'segment', label: 'Segment', type: 'CHOICE', required: false, options: ['A', 'B'] });
  await send(CUSTOM_FIELD, { code: 'note', label: 'Note', type: 'TEXT', required: false });
  const resellers = {
    alpha: await goLive(send, 'Alpha', 'EUR', true),
    beta: await goLive(send, 'Beta', 'USD', false),
    gamma: await goLive(send, 'Gamma', 'EUR', true),
  };
  await giveList(send, resellers.alpha);
  return { resellers, accounts: await seedAccounts(send, sync, resellers, standard) };
}

async function goLive(send, name, currency, separateInvoices) {
  const { tenantReseller } = await send(RESELLER, { name, currency, separateInvoices });
  await send(GOES_LIVE, { tenantResellerId: tenantReseller.id });
  return { id: tenantReseller.id, name, currency, accountId: tenantReseller.account.id };
}

async function giveList(send, { id }) {
  const price = { sku: 'SEATS', currency: 'EUR', billingPeriod: 'MONTHLY' };
  const { priceList } = await send(PRICE_LIST, {
    code: 'PARTNER',
    name: 'Partner',
    prices: [
      { ...price, amount: '7.90', validFrom: day(0) },
      { ...price, amount: '7.50', validFrom: day(90) },
    ],
  });
  await send(LIST_OF, { tenantResellerId: id, priceListId: priceList.id });
}
