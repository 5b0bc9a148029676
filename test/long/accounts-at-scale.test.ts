import { Client } from 'pg';
import type { AccountFilter, AccountOrder } from '../../src/domain/accounts/account-filter';
import type { Caller } from '../../src/domain/caller';
import { countAccounts, type ListedAccount, listAccounts } from '../../src/persistence/accounts/account-list';
import { admin, setUpResellers } from '../support/resellers';
import { aUser, createWorld, type World } from '../support/world';
import { explained, type Plan } from './scale/plans';

const ACCOUNTS = 200_000;
const PAGE = 19;
const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

let world: World;
let planner: Client;

beforeAll(async () => {
  world = await createWorld();
  const { alpha, ruleId } = await setUpResellers(world);
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, accounting_no, email, search, status, currency, enable_ordering,
       separate_invoices, permission_rule_id, tenant_reseller_id, source_account_id, source_version, origin,
       managed_since, deletion_date, created_at, updated_at)
     SELECT gen_random_uuid(), name, lower(name), number, email,
       array_to_tsvector(ARRAY[lower(name), word, number, email]),
       CASE WHEN n % 50 = 0 THEN 'DELETED' ELSE 'ACTIVE' END, 'EUR', true, true, $1, $2, number, 1,
       'COPIED_FROM_RESELLER', now(), CASE WHEN n % 50 = 0 THEN current_date END,
       now() - n * interval '1 second', now() - n * interval '1 minute'
     FROM (SELECT n, 'Customer ' || md5(n::text) AS name, md5(n::text) AS word, 'no-' || n AS number,
             'mail' || n || '@customers.example' AS email FROM generate_series(1, $3::int) n) generated`,
    [ruleId, alpha.id, ACCOUNTS],
  );
  await world.sql('VACUUM ANALYZE accounts');
  planner = new Client({ connectionString: world.portalUrl });
  await planner.connect();
}, 120_000);
afterAll(async () => {
  await planner.end();
  await world.close();
});

type ListPlan = Plan & { readonly accounts: readonly ListedAccount[] };

/** Runs the list's own statement and reads its plan. */
async function planOf(
  caller: Caller,
  filter: AccountFilter,
  order: AccountOrder = BY_NAME,
  after: string[] | null = null,
  counting = false,
): Promise<ListPlan> {
  const { answer, ...plan } = await explained(planner, world.database.reader(caller), (reader) =>
    counting
      ? countAccounts(reader, caller, filter).then((): ListedAccount[] => [])
      : listAccounts(reader, caller, filter, order, { limit: PAGE, after }),
  );
  return { ...plan, accounts: answer };
}

const tell = (what: string, { indexes, blocks, milliseconds }: Plan) =>
  console.info(`${what}: ${indexes.join(', ')}; ${blocks} blocks, ${milliseconds.toFixed(1)} ms`);

describe(`at ${ACCOUNTS} accounts`, () => {
  test.each([
    ['a name', 'a87ff679a2f3'],
    ['an accounting number', 'no-77777'],
    ['an e-mail', 'mail4711@cust'],
  ])('a search for %s is answered by its index', async (what, search) => {
    const plan = await planOf(admin, { search });
    tell(`search for ${what}`, plan);
    expect(plan.accounts.length).toBeGreaterThan(0);
    expect(plan.indexes).toContain('ix_accounts_search');
    expect(plan.nodes).not.toContain('Seq Scan accounts');
  });

  test('a search for a word that every account has is bounded as well', async () => {
    const plan = await planOf(admin, { search: 'customer' });
    tell('search for a word of all', plan);
    expect(plan.accounts).toHaveLength(PAGE);
  });

  test.each([
    ['NAME', 'ix_accounts_name'],
    ['CREATED_AT', 'ix_accounts_created'],
    ['UPDATED_AT', 'ix_accounts_updated'],
  ] as const)(
    'a page by %s is read from its index, unsorted, and page 10,000 costs what page 1 costs',
    async (field, index) => {
      for (const direction of ['ASC', 'DESC'] as const) {
        const order = { field, direction };
        const first = await planOf(admin, {}, order);
        const column = { NAME: 'sort_name', CREATED_AT: 'created_at', UPDATED_AT: 'updated_at' }[field];
        const [far] = await world.sql<{ value: string; id: string }>(
          `SELECT ${column}::text AS value, id FROM accounts WHERE status <> 'DELETED'
         ORDER BY ${column} ${direction}, id ${direction} OFFSET ${10_000 * PAGE} LIMIT 1`,
        );
        const deep = await planOf(admin, {}, order, far ? [far.value, far.id] : null);
        tell(`${field} ${direction}, page 1`, first);
        tell(`${field} ${direction}, page 10,000`, deep);
        for (const plan of [first, deep]) {
          expect(plan.accounts).toHaveLength(PAGE);
          expect(plan.indexes).toContain(index);
          expect(plan.nodes).not.toContain('Sort');
        }
        expect(deep.blocks).toBeLessThan(first.blocks * 2 + 50);
      }
    },
  );

  test('a page of a caller with a sharing rule is read from an index as well', async () => {
    const plan = await planOf(aUser('carl', 'readers'), {});
    tell('NAME, by sharing rule', plan);
    expect(plan.accounts).toHaveLength(PAGE);
    expect(plan.nodes).not.toContain('Seq Scan accounts');
    expect(plan.blocks).toBeLessThan(1_000);
  });

  describe('what is hidden costs who sees ten accounts nothing', () => {
    const filters: Record<string, AccountFilter> = {
      nothing: {},
      managed: { managed: true },
      'a word of all': { search: 'customer' },
      'a time': { updatedSince: new Date(0) },
      'a custom field': { customField: { code: 'region', equals: null } },
    };

    beforeAll(async () => {
      await world.sql(
        "UPDATE accounts SET responsible_user_id = 'ten' WHERE id IN (SELECT id FROM accounts WHERE status = 'ACTIVE' ORDER BY id LIMIT 10)",
      );
      await world.sql('VACUUM ANALYZE accounts');
    });

    test.each(Object.entries(filters))('filtered by %s', async (name, filter) => {
      const pages = await Promise.all(
        (['NAME', 'CREATED_AT'] as const).map((field) => planOf(aUser('ten'), filter, { field, direction: 'ASC' })),
      );
      const count = await planOf(aUser('ten'), filter, BY_NAME, null, true);
      for (const plan of [...pages, count]) {
        tell(`ten of all, by ${name}`, plan);
        expect(plan.nodes).not.toContain('Seq Scan accounts');
        expect(plan.blocks).toBeLessThan(200);
      }
      for (const { accounts } of pages) expect(accounts).toHaveLength(10);
    });
  });

  test('a count of a caller who sees all by a sharing rule costs what an administrator pays', async () => {
    const [shared, all] = [
      await planOf(aUser('carl', 'readers'), {}, BY_NAME, null, true),
      await planOf(admin, {}, BY_NAME, null, true),
    ];
    tell('count by sharing rule', shared);
    tell('count of all', all);
    expect(shared.blocks).toBeLessThan(all.blocks * 1.5 + 1_000);
  });
});
