import fc from 'fast-check';
import type { Caller } from '../../src/domain/caller';
import { listAccounts } from '../../src/persistence/accounts/account-list';
import { loadAccounts } from '../../src/persistence/accounts/account-repository';
import { timeLimit } from '../support/connections';
import { aCustomer, admin, copy, setUpResellers, type TestReseller } from '../support/resellers';
import { aUser, createWorld, type World } from '../support/world';

jest.setTimeout(timeLimit(120_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 10);

let world: World;
let alpha: TestReseller;
let beta: TestReseller;
beforeAll(async () => {
  world = await createWorld();
  ({ alpha, beta } = await setUpResellers(world));
});
afterAll(() => world.close());

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const page = async (orderBy: object, first: number, after: string | null): Promise<Page> =>
  (
    await world.ask(
      admin,
      `query ($orderBy: AccountOrder!, $first: Int!, $after: String) {
        accounts(orderBy: $orderBy, first: $first, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { orderBy, first, after },
    )
  ).accounts;

const order = fc.record({
  field: fc.constantFrom('NAME', 'CREATED_AT', 'UPDATED_AT'),
  direction: fc.constantFrom('ASC', 'DESC'),
});

let sources = 0;
const arrive = (name: string) => {
  sources += 1;
  return copy(world, alpha, aCustomer(`p-${sources}`, { name }));
};
const leave = async (accountId: string) => {
  const [row] = await world.sql<{ source_account_id: string }>('SELECT source_account_id FROM accounts WHERE id = $1', [
    accountId,
  ]);
  if (!row?.source_account_id) return;
  const input = { sourceAccountId: row.source_account_id, sourceVersion: '2' };
  await world.mutate(alpha.sync, 'deleteManagedAccount', input);
};

test('pages show nothing twice and skip nothing that was there throughout, whatever comes and goes between them', async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  const name = fc.constantFrom('a', 'Á', 'b', 'B b', 'ç', 'z', 'Zz');
  const change = fc.oneof(fc.record({ arrives: name }), fc.record({ leaves: fc.nat(50) }));
  await fc.assert(
    fc.asyncProperty(
      order,
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.array(change, { maxLength: 3 })),
      async (orderBy, first, between) => {
        while ((await page(orderBy, 200, null)).edges.length < 20) await arrive('m');
        const before = (await page(orderBy, 200, null)).edges.map(({ node }) => node.id);
        const gone = new Set<string>();
        const seen: string[] = [];
        const rounds = between.values();
        for (let after: string | null = null; ; ) {
          const { edges, pageInfo } = await page(orderBy, first, after);
          seen.push(...edges.map(({ node }) => node.id));
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
          for (const one of rounds.next().value ?? []) {
            if ('arrives' in one) await arrive(one.arrives);
            else {
              const id = before[one.leaves % before.length] ?? '';
              gone.add(id);
              await leave(id);
            }
          }
        }
        expect(seen).toHaveLength(new Set(seen).size);
        expect(seen).toEqual(expect.arrayContaining(before.filter((id) => !gone.has(id))));
      },
    ),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
});

/** S8, by hand: who may see an account of this rule and responsible user. */
const RULES: Record<string, { users: string[]; groups: string[] }> = {
  'only uma': { users: ['uma'], groups: [] },
  'only the gang': { users: [], groups: ['gang'] },
  both: { users: ['uma'], groups: ['gang'] },
  nobody: { users: [], groups: [] },
};

test('a list shows exactly the accounts that S8 gives the caller access to', async () => {
  const made: { id: string; reseller: TestReseller; rule: string | null; responsible: string | null }[] = [];
  for (const rule of [...Object.keys(RULES), null]) {
    const { users, groups } = RULES[rule ?? 'nobody'] ?? { users: [], groups: [] };
    const grants = [
      ...users.map((principalId) => ({ principal: 'USER', principalId, access: 'READ' })),
      ...groups.map((principalId) => ({ principal: 'GROUP', principalId, access: 'EDIT' })),
    ];
    const saved =
      rule && (await world.mutate(admin, 'savePermissionRule', { name: rule, grants }, 'permissionRule { id }'));
    for (const responsible of ['uma', 'someone', null]) {
      const reseller = made.length % 2 ? alpha : beta;
      const id = await copy(world, reseller, aCustomer(`v-${made.length}`));
      const permissionRuleId = saved ? saved.permissionRule.id : null;
      await world.mutate(admin, 'updateAccount', { accountId: id, responsibleUserId: responsible, permissionRuleId });
      made.push({ id, reseller, rule, responsible });
    }
  }
  const visible = (caller: Caller) =>
    made.filter(({ reseller, rule, responsible }) => {
      if (caller.kind === 'ADMINISTRATOR') return true;
      if (caller.kind === 'RESELLER_SYNC') return reseller.id === caller.tenantResellerId;
      const grants = RULES[rule ?? 'nobody'];
      const byGroup = caller.groups.some((group) => grants?.groups.includes(group));
      return responsible === caller.id || grants?.users.includes(caller.id) || byGroup;
    });
  const callers = [admin, aUser('uma'), aUser('x', 'gang'), aUser('uma', 'gang'), aUser('x'), alpha.sync, beta.sync];
  for (const caller of callers) {
    const expected = visible(caller).map(({ id }) => id);
    const order = { field: 'NAME', direction: 'ASC' } as const;
    const sql = world.database.reader(caller);
    const listed = (await listAccounts(sql, caller, {}, order, { limit: 1000, after: null })).map(({ id }) => id);
    const ids = made.map(({ id }) => id);
    expect(listed.filter((id) => ids.includes(id)).sort()).toEqual(expected.sort());
    expect([...(await loadAccounts(sql, caller, ids)).keys()].sort()).toEqual(expected.sort());
  }
});
