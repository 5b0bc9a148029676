import { RESELLERS, resellerId } from '../data/customers.mjs';

/**
 * People who see accounts by sharing rules, at each level; one of them a tenth of the accounts. Nobody but the
 * administrator, who is only for comparing, sees everything.
 */
export const USERS = Array.from({ length: 10 }, (_, u) => ({
  id: `user-${u}`,
  groups: u === 8 ? ['group-8'] : [`group-${u}`, 'everybody'],
  isAdministrator: false,
}));
export const ADMINISTRATOR = { id: 'administrator', groups: [], isAdministrator: true };

/** So many are sent in turn: more than a server keeps verified. */
export const TOKENS = 3_000;

/** So many tokens of each user that all together are as many as asked for. */
export async function tokensOf(issuer, users, count) {
  const each = Math.max(1, Math.ceil(count / users.length));
  return Promise.all(users.map((user) => Promise.all(Array.from({ length: each }, () => issuer.tokenOfPerson(user)))));
}

/** Tokens of the resellers' sync services, so many in all, by reseller. */
export async function resellerTokens(issuer, count) {
  return Promise.all(
    Array.from({ length: RESELLERS }, (_, reseller) => {
      const id = resellerId(reseller);
      return Promise.all(Array.from({ length: Math.ceil(count / RESELLERS) }, () => issuer.tokenOfSync(id)));
    }),
  );
}
