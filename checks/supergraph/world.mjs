import { randomUUID } from 'node:crypto';
import { CORE_SDL, startCore } from '../../examples/supergraph/core/start-core.mjs';
import { startServer } from '../../scripts/built-server.mjs';
import { watch } from './watch.mjs';

export const LIST = 200;

/** Sends one operation; the answer as it comes. */
export async function ask(url, token, query, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/**
 * Our real server with 200 customers of one reseller and an account of the distributor's own, and a core that knows all
 * of them and one more.
 */
export async function createWorld() {
  const server = await startServer();
  try {
    const customers = await copyCustomers(server);
    const own = await createOwn(server);
    const unknown = { id: randomUUID(), name: 'AAA Known to the core alone', industry: 'Secrets', website: null };
    const known = [...customers, own].map(({ id, name }) => ({
      id,
      name,
      industry: `Industry of ${name}`,
      website: null,
    }));
    const core = await startCore(() => [unknown, ...known]);
    const { sdl } = (await ask(server.url, server.administrator, '{ _service { sdl } }')).data._service;
    return {
      ...server,
      customers,
      own,
      unknown,
      /** Both subgraphs with somebody who counts before each. */
      watched: async () => {
        const [ours, theirs] = [await watch(server.url), await watch(core.url)];
        const subgraphs = [
          { name: 'reseller-accounts', sdl, url: ours.url },
          { name: 'core-accounts', sdl: CORE_SDL, url: theirs.url },
        ];
        return { ours, theirs, subgraphs };
      },
      stop: async () => {
        await core.stop();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function copyCustomers({ url, sync, sku }) {
  const items = Array.from({ length: LIST }, (_, index) => ({
    customer: {
      sourceAccountId: `c-${index}`,
      sourceVersion: '1',
      name: `Customer ${String(index).padStart(3, '0')}`,
      status: 'ACTIVE',
    },
    paidSubscriptions: [
      { sourceSubscriptionId: `s-${index}`, sku, quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' },
    ],
  }));
  const { data } = await ask(
    url,
    sync,
    'mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { outcome account { id name } } } }',
    { input: { items } },
  );
  return data.syncCustomers.results.map(({ account }) => account);
}

async function createOwn({ url, administrator }) {
  const { data } = await ask(
    url,
    administrator,
    'mutation { createAccount(input: { name: "Own", currency: "EUR" }) { account { id name } userErrors { message } } }',
  );
  return data.createAccount.account;
}
