import { foldAnew } from '../../../src/persistence/set-up/fold-anew';
import { withClient } from '../../support/connections';
import { aCustomer, admin, anOwnAccount, record, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** What the version before wrote. */
const FORMER: Readonly<Record<string, { readonly sortName: string; readonly tokens: readonly string[] }>> = {
  'Hewlett–Packard, Schröder': {
    sortName: '"hewlett–packard, schroder',
    tokens: ['hewlett–packard,', 'packard,', 'schroder'],
  },
  'O’Brien Ħal': { sortName: 'o’brien ħal', tokens: ['o’brien', 'brien', 'ħal'] },
};

let world: World;
let setup: Setup;

beforeEach(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  for (const [index, name] of Object.keys(FORMER).entries()) {
    await record(world, setup.alpha, aCustomer(`former-${index}`, { name, email: null, accountingNo: null }));
  }
  await asTheVersionBefore();
});
afterEach(() => world.close());

async function asTheVersionBefore(): Promise<void> {
  for (const [name, { sortName, tokens }] of Object.entries(FORMER)) {
    await world.sql('UPDATE accounts SET sort_name = $2, search = array_to_tsvector($3::text[]) WHERE name = $1', [
      ...[name, sortName, tokens],
    ]);
  }
  await world.sql(`UPDATE services SET search = array_to_tsvector(ARRAY['former', lower(sku)])`);
}

const found = async (search: string): Promise<string[]> => {
  const { accounts } = await world.ask(
    admin,
    'query ($search: String) { accounts(filter: { search: $search }) { totalCount edges { node { name } } } }',
    { search },
  );
  expect(accounts.totalCount).toBe(accounts.edges.length);
  return accounts.edges.map(({ node }: { node: { name: string } }) => node.name);
};
const services = async (search: string): Promise<number> =>
  (
    await world.ask(admin, 'query ($s: String) { offeredServices(search: $s) { edges { node { sku } } } }', {
      s: search,
    })
  ).offeredServices.edges.length;

const unmarked = async () =>
  (await world.sql(`SELECT FROM accounts WHERE NOT search @@ '''~2'''::tsquery`)).length +
  (await world.sql(`SELECT FROM services WHERE NOT search @@ '''~2'''::tsquery`)).length;

test('until they are folded anew, rows of the version before are found as it found them, beside new ones', async () => {
  expect(await found('hewlett–packard,')).toEqual(['Hewlett–Packard, Schröder']);
  expect(await found('schroder')).toEqual(['Hewlett–Packard, Schröder']);
  await record(world, setup.alpha, aCustomer('new', { name: 'Schröder, Niklas' }));
  expect(await found('schröder')).toEqual(['Hewlett–Packard, Schröder', 'Schröder, Niklas']);
  expect(await services('former')).toBeGreaterThan(0);
});

test('folded anew, they are found as people type, once, and nothing else of them changes', async () => {
  const rest = `SELECT id, to_jsonb(a) - '{search,sort_name}'::text[] AS rest FROM accounts a ORDER BY id`;
  const before = await world.sql(rest);
  const audited = async () =>
    world.sql('SELECT count(*) FROM account_audit UNION ALL SELECT count(*) FROM setup_audit');
  const entries = await audited();
  expect(await found('obrien')).toEqual([]);
  const rows = await unmarked();
  expect(await foldAnew(world.ownerUrl)).toBe(rows);
  expect(await found('hewlett-packard')).toEqual(['Hewlett–Packard, Schröder']);
  expect(await found('obrien')).toEqual(['O’Brien Ħal']);
  expect(await found('hal')).toEqual(['O’Brien Ħal']);
  expect(await services('former')).toBe(0);
  expect(await world.sql(`SELECT FROM accounts WHERE sort_name = 'hewlett packard schroder'`)).toHaveLength(1);
  expect(await world.sql(rest)).toEqual(before);
  // What is derived is no change; what the owner changes besides is one.
  expect(await audited()).toEqual(entries);
  await world.sql(`UPDATE accounts SET name = 'Other' WHERE name = 'O’Brien Ħal'`);
  expect(await audited()).not.toEqual(entries);
});

