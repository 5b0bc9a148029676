import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { GraphqlClient } from '../../src/development/demo/graphql-client';
import { loadNorthwind } from '../../src/development/demo/load-northwind';
import { readNorthwind } from '../../src/development/demo/northwind';
import { type LocalIssuer, localKeysFolder, openLocalIssuer } from '../../src/development/local-issuer/local-issuer';

/** A tenant reseller with the token of its sync service. */
export interface Reseller {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

/** The set-up of the Northwind example that a release knows too, without customers: two resellers that are live, and services. */
export interface Example {
  readonly issuer: LocalIssuer;
  readonly administrator: string;
  readonly europe: Reseller;
  readonly americas: Reseller;
}

/** In the price list for both resellers, monthly. */
export const SKU = 'NW-001';

export async function setUpExample(url: string, dataDir: string): Promise<Example> {
  const issuer = await openLocalIssuer(localKeysFolder(dataDir));
  const tokens = {
    administrator: () => issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true }),
    resellerSync: (tenantResellerId: string) => issuer.tokenForSync({ tenantResellerId }),
  };
  const northwind = await readNorthwind(join(packageRoot(), 'examples', 'northwind'));
  const ids = await loadNorthwind(
    url,
    tokens,
    { ...northwind, priceLists: [], events: [], grown: [], refused: [], goingLive: null },
    () => undefined,
  );
  const [europe, americas] = await Promise.all(
    northwind.resellers.map(async ({ name }, index) => {
      const id = ids[index] ?? '';
      return { id, name, token: await tokens.resellerSync(id) };
    }),
  );
  if (!europe || !americas) throw new Error('The example has two resellers');
  return { issuer, administrator: await tokens.administrator(), europe, americas };
}

/** The token of a third reseller's sync service, which has never called. */
export async function newcomerToken(url: string, { issuer, administrator }: Example): Promise<string> {
  const { tenantReseller } = await new GraphqlClient(url, administrator).mutate<{ tenantReseller: { id: string } }>(
    `mutation Newcomer($input: CreateTenantResellerInput!) {
      createTenantReseller(input: $input) { tenantReseller { id } userErrors { code message } }
    }`,
    { name: 'Newcomer', currency: 'EUR', separateInvoices: false },
  );
  return issuer.tokenForSync({ tenantResellerId: tenantReseller.id });
}
