import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCheckReferencesProgram } from '../../src/cli/check-references-program';
import { packageRoot } from '../../src/config/package-root';
import { REFERENCE_FAULTS, type ReferenceFaultKind } from '../../src/persistence/integrity/account-references';
import { checkReferences } from '../../src/persistence/set-up/check-references';
import { createEmptyDatabase } from '../support/connections';
import { announce, complete } from '../support/moves';
import { aCustomer, admin, aReseller, copy, everyRow, record, type Setup, setUpResellers } from '../support/resellers';
import { aBilledAccount, aTransferredAccount } from '../support/transfers';
import { createWorld, type World } from '../support/world';
import { runProgram } from './run-program';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

async function run(env: NodeJS.ProcessEnv, ...argv: string[]) {
  return runProgram(runCheckReferencesProgram, argv, env);
}

let sources = 0;
const aCopy = () => {
  sources += 1;
  return copy(world, setup.alpha, aCustomer(`checked-${sources}`));
};
const anOwn = (changes = {}) => aBilledAccount(world, setup.alpha, { billToId: null, ...changes });
const aGamma = () => aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
const set = (id: string, changes: Record<string, string>) =>
  world.sql(
    `UPDATE accounts a SET bill_to_id = n.bill_to_id, parent_id = n.parent_id, tenant_reseller_id = n.tenant_reseller_id,
       source_account_id = n.source_account_id, origin = n.origin, managed_since = n.managed_since
     FROM accounts o, jsonb_populate_record(o, $2) n WHERE a.id = $1 AND o.id = a.id`,
    [id, JSON.stringify(changes)],
  );
const managedBy = (reseller: { id: string; accountId: string }, id: string) => ({
  tenant_reseller_id: reseller.id,
  source_account_id: `by hand ${id}`,
  origin: 'TRANSFERRED_TO_RESELLER',
  managed_since: '2026-01-01T00:00:00Z',
  parent_id: reseller.accountId,
  bill_to_id: reseller.accountId,
});

let issued = 0;
/** An invoice on an account, with a line for another one, as the last version issued it. */
async function issue(on: string, billTo: string, charged: string): Promise<string> {
  issued += 1;
  const number = `2026-9${String(issued).padStart(5, '0')}`;
  const id = crypto.randomUUID();
  await world.sql(
    `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
     VALUES ($1, $2, $3, $4, '2026-11-01', 'EUR', 1)`,
    [on, id, number, billTo],
  );
  await world.sql(
    `INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount, charged_account_id)
     VALUES ($1, $2, 1, 'Left over', 1, 1, 1, $3)`,
    [on, id, charged],
  );
  return number;
}

type Arranged = { readonly accountId: string; readonly otherId: string | null; readonly invoice?: string };

