import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import { ACCOUNTS } from '../../../src/persistence/tables/accounts';
import { TABLES } from '../../../src/persistence/tables/all-tables';

/** The search path is the database's, and servers before 18 do not tell what it is: nothing of ours is found by it. */

const NAMES = [...TABLES.map(({ name }) => name), 'schema_migrations'].join('|');
const FUNCTIONS = 'lock_accounts|lock_accounts_for_share|reseller_account_status|current_tenant_reseller';
const BARE = new RegExp(
  String.raw`\b(FROM|JOIN|INTO|UPDATE|ONLY)\s+\(?(${NAMES})\b|(?<!public\.)\b(${FUNCTIONS})\s*\(`,
  'g',
);

const SOURCES = join(packageRoot(), 'src', 'persistence');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  // What Postgres prints, and names of functions as values.
  .filter((file) => !file.endsWith('database-guards-manifest.ts'));

const bareNamesIn = (text: string) => [...text.matchAll(BARE)].map(([found]) => found);

test('statements name the schema of each of our tables and functions', () => {
  expect(files.length).toBeGreaterThan(50);
  const bare = files.flatMap((file) =>
    bareNamesIn(readFileSync(join(SOURCES, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(bare).toEqual([]);
});

test('and one that does not would be seen', () => {
  expect(bareNamesIn('SELECT * FROM accounts a JOIN public.invoices i')).toEqual(['FROM accounts']);
  expect(bareNamesIn('SELECT lock_accounts(x), public.lock_accounts(y)')).toEqual(['lock_accounts(']);
});

test('a table names it under every alias', () => {
  expect([ACCOUNTS.as('a').$.text, ACCOUNTS.as('accounts').$.text]).toEqual(['public.accounts a', 'public.accounts']);
});
