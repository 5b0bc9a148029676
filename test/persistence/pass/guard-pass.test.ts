import { withAdministratorGuard, withGuardedAccount, withSyncGuard } from '../../../src/guard/guard';
import { changeAccount } from '../../../src/persistence/accounts/account-writes';
import { insertContact } from '../../../src/persistence/accounts/contact-repository';
import { insertHistory } from '../../../src/persistence/accounts/history-repository';
import { text } from '../../../src/persistence/engine/column';
import { assertReads } from '../../../src/persistence/engine/reading-statement';
import { value } from '../../../src/persistence/engine/select';
import { sql } from '../../../src/persistence/engine/sql';
import type { AccountPass, GuardPass } from '../../../src/persistence/pass/guard-pass';
import { SETUP, write } from '../../../src/persistence/pass/writing';
import { insertSalesDocument } from '../../../src/persistence/selling/sales-document-repository';
import { endWithAccount } from '../../../src/persistence/selling/subscription-repository';
import { anna } from '../../support/contacts';
import { admin, anOwnAccount, type Setup, setUpResellers } from '../../support/resellers';
import { calledBy, createWorld, type World } from '../../support/world';

/** S22, the third layer: a pass is the only way to write, and writes only what it is for. */

let world: World;
let setup: Setup;
let id: string;
let other: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  id = await anOwnAccount(world);
  other = await anOwnAccount(world);
});
afterAll(() => world.close());

const withPass = <T>(action: AccountPass['action'], work: (pass: AccountPass) => Promise<T>) =>
  withGuardedAccount(world.database, calledBy(admin), { action, accountId: id, path: [] }, work);

const document = (accountId: string) => ({
  ...{ id: crypto.randomUUID(), accountId, kind: 'ORDER' as const, title: 'Order', currency: 'EUR', total: '1.00' },
  lines: [],
});
const contact = (accountId: string) => ({
  ...{ id: crypto.randomUUID(), accountId, firstName: null, lastName: 'X', email: null, phone: null, jobTitle: null },
});
const line = (accountId: string) => [{ accountId, lines: [{ kind: 'EDITED' as const, text: 'x' }] }];

test('writes what its action does and nothing that another action does', async () => {
  await withPass('CREATE_ORDER', (pass) => insertSalesDocument(pass, document(id)));
  await expect(withPass('EDIT', (pass) => insertSalesDocument(pass, document(id)))).rejects.toThrow('for EDIT');
  await withPass('ADD_CONTACT', (pass) => insertContact(pass, contact(id)));
  await expect(withPass('RELATE', (pass) => insertContact(pass, contact(id)))).rejects.toThrow('for RELATE');
  await withPass('EDIT', (pass) => changeAccount(pass, { enableOrdering: true }));
  await expect(withPass('EDIT', (pass) => changeAccount(pass, { status: 'SUSPENDED' }))).rejects.toThrow('for EDIT');
  await expect(withPass('SUSPEND', (pass) => changeAccount(pass, { name: 'New' }))).rejects.toThrow('for SUSPEND');
  await expect(withPass('EDIT', (pass) => endWithAccount(pass, id, '2026-01-01'))).rejects.toThrow('for EDIT');
  await expect(withPass('DELETE', (pass) => write(pass, SETUP, sql`DELETE FROM service_prices`))).rejects.toThrow(
    'for DELETE',
  );
});

test('writes to its account and to no other', async () => {
  await withPass('EDIT', (pass) => insertHistory(pass, 'root', line(id)));
  await expect(withPass('EDIT', (pass) => insertHistory(pass, 'root', line(other)))).rejects.toThrow('another one');
  await expect(withPass('DELETE', (pass) => endWithAccount(pass, other, '2026-01-01'))).rejects.toThrow('another one');
  await expect(withPass('CREATE_ORDER', (pass) => insertSalesDocument(pass, document(other)))).rejects.toThrow(
    'another one',
  );
});

test('knows its account, and who the history says did it', async () => {
  await withPass('EDIT', async (pass) => {
    expect([pass.accountId, pass.account]).toEqual([id, pass.loaded.account]);
    expect(pass.actor).toBe('root');
  });
  await withAdministratorGuard(world.database, calledBy(admin), async (pass) => expect(pass.actor).toBe('root'));
  await withSyncGuard(world.database, calledBy(setup.alpha.sync), async (pass) =>
    expect(pass.actor).toBe('Alpha Tenant Reseller'),
  );
});

test.each([
  ['a person’s reader', () => world.database.reader(admin)],
  ['a sync service’s reader', () => world.database.reader(setup.alpha.sync)],
])('%s sends no statement that writes', async (_whose, reader) => {
  await expect(reader().query(sql`UPDATE accounts SET name = 'x'`)).rejects.toThrow(
    'without a guard pass: UPDATE accounts',
  );
  await expect(reader().query(sql`SELECT 1 AS one`)).resolves.toEqual([{ one: 1 }]);
});

