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

const SENDERS = 8;

/**
 * Loads the example as its users would, over HTTP: the set-up by an administrator, then every paid subscription by its
 * reseller's sync service and what has grown since, and the price lists for what comes after; last the reseller that is about to go live. Loading it
 * again, or after an interruption, changes nothing that is there.
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
  const syncs = new Map<string, GraphqlClient>();
  const ids = new Map<string, string>();
  for (const reseller of northwind.resellers) {
    const id = await goLive(administrator, reseller);
    ids.set(reseller.key, id);
    syncs.set(reseller.key, new GraphqlClient(url, await tokens.resellerSync(id)));
  }
  await record(syncs, northwind.events, progress);
  await record(syncs, northwind.grown, () => undefined);
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

/** Several senders at once, each taking the next event: the outcome is the same in any order. */
async function record(
  syncs: ReadonlyMap<string, GraphqlClient>,
  events: readonly ExampleEvent[],
  progress: Progress,
): Promise<void> {
  const queue = events.values();
  let done = 0;
  const sender = async () => {
    for (const { reseller, customer, subscription } of queue) {
      const sync = syncs.get(reseller);
      if (!sync) throw new Error(`The example names no reseller "${reseller}"`);
      await sync.mutate(
        `mutation ExampleSubscription($input: RecordPaidSubscriptionInput!) {
          recordPaidSubscription(input: $input) { outcome userErrors { code message } }
        }`,
        { customer, subscription },
      );
      done += 1;
      progress(done, events.length);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}
