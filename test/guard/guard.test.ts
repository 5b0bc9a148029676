import { Client } from 'pg';
import type { Person } from '../../src/domain/caller';
import { DomainError, RequestError } from '../../src/domain/errors';
import type { AccountAction } from '../../src/domain/vocabulary';
import { withAdministratorGuard, withGuardedAccount, withSyncGuard } from '../../src/guard/guard';
import { changeAccount } from '../../src/persistence/accounts/account-writes';
import { insertHistory } from '../../src/persistence/accounts/history-repository';
import { integer } from '../../src/persistence/engine/column';
import { value } from '../../src/persistence/engine/select';
import { sql } from '../../src/persistence/engine/sql';
import type { AccountPass, GuardPass } from '../../src/persistence/pass/guard-pass';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../support/resellers';
import { aSync, aUser, calledBy, createWorld, type World } from '../support/world';

/** lock_not_available: what NOWAIT says of a locked row */
const LOCKED = '55P03';
const UNKNOWN_ID = '0197a000-0000-7000-8000-00000000dead';

let world: World;
let setup: Setup;
let copied: string;
let own: string;
let owner: Client;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  copied = await copy(world, setup.alpha);
  // The own account of a reseller without customers is an account of the distributor's like any other.
  own = setup.beta.accountId;
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** Whether another connection could have the row now. */
async function isLocked(id: string): Promise<boolean> {
  try {
    await owner.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE NOWAIT', [id]);
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: LOCKED });
    return true;
  }
}

function guarded<T>(
  accountId: unknown,
  action: AccountAction,
  work: (pass: AccountPass) => Promise<T>,
  caller: Person = admin,
) {
  return withGuardedAccount(
    world.database,
    calledBy(caller),
    { action, accountId, path: ['input', 'accountId'] },
    work,
  );
}

/** Runs a guarded action that is refused, and gives the refusal; its work must not run. */
async function refusalOf(accountId: unknown, action: AccountAction, caller: Person = admin) {
  const work = jest.fn(() => Promise.resolve());
  const error = await guarded(accountId, action, work, caller).catch((thrown: unknown) => thrown);
  expect(work).not.toHaveBeenCalled();
  if (!(error instanceof DomainError)) throw error;
  return error.refusals[0];
}

/** Everything that is stored, to see that nothing was written. */
async function everything(): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const contents: unknown[] = [];
  for (const { name } of tables) {
    contents.push(name, await world.sql(`SELECT t::text AS content FROM ${name} t ORDER BY t::text COLLATE "C"`));
  }
  return JSON.stringify(contents);
}