test.each<[string, (work: (pass: GuardPass) => Promise<unknown>) => Promise<unknown>]>([
  ['an account', (work) => withPass('EDIT', work)],
  ['the sync', (work) => withSyncGuard(world.database, calledBy(setup.alpha.sync), work)],
  ['an administrator', (work) => withAdministratorGuard(world.database, calledBy(admin), work)],
])('what a pass for %s reads with does not write; the pass does', async (_whose, run) => {
  const statement = sql`INSERT INTO account_history (account_id, kind, text, actor) SELECT id, 'EDITED', 'x', 'x'
    FROM accounts WHERE false`;
  await expect(run((pass) => pass.transaction.query(statement))).rejects.toThrow('without a guard pass: INSERT INTO');
  await expect(run((pass) => write(pass, { by: 'ANY', accounts: [] }, statement))).resolves.toEqual([]);
});

describe('a statement that writes is known', () => {
  test.each([
    'INSERT INTO accounts SELECT 1',
    'insert  into accounts values (1)',
    'WITH gone AS (DELETE FROM accounts RETURNING id) SELECT id FROM gone',
    'UPDATE accounts SET name = $1',
    'UPDATE accounts a SET name = $1',
    'UPDATE accounts AS a SET name = $1',
    'UPDATE ONLY public.accounts SET name = $1',
    'UPDATE "accounts" SET name = $1',
    'WITH x AS (SELECT 1)\n  UPDATE accounts SET name = $1',
    'MERGE INTO accounts USING x ON true WHEN MATCHED THEN DO NOTHING',
    'SELECT 1; TRUNCATE accounts',
    'ALTER TABLE accounts DISABLE TRIGGER ALL',
    'DROP TRIGGER t ON accounts',
    'GRANT ALL ON accounts TO x',
    'COPY accounts FROM STDIN',
    'UPDATE/**/accounts SET name = $1',
    'SELECT 1/**/; UPDATE/**/accounts SET name = $1',
    'UPDATE ONLY (accounts) SET name = $1',
    'WITH x AS (UPDATE ONLY (accounts) SET name = $1 RETURNING id) SELECT id FROM x',
    'DO $$ BEGIN DELETE FROM accounts; END $$',
    "SELECT E'\\' ; DELETE FROM accounts --'",
    'CALL something()',
    'SELECT * INTO copied FROM accounts',
    'LOCK TABLE accounts',
    'SET session_replication_role = replica',
    'COMMIT',
  ])('%s', (statement) => {
    expect(() => assertReads(statement)).toThrow('without a guard pass');
  });

  test.each([
    'SELECT id FROM accounts FOR UPDATE',
    'SELECT id FROM accounts a FOR NO KEY UPDATE OF a',
    'SELECT id FROM accounts FOR UPDATE SKIP LOCKED',
    'SELECT updated_at, created_at, last_update FROM accounts',
    "SELECT 'DELETE FROM accounts' AS text",
    'SELECT "drop" FROM accounts -- UPDATE accounts SET name',
    "SELECT set_config('lock_timeout', '500ms', true)",
    'WITH RECURSIVE above AS (SELECT 1 UNION SELECT 2) SELECT FROM above',
    '(SELECT 1) UNION ALL (SELECT 2) ORDER BY 1',
    "SELECT ';' AS text",
    'SELECT * FROM lock_accounts($1)',
  ])('and one that reads or locks goes through: %s', (statement) => {
    expect(() => assertReads(statement)).not.toThrow();
  });
});

test('only the guard opens a transaction, whatever the types were told', async () => {
  const opened = world.database.transaction(Symbol('forged') as never, calledBy(admin), async () => 'opened');
  await expect(opened).rejects.toThrow('Only the guard');
  await expect(withAdministratorGuard(world.database, calledBy(admin), async () => 'opened')).resolves.toBe('opened');
});

test('a guard lets no caller of another kind through, whatever the types were told', async () => {
  const work = jest.fn(async () => 'through');
  const user = calledBy(anna) as never;
  const sync = calledBy(setup.alpha.sync) as never;
  await expect(withAdministratorGuard(world.database, user, work)).rejects.toThrow('DISTRIBUTOR_USER');
  await expect(withAdministratorGuard(world.database, sync, work)).rejects.toThrow('RESELLER_SYNC');
  await expect(withSyncGuard(world.database, calledBy(admin) as never, work)).rejects.toThrow('ADMINISTRATOR');
  const settings = { action: 'EDIT', accountId: id, path: [] } as const;
  await expect(withGuardedAccount(world.database, sync, settings, work)).rejects.toThrow('RESELLER_SYNC');
  expect(work).not.toHaveBeenCalled();
  await expect(withSyncGuard(world.database, calledBy(setup.alpha.sync), work)).resolves.toBe('through');
});

test('a sync service’s reader is held to reading by the database too', async () => {
  const [row] = await world.database
    .reader(setup.alpha.sync)
    .query(sql`SELECT ${value('mode', text(), sql`current_setting('transaction_read_only')`)}`);
  expect(row).toEqual({ mode: 'on' });
});
