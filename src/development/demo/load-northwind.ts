import { GraphqlClient } from './graphql-client';
import type { ExampleReseller, Northwind } from './northwind';

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
 * reseller's sync service. Loading it again, or after an interruption, changes nothing that is there.
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
  const ids: string[] = [];
  for (const reseller of northwind.resellers) {
    const id = await goLive(administrator, reseller);
    ids.push(id);
    syncs.set(reseller.key, new GraphqlClient(url, await tokens.resellerSync(id)));
  }
  await record(syncs, northwind, progress);
  return ids;
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

/** Several senders at once, each taking the next event: the outcome is the same in any order. */
async function record(
  syncs: ReadonlyMap<string, GraphqlClient>,
  { events }: Northwind,
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
