import { readFileSync } from 'node:fs';

const RESELLERS = `query Resellers($after: String) {
  tenantResellers(first: 200, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } }
}`;
const COPIED = `query Copied($tenantResellerId: ID!, $sourceAccountId: ID!) {
  copiedAccount(tenantResellerId: $tenantResellerId, sourceAccountId: $sourceAccountId) { id name }
}`;

const REREAD_MS = 5_000;

/**
 * What the core knows, read now, and again when somebody asks for it as long as a customer is missing: while the example is
 * loaded, they come one after the other.
 */
export async function openCoreAccounts(ask) {
  const known = await readCoreAccounts(ask);
  let nextAt = performance.now() + REREAD_MS;
  return () => {
    if (!known.isWhole && performance.now() > nextAt) {
      nextAt = Number.POSITIVE_INFINITY;
      readCoreAccounts(ask)
        // A server that does not answer says nothing new; what was known stays.
        .then(
          (read) => Object.assign(known, read),
          () => undefined,
        )
        .finally(() => {
          nextAt = performance.now() + REREAD_MS;
        });
    }
    return known.accounts;
  };
}

/**
 * What the core knows: accounts of its own, and an industry and a website for a few copied ones. The id of a copied
 * account is given by reseller-accounts and differs from one installation to the next, so the core asks for it, by the
 * reseller and the customer's id there. Those that are not here are left out.
 *
 * `ask` sends one operation to reseller-accounts and gives its data.
 */
async function readCoreAccounts(ask) {
  const { own, copied } = JSON.parse(readFileSync(new URL('accounts.json', import.meta.url), 'utf8'));
  const resellers = await resellersByName(ask);
  const known = await Promise.all(
    copied.map(async ({ tenantReseller, sourceAccountId, industry, website }) => {
      const tenantResellerId = resellers.get(tenantReseller);
      if (tenantResellerId === undefined) return [];
      const { copiedAccount } = await ask(COPIED, { tenantResellerId, sourceAccountId });
      return copiedAccount ? [{ ...copiedAccount, industry, website }] : [];
    }),
  );
  const here = known.flat();
  return { accounts: [...own, ...here], isWhole: here.length === copied.length };
}

async function resellersByName(ask) {
  const found = new Map();
  let after = null;
  do {
    const { edges, pageInfo } = (await ask(RESELLERS, { after })).tenantResellers;
    for (const { node } of edges) found.set(node.name, node.id);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return found;
}
