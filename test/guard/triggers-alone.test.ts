import { Client } from 'pg';
import { errorCodeOf } from '../support/connections';
import { aCustomer, anOwnAccount, aPaidSubscription, copy, type Setup, setUpResellers } from '../support/resellers';
import { handAlone, handOver } from '../support/transfers';
import { createWorld, type World } from '../support/world';

/**
 * S22, the last layer's triggers with every other layer switched off: no code of ours in front, every column granted, no
 * row-level security. What the portal's login is refused on a managed account it may do to one of its own.
 */

/** What our triggers raise. */
const REFUSED = 'RA001';
const PORTAL = 'reseller_accounts_portal';

let world: World;
let setup: Setup;
let portal: Client;
let copied: string;
let transferred: string;
let deleted: string;
let own: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  copied = await copy(world, setup.alpha);
  own = await anOwnAccount(world);
  transferred = await anOwnAccount(world, { bill_to_id: setup.alpha.accountId });
  await handAlone(world, setup.alpha, handOver(transferred, 'handed-over'));
  deleted = await anOwnAccount(world, { status: 'DELETED', deletion_date: '2026-01-01' });
  await world.sql(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${PORTAL}`);
  for (const table of ['accounts', 'subscriptions', 'account_history', 'source_identities', 'tenant_resellers']) {
    await world.sql(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  }
  portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

const change = (assignment: string, id: string) => `UPDATE accounts SET ${assignment} WHERE id = '${id}'`;

test.each(["search = ''", "sort_name = 'zzzz'"])(
  'a managed account is found as its reseller named it: %s',
  async (hide) => {
    for (const id of [copied, transferred, deleted]) expect(await errorCodeOf(portal, change(hide, id))).toBe(REFUSED);
    expect(await errorCodeOf(portal, change(hide, own))).toBeNull();
  },
);

test.each([
  "name = 'Mine'",
  "accounting_no = 'Mine'",
  "email = 'mine@distributor.example'",
  `billing_address = '{"city": "Mine"}'`,
  `synchronization_options = '[{"systemCode": "mine", "key": "k", "value": "v"}]'`,
  "status = 'SUSPENDED'",
  'parent_id = gen_random_uuid()',
  'bill_to_id = gen_random_uuid()',
  "currency = 'CHF'",
  "status = 'DELETED', deletion_date = '2026-01-01'",
])('a managed account keeps what its reseller masters: %s', async (assignment) => {
  for (const id of [copied, transferred]) expect(await errorCodeOf(portal, change(assignment, id))).toBe(REFUSED);
  expect(await errorCodeOf(portal, change(assignment, own))).toBeNull();
});

test('nobody takes a managed account back, nor hands it to another reseller, nor makes one by hand', async () => {
  const release = 'tenant_reseller_id = NULL, source_account_id = NULL, origin = NULL, managed_since = NULL';
  const another = `tenant_reseller_id = '${setup.beta.id}'`;
  for (const id of [copied, transferred]) {
    expect(await errorCodeOf(portal, change(release, id))).toBe(REFUSED);
    expect(await errorCodeOf(portal, change(another, id))).toBe(REFUSED);
    expect(await errorCodeOf(portal, change("source_account_id = 'c-2'", id))).toBe(REFUSED);
  }
  const insert = (columns: string) => `INSERT INTO accounts
    SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid())${columns})).* FROM accounts a WHERE id = '${own}'`;
  const managed = `|| '{"tenant_reseller_id": "${setup.alpha.id}", "source_account_id": "forged",
    "origin": "COPIED_FROM_RESELLER", "managed_since": "2026-01-01"}'`;
  expect(await errorCodeOf(portal, insert(managed))).toBe(REFUSED);
  expect(await errorCodeOf(portal, insert(''))).toBeNull();
});

test.each(["name = 'Mine'", "currency = 'CHF'", "accounting_no = 'Mine'"])(
  'a deleted account keeps everything, its name and currency too: %s',
  async (assignment) => {
    expect(await errorCodeOf(portal, change(assignment, deleted))).toBe(REFUSED);
    expect(await errorCodeOf(portal, change(assignment, own))).toBeNull();
  },
);

test.each([
  'enable_ordering = NOT enable_ordering',
  'separate_invoices = NOT separate_invoices',
  "responsible_user_id = 'ben'",
  'permission_rule_id = NULL',
  `custom_fields = '{"region": "North"}'`,
])(
  'what the distributor owns of a managed account stays the distributor’s: %s; not of a deleted one',
  async (assignment) => {
    for (const id of [copied, transferred, own]) expect(await errorCodeOf(portal, change(assignment, id))).toBeNull();
    expect(await errorCodeOf(portal, change(assignment, deleted))).toBe(
      assignment === 'permission_rule_id = NULL' ? null : REFUSED,
    );
  },
);

