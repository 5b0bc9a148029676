import { createSyncClient, type SyncClient } from '../../../client/src/index.ts';
import { GraphqlClient } from './graphql-client';
import { loadGoingLive } from './load-going-live';
import type { ExampleEvent, ExamplePriceList, ExampleReseller, Northwind } from './northwind';

/** Who may load the example: tokens of the local issuer. */
export interface ExampleTokens {
  administrator(): Promise<string>;
  resellerSync(tenantResellerId: string): Promise<string>;
}

/** Told how far the loading is. */
export type Progress = (done: number, of: number) => void;

/**
 * Loads the example as its users would, over HTTP: the set-up by an administrator, then every paid subscription by its
 * reseller's sync service with the client that resellers have, what has grown since and a few wrong ones for the sync inbox,
 * and the price lists for what comes after; last the reseller that is about to go live. Loading it again, or after an
 * interruption, changes nothing that is there.
 * Gives the resellers' ids.
 */
export async function loadNorthwind(
  url: string,
  tokens: ExampleTokens,
  northwind: Northwind,
  progress: Progress,
): Promise<string[]> {
  const administrator = new GraphqlClient(url, await tokens.administrator());
  await setUp(administrator, northwind);
  const ids = new Map<string, string>();
  for (const reseller of northwind.resellers) ids.set(reseller.key, await goLive(administrator, reseller));
  let done = 0;
  for (const [key, id] of ids) {
    const sync = createSyncClient({ url, token: () => tokens.resellerSync(id) });
    const own = ({ reseller }: { readonly reseller: string }) => reseller === key;
    await record(sync, northwind.events.filter(own), () => {
      done += 1;
      progress(done, northwind.events.length);
    });
    await record(sync, northwind.grown.filter(own), () => undefined);
    for await (const _refused of sync.syncCustomers(northwind.refused.filter(own)))
      progress(done, northwind.events.length);
  }
  for (const list of northwind.priceLists) await giveList(administrator, list, ids);
  const resellerIds = [...ids.values()];
  if (northwind.goingLive) resellerIds.push(await loadGoingLive(administrator, northwind.goingLive));
  return resellerIds;
}

async function setUp(administrator: GraphqlClient, { services }: Northwind): Promise<void> {
  const { permissionRule } = await administrator.mutate<{ permissionRule: { id: string } }>(
    `mutation ExampleRule($input: SavePermissionRuleInput!) {
      savePermissionRule(input: $input) { permissionRule { id } userErrors { code message } }
    }`,
    {
      name: 'Billing team',
      grants: [{ principal: 'GROUP', principalId: 'billing', access: 'EDIT' }],
      idempotencyKey: 'northwind-billing-team',
    },
  );
  await administrator.mutate(
    `mutation ExampleApiOptions($input: SetApiOptionsInput!) {
      setApiOptions(input: $input) { userErrors { code message } }
    }`,
    { entity: 'ACCOUNT', responsibleUserId: 'anna', permissionRuleId: permissionRule.id },
  );
  for (const input of services) {
    await administrator.mutate(
      `mutation ExampleService($input: SaveServiceInput!) { saveService(input: $input) { userErrors { code message } } }`,
      input,
    );
  }
}

async function goLive(administrator: GraphqlClient, { key, ...reseller }: ExampleReseller): Promise<string> {
  const { tenantReseller } = await administrator.mutate<{ tenantReseller: { id: string } }>(
    `mutation ExampleReseller($input: CreateTenantResellerInput!) {
      createTenantReseller(input: $input) { tenantReseller { id } userErrors { code message } }
    }`,
    { ...reseller, idempotencyKey: `northwind-${key}` },
  );
  await administrator.mutate(
    `mutation ExampleGoesLive($input: ActivateBackOrderingInput!) {
      activateBackOrdering(input: $input) { userErrors { code message } }
    }`,
    { tenantResellerId: tenantReseller.id },
  );
  return tenantReseller.id;
}

/** Saves a price list unless it is there: what was valid then has been since, and stays. Its resellers get it. */
async function giveList(
  administrator: GraphqlClient,
  { code, name, resellers, prices }: ExamplePriceList,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { priceLists } = await administrator.send<{ priceLists: { edges: { node: { id: string; code: string } }[] } }>(
    'query ExampleLists { priceLists(first: 200) { edges { node { id code } } } }',
    {},
  );
  const known = priceLists.edges.find(({ node }) => node.code === code)?.node;
  const today = Date.now();
  const dated = prices.map(({ daysAhead, ...price }) => ({
    ...price,
    validFrom: new Date(today + daysAhead * DAY_MS).toISOString().slice(0, 10),
  }));
  const { priceList } = known
    ? { priceList: known }
    : await administrator.mutate<{ priceList: { id: string } }>(
        `mutation ExamplePriceList($input: SavePriceListInput!) {
          savePriceList(input: $input) { priceList { id } userErrors { code message } }
        }`,
        { code, name, prices: dated },
      );
  for (const key of resellers) {
    await administrator.mutate(
      `mutation ExampleListOf($input: UpdateTenantResellerInput!) {
        updateTenantReseller(input: $input) { userErrors { code message } }
      }`,
      { tenantResellerId: ids.get(key), priceListId: priceList.id },
    );
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Each event is an item of its own: the client knows how many go together. */
async function record(sync: SyncClient, events: readonly ExampleEvent[], onTaken: () => void): Promise<void> {
  const items = events.map(({ customer, subscription }) => ({ customer, paidSubscriptions: [subscription] }));
  for await (const outcome of sync.syncCustomers(items)) {
    if (outcome.status !== 'TAKEN') throw new Error(`The example was not taken: ${JSON.stringify(outcome)}`);
    onTaken();
  }
}