/** Each kind of finding, as SQL leaves it: the account, and what it names. */
const ARRANGE: Readonly<Record<ReferenceFaultKind, () => Promise<Arranged>>> = {
  BILLED_TO_MANAGED: async () => {
    const [accountId, otherId] = [await anOwn(), await aCopy()];
    await set(accountId, { bill_to_id: otherId });
    return { accountId, otherId };
  },
  BELOW_MANAGED: async () => {
    const [accountId, otherId] = [await anOwn(), await aCopy()];
    await set(accountId, { parent_id: otherId });
    return { accountId, otherId };
  },
  MANAGED_NOT_BILLED_TO_ITS_RESELLER: async () => {
    const [accountId, otherId] = [await aCopy(), await anOwn()];
    await set(accountId, { bill_to_id: otherId });
    return { accountId, otherId };
  },
  MANAGED_NOT_BELOW_ITS_RESELLER: async () => {
    const [accountId, otherId] = [await aCopy(), await anOwn()];
    await set(accountId, { parent_id: otherId });
    return { accountId, otherId };
  },
  RESELLERS_OWN_IS_MANAGED: async () => {
    const { accountId } = await aGamma();
    await set(accountId, managedBy(setup.alpha, accountId));
    return { accountId, otherId: setup.alpha.accountId };
  },
  RESELLERS_OWN_IS_BILLED_TO_ANOTHER: async () => {
    const { accountId } = await aGamma();
    await set(accountId, { bill_to_id: setup.alpha.accountId });
    return { accountId, otherId: setup.alpha.accountId };
  },
  MANAGED_WAS_CHARGED_TO_ANOTHER: async () => {
    const [accountId, otherId] = [await aCopy(), await anOwn()];
    return { accountId, otherId, invoice: await issue(accountId, otherId, accountId) };
  },
  MANAGED_WAS_CHARGED_FOR_ANOTHER: async () => {
    const [accountId, otherId] = [await aCopy(), await anOwn()];
    return { accountId, otherId, invoice: await issue(otherId, accountId, otherId) };
  },
  RESELLERS_OWN_WAS_CHARGED_TO_ANOTHER: async () => {
    const [{ accountId }, otherId] = [await aGamma(), await anOwn()];
    return { accountId, otherId, invoice: await issue(accountId, otherId, accountId) };
  },
  CIRCLE_OF_PARENTS: async () => {
    const [one, other] = [await anOwn(), await anOwn()].sort();
    await set(one ?? '', { parent_id: other ?? '' });
    await set(other ?? '', { parent_id: one ?? '' });
    return { accountId: one ?? '', otherId: other ?? null };
  },
  CIRCLE_OF_BILL_TO: async () => {
    const [one, other] = [await anOwn(), await anOwn()].sort();
    await set(one ?? '', { bill_to_id: other ?? '' });
    await set(other ?? '', { bill_to_id: one ?? '' });
    return { accountId: one ?? '', otherId: other ?? null };
  },
};

async function clean(): Promise<void> {
  for (const table of ['invoice_lines', 'invoices']) await world.sql(`DELETE FROM ${table}`);
  await world.sql(
    `UPDATE accounts SET bill_to_id = NULL, parent_id = NULL, tenant_reseller_id = NULL, source_account_id = NULL,
       origin = NULL, managed_since = NULL WHERE tenant_reseller_id IS NULL OR id IN (SELECT account_id FROM tenant_resellers)`,
  );
  await world.sql(
    `UPDATE accounts a SET bill_to_id = t.account_id, parent_id = t.account_id FROM tenant_resellers t
     WHERE t.id = a.tenant_reseller_id`,
  );
}

