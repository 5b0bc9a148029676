import type { AccountFilter, AccountOrder } from '../../../src/domain/accounts/account-filter';
import type { Caller } from '../../../src/domain/caller';
import { countAccounts, listAccounts } from '../../../src/persistence/accounts/account-list';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

const reader = aUser('rita', 'readers');
const stranger = aUser('stranger');
const NAMES = [
  'Öl & Gas',
  'Anton',
  'ANTON',
  'anton',
  'Zeta',
  'Émile',
  'emil',
  'Straße',
  'strasse',
  '10 Downing',
  '東京',
];

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  for (const [index, name] of NAMES.entries()) {
    const reseller = index % 2 === 0 ? setup.alpha : setup.beta;
    await copy(world, reseller, aCustomer(`list-${index}`, { name, email: `list-${index}@customers.example` }));
  }
  // Several share each time, so that only the id tells them apart.
  await world.sql(`UPDATE accounts SET updated_at = date_trunc('hour', now()) - interval '1 microsecond' * (ascii(name) % 3),
    created_at = date_trunc('hour', now()) - interval '1 microsecond' * (ascii(name) % 2)`);
  await world.sql(`UPDATE accounts SET permission_rule_id = NULL, responsible_user_id = NULL WHERE name = 'Zeta'`);
  await world.sql(`UPDATE accounts SET status = 'DELETED', deletion_date = '2026-01-31' WHERE name = 'Émile'`);
});
afterAll(() => world.close());

const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

/** Reads a list to its end, page by page, and gives the names. */
async function namesOf(caller: Caller, filter: AccountFilter = {}, order = BY_NAME, limit = 200): Promise<string[]> {
  const names: string[] = [];
  let after: string[] | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listAccounts>> = await listAccounts(
      world.database.reader(caller),
      caller,
      filter,
      order,
      { limit, after },
    );
    names.push(...page.map(({ name }) => name));
    const last = page.at(-1);
    if (!last || page.length < limit) return names;
    after = [last.orderedBy, last.id];
  }
}

const ORDERS = (['NAME', 'CREATED_AT', 'UPDATED_AT'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

test.each(ORDERS)('by $field $direction nothing is shown twice or skipped, however long the pages', async (order) => {
  const whole = await namesOf(admin, {}, order);
  // Everything but the deleted one, and the two resellers' own accounts.
  expect([...whole].sort()).toEqual([...NAMES.filter((name) => name !== 'Émile'), 'Alpha', 'Beta'].sort());
  for (const limit of [1, 2, 5, whole.length, whole.length + 1]) {
    expect(await namesOf(admin, {}, order, limit)).toEqual(whole);
  }
  const turned = { ...order, direction: order.direction === 'ASC' ? 'DESC' : 'ASC' } as const;
  expect(await namesOf(admin, {}, turned)).toEqual([...whole].reverse());
});

test('names are ordered without case and accents', async () => {
  const names = (await namesOf(admin)).map((name) => name.toLowerCase().replace('ß', 'ss'));
  expect(names).toEqual([
    ...['10 downing', 'alpha', 'anton', 'anton', 'anton', 'beta', 'emil', 'öl & gas', 'strasse', 'strasse'],
    ...['zeta', '東京'],
  ]);
});

describe('A29: what the caller may not READ', () => {
  test('is in no list and no count; what it may READ is', async () => {
    expect(await namesOf(reader)).not.toContain('Zeta');
    expect(await namesOf(reader)).toContain('Anton');
    expect(await namesOf(admin)).toContain('Zeta');
    for (const caller of [admin, reader, stranger]) {
      expect(await countAccounts(world.database.reader(caller), caller, {})).toEqual({
        total: (await namesOf(caller)).length,
        isCapped: false,
      });
    }
    expect(await namesOf(stranger)).toEqual([]);
  });

  test('is found by no search', async () => {
    expect(await namesOf(reader, { search: 'zeta' })).toEqual([]);
    expect(await namesOf(admin, { search: 'zeta' })).toEqual(['Zeta']);
  });

  test('leaves no shorter page behind', async () => {
    const page = (limit: number) =>
      listAccounts(
        world.database.reader(reader),
        reader,
        {},
        { field: 'NAME', direction: 'DESC' },
        { limit, after: null },
      );
    expect(await page(3)).toHaveLength(3);
  });
});

describe('filters', () => {
  test('deleted accounts are left out unless they are named (S12)', async () => {
    expect(await namesOf(admin)).not.toContain('Émile');
    expect(await namesOf(admin, { status: ['DELETED'] })).toEqual(['Émile']);
    expect(await namesOf(admin, { status: ['ACTIVE', 'DELETED'] })).toHaveLength(NAMES.length + 2);
  });

  test('tell managed accounts from own ones, and one reseller’s from another’s', async () => {
    expect(await namesOf(admin, { managed: false })).toEqual(['Alpha', 'Beta']);
    expect(await namesOf(admin, { managed: true })).toHaveLength(NAMES.length - 1);
    const alphas = await namesOf(admin, { tenantResellerId: setup.alpha.id });
    expect(alphas.sort()).toEqual(NAMES.filter((name, index) => index % 2 === 0 && name !== 'Émile').sort());
    expect(await namesOf(admin, { parentId: setup.alpha.accountId })).toHaveLength(alphas.length);
    expect(await namesOf(admin, { billToId: setup.alpha.accountId })).toHaveLength(alphas.length);
  });

  test('a search looks at names, numbers and e-mails, and never at half a word from its end', async () => {
    expect(await namesOf(admin, { search: 'STRASSE' })).toHaveLength(2);
    expect(await namesOf(admin, { search: 'ol gas' })).toEqual(['Öl & Gas']);
    expect(await namesOf(admin, { search: 'A-list-4' })).toEqual(['Zeta']);
    expect(await namesOf(admin, { search: 'list-4@customers' })).toEqual(['Zeta']);
    expect(await namesOf(admin, { search: 'eta' })).toEqual([]);
    // One letter counts as well beside longer words, though it is not looked up.
    expect(await namesOf(admin, { search: 'zeta a' })).toEqual(['Zeta']);
    expect(await namesOf(admin, { search: 'zeta x' })).toEqual([]);
    expect(await namesOf(admin, { search: 'x-zeta' })).toEqual([]);
  });

  test.each(["'", "' | 'a", '\\', ':*', '! & | ( ) <->', 'a:b', '%', '_'])(
    'a search for what means something to the database is a search for text: %s',
    async (search) => {
      await expect(namesOf(admin, { search })).resolves.toBeDefined();
    },
  );
});

test('a list costs the same number of statements, however long it is', async () => {
  const statements = async (limit: number) => {
    world.takeStatements();
    await listAccounts(world.database.reader(admin), admin, {}, BY_NAME, { limit, after: null });
    return world.takeStatements().length;
  };
  expect(await statements(200)).toBe(await statements(4));
  expect(await statements(200)).toBeLessThanOrEqual(2);
});
