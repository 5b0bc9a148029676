import { accessTo } from '../peers/account-sql.mjs';
import { ADMINISTRATOR, USERS } from './callers.mjs';
import { account, accounts, entities } from './operations.mjs';

const REQUESTS_OF_A_USER = 15;
const SAMPLE = 6_000;
/** Of the accounts that are asked for some are hidden from the caller. */
const HIDDEN_SHARE = 0.03;

/** Ids that each user sees and does not see, out of a sample that is the same in every run; resellers' own are rare. */
export async function visibleIds(query, total) {
  const percent = Math.min(100, (100 * 3 * SAMPLE) / total);
  const sample = await query(
    `SELECT id FROM accounts TABLESAMPLE BERNOULLI (${percent}) REPEATABLE (7)
     WHERE id NOT IN (SELECT account_id FROM tenant_resellers) LIMIT ${SAMPLE}`,
  );
  const all = sample.map(({ id }) => id);
  return Promise.all(
    USERS.map(async ({ id: user, groups, isAdministrator }) => {
      const rows = await query(
        `SELECT a.id, ${accessTo('a')} IS NOT NULL AS seen FROM accounts a WHERE a.id = ANY ($1::uuid[]) ORDER BY md5(a.id::text || $2)`,
        [all, user, groups, isAdministrator],
      );
      const of = (isSeen) => rows.filter(({ seen }) => seen === isSeen).map(({ id }) => id);
      return { seen: of(true), hidden: of(false) };
    }),
  );
}

/** The requests of one operation, by several users, each for other accounts. */
export function readPool(operation, idsByUser, ofUser = REQUESTS_OF_A_USER) {
  const requests = idsByUser.flatMap((ids, user) =>
    Array.from({ length: ofUser }, (_, nth) => ({ user, ...operation(ids, nth) })),
  );
  return requests.map((request, number) => ({ number, ...request }));
}

export const entitiesOf =
  (size) =>
  ({ seen, hidden }, nth) => {
    const from = (list, at) => list[at % list.length];
    const hiddenOnes = hidden.length === 0 ? 0 : Math.floor(size * HIDDEN_SHARE);
    const ids = Array.from({ length: size }, (_, at) =>
      at < hiddenOnes ? from(hidden, nth * hiddenOnes + at) : from(seen, nth * size + at),
    );
    return { body: entities(ids), ids, present: size - hiddenOnes };
  };

export const accountOf = ({ seen }, nth) => {
  const id = seen[nth % seen.length];
  return { body: account(id), ids: [id], present: 1 };
};

export const pageOf = (first) => () => ({ body: accounts(first), first, present: first });

/** What is compared before anything is timed: accounts of every kind, for everyone. */
export async function everyKind(query) {
  const kinds = await query(
    `(SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY status, tenant_reseller_id IS NULL, permission_rule_id ORDER BY id) AS nth
      FROM (SELECT * FROM accounts ORDER BY id LIMIT 20000) sample) kinds WHERE nth = 1)
     UNION SELECT account_id FROM tenant_resellers
     UNION SELECT id FROM (SELECT id FROM accounts WHERE permission_rule_id IS NULL ORDER BY id LIMIT 5) hidden`,
  );
  const ids = ['00000000-0000-4000-8000-000000000000', 'no-id-of-anything', ...kinds.map(({ id }) => id)];
  const callers = [...USERS, ADMINISTRATOR];
  const requests = callers.flatMap((_, user) => [
    { user, body: entities(ids), ids, present: 1 },
    ...ids.filter((_, at) => (at + user) % 7 === 0).map((id) => ({ user, body: account(id), present: 0 })),
    ...[1, 50, 200].map((first) => ({ user, body: accounts(first), present: 1 })),
  ]);
  return { callers, requests: requests.map((request, number) => ({ number, ...request })) };
}
