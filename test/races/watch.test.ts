import { Client } from 'pg';
import { isDistributed } from '../support/connections';
import { admin, anOwnAccount, type Setup } from '../support/resellers';
import { sell } from '../support/transfers';
import type { World } from '../support/world';
import { ACCOUNT_GUARDS, aRaceWorld } from './race-world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld({ without: ACCOUNT_GUARDS }));
});
afterAll(() => world.close());

const DOCUMENT = `INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
  VALUES ($1, gen_random_uuid(), 'ORDER', 'Late', 'EUR', 1)`;
const CONTACT = `INSERT INTO account_contacts (account_id, id, last_name) VALUES ($1, gen_random_uuid(), 'Late')`;
const RELATION = `INSERT INTO account_relations (account_id, id, kind, target_id)
  VALUES ($1, gen_random_uuid(), 'TASK', 'late')`;
const BY_HAND = `WITH late AS (
    INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
    VALUES ($1, gen_random_uuid(), '2026-9' || lpad(floor(random() * 100000)::text, 5, '0'), $1, '2026-06-30', 'EUR', 1) RETURNING account_id, id)
  INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount,
    charged_account_id) SELECT account_id, id, 0, 'Late', 1, 1, 1, account_id FROM late`;
const OUTBOX = `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by)
  VALUES ($1, gen_random_uuid(), 'MAIL', 'late')`;
const EDIT = 'UPDATE accounts SET enable_ordering = NOT enable_ordering WHERE id = $1';
const RENAME = `UPDATE accounts SET name = 'Late' WHERE id = $1`;
const SALE = `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
  SELECT $1, gen_random_uuid(), id, jsonb_build_array(jsonb_build_object('from', '2026-01-31', 'quantity', 1)), 1, 'EUR', 'MONTHLY', '2026-01-31' FROM services LIMIT 1 RETURNING 1`;

const BECOME_MANAGED = `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = id::text, managed_since = now(),
  origin = 'TRANSFERRED_TO_RESELLER' WHERE id = $1`;
const BECOME_DELETED = `UPDATE accounts SET status = 'DELETED', deletion_date = '2026-06-30' WHERE id = $1`;

/** Writes as the portal does, and commits once something happened to the account: gives the error of the commit. */
async function commitAfter(statement: string, happens: (id: string) => Promise<unknown>): Promise<string | null> {
  const id = await anOwnAccount(world);
  const portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
  try {
    await portal.query('BEGIN');
    const isUpdate = statement.startsWith('UPDATE');
    // The row lock of an update would keep the other one out, which comes first then.
    if (isUpdate) await happens(id);
    await portal.query(statement, [id]);
    if (!isUpdate) await happens(id);
    await portal.query('COMMIT');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await portal.end();
  }
}

const nothing = async () => undefined;
const managed = (id: string) => world.sql(BECOME_MANAGED, [id, setup.alpha.id]);
const deleted = (id: string) => world.sql(BECOME_DELETED, [id]);
// Where several nodes share the tables its number would have to be taken from the counter and kept.
const ISSUED_BY_SQL = isDistributed() ? [] : [['an invoice by hand', BY_HAND]];
// Of a commit on one node alone Citus says that it failed, and not why.
const FORBIDDEN = isDistributed() ? /forbidden at the commit|could not commit/ : /forbidden at the commit/;

describe('the watch fails what commits too late', () => {
  test.each([
    ['an order', DOCUMENT],
    ['a subscription', SALE],
    ['a synchronization', OUTBOX],
    ['another name', RENAME],
  ])('%s of an account that is managed by then, and passes it otherwise', async (_what, statement) => {
    expect(await commitAfter(statement, managed)).toMatch(FORBIDDEN);
    expect(await commitAfter(statement, nothing)).toBeNull();
  });

  test.each([
    ['an order', DOCUMENT],
    ['a subscription', SALE],
    ['a synchronization', OUTBOX],
    ['a contact', CONTACT],
    ['a relation', RELATION],
    ...ISSUED_BY_SQL,
    ['an edit', EDIT],
  ])('%s of an account that is deleted by then, and passes it otherwise', async (_what, statement) => {
    expect(await commitAfter(statement, deleted)).toMatch(FORBIDDEN);
    expect(await commitAfter(statement, nothing)).toBeNull();
  });

  test.each([['a contact', CONTACT], ['a relation', RELATION], ...ISSUED_BY_SQL, ['an edit', EDIT]])(
    'but not %s of a managed account',
    async (_what, statement) => {
      expect(await commitAfter(statement, managed)).toBeNull();
    },
  );

  test('nor a deletion, which ends what runs', async () => {
    const id = await anOwnAccount(world);
    await sell(world, id);
    expect(await world.mutate(admin, 'deleteAccount', { accountId: id })).toEqual({ userErrors: [] });
  });
});
