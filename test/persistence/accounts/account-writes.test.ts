import { withGuardedAccount, withSyncGuard } from '../../../src/guard/guard';
import { loadAccounts } from '../../../src/persistence/accounts/account-repository';
import type { AccountChanges } from '../../../src/persistence/accounts/account-writes';
import { changeAccount, refreshAccounts } from '../../../src/persistence/accounts/account-writes';
import { aCustomer, admin, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { calledBy, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

interface Row {
  readonly revision: string;
  readonly updated_at: Date;
  readonly last_synced_at: Date;
  readonly source_version: string;
  readonly name: string;
}

async function rowOf(id: string): Promise<Row> {
  const [row] = await world.sql<Row>('SELECT * FROM accounts WHERE id = $1', [id]);
  if (!row) throw new Error('The account is not there');
  return row;
}

const historyOf = async (id: string) =>
  (
    await world.sql<{ text: string }>('SELECT text FROM account_history WHERE account_id = $1 ORDER BY at, id', [id])
  ).map(({ text }) => text);

describe('a snapshot', () => {
  test('that changes something grows the revision by one', async () => {
    const id = await copy(world, setup.alpha, aCustomer('changed'));
    const before = await rowOf(id);
    await record(world, setup.alpha, aCustomer('changed', { sourceVersion: '2', name: 'New', email: null }));
    const after = await rowOf(id);
    expect(after).toMatchObject({ name: 'New', source_version: '2', revision: String(Number(before.revision) + 1) });
    expect(after.updated_at.getTime()).toBeGreaterThan(before.updated_at.getTime());
  });

  test('that changes nothing confirms the account, and is no change of it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('confirmed'));
    const { last_synced_at, source_version: _version, ...before } = await rowOf(id);
    await record(world, setup.alpha, aCustomer('confirmed', { sourceVersion: '2' }));
    const after = await rowOf(id);
    expect(after).toMatchObject({
      revision: before.revision,
      updated_at: before.updated_at,
      name: before.name,
      source_version: '2',
    });
    expect(after.last_synced_at.getTime()).toBeGreaterThan(last_synced_at.getTime());
    expect(await historyOf(id)).toHaveLength(2);
  });

  test('that is stale or refused leaves the row exactly as it is', async () => {
    const id = await copy(world, setup.alpha, aCustomer('late', { sourceVersion: '5' }));
    const before = await rowOf(id);
    const late = await record(world, setup.alpha, aCustomer('late', { sourceVersion: '4', name: 'Late' }));
    const conflicting = await record(world, setup.alpha, aCustomer('late', { sourceVersion: '5', name: 'Other' }));
    expect([late.outcome, conflicting.outcome]).toEqual(['STALE', 'REJECTED']);
    expect(await rowOf(id)).toEqual(before);
  });

  test('leaves its history lines in their order', async () => {
    const id = await copy(world, setup.alpha, aCustomer('lines'));
    await record(world, setup.alpha, aCustomer('lines', { sourceVersion: '2', name: 'New', status: 'SUSPENDED' }));
    expect((await historyOf(id)).slice(2)).toEqual([
      'Name updated from Alpha',
      "Account's Status Changed to Suspended due to changes on Alpha",
    ]);
  });
});

test('a refresh with another reseller’s pass writes nothing; with the own one it does', async () => {
  const id = await copy(world, setup.alpha, aCustomer('mine'));
  const loaded = (await loadAccounts(world.database.reader(admin), admin, [id])).get(id);
  if (!loaded) throw new Error('The account is not there');
  const taken = { ...loaded.account, name: 'Taken over' };
  const before = await rowOf(id);
  await withSyncGuard(world.database, calledBy(setup.beta.sync), (pass) => refreshAccounts(pass, [taken]));
  expect(await rowOf(id)).toEqual(before);
  await withSyncGuard(world.database, calledBy(setup.alpha.sync), (pass) => refreshAccounts(pass, [taken]));
  expect((await rowOf(id)).name).toBe('Taken over');
});

test('a change writes the fields that it names and no other, whatever else is put into it', async () => {
  const id = await copy(world, setup.alpha, aCustomer('named'));
  const before = await rowOf(id);
  const changes = { enableOrdering: false, id: setup.beta.accountId, source_version: 99, 'name = NULL; --': 1 };
  await withGuardedAccount(world.database, calledBy(admin), { action: 'EDIT', accountId: id, path: [] }, (pass) =>
    changeAccount(pass, changes as AccountChanges),
  );
  expect(await rowOf(id)).toEqual({
    ...before,
    enable_ordering: false,
    revision: String(Number(before.revision) + 1),
    updated_at: expect.any(Date),
  });
});
