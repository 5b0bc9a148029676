import { Client } from 'pg';
import type { AccountFilter } from '../../../src/domain/accounts/account-filter';
import type { Caller } from '../../../src/domain/caller';
import { countAccounts, listAccounts } from '../../../src/persistence/accounts/account-list';
import { admin, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';
import { explained } from './plans';

const ACCOUNTS = 100_000;

let world: World;
let planner: Client;

/** Half of them are managed, with e-mails and numbers of their own, and none has a drift. */
beforeAll(async () => {
  world = await createWorld();
  const { alpha, ruleId } = await setUpResellers(world);
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, accounting_no, email, search, status, currency, enable_ordering,
       separate_invoices, responsible_user_id, permission_rule_id, tenant_reseller_id, source_account_id, origin, managed_since, billing_address, custom_fields)
     SELECT gen_random_uuid(), word, word, 'N ' || n, n || '@x.example', ${vectorOf('n')}, 'ACTIVE', 'EUR', true, true, 'anna',
       $1, CASE WHEN n % 2 = 1 THEN $2::uuid END, CASE WHEN n % 2 = 1 THEN n::text END,
       CASE WHEN n % 2 = 1 THEN 'COPIED_FROM_RESELLER' END, CASE WHEN n % 2 = 1 THEN now() END,
       jsonb_build_object('line1', 'Main Street ' || n, 'line2', null, 'city', 'Berlin', 'region', word, 'postalCode', '10115',
         'country', 'DE'), jsonb_build_object('region', word, 'segment', word || word, 'note', repeat(word, 4))
     FROM (SELECT n, md5(n::text) AS word FROM generate_series(1, $3::int) n) made`,
    [ruleId, alpha.id, ACCOUNTS],
  );
  planner = new Client({ connectionString: world.portalUrl, options: '-c jit=off' });
  await planner.connect();
}, 120_000);
afterAll(async () => {
  await planner.end();
  await world.close();
});

function vectorOf(n: string): string {
  return `array_to_tsvector(ARRAY[md5(n::text), '~e' || ${n} || '@x.example', '~nn' || n])`;
}

const CALLERS: Readonly<Record<string, Caller>> = {
  'an administrator': admin,
  'a user by rule': aUser('rob', 'readers'),
};

/** Of so many managed accounts the next one has the e-mail, the responsible user is gone, or the currency differs. */
async function drift(every: number): Promise<void> {
  await world.sql(
    `UPDATE accounts SET search = CASE kind WHEN 0 THEN ${vectorOf('n - 1')} ELSE search END,
       responsible_user_id = CASE kind WHEN 1 THEN NULL ELSE 'anna' END, currency = CASE kind WHEN 2 THEN 'USD' ELSE 'EUR' END
     FROM (SELECT id, n, n / $1 % 3 AS kind FROM (SELECT id, source_account_id::int AS n FROM accounts
       WHERE source_account_id IS NOT NULL) numbered WHERE n % $1 = 3) chosen WHERE chosen.id = accounts.id`,
    [every],
  );
}

describe.each([
  ['none has a drift', null, 0],
  ['one in a hundred has', 100, 1_000],
  ['every second has', 4, 10_000],
])(`at ${ACCOUNTS} accounts, half of them managed: %s`, (_, every, counted) => {
  beforeAll(async () => {
    if (every !== null) await drift(every);
    await world.sql('VACUUM ANALYZE accounts');
  }, 120_000);

  test.each(Object.entries(CALLERS))('a page and its count are found in indexes, for %s', async (who, caller) => {
    const filter: AccountFilter = { hasDrift: true };
    const reader = world.database.reader(caller);
    const page = await explained(planner, reader, (explaining) =>
      listAccounts(explaining, caller, filter, { field: 'NAME', direction: 'ASC' }, { limit: 51, after: null }),
    );
    const count = await explained(planner, reader, (explaining) => countAccounts(explaining, caller, filter));
    for (const [what, { indexes, nodes, blocks, milliseconds }] of Object.entries({ page, count })) {
      console.info(`${what} for ${who}: ${blocks} blocks, ${milliseconds.toFixed(0)} ms`);
      expect(indexes).toEqual(expect.arrayContaining(['ix_accounts_email_key', 'ix_accounts_managed']));
      expect(nodes).not.toContain('Seq Scan accounts');
      expect(blocks).toBeLessThan(10_000);
    }
    expect(page.answer).toHaveLength(Math.min(counted, 51));
    expect(count.answer.total).toBe(counted);
  });
});
