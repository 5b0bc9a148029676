import { Client } from 'pg';
import { PLACEMENTS } from '../../src/persistence/set-up/placement';
import { TABLES } from '../../src/persistence/tables/all-tables';
import { isDistributed } from '../support/connections';
import { setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * What each login may do to each table, whatever it says of itself: by hand. `S` select, `I` insert, `D` delete; the
 * columns that it may change, `*` for all that it may select. Nobody empties a table.
 */
const PORTAL: Readonly<Record<string, readonly [may: string, ...changes: string[]]>> = {
  account_audit: ['S'],
  account_contacts: ['SID', 'first_name', 'last_name', 'email', 'phone', 'job_title'],
  account_history: ['SI'],
  account_relations: ['SID', 'label'],
  accounts: [
    'SI',
    ...['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'currency'],
    ...['enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id', 'responsible_user_id'],
    ...['permission_rule_id', 'custom_fields', 'tenant_reseller_id', 'source_account_id', 'origin', 'managed_since'],
    ...['deletion_date', 'updated_at', 'revision', 'sort_name', 'search'],
  ],
  announced_moves: ['SID'],
  api_options: ['SI', 'responsible_user_id', 'permission_rule_id'],
  billed_periods: ['S'],
  credit_note_counters: ['SI', 'last_number'],
  custom_field_definitions: ['SI', 'label', 'type', 'required', 'options', 'default_value'],
  handed_over_versions: [''],
  idempotency_keys: ['SID', 'input_hash', 'result', 'created_at'],
  invoice_counters: ['SI', 'last_number'],
  invoice_lines: ['SI'],
  invoice_numbers: [''],
  invoices: ['SI'],
  permission_grants: ['SID'],
  permission_rules: ['SI', 'name'],
  price_list_entries: ['SID'],
  price_lists: ['SI', 'name'],
  sales_documents: ['SI'],
  sales_lines: ['SI'],
  schema_migrations: ['S'],
  // To lock its rows by; a trigger refuses each change.
  serialized_changes: ['S', 'what'],
  service_prices: ['SID'],
  services: ['SI', 'name', 'search'],
  setup_audit: ['S'],
  source_identities: ['SID', 'announced_at'],
  subscriptions: [
    'SI',
    ...['quantities', 'end_date', 'cancellation_date', 'invoiced_periods', 'settled_periods'],
    ...[
      'source_subscription_id',
      'source_key',
      'tenant_reseller_id',
      'closed_on',
      'due_from',
      'unit_price',
      'price_source',
    ],
  ],
  // Written by functions of the owner's alone.
  sync_activity: ['S'],
  sync_problems: ['S'],
  synchronization_outbox: ['SI'],
  tenant_resellers: [
    'SI',
    ...['name', 'currency', 'separate_invoices', 'back_ordering_active', 'status', 'updated_at', 'price_list_id'],
  ],
};

const SYNC: typeof PORTAL = {
  account_audit: [''],
  account_contacts: [''],
  account_history: ['I'],
  account_relations: [''],
  accounts: [
    'I',
    ...['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'source_version'],
    ...['snapshot_version', 'last_synced_at', 'deletion_date', 'updated_at', 'revision', 'sort_name', 'search'],
  ],
  announced_moves: [''],
  api_options: [''],
  billed_periods: [''],
  credit_note_counters: [''],
  custom_field_definitions: [''],
  handed_over_versions: [''],
  idempotency_keys: [''],
  invoice_counters: [''],
  invoice_lines: [''],
  invoice_numbers: [''],
  invoices: [''],
  permission_grants: [''],
  permission_rules: [''],
  price_list_entries: [''],
  price_lists: [''],
  sales_documents: [''],
  sales_lines: [''],
  schema_migrations: ['S'],
  serialized_changes: [''],
  service_prices: [''],
  services: ['S'],
  setup_audit: [''],
  source_identities: ['SI'],
  subscriptions: [
    'SI',
    ...['start_date', 'quantities', 'end_date', 'cancellation_date', 'source_version', 'unit_price', 'price_source'],
    'closed_on',
  ],
  sync_activity: ['S'],
  sync_problems: ['S'],
  synchronization_outbox: [''],
  tenant_resellers: ['S'],
};

/** What the sync may read of accounts: what the API shows it, and what its lists are ordered and searched by. */
const SYNC_READS_OF_ACCOUNTS = [
  ...['id', 'name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status', 'currency'],
  ...['tenant_reseller_id', 'source_account_id', 'source_version', 'snapshot_version', 'origin', 'managed_since'],
  ...['last_synced_at', 'deletion_date', 'created_at', 'updated_at', 'revision', 'sort_name', 'search'],
];

/** Where several nodes share the tables the portal writes these with `keep_issued`; triggers hold what (docs/cluster.md). */
const ON_NODES: typeof PORTAL = {
  billed_periods: ['SI', 'subscription_id', 'period', 'unit_price', 'issued', 'credited', 'due_as_issued'],
  invoice_numbers: ['I'],
};
/** Citus asks there for COPY of a whole table only what is granted on the nodes, which is no column (docs/cluster.md). */
const COPIED_ON_NODES = ['sync accounts'];

/** What a login may say of itself before it writes. None of it changes a cell. */
const SAID = [
  '',
  "SET LOCAL app.actor_kind = 'X'",
  "SET LOCAL app.actor_kind = 'ADMINISTRATOR'; SET LOCAL app.actor = 'root'; SET LOCAL app.mutation = 'x'",
  'SET LOCAL app.tenant_reseller_id = :reseller',
  'SET LOCAL search_path = pg_catalog; SET LOCAL row_security = on',
] as const;

const DENIED = '42501';
/** Where several nodes share the tables: no row is moved to another one, and nobody asks who might. */
const NOT_PLANNED = '0A000';
let world: World;
let reseller = '';
const clients: Record<string, Client> = {};
let cells = 0;

beforeAll(async () => {
  world = await createWorld();
  reseller = (await setUpResellers(world)).alpha.id;
  for (const [login, url] of [
    ['portal', world.portalUrl],
    ['sync', world.syncUrl],
  ] as const) {
    const client = new Client({ connectionString: url });
    await client.connect();
    clients[login] = client;
  }
});
afterAll(async () => {
  console.info(`matrix, tables by SQL: ${cells} cells`);
  for (const client of Object.values(clients)) await client.end();
  await world.close();
});

/** Whether the login may run the statement; another failure than that it may not is one that comes later. */
async function may(login: string, said: string, statement: string): Promise<boolean> {
  const client = clients[login];
  if (!client) throw new Error(`There is no ${login}`);
  cells += 1;
  await client.query('BEGIN');
  try {
    if (said) await client.query(said.replace(':reseller', `'${reseller}'`));
    await client.query(statement);
    return true;
  } catch (error) {
    const code = Reflect.get(error as object, 'code');
    return code !== DENIED && !(isDistributed() && code === NOT_PLANNED);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function columnsOf(table: string): Promise<string[]> {
  const rows = await world.sql<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = 'public.${table}'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  return rows.map(({ name }) => name);
}

test('every table stands here, for each login', async () => {
  const tables = [...TABLES.map(({ name }) => name), 'schema_migrations'].sort();
  expect(Object.keys(PORTAL).sort()).toEqual(tables);
  expect(Object.keys(SYNC).sort()).toEqual(tables);
});

const LOGINS = { portal: PORTAL, sync: SYNC };
const granted = (login: string, table: string): readonly string[] => {
  const { [table]: more } = isDistributed() && login === 'portal' ? ON_NODES : {};
  return more ?? LOGINS[login as keyof typeof LOGINS][table] ?? [''];
};
/** Rows of one node: of several, Citus locks none. */
const onOneNode = (table: string) => {
  const { [table as keyof typeof PLACEMENTS]: placement } = PLACEMENTS;
  return typeof placement === 'object' ? `WHERE ${placement.by} = '00000000-0000-4000-8000-000000000000'` : '';
};
const CASES = Object.entries(LOGINS).flatMap(([login, tables]) =>
  Object.keys(tables).map((table) => [login, table] as const),
);

test.each(CASES)('%s: %s', async (login, table) => {
  const [letters = '', ...changes] = granted(login, table);
  const columns = await columnsOf(table);
  const readable = columns.filter(
    (column) =>
      letters.includes('S') || (login === 'sync' && table === 'accounts' && SYNC_READS_OF_ACCOUNTS.includes(column)),
  );
  const at = `public.${table}`;
  for (const said of SAID) {
    const does = (statement: string) => may(login, said, statement);
    const came = {
      reads: [] as string[],
      changes: [] as string[],
      inserts: await does(`INSERT INTO ${at} SELECT ${columns.map(() => 'NULL').join(', ')} WHERE false`),
      deletes: await does(`DELETE FROM ${at}`),
      empties: await does(`TRUNCATE ${at}`),
      copies: await does(`COPY ${at} TO STDOUT`).catch(() => false),
    };
    for (const column of columns) {
      if (await does(`SELECT "${column}" FROM ${at} LIMIT 0`)) came.reads.push(column);
      // A column that a statement only names is held too, and one of no row.
      if (await does(`UPDATE ${at} SET "${column}" = NULL WHERE false`)) came.changes.push(column);
    }
    expect({ said, ...came, changes: came.changes.sort() }).toEqual({
      said,
      reads: readable,
      changes: [...changes].sort(),
      inserts: letters.includes('I'),
      deletes: letters.includes('D'),
      empties: false,
      copies: letters.includes('S') || (isDistributed() && COPIED_ON_NODES.includes(`${login} ${table}`)),
    });
  }
});

test.each(['lo_creat(-1)', 'lo_create(0)', "lo_from_bytea(0, 'x')"])(
  'neither login stores a large object, where the owner may take that away: %s',
  async (call) => {
    for (const login of Object.keys(LOGINS)) expect(await may(login, '', `SELECT ${call}`)).toBe(false);
  },
);

test.each(CASES)('%s locks rows of %s only where it may change some, and no whole table', async (login, table) => {
  const [letters = '', ...changes] = granted(login, table);
  const locks = changes.length > 0;
  const reads = letters.includes('S') || (login === 'sync' && table === 'accounts');
  // Whoever may remove rows may lock the table too: those that people write every day.
  const isWhole = letters.includes('D') || (isDistributed() && table === 'billed_periods' && login === 'portal');
  expect(await may(login, '', `LOCK TABLE public.${table} IN ACCESS EXCLUSIVE MODE`)).toBe(isWhole);
  for (const strength of ['UPDATE', 'NO KEY UPDATE', 'SHARE', 'KEY SHARE']) {
    expect([
      strength,
      await may(login, '', `SELECT 1 FROM public.${table} ${onOneNode(table)} FOR ${strength}`),
    ]).toEqual([strength, locks && reads]);
  }
});
