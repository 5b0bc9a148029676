import { Client } from 'pg';
import { built } from '../servers/built.mjs';
import { RESELLERS, SKUS, snapshotOf } from './customers.mjs';
import { ACCOUNTS, BEGIN, BELOW, SET_UP } from './seed-sql.mjs';

const PART = 50_000;

/** Fills a database that the migrations have made. `told` hears how many accounts of how many are written. */
export async function seed(root, url, accounts, told) {
  const { marked, foundBy } = built(root, 'persistence/engine/search-query.js');
  const { serviceLexemes } = built(root, 'domain/search/lexemes.js');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await letKeysFollow(client, 'ALWAYS');
    await client.query('SET session_replication_role = replica');
    await client.query(`SET work_mem = '128MB'`);
    for (const statement of BEGIN) await client.query(statement);
    for (const sku of SKUS) {
      await client.query(
        `INSERT INTO services (id, sku, name, search) VALUES (uuid_v5('service:' || $1), $1, $1, array_to_tsvector($2::text[]))`,
        [sku, marked(serviceLexemes({ sku, name: sku }))],
      );
    }
    const [mark] = marked([]);
    for (const statement of SET_UP) await client.query(statement, statement.includes('$1') ? [mark] : []);
    // The resellers' own count too.
    const last = accounts - RESELLERS;
    for (let first = 1; first <= last; first += PART) {
      const upTo = Math.min(first + PART - 1, last);
      await client.query(ACCOUNTS, [first, upTo, mark]);
      for (const statement of BELOW) await client.query(statement, [first, upTo]);
      told(upTo + RESELLERS, accounts);
    }
    await client.query('SET session_replication_role = origin');
    await letKeysFollow(client);
    await client.query('VACUUM (ANALYZE)');
    await assertFoundAsTheProductFinds(client, foundBy, last);
  } finally {
    await client.end();
  }
}

/** The trigger that takes the keys of duplicates is to fire for the seed as well. An older checkout has none. */
async function letKeysFollow(client, when = '') {
  const trigger = 'duplicate_keys_follow';
  const { rows } = await client.query('SELECT FROM pg_trigger WHERE tgname = $1', [trigger]);
  if (rows.length > 0) await client.query(`ALTER TABLE accounts ENABLE ${when} TRIGGER ${trigger}`);
}

/** The search columns are written in SQL: they must be what the product would have written. */
async function assertFoundAsTheProductFinds(client, foundBy, last) {
  const { rows } = await client.query(
    `SELECT name, accounting_no AS "accountingNo", email, sort_name AS "sortName", tsvector_to_array(search) AS lexemes
     FROM accounts WHERE id IN (SELECT id FROM accounts ORDER BY id LIMIT 200)
       OR id IN (SELECT account_id FROM tenant_resellers) OR accounting_no IN ('A-1', $1)`,
    [`A-${last}`],
  );
  for (const { sortName, lexemes, ...account } of rows) {
    const wanted = foundBy(account);
    const [given, expected] = [lexemes, [...new Set(wanted.lexemes)]].map((list) => [...list].sort().join(' '));
    if (sortName !== wanted.sortName || given !== expected) {
      throw new Error(
        `The seed writes ${account.name} as "${sortName}: ${given}", the product as "${wanted.sortName}: ${expected}"`,
      );
    }
  }
  if (snapshotOf(last).name !== rows.find(({ accountingNo }) => accountingNo === `A-${last}`)?.name) {
    throw new Error('The seed and what resellers send name an account differently');
  }
}
