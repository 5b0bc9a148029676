import { Client } from 'pg';
import { admin, everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
import { aBilledAccount, handOver, sell, transfer } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld({ lockTimeoutMs: 1_000 });
  setup = await setUpResellers(world);
  world.now = new Date('2026-06-30T12:00:00Z');
});
afterAll(() => world.close());

let sources = 0;
/** So many accounts to be handed over, two subscriptions each: copies of one, since each made by the API would cost more. */
async function billed(count: number) {
  const id = await aBilledAccount(world, setup.alpha);
  const subscriptions = [await sell(world, id), await sell(world, id, { sku: 'BACKUP' })];
  const copies = await world.sql<{ id: string }>(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
     FROM accounts a, generate_series(1, $2::int) WHERE a.id = $1 RETURNING id`,
    [id, count],
  );
  await world.sql(
    `INSERT INTO subscriptions SELECT (jsonb_populate_record(s, jsonb_build_object('account_id', c))).*
     FROM subscriptions s, unnest($2::uuid[]) c WHERE s.account_id = $1`,
    [id, copies.map((copy) => copy.id)],
  );
  return copies.map((copy) => {
    sources += 1;
    const mapping = Object.fromEntries(subscriptions.map((subscription, index) => [subscription, `s-${index}`]));
    return handOver(copy.id, `set-${sources}`, mapping);
  });
}

const managed = async (ids: readonly string[]) =>
  (
    await world.sql<{ id: string }>('SELECT id FROM accounts WHERE id = ANY ($1) AND tenant_reseller_id IS NOT NULL', [
      ids,
    ])
  ).map(({ id }) => id);
const codesOf = (results: { userErrors: { code: string }[] }[]) =>
  results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());

const counts: Record<number, number> = {};

test.each([1, 10, 500])('S24: %i transfers take the same number of statements', async (size) => {
  const accounts = await billed(size);
  const ids = accounts.map(({ accountId }) => accountId);
  world.takeStatements();
  const { results, userErrors } = await world.mutate(
    admin,
    'transferAccounts',
    { tenantResellerId: setup.alpha.id, accounts },
    'results { userErrors { code } }',
  );
  counts[size] = world.takeStatements().length;
  expect(userErrors).toEqual([]);
  expect(new Set(codesOf(results))).toEqual(new Set(['']));
  expect((await managed(ids)).sort()).toEqual([...ids].sort());
  const [found] = await world.sql<{ unmapped: number; identities: number; lines: number }>(
    `SELECT (SELECT count(*)::int FROM subscriptions WHERE account_id = ANY ($1) AND source_key IS NULL) AS unmapped,
       (SELECT count(*)::int FROM source_identities WHERE account_id = ANY ($1)) AS identities,
       (SELECT count(*)::int FROM account_history WHERE account_id = ANY ($1) AND kind = 'TRANSFERRED') AS lines`,
    [ids],
  );
  expect(found).toEqual({ unmapped: 0, identities: size, lines: size });
  expect(counts[size]).toBe(counts[1]);
  expect(counts[size]).toBeLessThanOrEqual(15);
});

test('the same transfer of all of them again writes nothing, and costs no more', async () => {
  const accounts = await billed(20);
  await transfer(world, setup.alpha, accounts);
  const before = await everyRow(world);
  expect(new Set(codesOf((await transfer(world, setup.alpha, accounts)).results))).toEqual(new Set(['']));
  expect(await writtenSince(world, before)).toEqual([]);
});

describe('S24: each for itself, of a set that fails as a whole', () => {
  test('one that fails for a reason of ours is refused alone, and told to the log', async () => {
    const accounts = await billed(5);
    const poison = accounts[2]?.accountId ?? '';
    await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poison'; END $$`);
    await world.sql(`CREATE TRIGGER poison BEFORE UPDATE ON accounts FOR EACH ROW WHEN (OLD.id = '${poison}')
      EXECUTE FUNCTION poison()`);
    const { results } = await transfer(world, setup.alpha, accounts);
    expect(codesOf(results)).toEqual(['', '', 'TEMPORARILY_UNAVAILABLE', '', '']);
    expect(await managed(accounts.map(({ accountId }) => accountId))).toHaveLength(4);
    expect(world.faults.splice(0)).toMatchObject([{ message: expect.stringContaining('poison') }]);
    await world.sql('DROP FUNCTION poison() CASCADE');
    expect(codesOf((await transfer(world, setup.alpha, accounts)).results)).toEqual(['', '', '', '', '']);
  });

  test('one that somebody else holds is refused alone, to be sent again', async () => {
    const accounts = await billed(5);
    const held = accounts[3]?.accountId ?? '';
    const holder = new Client({ connectionString: world.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [held]);
    const { results, userErrors } = await transfer(world, setup.alpha, accounts);
    await holder.query('ROLLBACK');
    await holder.end();
    expect(userErrors).toEqual([]);
    expect(codesOf(results)).toEqual(['', '', '', 'TEMPORARILY_UNAVAILABLE', '']);
    expect(results[3].userErrors[0]).toMatchObject({ retryable: true });
    expect(await managed(accounts.map(({ accountId }) => accountId))).not.toContain(held);
    expect(codesOf((await transfer(world, setup.alpha, accounts)).results)).toEqual(['', '', '', '', '']);
  });
});