test('a deleted account comes back by the sync alone, and only by a greater version (S31)', async () => {
  const revived = "status = 'ACTIVE', deletion_date = NULL";
  const at = (version: number) => `${revived}, source_version = ${version}, snapshot_version = ${version}`;
  expect(await errorCodeOf(portal, change(revived, deleted))).toBe(REFUSED);
  const source = 'deleted-at-source';
  const id = await copy(world, setup.alpha, aCustomer(source));
  const deletion = { sourceAccountId: source, sourceVersion: '9' };
  await world.mutate(setup.alpha.sync, 'deleteManagedAccount', deletion, 'outcome');
  const sync = new Client({ connectionString: world.syncUrl });
  await sync.connect();
  try {
    for (const again of [revived, at(8), at(9)]) expect(await errorCodeOf(sync, change(again, id))).toBe(REFUSED);
    // Whatever the version, never by the portal's login.
    expect(await errorCodeOf(portal, change(at(10), id))).not.toBeNull();
    expect(await errorCodeOf(sync, change("deletion_date = '2026-01-01'", id))).toBe(REFUSED);
    expect(await errorCodeOf(sync, change(at(10), id))).toBeNull();
    expect(await errorCodeOf(sync, change("status = 'SUSPENDED'", copied))).toBeNull();
  } finally {
    await sync.end();
  }
});

const document = (id: string) => `INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
  VALUES ('${id}', gen_random_uuid(), 'ORDER', 'Sold', 'EUR', 1)`;
const line = (id: string) => `WITH d AS (${document(id)} RETURNING account_id, id)
  INSERT INTO sales_lines SELECT account_id, id, 0, (SELECT id FROM services LIMIT 1), 'MONTHLY', 1, 1 FROM d`;
const subscription = (id: string) => `INSERT INTO subscriptions
  (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
  SELECT '${id}', gen_random_uuid(), id, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), 1, 'EUR', 'MONTHLY', '2026-01-01' FROM services LIMIT 1`;
const request = (id: string) => `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by)
  VALUES ('${id}', gen_random_uuid(), 'crm', 'me')`;

test.each([
  ['an opportunity, an offer or an order (S14)', document],
  ['a line of one (S14)', line],
  ['a subscription (S14)', subscription],
  ['a synchronization (S11)', request],
])('a managed account is not sold %s; nor is a deleted one; an own one is', async (_what, insert) => {
  for (const id of [copied, transferred, deleted]) expect(await errorCodeOf(portal, insert(id))).toBe(REFUSED);
  expect(await errorCodeOf(portal, insert(own))).toBeNull();
});

test('a managed account’s subscription is not ended nor given another source id; its periods can be invoiced', async () => {
  const ended = (id: string) => `UPDATE subscriptions SET end_date = '2026-02-01' WHERE account_id = '${id}'`;
  const moved = (id: string) => `UPDATE subscriptions SET source_subscription_id = 'x', source_key = gen_random_uuid()
    WHERE account_id = '${id}'`;
  const invoiced = (id: string) => `UPDATE subscriptions SET invoiced_periods = 3 WHERE account_id = '${id}'`;
  await world.sql(subscription(own));
  for (const statement of [ended, moved]) {
    expect(await errorCodeOf(portal, statement(copied))).toBe(REFUSED);
    expect(await errorCodeOf(portal, statement(own))).toBeNull();
  }
  expect(await errorCodeOf(portal, invoiced(copied))).toBeNull();
});

test('a deleted account takes no contact, relation or invoice by hand; a managed one does (S12, S18-S20)', async () => {
  const statements = [
    (id: string) => `INSERT INTO account_contacts (account_id, id, last_name) VALUES ('${id}', gen_random_uuid(), 'X')`,
    (id: string) => `INSERT INTO account_relations (account_id, id, kind, target_id)
      VALUES ('${id}', gen_random_uuid(), 'CASE', 'x')`,
    (id: string) => `WITH i AS (
        INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
        VALUES ('${id}', gen_random_uuid(), '2026-900000', '${id}', '2026-01-01', 'EUR', 1) RETURNING account_id, id)
      INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount,
        charged_account_id) SELECT account_id, id, 1, 'By hand', 1, 1, 1, account_id FROM i`,
  ];
  for (const statement of statements) {
    expect(await errorCodeOf(portal, statement(deleted))).toBe(REFUSED);
    for (const id of [copied, transferred, own]) expect(await errorCodeOf(portal, statement(id))).toBeNull();
  }
});

