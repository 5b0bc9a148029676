import fc from 'fast-check';
import type { Caller } from '../../src/domain/caller';
import { foundBy } from '../../src/persistence/engine/search-query';
import { timeLimit } from '../support/connections';
import { admin, aReseller, setUpResellers } from '../support/resellers';
import { aUser, createWorld, type World } from '../support/world';

jest.setTimeout(timeLimit(240_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 12);
const EVERY_STATUS = ['ACTIVE', 'SUSPENDED', 'DELETED'];

/** So many accounts are hidden from most, and too many for whoever sees them to be told one by one. */
const QUIET = 1_001;

let world: World;
/** The resellers, and null for accounts of the distributor's own. */
let owners: readonly ({ readonly id: string; readonly accountId: string } | null)[];
/** The sharing rules of the user and of the group, that of who sees many, and null for none. */
let rules: readonly (string | null)[];

beforeAll(async () => {
  world = await createWorld();
  const { alpha, beta } = await setUpResellers(world);
  const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  owners = [alpha, beta, gamma, null];
  rules = [await aRule('USER', 'uma'), await aRule('GROUP', 'gang'), await aRule('USER', 'max'), null];
  await insert(
    Array.from({ length: QUIET }, (_, index) => ({
      ...{ owner: 3, currency: 'EUR', responsible: 'anna', rule: 2, status: 'ACTIVE' },
      ...{ email: `quiet-${index}@x.example`, accountingNo: null },
    })),
  );
});
afterAll(() => world.close());

async function aRule(principal: string, principalId: string): Promise<string> {
  const grants = [{ principal, principalId, access: 'READ' }];
  const saved = await world.mutate(admin, 'savePermissionRule', { name: principalId, grants }, 'permissionRule { id }');
  return saved.permissionRule.id;
}

interface Drawn {
  readonly owner: number;
  readonly currency: string;
  readonly responsible: string | null;
  readonly rule: number;
  readonly status: string;
  readonly email: string | null;
  readonly accountingNo: string | null;
}

/** Few values, each in more than one spelling: many are shared, among accounts that some see and others do not. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  owner: fc.nat(3),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
  responsible: fc.constantFrom('anna', 'anna', 'rita', null),
  rule: fc.nat(3),
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'SUSPENDED', 'DELETED'),
  email: fc.constantFrom(
    null,
    ' ',
    'a@x.example',
    'A@X.example',
    'b@x.example',
    'ß@x.example',
    'SS@x.example',
    'n-1',
    'c@x',
  ),
  accountingNo: fc.constantFrom(null, '-', 'N-1', 'n 1', 'N–1', 'N2', 'a@x.example', 'N-3', 'N-4', 'N-5', 'N-6', 'N-7'),
});

let made = 0;

async function insert(accounts: readonly Drawn[]): Promise<void> {
  const rows = accounts.map(({ owner, rule, ...account }) => {
    made += 1;
    const name = `Drawn ${made}`;
    const { sortName, lexemes } = foundBy({ name, ...account });
    const manager = owners[owner] ?? null;
    return {
      ...account,
      name,
      sortName,
      lexemes,
      manager: manager?.id,
      account: manager?.accountId,
      rule: rules[rule],
    };
  });
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, search, accounting_no, email, status, deletion_date, currency,
       enable_ordering, separate_invoices, responsible_user_id, permission_rule_id, tenant_reseller_id, source_account_id,
       origin, managed_since, parent_id, bill_to_id)
     SELECT gen_random_uuid(), name, "sortName", array_to_tsvector(lexemes), "accountingNo", email, status,
       CASE status WHEN 'DELETED' THEN date '2026-01-31' END, currency, true, true, responsible, rule, manager,
       CASE WHEN manager IS NOT NULL THEN name END, CASE WHEN manager IS NOT NULL THEN 'COPIED_FROM_RESELLER' END,
       CASE WHEN manager IS NOT NULL THEN now() END, account, account
     FROM jsonb_to_recordset($1) AS made(name text, "sortName" text, lexemes text[], "accountingNo" text, email text,
       status text, currency text, responsible text, rule uuid, manager uuid, account uuid)`,
    [JSON.stringify(rows)],
  );
}

interface Found {
  readonly ids: string[];
  readonly total: number;
  /** Those of which the field tells something. */
  readonly drifting: string[];
}

/** All pages of a list, in its order. */
async function pages(caller: Caller, filter: object, orderBy: object): Promise<Found> {
  const ids: string[] = [];
  const drifting: string[] = [];
  for (let after: string | null = null; ; ) {
    const { accounts } = await world.ask(
      caller,
      `query ($filter: AccountFilter, $orderBy: AccountOrder!, $after: String) {
        accounts(filter: $filter, orderBy: $orderBy, first: 200, after: $after) {
          totalCount edges { node { id managedByReseller { drift } } } pageInfo { hasNextPage endCursor } } }`,
      { filter, orderBy, after },
    );
    for (const { node } of accounts.edges) {
      ids.push(node.id);
      if (node.managedByReseller?.drift.length > 0) drifting.push(node.id);
    }
    if (!accounts.pageInfo.hasNextPage) return { ids, total: accounts.totalCount, drifting };
    after = accounts.pageInfo.endCursor;
  }
}

const CALLERS: Readonly<Record<string, Caller>> = {
  'an administrator': admin,
  'the responsible user': aUser('rita'),
  'a user by rule': aUser('uma'),
  'a group': aUser('gus', 'gang'),
  'who sees many': aUser('max', 'gang'),
  'a user without': aUser('norma'),
};

const orders = fc.record({
  field: fc.constantFrom('NAME', 'CREATED_AT', 'UPDATED_AT'),
  direction: fc.constantFrom('ASC', 'DESC'),
});
const filters = fc.constantFrom(
  {},
  { status: EVERY_STATUS },
  { status: ['DELETED'] },
  { search: 'drawn' },
  { managed: true },
);

test('hasDrift finds what the field tells each caller of, whatever accounts there are', async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  const seen = { drifting: 0, quiet: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawn, { minLength: 5, maxLength: 60 }),
      orders,
      filters,
      async (accounts, order, filter) => {
        await world.sql(`DELETE FROM accounts WHERE name LIKE 'Drawn %' AND coalesce(email, '') NOT LIKE 'quiet-%'`);
        await insert(accounts);
        for (const [who, caller] of Object.entries(CALLERS)) {
          const all = await pages(caller, filter, order);
          const drifting = new Set(all.drifting);
          const expected = {
            true: all.ids.filter((id) => drifting.has(id)),
            false: all.ids.filter((id) => !drifting.has(id)),
          };
          for (const hasDrift of [true, false]) {
            const found = await pages(caller, { ...filter, hasDrift }, order);
            const ids = expected[`${hasDrift}`];
            expect([who, hasDrift, found.ids, found.total]).toEqual([who, hasDrift, ids, ids.length]);
          }
          seen.drifting += expected.true.length;
          seen.quiet += expected.false.length;
        }
      },
    ),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  expect(world.faults).toEqual([]);
  expect(Math.min(seen.drifting, seen.quiet)).toBeGreaterThan(RUNS);
});