describe('reseller-accounts db:check-references', () => {
  afterEach(clean);

  test('finds nothing in what the mutations make, and says so', async () => {
    const holding = await anOwn();
    await anOwn({ parentId: holding, billToId: holding });
    await world.mutate(admin, 'updateAccount', { accountId: holding, billToId: holding });
    await aCopy();
    const { id } = await aTransferredAccount(world, setup.alpha, 'checked');
    const lines = [{ description: 'Work', quantity: '1', unitPrice: '1' }];
    await world.mutate(admin, 'createInvoice', { accountId: id, lines });
    const before = await everyRow(world);
    for (const url of [world.ownerUrl, world.portalUrl]) {
      expect(await run({ DATABASE_URL: url })).toEqual({
        code: 0,
        stdout: '',
        stderr: 'No account and no invoice stands against the rules.\n',
      });
    }
    expect(await everyRow(world)).toEqual(before);
  });

  test('leaves alone what was issued before an account was managed, or a reseller’s own', async () => {
    const [payer, taken] = [await anOwn(), await anOwn()];
    const managed = await aBilledAccount(world, setup.alpha, { billToId: null });
    await issue(managed, payer, managed);
    await issue(taken, payer, taken);
    const since = { ...managedBy(setup.alpha, managed), managed_since: new Date(Date.now() + 1000).toISOString() };
    await set(managed, since);
    const terms = { name: 'Taken', currency: 'EUR', separateInvoices: true, accountId: taken };
    expect((await world.mutate(admin, 'createTenantReseller', terms)).userErrors).toEqual([]);
    expect(await checkReferences(world.ownerUrl)).toEqual([]);
  });

  test('leaves alone a credit note after a move: it is billed as its invoice is', async () => {
    const gamma = await aGamma();
    const id = await aCopy();
    const { invoices } = await world.mutate(
      admin,
      'generateInvoices',
      { accountId: id },
      'invoices { id lines { id } }',
    );
    const [invoice] = invoices;
    expect([await announce(world, gamma, id, 'moved'), await complete(world, id)]).toEqual([[], []]);
    const note = {
      ...{ accountId: id, invoiceId: invoice.id, reason: 'Moved' },
      lines: [{ invoiceLineId: invoice.lines[0].id, amount: '1.00' }],
    };
    const selection = 'invoice { billTo { id } }';
    expect((await world.mutate(admin, 'createCreditNote', note, selection)).invoice.billTo.id).toBe(
      setup.alpha.accountId,
    );
    expect(await checkReferences(world.ownerUrl)).toEqual([]);
  });

  test.each(REFERENCE_FAULTS)(
    '%s: finds it alone, prints a line with the ids and what to do, exits with 1',
    async (kind) => {
      const { accountId, otherId, invoice = null } = await ARRANGE[kind]();
      expect(await checkReferences(world.portalUrl)).toMatchObject([{ kind, accountId, otherId, invoice }]);
      const { code, stdout, stderr } = await run({ MIGRATION_DATABASE_URL: world.ownerUrl });
      expect([code, stderr]).toEqual([1, '1 finding.\n']);
      expect(stdout).toMatch(/^account [^\n]+\. [^\n]+\.\n$/);
      for (const named of [accountId, otherId, invoice]) expect(stdout).toContain(named ?? '');
      expect(stdout).not.toMatch(/null|undefined/);
    },
  );

  test('what the README has for a reseller’s own account that another one deleted lets that reseller copy again', async () => {
    const gamma = await aGamma();
    await set(gamma.accountId, managedBy(setup.alpha, gamma.accountId));
    await world.sql("UPDATE accounts SET status = 'DELETED', deletion_date = '2026-11-01' WHERE id = $1", [
      gamma.accountId,
    ]);
    const refused = await record(world, gamma, aCustomer('again'));
    expect(refused.userErrors).toMatchObject([{ code: 'ACCOUNT_DELETED' }]);
    const [, sql = ''] =
      /```sql\n(UPDATE accounts.*?)```/s.exec(readFileSync(join(packageRoot(), 'README.md'), 'utf8')) ?? [];
    await world.sql(sql.replaceAll(':account', `'${gamma.accountId}'`));
    expect(await checkReferences(world.ownerUrl)).toEqual([]);
    expect(await record(world, gamma, aCustomer('again'))).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });

  test('an own account of somebody else’s on an invoice of a managed account is found as well', async () => {
    const [managed, other] = [await aCopy(), await anOwn()];
    const invoice = await issue(managed, setup.alpha.accountId, other);
    expect(await checkReferences(world.ownerUrl)).toMatchObject([
      { kind: 'MANAGED_WAS_CHARGED_FOR_ANOTHER', accountId: managed, otherId: other, invoice },
    ]);
  });
});

describe('reseller-accounts db:check-references says in a line what is wrong, and exits with 1:', () => {
  test.each<[string, () => NodeJS.ProcessEnv, string]>([
    ['no URL', () => ({}), 'MIGRATION_DATABASE_URL: not set'],
    ['a login that does not see all', () => ({ DATABASE_URL: world.syncUrl }), 'does not see every account'],
    ['nobody there', () => ({ DATABASE_URL: 'postgresql://owner:s3cret@127.0.0.1:1/accounts' }), 'listens'],
    ['a URL that is none', () => ({ DATABASE_URL: 'somewhere' }), 'DATABASE_URL: got a value that is not shown'],
  ])('%s', async (_what, env, words) => {
    const { code, stdout, stderr } = await run(env());
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/ {4}at |s3cret/);
  });

  test('a database without our tables', async () => {
    const empty = await createEmptyDatabase();
    const { code, stderr } = await run({}, '--url', empty.url);
    await empty.drop();
    expect([code, stderr]).toEqual([1, expect.stringContaining('reseller-accounts db:setup makes the tables')]);
  });

  test('a call that makes no sense, with 2', async () => {
    expect((await run({}, '--everything')).code).toBe(2);
    expect((await run({}, '--help')).code).toBe(0);
  });
});
