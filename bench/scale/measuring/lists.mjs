import { USERS } from '../../load/callers.mjs';
import { sendAll } from './portal-calls.mjs';
import { spread, usageOf } from './usage.mjs';

const ROUNDS = 5;
const OF_A_ROUND = 4;

const list = (search, selection) =>
  JSON.stringify({
    operationName: 'List',
    query: `query List($search: String) { accounts(first: 50, filter: { search: $search }) { ${selection} } }`,
    variables: { search },
  });

/** What of lists grows with the accounts: a count of all, and a search for what stands in every account. */
const LISTS = {
  page: list(null, 'edges { node { id } }'),
  count: list(null, 'totalCount'),
  commonWord: list('customers.example', 'edges { node { id } }'),
  ownWord: list('A-77', 'edges { node { id } }'),
};

/** Each by a person who sees accounts by sharing rules. */
export async function measureLists({ measured, issuer, told }) {
  const token = await issuer.tokenOfPerson(USERS[0]);
  const { query, server } = measured;
  const [{ accounts }] = await query('SELECT count(*)::int AS accounts FROM accounts');
  const found = { accounts };
  for (const [name, body] of Object.entries(LISTS)) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bodies = Array.from({ length: OF_A_ROUND }, () => body);
      const used = await usageOf(measured, OF_A_ROUND, () =>
        sendAll({ url: server.url, token, connections: 1, bodies }),
      );
      told(`list ${name}`, used);
      if (round > 0) rounds.push({ sessionsMs: used.sessionsMs, wallMs: used.wallMs });
    }
    found[name] = spread(rounds);
  }
  return found;
}
