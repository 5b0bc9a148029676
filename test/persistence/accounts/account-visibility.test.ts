import { randomUUID } from 'node:crypto';
import { type AccountStanding, accessTo } from '../../../src/domain/accounts/account-standing';
import type { Caller, Person } from '../../../src/domain/caller';
import type { AccessLevel } from '../../../src/domain/vocabulary';

import { loadAccounts } from '../../../src/persistence/accounts/account-repository';
import { a, visibleTo } from '../../../src/persistence/accounts/account-visibility';
import { findPossibleDuplicates } from '../../../src/persistence/accounts/possible-duplicates';
import { select } from '../../../src/persistence/engine/select';
import { sql } from '../../../src/persistence/engine/sql';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aSync, aUser, createWorld, type World } from '../../support/world';

/** Sharing rules by name: who is granted what. */
const RULES: Record<string, readonly [principal: 'USER' | 'GROUP', id: string, access: AccessLevel][]> = {
  everything: [
    ['USER', 'ben', 'READ'],
    ['GROUP', 'sales', 'EDIT'],
    ['GROUP', 'bosses', 'FULL'],
  ],
  'a user called like a group': [['USER', 'sales', 'FULL']],
  nobody: [],
};

const CALLERS: Caller[] = [
  admin,
  aUser('ben'),
  aUser('ben', 'sales'),
  aUser('ben', 'bosses', 'sales'),
  aUser('carla', 'sales'),
  aUser('carla', 'bosses'),
  aUser('sales'),
  aUser('anna'),
  aUser('nobody'),
  aUser('BEN', 'SALES'),
];

let world: World;
let setup: Setup;
let ids: string[];

/** What the rules grant a person, worked out here. */
function granted(rule: string | null, caller: Caller): AccessLevel | null {
  if (caller.kind === 'RESELLER_SYNC' || rule === null) return null;
  const levels = (RULES[rule] ?? [])
    .filter(([principal, id]) => (principal === 'USER' ? id === caller.id : caller.groups.includes(id)))
    .map(([, , access]) => access);
  return (['FULL', 'EDIT', 'READ'] as const).find((level) => levels.includes(level)) ?? null;
}

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  const ruleIds = new Map<string | null, string | null>([[null, null]]);
  for (const [name, grants] of Object.entries(RULES)) {
    const input = {
      name,
      grants: grants.map(([principal, principalId, access]) => ({ principal, principalId, access })),
    };
    const { permissionRule } = await world.mutate(admin, 'savePermissionRule', input, 'permissionRule { id }');
    ruleIds.set(name, permissionRule.id);
  }
  ids = [];
  for (const reseller of [setup.alpha, setup.beta]) {
    for (const [rule, ruleId] of ruleIds) {
      for (const responsible of ['anna', null]) {
        const id = await copy(world, reseller, aCustomer(`${rule}/${responsible}`));
        await world.sql('UPDATE accounts SET permission_rule_id = $2, responsible_user_id = $3 WHERE id = $1', [
          id,
          ruleId,
          responsible,
        ]);
        ids.push(id);
      }
    }
  }
  for (const { accountId } of [setup.alpha, setup.beta]) {
    await world.sql('UPDATE accounts SET permission_rule_id = $2 WHERE id = $1', [
      accountId,
      ruleIds.get('everything'),
    ]);
    ids.push(accountId);
  }
});
afterAll(() => world.close());

async function everyAccount(): Promise<{ id: string; rule: string | null; standing: AccountStanding }[]> {
  const names = new Map(
    (await world.sql<{ id: string; name: string }>('SELECT id, name FROM permission_rules')).map((one) => [
      one.id,
      one.name,
    ]),
  );
  const all = await loadAccounts(world.database.reader(admin), admin, ids);
  return [...all].map(([id, loaded]) => ({
    id,
    rule: names.get(loaded.account.permissionRuleId ?? '') ?? null,
    standing: loaded,
  }));
}

test.each([
  ...CALLERS.map((caller) => ({ who: `${caller.id} ${'groups' in caller ? caller.groups.join('+') : ''}`, caller })),
])(
  '$who finds exactly the accounts that the policy shows, with the highest access of all grants',
  async ({ caller }) => {
    const all = await everyAccount();
    expect(all).toHaveLength(ids.length);
    const expected = all.flatMap(({ id, rule, standing }) => {
      const access = accessTo({ ...standing, grantedAccess: granted(rule, caller) }, caller);
      return access ? [[id, access]] : [];
    });
    const found = await loadAccounts(world.database.reader(caller), caller, ids);
    expect([...found].map(([id, loaded]) => [id, accessTo(loaded, caller)]).sort()).toEqual(expected.sort());
  },
);