test('what a login changes of what is derived is audited as ever', async () => {
  const id = await anOwnAccount(world);
  const audited = async () => (await world.sql('SELECT FROM account_audit WHERE account_id = $1', [id])).length;
  const before = await audited();
  await world.sql(`UPDATE accounts SET sort_name = 'a' WHERE id = $1`, [id]);
  expect(await audited()).toBe(before);
  await withClient(world.portalUrl, (portal) =>
    portal.query(`UPDATE accounts SET sort_name = 'b' WHERE id = $1`, [id]),
  );
  expect(await audited()).toBe(before + 1);
});

test('what a server of the version before writes meanwhile is folded anew as well', async () => {
  await foldAnew(world.ownerUrl);
  expect(await foldAnew(world.ownerUrl)).toBe(0);
  await asTheVersionBefore();
  expect(await found('hewlett–packard,')).toEqual(['Hewlett–Packard, Schröder']);
  expect(await foldAnew(world.ownerUrl)).toBeGreaterThan(0);
  expect(await unmarked()).toBe(0);
});

test('two at once fold each row once, and one that is ended leaves the rest to the next', async () => {
  const rows = await unmarked();
  const done = await Promise.all([foldAnew(world.ownerUrl), foldAnew(world.ownerUrl)]);
  expect(done.sort()).toEqual([0, rows]);
  await asTheVersionBefore();
  expect(await foldAnew(world.ownerUrl, AbortSignal.abort())).toBe(0);
  expect(await unmarked()).toBeGreaterThan(0);
  await foldAnew(world.ownerUrl);
  expect(await unmarked()).toBe(0);
});

test('ended in the middle it stops at once, and the next one goes on; a backend that is killed fails it and nothing else', async () => {
  await world.sql(
    `INSERT INTO services (id, sku, name, search)
     SELECT gen_random_uuid(), 'BULK-' || n, 'Bulk ' || n, '' FROM generate_series(1, 20000) n`,
  );
  const ending = new AbortController();
  const folding = foldAnew(world.ownerUrl, ending.signal);
  setTimeout(() => ending.abort(), 150);
  await folding;
  expect(await unmarked()).toBeGreaterThan(0);
  const held = `FROM pg_locks
    WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  // The backend of the one that was ended finishes its statement first: it is not the one to be killed.
  while ((await world.sql(`SELECT ${held}`)).length > 0);
  const killed = foldAnew(world.ownerUrl).then(
    () => 'done',
    () => 'failed',
  );
  const kill = `SELECT count(pg_terminate_backend(pid))::int AS killed ${held}`;
  for (let isKilled = false; !isKilled; ) isKilled = (await world.sql<{ killed: number }>(kill))[0]?.killed === 1;
  expect(await killed).toBe('failed');
  await foldAnew(world.ownerUrl);
  expect(await unmarked()).toBe(0);
});

test('while it runs, customers are written and none of it is lost', async () => {
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, search, status, currency, enable_ordering, separate_invoices,
       tenant_reseller_id, source_account_id, source_version, origin, managed_since, parent_id, bill_to_id)
     SELECT gen_random_uuid(), 'Bulk ' || n, '', '', 'ACTIVE', 'EUR', true, true, $1, 'bulk-' || n, 1, 'COPIED_FROM_RESELLER',
       now(), $2, $2 FROM generate_series(1, 3000) n`,
    [setup.alpha.id, setup.alpha.accountId],
  );
  await world.sql(
    `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id)
     SELECT gen_random_uuid(), tenant_reseller_id, source_account_id, id FROM accounts WHERE source_account_id LIKE 'bulk-%'`,
  );
  const folding = foldAnew(world.ownerUrl);
  const renamed = Array.from({ length: 20 }, async (_, index) => {
    const customer = aCustomer('former-0', { sourceVersion: String(100 + index), name: `Renamed ${index}` });
    await record(world, setup.alpha, customer);
  });
  await Promise.all(renamed);
  expect(await folding).toBeGreaterThan(3000);
  expect(await unmarked()).toBe(0);
  const [row] = await world.sql<{ name: string }>(`SELECT name FROM accounts WHERE source_account_id = 'former-0'`);
  expect(await found(row?.name ?? '')).toEqual([row?.name]);
});
