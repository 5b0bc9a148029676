import { FindDuplicates1797800060000 } from '../../../migrations/1797800060000-find-duplicates';
import { createDataSource } from '../../../src/persistence/engine/data-source';
import { foundBy } from '../../../src/persistence/engine/search-query';
import { withClient } from '../../support/connections';
import { aCustomer, admin, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

interface Keys {
  readonly email_key: string | null;
  readonly accounting_no_key: string | null;
}

async function keysOf(id: string): Promise<Keys | undefined> {
  const [keys] = await world.sql<Keys & Record<string, unknown>>(
    'SELECT email_key, accounting_no_key FROM accounts WHERE id = $1',
    [id],
  );
  return keys;
}

const NONE = { email_key: null, accounting_no_key: null };
const HASH = /^-?\d+$/;
let copies = 0;
const aCopy = (changes: object) => {
  copies += 1;
  return copy(world, setup.alpha, aCustomer(`keys-${copies}`, { ...changes }));
};

describe('the keys of duplicates', () => {
  test('are one for what is one in other words, and different ones for an e-mail and a number of the same text', async () => {
    const one = await keysOf(await aCopy({ email: 'Ann@x.example', accountingNo: 'A 1' }));
    const other = await keysOf(await aCopy({ email: 'ann@X.example', accountingNo: 'a-1' }));
    expect(other).toEqual(one);
    expect(one?.email_key).toMatch(HASH);
    const crossed = await keysOf(await aCopy({ email: 'a1', accountingNo: 'ann@x.example' }));
    const all = [one?.email_key, one?.accounting_no_key, crossed?.email_key, crossed?.accounting_no_key];
    expect(new Set(all).size).toBe(4);
  });

  test('are none where there is nothing to compare', async () => {
    expect(await keysOf(await aCopy({ email: null, accountingNo: null }))).toEqual(NONE);
    expect(await keysOf(await aCopy({ email: ' ', accountingNo: '–' }))).toEqual(NONE);
  });

  test('follow a refresh and an edit', async () => {
    const target = await keysOf(await aCopy({ email: 'new@x.example', accountingNo: 'N-1' }));
    const id = await aCopy({});
    const next = { sourceVersion: '2', email: 'NEW@x.example', accountingNo: 'n 1' };
    await record(world, setup.alpha, aCustomer(`keys-${copies}`, next));
    expect(await keysOf(id)).toEqual(target);
    await world.mutate(admin, 'updateAccount', { accountId: setup.alpha.accountId, email: 'new@x.example' });
    expect(await keysOf(setup.alpha.accountId)).toEqual({ ...NONE, email_key: target?.email_key });
  });

  test('are those of the search vector, whoever writes it and whatever is written beside', async () => {
    const id = await aCopy({});
    const wanted = await keysOf(await aCopy({ email: 'by@hand.example', accountingNo: 'H-1' }));
    const { lexemes } = foundBy({ name: 'X', email: 'by@hand.example', accountingNo: 'H-1' });
    const text = 'UPDATE accounts SET search = array_to_tsvector($2::text[]) WHERE id = $1';
    // As a version before them does, which knows of no keys.
    await world.sql(text, [id, lexemes]);
    expect(await keysOf(id)).toEqual(wanted);
    await world.sql('UPDATE accounts SET email_key = 7, accounting_no_key = NULL WHERE id = $1', [id]);
    expect(await keysOf(id)).toEqual(wanted);
  });

  test.each(['portalUrl', 'syncUrl'] as const)('are nothing that a login may set: %s', async (login) => {
    await withClient(world[login], async (client) => {
      for (const key of ['email_key', 'accounting_no_key']) {
        await expect(client.query(`UPDATE accounts SET ${key} = NULL`)).rejects.toThrow('permission denied');
      }
      // What it may set is set by the same way.
      await client.query(`UPDATE accounts SET sort_name = sort_name WHERE id = $1`, [setup.alpha.accountId]);
    });
  });

  test('a sync is not told them', async () => {
    await withClient(world.syncUrl, async (client) => {
      await expect(client.query('SELECT email_key FROM accounts')).rejects.toThrow('permission denied');
      await client.query('SELECT email FROM accounts');
    });
  });

  test('an account that is as long as any may be is written into their indexes', async () => {
    const long = '𠀀'.repeat(255);
    await world.mutate(admin, 'setApiOptions', {
      entity: 'ACCOUNT',
      responsibleUserId: long,
      permissionRuleId: setup.ruleId,
    });
    // No text that compresses: an index would take what is only long.
    const astral = Array.from({ length: 1_000 }, (_, at) => String.fromCodePoint(0x20000 + ((at * 7919) % 40_000)));
    const id = await aCopy({
      name: astral.slice(0, 255).join(''),
      email: astral.join(''),
      accountingNo: astral.join(''),
    });
    expect(await keysOf(id)).toEqual({
      email_key: expect.stringMatching(HASH),
      accounting_no_key: expect.stringMatching(HASH),
    });
    expect(await world.sql('SELECT FROM accounts WHERE responsible_user_id = $1', [long])).toHaveLength(1);
  });
});

describe('accounts that were here before their keys', () => {
  test('get them in batches, without a change that is recorded, and those that have theirs are not written again', async () => {
    await world.sql('ALTER TABLE accounts DISABLE TRIGGER duplicate_keys_follow');
    for (let made = 0; made < 3; made += 1) {
      await world.sql(
        `INSERT INTO accounts (id, name, email, search, status, currency, enable_ordering, separate_invoices)
         SELECT gen_random_uuid(), 'Former', 'f' || n || '@x.example', array_to_tsvector(ARRAY['~ef' || n || '@x.example']),
           'ACTIVE', 'EUR', true, true FROM generate_series(1, 400) n`,
      );
    }
    await world.sql('ALTER TABLE accounts ENABLE TRIGGER duplicate_keys_follow');
    const rest = `SELECT id, to_jsonb(a) - 'email_key' AS rest FROM accounts a ORDER BY id`;
    const [before, audited, versions] = [await world.sql(rest), await entries(), await unfilled()];
    expect(versions.lacking).toBe(1_200);
    await fill();
    const after = await unfilled();
    expect(after.lacking).toBe(0);
    expect(await world.sql(rest)).toEqual(before);
    expect(await entries()).toEqual(audited);
    expect(
      await world.sql(`SELECT count(DISTINCT email_key)::int AS keys FROM accounts WHERE name = 'Former'`),
    ).toEqual([{ keys: 400 }]);
    await fill();
    expect(await unfilled()).toEqual(after);
  });

  const entries = () => world.sql('SELECT count(*) FROM account_audit');

  /** How many lack their keys, and which versions of the rows there are. */
  async function unfilled(): Promise<{ lacking: number; rows: unknown[] }> {
    const lacking = await world.sql('SELECT FROM accounts WHERE email_key IS NULL AND trim(email) <> $1', ['']);
    return {
      lacking: lacking.length,
      rows: await world.sql(`SELECT id, xmin::text FROM accounts WHERE name = 'Former' ORDER BY id`),
    };
  }

  async function fill(): Promise<void> {
    const source = await createDataSource({ url: world.ownerUrl, poolSize: 1 }).initialize();
    try {
      await new FindDuplicates1797800060000().up(source.createQueryRunner());
    } finally {
      await source.destroy();
    }
  }
});

describe('more shared keys than a request keeps', () => {
  const PAIRS = 1_001;

  test('are found all the same, by an administrator and by who sees by rule, in pages and counted', async () => {
    await world.sql(
      `INSERT INTO accounts (id, name, sort_name, email, search, status, currency, enable_ordering, separate_invoices,
         responsible_user_id, permission_rule_id, tenant_reseller_id, source_account_id, origin, managed_since)
       SELECT gen_random_uuid(), 'Pair ' || n, lpad(n::text, 4, '0'), 'p' || n / 2, array_to_tsvector(ARRAY['~ep' || n / 2]),
         'ACTIVE', 'EUR', true, true, 'rita', $2, $1, 'pair-' || n, 'COPIED_FROM_RESELLER', now()
       FROM generate_series(2, $3::int) n`,
      [setup.alpha.id, setup.ruleId, 2 * PAIRS + 2],
    );
    const reader = aUser('rob', 'readers');
    for (const caller of [admin, reader]) {
      const pairs = async (hasDrift: boolean, after: string | null) =>
        (
          await world.ask(
            caller,
            `query ($filter: AccountFilter, $after: String) { accounts(filter: $filter, first: 200, after: $after) {
               totalCount edges { cursor node { name managedByReseller { drift } } } } }`,
            { filter: { hasDrift, tenantResellerId: setup.alpha.id, responsibleUserId: 'rita' }, after },
          )
        ).accounts;
      const page = await pairs(true, null);
      // The last one has no other.
      expect(page.totalCount).toBe(2 * PAIRS);
      const drift = ['POSSIBLE_DUPLICATE'];
      expect(page.edges.map(({ node }: { node: unknown }) => node)).toEqual(
        Array.from({ length: 200 }, (_, at) => ({ name: `Pair ${at + 2}`, managedByReseller: { drift } })),
      );
      const next = await pairs(true, page.edges.at(-1).cursor);
      expect(next.edges[0].node.name).toBe('Pair 202');
      const rest = await pairs(false, null);
      expect(rest.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual([`Pair ${2 * PAIRS + 2}`]);
      expect(rest.totalCount).toBe(1);
    }
  });
});

test('which keys are shared is asked once for a request, whatever lists it has', async () => {
  const statements = async (query: string) => {
    world.takeStatements();
    await world.ask(admin, query);
    return world.takeStatements().filter((one) => one.includes('GROUP BY a.email_key')).length;
  };
  const list = (name: string, hasDrift: boolean) =>
    `${name}: accounts(filter: { hasDrift: ${hasDrift} }) { totalCount edges { node { id } } }`;
  await world.sql(`DELETE FROM accounts WHERE name LIKE 'Pair %'`);
  expect(await statements(`{ ${list('a', true)} }`)).toBe(1);
  expect(await statements(`{ ${list('a', true)} ${list('b', false)} }`)).toBe(1);
  expect(await statements('{ accounts { totalCount edges { node { id } } } }')).toBe(0);
});