test('a sync finds exactly the accounts that its reseller manages (A15)', async () => {
  for (const reseller of [setup.alpha, setup.beta]) {
    const managed = (await everyAccount()).filter(
      ({ standing }) => standing.account.management?.tenantResellerId === reseller.id,
    );
    const found = await loadAccounts(world.database.reader(reseller.sync), reseller.sync, ids);
    expect([...found.keys()].sort()).toEqual(managed.map(({ id }) => id).sort());
    expect(found.size).toBe(8);
  }
  const stranger = aSync(randomUUID());
  expect((await loadAccounts(world.database.reader(stranger), stranger, ids)).size).toBe(0);
});

test('the database finds the same as the policy, before the policy is asked once more', async () => {
  const callers = [...CALLERS, setup.alpha.sync, setup.beta.sync, aSync(randomUUID())];
  const all = await everyAccount();
  for (const caller of callers) {
    const found = await world.database
      .reader(caller)
      .query(sql`SELECT ${select(a, ['id'])} FROM ${a.$} WHERE ${visibleTo(caller)}`);
    const shown = all.filter(
      ({ rule, standing }) => accessTo({ ...standing, grantedAccess: granted(rule, caller) }, caller) !== null,
    );
    const foundHere = found.map(({ id }) => id).filter((id) => ids.includes(id));
    expect({ caller, ids: foundHere.sort() }).toEqual({ caller, ids: shown.map(({ id }) => id).sort() });
  }
});

test('hidden accounts cost what unknown ones cost, and any number costs the same', async () => {
  const caller = aUser('nobody');
  const statements = async (wanted: string[], asker: Caller = caller) => {
    world.takeStatements();
    await loadAccounts(world.database.reader(asker), asker, wanted);
    return world.takeStatements().length;
  };
  expect(await statements(ids)).toBe(await statements([randomUUID()]));
  expect(await statements(ids)).toBe(1);
  const manyMore = [...ids, ...Array.from({ length: 200 }, () => randomUUID())];
  expect(await statements(manyMore, admin)).toBe(await statements([setup.alpha.accountId], admin));
  expect(await statements(manyMore, admin)).toBeLessThanOrEqual(2);
});

describe('A14: an account with the e-mail or number of another', () => {
  let alphas: string;
  let betas: string;

  beforeAll(async () => {
    const twin = { email: 'Twin@x.example', accountingNo: 'T-1' };
    alphas = await copy(world, setup.alpha, aCustomer('twin', twin));
    betas = await copy(world, setup.beta, aCustomer('twin', { ...twin, email: 'twin@X.example' }));
  });

  const duplicates = (caller: Person) =>
    findPossibleDuplicates(world.database.reader(caller), caller, [alphas, betas, ...ids]);

  test('is a possible duplicate for whoever may READ both', async () => {
    const who = aUser('rita', 'readers');
    expect([...(await duplicates(who))]).toEqual(expect.arrayContaining([alphas, betas]));
    expect([...(await duplicates(admin))]).toEqual(expect.arrayContaining([alphas, betas]));
  });

  test('is none for whoever may READ one of them only', async () => {
    await world.sql('UPDATE accounts SET permission_rule_id = NULL WHERE id = $1', [betas]);
    const seen = await duplicates(aUser('rita', 'readers'));
    expect(seen.has(alphas)).toBe(false);
    expect((await duplicates(admin)).has(alphas)).toBe(true);
  });

  test('is none once the other one is deleted, and empty values are no duplicates', async () => {
    await world.sql(`UPDATE accounts SET status = 'DELETED', deletion_date = '2026-01-31' WHERE id = $1`, [betas]);
    expect((await duplicates(admin)).has(alphas)).toBe(false);
    const bare = { email: null, accountingNo: null };
    const one = await copy(world, setup.alpha, aCustomer('bare-1', bare));
    await copy(world, setup.alpha, aCustomer('bare-2', bare));
    expect([...(await findPossibleDuplicates(world.database.reader(admin), admin, [one]))]).toEqual([]);
  });
});
