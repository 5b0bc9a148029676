import type { AccountFilter } from '../../../src/domain/accounts/account-filter';
import type { Caller } from '../../../src/domain/caller';
import { countAccounts, countCustomers, listAccounts } from '../../../src/persistence/accounts/account-list';
import { marked } from '../../../src/persistence/engine/search-query';
import { admin, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

/** One more than are counted, and those of the set-up. */
const MANY = 10_001;

let world: World;
let alpha: string;
let sync: Caller;
let rule: string;

beforeAll(async () => {
  world = await createWorld();
  const setup = await setUpResellers(world);
  alpha = setup.alpha.id;
  sync = setup.alpha.sync;
  rule = setup.ruleId;
  // Every one has the word "common", the last ones by name the word "late" as well; "few" have ten.
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, search, status, currency, enable_ordering, separate_invoices,
       permission_rule_id, tenant_reseller_id, source_account_id, source_version, origin, managed_since)
     SELECT gen_random_uuid(), 'Common ' || n, 'common ' || lpad(n::text, 6, '0'),
       array_to_tsvector($4::text[] || ARRAY['common'] || CASE WHEN n > 5000 THEN ARRAY['late'] ELSE '{}' END
         || CASE WHEN n % 1000 = 0 THEN ARRAY['few'] ELSE '{}' END),
       'ACTIVE', 'EUR', true, true, $1, $2, 'many-' || n, 1, 'COPIED_FROM_RESELLER', now()
     FROM generate_series(1, $3::int) n`,
    [rule, alpha, MANY, marked([])],
  );
  await world.sql('VACUUM ANALYZE accounts');
});
afterAll(() => world.close());

const readers: [string, () => Caller][] = [
  ['an administrator', () => admin],
  ['who sees most of them by a sharing rule', () => aUser('rita', 'readers')],
  ['the sync service of their reseller', () => sync],
];

const count = (caller: Caller, filter: AccountFilter) => countAccounts(world.database.reader(caller), caller, filter);

describe('more than 10,000 accounts', () => {
  test('are counted as 10,000 and more', async () => {
    expect(await count(admin, {})).toEqual({ total: 10_000, isCapped: true });
    expect(await count(admin, { search: 'common' })).toEqual({ total: 10_000, isCapped: true });
    expect((await countCustomers(world.database.reader(admin), admin, [alpha])).get(alpha)).toEqual({
      total: 10_000,
      isCapped: true,
    });
  });

  test('of whom fewer are meant are counted exactly', async () => {
    expect(await count(admin, { search: 'late' })).toEqual({ total: 5001, isCapped: false });
    expect(await count(admin, { search: 'few' })).toEqual({ total: 10, isCapped: false });
    expect(await count(admin, { search: 'nothing' })).toEqual({ total: 0, isCapped: false });
  });

  test('are counted so by the API', async () => {
    const { accounts, tenantReseller } = await world.ask(
      admin,
      `query ($alpha: ID!) { accounts(first: 1, filter: { search: "common" }) { totalCount totalCountIsCapped }
        tenantReseller(id: $alpha) { customers(first: 1) { totalCount totalCountIsCapped } } }`,
      { alpha },
    );
    expect(accounts).toEqual({ totalCount: 10_000, totalCountIsCapped: true });
    expect(tenantReseller.customers).toEqual({ totalCount: 10_000, totalCountIsCapped: true });
  });

  test('exactly 10,000 are counted, and no more than that are there', async () => {
    await world.sql(`UPDATE accounts SET search = array_to_tsvector($1::text[]) WHERE name = 'Common 1'`, [marked([])]);
    expect(await count(admin, { search: 'common' })).toEqual({ total: 10_000, isCapped: false });
    await world.sql(`UPDATE accounts SET search = array_to_tsvector($1::text[]) WHERE name = 'Common 1'`, [
      marked(['common']),
    ]);
  });
});

describe('a page of a search', () => {
  const everyName = async (caller: Caller, search: string, direction: 'ASC' | 'DESC', limit: number) => {
    const names: string[] = [];
    let after: string[] | null = null;
    for (;;) {
      const page = await listAccounts(
        world.database.reader(caller),
        caller,
        { search },
        { field: 'NAME', direction },
        { limit, after },
      );
      names.push(...page.map(({ name }) => name));
      const last = page.at(-1);
      if (!last || page.length < limit) return names;
      after = [last.orderedBy, last.id];
    }
  };

  test.each(readers)('for a word of all and for one of few shows each once, in order, to %s', async (_, callerOf) => {
    const caller = callerOf();
    const all = Array.from({ length: MANY }, (_unused, index) => `Common ${index + 1}`);
    const visible = await everyName(caller, 'common', 'ASC', 2500);
    if (caller.kind !== 'DISTRIBUTOR_USER') expect(visible).toEqual(all);
    expect(await everyName(caller, 'common', 'DESC', 2500)).toEqual(visible.toReversed());
    expect(await everyName(caller, 'few', 'ASC', 3)).toEqual(visible.filter((name) => name.endsWith('000')));
    expect(await everyName(caller, 'late', 'ASC', 2500)).toEqual(
      visible.filter((name) => Number(name.slice(7)) > 5000),
    );
  });
});
