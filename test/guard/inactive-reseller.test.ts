import { Client } from 'pg';
import { sourceIdentityKey } from '../../src/domain/identifiers';
import { aCustomer, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What the database refuses the sync of a reseller that is not active, with nothing of ours in front of it (S30). */
let world: World;
let setup: Setup;
let sync: Client;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  id = await copy(world, setup.alpha, aCustomer('c-1'));
  sync = new Client({ connectionString: world.syncUrl });
  await sync.connect();
});
afterAll(async () => {
  await sync.end();
  await world.close();
});

/** The code that a statement of Alpha's sync ends with; null when it goes through. Nothing of it stays. */
async function codeOf(statement: string): Promise<string | null> {
  await sync.query('BEGIN');
  try {
    await sync.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
    await sync.query(statement);
    return null;
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await sync.query('ROLLBACK');
  }
}

/** One write for each of the tables that a sync writes, and one that hides behind a read. */
const WRITES: [what: string, statement: () => string][] = [
  ['a change of an account', () => `UPDATE accounts SET name = 'X' WHERE id = '${id}'`],
  ['an end of a subscription', () => `UPDATE subscriptions SET end_date = '2026-12-31' WHERE account_id = '${id}'`],
  [
    'a claim of a customer',
    () => {
      const key = sourceIdentityKey(setup.alpha.id, 'new');
      return `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id)
        VALUES ('${key}', '${setup.alpha.id}', 'new', '${key}')`;
    },
  ],
  [
    'a line of history',
    () => `INSERT INTO account_history (account_id, kind, text, actor)
      VALUES ('${id}', 'REFRESHED', 'X', 'Alpha Tenant Reseller')`,
  ],
  [
    'a change within a query',
    () => `WITH w AS (UPDATE accounts SET name = 'X' WHERE id = '${id}' RETURNING id) SELECT id FROM w`,
  ],
];

test.each(WRITES)(
  '%s is refused while its reseller is suspended or ended, and taken while it is active',
  async (_, write) => {
    for (const [status, code] of [
      ['ACTIVE', null],
      ['SUSPENDED', 'RA001'],
      ['ENDED', 'RA001'],
      ['ACTIVE', null],
    ]) {
      await world.sql('UPDATE tenant_resellers SET status = $2 WHERE id = $1', [setup.alpha.id, status]);
      expect([status, await codeOf(write())]).toEqual([status, code]);
    }
  },
);

test('it reads on', async () => {
  await world.sql(`UPDATE tenant_resellers SET status = 'ENDED' WHERE id = $1`, [setup.alpha.id]);
  await sync.query('BEGIN');
  await sync.query(`SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`);
  expect((await sync.query('SELECT name FROM accounts')).rows).toHaveLength(1);
  await sync.query('ROLLBACK');
});

test('it changes no status, neither its own nor another one', async () => {
  expect(await codeOf(`UPDATE tenant_resellers SET status = 'ACTIVE'`)).toBe('42501');
});
