import { aCustomer } from '../../support/resellers';
import { type Example, SKU } from '../example';
import { post } from '../http-client';
import { freePort } from '../operations/tools';
import type { DatabaseUrls, Server } from '../server-process';
import { startServer } from '../server-process';

/** A built server with a port for its metrics. */
export async function startScraped(
  dataDir: string,
  database: DatabaseUrls,
  env: Readonly<Record<string, string>>,
): Promise<Server & { readonly metrics: string }> {
  const port = await freePort();
  const server = await startServer(dataDir, database, { env: { METRICS_PORT: String(port), ...env } });
  return { ...server, metrics: `http://127.0.0.1:${port}/metrics` };
}

const SYNC = `mutation Sync($input: SyncCustomersInput!) { syncCustomers(input: $input) {
  results { outcome account { id } userErrors { code } } userErrors { code } } }`;

/** Something of everything: reads, events that are accepted and refused, an action that the policy refuses. */
export async function someTraffic(url: string, { administrator, europe }: Example, round: number): Promise<void> {
  await post(url, administrator, 'query Resellers { tenantResellers(first: 1) { edges { node { name } } } }');
  await post(url, administrator, '{ accounts(first: 5) { totalCount edges { node { name lockedFields } } } }');
  const subscription = {
    sourceSubscriptionId: 's',
    sku: SKU,
    quantity: 1,
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-31',
  };
  const items = [
    { customer: aCustomer(`traffic-${round}`, { status: 'ACTIVE' }), paidSubscriptions: [subscription] },
    { customer: aCustomer('refused', { name: ' ' }) },
  ];
  const synced = await post(url, europe.token, SYNC, { input: { items } });
  if (synced.kind !== 'answered') throw new Error(`The sync was cut off: ${synced.code}`);
  const accountId = synced.body.data?.syncCustomers.results[0].account?.id;
  if (accountId === undefined) throw new Error(JSON.stringify(synced.body));
  await post(
    url,
    administrator,
    `mutation { deleteAccount(input: { accountId: "${accountId}" }) { userErrors { code } } }`,
  );
}
