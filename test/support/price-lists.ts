import { randomUUID } from 'node:crypto';
import { admin, aReseller, type TestReseller } from './resellers';
import type { World } from './world';

/** An entry of a price list, as it is sent and as it is shown. */
export interface Entry {
  readonly sku: string;
  readonly currency: string;
  readonly billingPeriod: string;
  readonly amount: string;
  readonly validFrom: string;
}

/** The day on which the tests of price lists begin; an entry is valid from it unless told otherwise. */
export const FIRST_DAY = new Date('2026-01-15T12:00:00Z');

export const ENTRY = 'sku currency billingPeriod amount validFrom';
export const PRICE_LIST = `priceList { id code name prices(first: 200) { edges { node { ${ENTRY} } } } }`;

export const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  sku: 'MAIL',
  currency: 'EUR',
  billingPeriod: 'MONTHLY',
  amount: '2.00',
  validFrom: '2026-01-15',
  ...changes,
});

let codes = 0;
/** A code that no list has yet. */
export const aCode = () => {
  codes += 1;
  return `list-${codes}`;
};

export const nodesOf = (connection: { edges: { node: Entry }[] }) => connection.edges.map(({ node }) => node);

/** Saves a list and gives it with its entries, and the refusals. */
export async function savePriceList(
  world: World,
  code: string,
  prices: readonly Entry[],
  more: Record<string, unknown> = {},
) {
  const { priceList, userErrors } = await world.mutate(
    admin,
    'savePriceList',
    { code, name: `List ${code}`, prices, ...more },
    PRICE_LIST,
  );
  return { list: priceList && { ...priceList, prices: nodesOf(priceList.prices) }, userErrors };
}

/** Changes a reseller and gives the payload with its price list. */
export const updateReseller = (world: World, reseller: TestReseller, input: Record<string, unknown>) =>
  world.mutate(
    admin,
    'updateTenantReseller',
    { tenantResellerId: reseller.id, ...input },
    'tenantReseller { name priceList { id code } }',
  );

/** A reseller in euros with this list. */
export async function resellerWithList(world: World, priceListId: string | null): Promise<TestReseller> {
  const reseller = await aReseller(world, { name: `R ${randomUUID()}`, currency: 'EUR', separateInvoices: true });
  if (priceListId) await updateReseller(world, reseller, { priceListId });
  return reseller;
}
