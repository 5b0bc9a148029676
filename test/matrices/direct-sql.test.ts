import { randomUUID } from 'node:crypto';
import { Client, escapeLiteral } from 'pg';
import { aMatrixWorld, type MatrixWorld } from '../guard/accounts';
import { isDistributed } from '../support/connections';
import { ON_NODES } from './direct-sql-on-nodes';
import { COLUMNS, type Column, STATEMENTS, VERDICTS, verdictOf } from './direct-sql-verdicts';
import type { State } from './verdicts';

/** The states that each column stands for. */
const OWN = ['own', 'own suspended', 'hidden own', 'billed reseller', 'alone reseller', 'released'] as const;
const MANAGED = [
  ...(['copied', 'copied suspended', 'copied restored', 'hidden copied'] as const),
  ...(['transferred', 'announced', 'moved'] as const),
] as const;
const STATES: Readonly<Record<Column, readonly State[]>> = {
  'portal: own': OWN,
  'portal: own deleted': ['own deleted'],
  'portal: managed': MANAGED,
  'portal: managed deleted': ['copied deleted'],
  'portal: unknown': ['unknown'],
  'sync: own': [...OWN, 'own deleted'],
  'sync: its': MANAGED,
  'sync: its deleted': ['copied deleted'],
  'sync: of another': [...MANAGED, 'copied deleted'],
  'sync: no reseller': [...OWN, ...MANAGED, 'copied deleted'],
  'sync: unknown': ['unknown'],
};

let matrix: MatrixWorld;
let portal: Client;
let sync: Client;
let cells = 0;
const documents = new Map<string, string>();
/** What the sync knows each account as, which its keys are made of. */
const customers = new Map<string, string>();

beforeAll(async () => {
  matrix = await aMatrixWorld();
  // A document of each account, for the lines.
  for (const { id } of Object.values(matrix.prototypes).slice(0, -1)) {
    documents.set(id, randomUUID());
    await matrix.world.sql(
      `INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
       SELECT id, $2, 'OFFER', 'Before', 'EUR', 1 FROM accounts WHERE id = $1`,
      [id, documents.get(id)],
    );
  }
  const known = await matrix.world.sql<{ id: string; key: string }>(
    `SELECT id, uuid_v5('customer:' || tenant_reseller_id || ':' || source_account_id) AS key FROM accounts
     WHERE tenant_reseller_id IS NOT NULL`,
  );
  for (const { id, key } of known) customers.set(id, key);
  portal = new Client({ connectionString: matrix.world.portalUrl });
  sync = new Client({ connectionString: matrix.world.syncUrl });
  await Promise.all([portal.connect(), sync.connect()]);
});
afterAll(async () => {
  console.info(`matrix, SQL of each login: ${cells} cells of ${STATEMENTS.length} statements`);
  await Promise.all([portal.end(), sync.end()]);
  await matrix.world.close();
});

/** The reseller that the transaction of a sync names; null for none, and for the portal. */
function resellerOf(column: Column): string | null {
  if (column.startsWith('portal') || column === 'sync: no reseller') return null;
  return column === 'sync: of another' ? matrix.setup.beta.id : matrix.setup.alpha.id;
}

function statementOn(statement: string, state: State): string {
  const account = matrix.prototypes[state];
  const values: Record<string, string> = {
    id: account.id,
    subscription: account.subscriptionId,
    document: documents.get(account.id) ?? randomUUID(),
    fresh: randomUUID(),
    customer: customers.get(account.id) ?? account.id,
    alpha: matrix.setup.alpha.id,
    beta: matrix.setup.beta.id,
    alphaAccount: matrix.setup.alpha.accountId,
  };
  return statement.replace(
    /(?<!:):([a-zA-Z]+)\b/g,
    (_all, name: string) => `${escapeLiteral(values[name] ?? '')}::uuid`,
  );
}

/** Runs a statement in a transaction that is taken back, and tells what came of it. */
async function attempt(client: Client, reseller: string | null, statement: string): Promise<string> {
  await client.query('BEGIN');
  try {
    // Not in one text with another statement: several nodes would be told that, too.
    if (reseller !== null) await client.query(`SET LOCAL app.tenant_reseller_id = ${escapeLiteral(reseller)}`);
    const { rowCount } = await client.query(statement);
    return rowCount === 0 ? VERDICTS[0] : VERDICTS['+'];
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Each as one line, which is its name. */
const LINES = STATEMENTS.map(([statement, verdicts]) => [statement.replace(/\s+/g, ' '), verdicts] as const);

test('what differs where several nodes share the tables is of statements that are here', () => {
  const statements = new Map(LINES);
  for (const [statement, { verdicts }] of Object.entries(ON_NODES)) {
    expect(statements.get(statement)).toBeDefined();
    expect(verdicts).not.toBe(statements.get(statement));
  }
});

test.each(LINES)('%s', async (statement, onOneNode) => {
  const verdicts = (isDistributed() && ON_NODES[statement]?.verdicts) || onOneNode;
  const came: string[] = [];
  const expected: string[] = [];
  for (const column of COLUMNS) {
    for (const state of STATES[column]) {
      const client = column.startsWith('portal') ? portal : sync;
      came.push(`${column}, ${state}: ${await attempt(client, resellerOf(column), statementOn(statement, state))}`);
      expected.push(`${column}, ${state}: ${verdictOf(verdicts, column)}`);
    }
  }
  expect(came).toEqual(expected);
  cells += came.length;
});
