import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { AUDIT_KEYSET } from '../../../src/persistence/accounts/audit-repository';
import type { Reader } from '../../../src/persistence/engine/database';
import { loadPages } from '../../../src/persistence/engine/keyset';
import type { Statement } from '../../../src/persistence/engine/sql';
import { ACCOUNTS } from '../../../src/persistence/tables/accounts';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

let world: TestDatabase;
let account: string;
const DAYS = 2_000;

/** Seven years of months, and an account that had a change and its line of history every day. */
beforeAll(async () => {
  world = await createTestDatabase();
  account = randomUUID();
  await world.sql(`DO $$
    DECLARE since timestamptz := date_trunc('month', now(), 'UTC');
    BEGIN
      FOR nth IN 1..84 LOOP
        since := date_trunc('month', since - interval '1 day', 'UTC');
        EXECUTE format('CREATE TABLE %I PARTITION OF account_audit FOR VALUES FROM (%L) TO (%L)',
          'account_audit_' || to_char(since AT TIME ZONE 'UTC', 'YYYY_MM'), since, date_trunc('month', since + interval '32 days', 'UTC'));
      END LOOP;
    END $$`);
  await world.sql(
    `INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
     VALUES ($1, 'Old', 'ACTIVE', 'EUR', true, true)`,
    [account],
  );
  await world.sql(
    `INSERT INTO account_audit (account_id, at, record, operation, transaction_id, after)
     SELECT id, now() - day * interval '1 day' + line * interval '1 ms',
       CASE line WHEN 0 THEN 'accounts' ELSE 'account_history' END, 'UPDATE', day, jsonb_build_object('x', repeat('x', 500))
     FROM generate_series(1, $2) day, (SELECT $1::uuid AS id UNION ALL SELECT gen_random_uuid() FROM generate_series(1, 19)) one,
       generate_series(0, 1) line`,
    [account, DAYS],
  );
  await world.sql('ANALYZE account_audit');
});
afterAll(() => world.drop());

/** The statement that reads a page. */
async function statementOf(keyset: typeof AUDIT_KEYSET): Promise<Statement<unknown>> {
  const asked: Statement<unknown>[] = [];
  const reader: Reader = {
    query: async (statement) => {
      asked.push(statement);
      return [];
    },
  };
  await loadPages(reader, keyset, ACCOUNTS.as('a').$, [account], { limit: 51, after: null });
  const [statement] = asked;
  if (statement === undefined) throw new Error('Nothing was asked');
  return statement;
}

interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

interface Explained {
  readonly Plan: Node;
  readonly Planning?: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

async function explained({ text, values }: Statement<unknown>, how: string): Promise<Explained> {
  const [row] = await world.sql<{ 'QUERY PLAN': [Explained] }>(`EXPLAIN (${how}, FORMAT JSON) ${text}`, [...values]);
  if (row === undefined) throw new Error('Nothing was explained');
  return row['QUERY PLAN'][0];
}

/** What was looked at in each table, a row each time. */
function looksOf(node: Node): { readonly table: string; readonly rows: number; readonly loops: number }[] {
  const below = (node.Plans ?? []).flatMap(looksOf);
  const table = node['Relation Name'];
  const { 'Actual Rows': rows, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 } = node;
  return table === undefined ? below : [{ table, rows: (rows + removed) * loops, loops }, ...below];
}

test('a page looks at no more entries than it tells and those beside them, however many months there are', async () => {
  const { Plan } = await explained(await statementOf(AUDIT_KEYSET), 'ANALYZE');
  expect(Plan['Actual Rows']).toBe(51);
  const looks = looksOf(Plan).filter(({ table }) => table !== 'accounts');
  expect(new Set(looks.map(({ table }) => table)).size).toBeGreaterThanOrEqual(89);
  expect(looks.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(1_000);
  // Each month is opened once for the page; what stands beside an entry lies in its own month, or the one next to it.
  expect(looks.reduce((sum, { loops }) => sum + loops, 0)).toBeLessThan(400);
});

/** What a connection that has planned nothing yet reads of the catalogue to plan it: the same each time, unlike the time. */
async function readToPlan({ text, values }: Statement<unknown>): Promise<number> {
  const fresh = new Client({ connectionString: world.ownerUrl });
  await fresh.connect();
  try {
    const { rows } = await fresh.query<{ 'QUERY PLAN': [Explained] }>(
      `EXPLAIN (BUFFERS, SUMMARY, FORMAT JSON) ${text}`,
      [...values],
    );
    const planning = rows[0]?.['QUERY PLAN'][0].Planning;
    if (planning === undefined) throw new Error('What planning reads was not told');
    return planning['Shared Hit Blocks'] + planning['Shared Read Blocks'];
  } finally {
    await fresh.end();
  }
}

/** Where each condition is tried with each index and statistic of each month, it is four times as many and more. */
test('to look for what stands beside an entry reads nothing of each index of each month to plan it', async () => {
  const whole = await statementOf(AUDIT_KEYSET);
  const { only: _, ...plain } = AUDIT_KEYSET;
  const without = await statementOf(plain);
  for (const statement of [whole, without]) await readToPlan(statement);
  expect((await readToPlan(whole)) - (await readToPlan(without))).toBeLessThan(89);
});
