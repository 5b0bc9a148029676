import type { Reader } from '../../src/persistence/engine/database';
import { readRows } from '../../src/persistence/engine/sql';
import { findReferenceFaults } from '../../src/persistence/integrity/account-references';
import type { World } from '../support/world';
import type { Race } from './schedules';

/** What must hold of the whole database after each race; each gives what stands against it. */
const INVARIANTS = [
  // Whoever manages an account has it under an identity of it.
  `WITH i AS MATERIALIZED (SELECT * FROM source_identities),
     a AS MATERIALIZED (SELECT id, tenant_reseller_id, source_account_id FROM accounts)
   SELECT a.id FROM a LEFT JOIN i
     ON i.tenant_reseller_id = a.tenant_reseller_id AND i.source_account_id = a.source_account_id
   WHERE a.tenant_reseller_id IS NOT NULL AND i.account_id IS DISTINCT FROM a.id`,
  // An identity waits exactly as long as its move is announced; who manages an account is not announced there.
  `WITH i AS MATERIALIZED (SELECT * FROM source_identities), m AS MATERIALIZED (SELECT * FROM announced_moves)
   SELECT i.key FROM i FULL JOIN m ON m.account_id = i.account_id
     AND m.tenant_reseller_id = i.tenant_reseller_id AND m.source_account_id = i.source_account_id
   WHERE (i.announced_at IS NULL) <> (m.account_id IS NULL)`,
  `SELECT m.account_id FROM announced_moves m JOIN accounts a ON a.id = m.account_id
   WHERE a.tenant_reseller_id IS NULL OR a.tenant_reseller_id = m.tenant_reseller_id`,
  // What runs is of whoever manages the account: the distributor's own on an own account.
  `SELECT s.id FROM subscriptions s JOIN accounts a ON a.id = s.account_id
   WHERE s.end_date IS NULL AND s.tenant_reseller_id IS DISTINCT FROM a.tenant_reseller_id`,
  // What a reseller sent ends by itself, as its account leaves it, or with its account.
  `SELECT s.account_id FROM subscriptions s JOIN accounts a ON a.id = s.account_id
   WHERE a.tenant_reseller_id IS NOT NULL AND s.end_date IS DISTINCT FROM LEAST(s.cancellation_date, s.closed_on, a.deletion_date)`,
  // No period of a subscription was billed twice.
  `SELECT l.subscription_id FROM invoice_lines l WHERE l.subscription_id IS NOT NULL
   GROUP BY l.account_id, l.subscription_id, l.first_day HAVING count(*) > 1`,
];

/** The same race, after which all of that holds, and no account is referred to by one that may not (S14, S20, S25). */
export function sound(world: World, arrange: () => Promise<Race>): () => Promise<Race> {
  return async () => {
    const arranged = await arrange();
    return {
      ...arranged,
      check: async (payloads) => {
        const verdict = await arranged.check(payloads);
        for (const invariant of INVARIANTS) expect([invariant, await world.sql(invariant)]).toEqual([invariant, []]);
        const reader = {
          query: async (one: Parameters<Reader['query']>[0]) => readRows(one, await world.sql(one.text, one.values)),
        };
        expect(await findReferenceFaults(reader as Reader)).toEqual([]);
        return verdict;
      },
    };
  };
}