describe('while an action is under way', () => {
  test('the account’s row is locked, in the transaction that writes, and free again after it', async () => {
    expect(await isLocked(copied)).toBe(false);
    const seen = await guarded(copied, 'EDIT', async (pass) => {
      const [row] = await pass.transaction.query(sql`SELECT ${value('pid', integer(), sql`pg_backend_pid()`)}`);
      const holders = await world.sql<{ pid: number }>(
        `SELECT pid FROM pg_locks WHERE relation = 'accounts'::regclass AND mode = 'RowShareLock'`,
      );
      return { locked: await isLocked(copied), othersLocked: await isLocked(own), pid: row?.pid, holders };
    });
    expect(seen).toMatchObject({ locked: true, othersLocked: false });
    expect(seen.holders).toContainEqual({ pid: seen.pid });
    expect(await isLocked(copied)).toBe(false);
  });

  test('a second one on the same account waits, and sees what the first wrote', async () => {
    const order: string[] = [];
    const first = guarded(own, 'EDIT', async (pass) => {
      order.push('first begins');
      const second = guarded(own, 'EDIT', async ({ loaded }) => {
        order.push('second begins');
        return loaded.account.accountingNo;
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await changeAccount(pass, { accountingNo: 'of the first' });
      order.push('first ends');
      return { second };
    });
    const { second } = await first;
    expect(await second).toBe('of the first');
    expect(order).toEqual(['first begins', 'first ends', 'second begins']);
  });
});

describe('a pass', () => {
  test('is for the caller, the action and the account as it was when it was locked', async () => {
    const caller = aUser('anna');
    await guarded(
      copied.toUpperCase(),
      'RELATE',
      async (pass) => {
        expect(pass).toMatchObject({ caller, action: 'RELATE', loaded: { account: { id: copied } } });
      },
      caller,
    );
  });

  test.each([
    ['an account', (keep: (pass: GuardPass) => void) => guarded(copied, 'EDIT', async (pass) => keep(pass))],
    [
      'the sync',
      (keep: (pass: GuardPass) => void) =>
        withSyncGuard(world.database, calledBy(setup.alpha.sync), async (pass) => keep(pass)),
    ],
    [
      'an administrator',
      (keep: (pass: GuardPass) => void) =>
        withAdministratorGuard(world.database, calledBy(admin), async (pass) => keep(pass)),
    ],
  ])('for %s is void once its transaction has ended', async (_whom, run) => {
    const passes: GuardPass[] = [];
    await run((pass) => {
      expect(pass.transaction).toBeDefined();
      passes.push(pass);
    });
    expect(() => passes[0]?.transaction).toThrow('void');
    // Nothing that writes takes it any more.
    const line = { accountId: copied, lines: [{ kind: 'EDITED' as const, text: 'late' }] };
    await expect(insertHistory(passes[0] as GuardPass, 'late', [line])).rejects.toThrow('void');
  });

  test('is void also when its work has failed', async () => {
    const passes: GuardPass[] = [];
    const failing = guarded(copied, 'EDIT', async (pass) => {
      passes.push(pass);
      throw new Error('a fault');
    });
    await expect(failing).rejects.toThrow('a fault');
    expect(() => passes[0]?.transaction).toThrow('void');
  });
});

describe('a refused action runs no work and writes nothing', () => {
  test.each([
    'SYNCHRONIZE',
    'DELETE',
    'SUSPEND',
    'CREATE_OPPORTUNITY',
    'CREATE_OFFER',
    'CREATE_ORDER',
    'CREATE_SUBSCRIPTION',
  ] as const)('%s of a managed account; of an own one it runs', async (action) => {
    const before = await everything();
    const refusal = await refusalOf(copied, action);
    expect(refusal).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      action,
      reasons: ['MANAGED_BY_RESELLER'],
      path: ['input', 'accountId'],
      message: expect.stringContaining('Alpha'),
    });
    expect(refusal.retryable ?? false).toBe(false);
    expect(await everything()).toBe(before);
    expect(await guarded(own, action, async () => 'ran')).toBe('ran');
  });

  test('REACTIVATE of a managed account; of an own one that is suspended it runs', async () => {
    expect(await refusalOf(copied, 'REACTIVATE')).toMatchObject({
      reasons: ['MANAGED_BY_RESELLER', 'ALREADY_IN_STATUS'],
    });
    expect(await refusalOf(own, 'REACTIVATE')).toMatchObject({ reasons: ['ALREADY_IN_STATUS'] });
    await guarded(own, 'SUSPEND', (pass) => changeAccount(pass, { status: 'SUSPENDED' }));
    await guarded(own, 'REACTIVATE', (pass) => changeAccount(pass, { status: 'ACTIVE' }));
  });

  test('of a user whom the rule does not grant enough; of one with enough it runs (S8)', async () => {
    expect(await refusalOf(copied, 'EDIT', aUser('rita', 'readers'))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      reasons: ['INSUFFICIENT_ACCESS'],
    });
    expect(await guarded(copied, 'EDIT', async () => 'ran', aUser('bill', 'billing'))).toBe('ran');
  });

  test('of a hidden account exactly as of an unknown one, and of what is no id at all (S8, S21)', async () => {
    const stranger = aUser('stranger');
    const hidden = await refusalOf(copied, 'EDIT', stranger);
    expect(hidden).toMatchObject({ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'] });
    for (const id of [UNKNOWN_ID, 'c-1', '', null, undefined, 7]) {
      expect(await refusalOf(id, 'EDIT', stranger)).toEqual(hidden);
    }
  });

  test('decides on what holds once the lock is had, not on what held when it was asked', async () => {
    await owner.query('BEGIN');
    await owner.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [own]);
    const order = guarded(own, 'CREATE_ORDER', async () => 'ran').catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await owner.query(
      `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = 'own', origin = 'TRANSFERRED_TO_RESELLER',
         managed_since = now() WHERE id = $1`,
      [own, setup.alpha.id],
    );
    await owner.query('COMMIT');
    expect(await order).toMatchObject({ refusals: [{ reasons: ['MANAGED_BY_RESELLER'] }] });
    await owner.query(
      `UPDATE accounts SET tenant_reseller_id = NULL, source_account_id = NULL, origin = NULL, managed_since = NULL
       WHERE id = $1`,
      [own],
    );
    expect(await guarded(own, 'CREATE_ORDER', async () => 'ran')).toBe('ran');
  });
});

test('what was written is taken back when the work fails; it stays when the work succeeds', async () => {
  const write = (pass: AccountPass) => changeAccount(pass, { enableOrdering: false });
  const before = await everything();
  const failing = guarded(copied, 'EDIT', async (pass) => {
    await write(pass);
    throw new Error('a fault');
  });
  await expect(failing).rejects.toThrow('a fault');
  expect(await everything()).toBe(before);
  await guarded(copied, 'ADD_CONTACT', (pass) =>
    insertHistory(pass, 'root', [{ accountId: copied, lines: [{ kind: 'EDITED', text: 'It stays' }] }]),
  );
  expect(await world.sql(`SELECT FROM account_history WHERE text = 'It stays'`)).toHaveLength(1);
});

test('a sync of a reseller that is not here gets no pass; one of a reseller that is gets its own', async () => {
  const work = jest.fn(() => Promise.resolve());
  await expect(withSyncGuard(world.database, calledBy(aSync(UNKNOWN_ID)), work)).rejects.toBeInstanceOf(RequestError);
  expect(work).not.toHaveBeenCalled();
  const reseller = await withSyncGuard(world.database, calledBy(setup.beta.sync), async (pass) => pass.reseller);
  expect(reseller).toMatchObject({ id: setup.beta.id, name: 'Beta', currency: 'USD' });
});

test('DELETE spares a reseller’s own account while customers are billed to it (S25)', async () => {
  await copy(world, setup.beta, aCustomer('c-guard'));
  expect(await refusalOf(own, 'DELETE')).toMatchObject({ reasons: ['TENANT_RESELLER_ACCOUNT'] });
});
