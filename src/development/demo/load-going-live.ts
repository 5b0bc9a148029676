import type { GraphqlClient } from './graphql-client';
import type { ExampleGoingLive } from './northwind';

/**
 * Sets up the reseller that is about to go live: its customers are accounts of the distributor's own still, which are billed
 * to it. Gives the reseller's id.
 */
export async function loadGoingLive(
  administrator: GraphqlClient,
  { key, accounts, ...reseller }: ExampleGoingLive,
): Promise<string> {
  const { tenantReseller } = await administrator.mutate<{ tenantReseller: { id: string; account: { id: string } } }>(
    `mutation ExampleReseller($input: CreateTenantResellerInput!) {
      createTenantReseller(input: $input) { tenantReseller { id account { id } } userErrors { code message } }
    }`,
    { ...reseller, idempotencyKey: `northwind-${key}` },
  );
  const ids = new Map<string, string>();
  for (const { key: account, below, subscriptions, ...values } of accounts) {
    const again = `northwind-${key}-${account}`;
    const id = await create(administrator, {
      ...values,
      billToId: tenantReseller.account.id,
      parentId: (below && ids.get(below)) ?? null,
      idempotencyKey: again,
    });
    ids.set(account, id);
    for (const sold of subscriptions) {
      await administrator.mutate(
        `mutation ExampleSale($input: CreateSubscriptionInput!) {
          createSubscription(input: $input) { userErrors { code message } }
        }`,
        { accountId: id, ...sold, idempotencyKey: `${again}-${sold.sku}` },
      );
    }
  }
  return tenantReseller.id;
}

async function create(administrator: GraphqlClient, input: object): Promise<string> {
  const { account } = await administrator.mutate<{ account: { id: string } }>(
    `mutation ExampleAccount($input: CreateAccountInput!) {
      createAccount(input: $input) { account { id } userErrors { code message } }
    }`,
    input,
  );
  return account.id;
}