describe('the portal’s login does not get around it', () => {
  const forbidden = (id: string) => change("name = 'Mine'", id);

  test.each([
    ["SET app.tenant_reseller_id = 'whatever'", null],
    ["SET app.actor_kind = 'RESELLER_SYNC'", null],
    ['SET ROLE reseller_accounts_sync', '42501'],
    ['SET SESSION AUTHORIZATION reseller_accounts_sync', '42501'],
    ['SET session_replication_role = replica', '42501'],
    ['ALTER TABLE accounts DISABLE TRIGGER ALL', '42501'],
    ['DROP TRIGGER managed_account_keeps ON accounts', '42501'],
  ])('with %s', async (attempt, refused) => {
    expect(await errorCodeOf(portal, attempt)).toBe(refused);
    if (refused === null) await portal.query(attempt);
    expect(await errorCodeOf(portal, forbidden(copied))).toBe(REFUSED);
    await portal.query('RESET ALL');
  });

  describe('with temporary objects that stand in for what a function means', () => {
    let forger: Client;

    beforeAll(async () => {
      await world.sql(`GRANT TEMPORARY ON DATABASE ${new URL(world.ownerUrl).pathname.slice(1)} TO PUBLIC`);
      forger = new Client({ connectionString: world.portalUrl });
      await forger.connect();
    });
    afterAll(() => forger.end());

    test('a type that cuts the names of columns short', async () => {
      await forger.query('CREATE DOMAIN pg_temp.text AS "char"');
      expect(await errorCodeOf(forger, forbidden(copied))).toBe(REFUSED);
      expect(await errorCodeOf(forger, change("status = 'SUSPENDED', currency = 'CHF'", copied))).toBe(REFUSED);
      expect(await errorCodeOf(forger, change("status = 'ACTIVE', deletion_date = NULL", deleted))).toBe(REFUSED);
      expect(await errorCodeOf(forger, forbidden(own))).toBeNull();
    });

    test('a type that makes every account another one', async () => {
      await forger.query(`CREATE TYPE pg_temp.uuid AS ENUM ('x')`);
      await forger.query(`CREATE FUNCTION pg_temp.f(pg_catalog.uuid) RETURNS pg_temp.uuid LANGUAGE sql AS
        $$ SELECT 'x'::pg_temp.uuid $$`);
      await forger.query(`CREATE FUNCTION pg_temp.g(pg_temp.uuid) RETURNS pg_catalog.uuid LANGUAGE sql AS
        $$ SELECT '00000000-0000-0000-0000-000000000000'::pg_catalog.uuid $$`);
      for (const insert of [document, request]) {
        expect(await errorCodeOf(forger, insert(copied))).toBe(REFUSED);
        expect(await errorCodeOf(forger, insert(own))).toBeNull();
      }
    });
  });

  test('with DELETE or TRUNCATE, which it was granted', async () => {
    for (const id of [copied, own]) {
      expect(await errorCodeOf(portal, `DELETE FROM accounts WHERE id = '${id}'`)).toBe(REFUSED);
    }
    expect(await errorCodeOf(portal, 'TRUNCATE accounts CASCADE')).toBe(REFUSED);
  });

  test('with an upsert or a MERGE', async () => {
    const upsert = (id: string) => `INSERT INTO accounts SELECT * FROM accounts WHERE id = '${id}'
      ON CONFLICT (id) DO UPDATE SET name = 'Mine'`;
    const merge = (id: string) => `MERGE INTO accounts a USING (SELECT '${id}'::uuid AS id) m ON a.id = m.id
      WHEN MATCHED THEN UPDATE SET name = 'Mine'`;
    for (const statement of [upsert, merge]) expect(await errorCodeOf(portal, statement(copied))).toBe(REFUSED);
    expect(await errorCodeOf(portal, merge(own))).toBeNull();
  });

  test('by being quicker than a transfer: a sale without a lock waits for it, and is refused', async () => {
    const racing = await anOwnAccount(world);
    const owner = new Client({ connectionString: world.ownerUrl });
    await owner.connect();
    try {
      await owner.query('BEGIN');
      await owner.query(
        `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = 'raced', origin = 'TRANSFERRED_TO_RESELLER',
           managed_since = now() WHERE id = $1`,
        [racing, setup.alpha.id],
      );
      const sale = errorCodeOf(portal, document(racing));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await owner.query('COMMIT');
      expect(await sale).toBe(REFUSED);
    } finally {
      await owner.end();
    }
  });
});

test('the sync’s login still records on a managed account what the portal’s may not (S14: the block is on the actor)', async () => {
  const answer = await world.mutate(
    setup.alpha.sync,
    'recordPaidSubscription',
    { customer: aCustomer('c-1', { sourceVersion: '2', name: 'Renamed' }), subscription: aPaidSubscription('s-2') },
    'outcome',
  );
  expect(answer).toEqual({ outcome: 'APPLIED', userErrors: [] });
});
