import { aCustomer, admin, aReseller, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aBilledAccount, sell } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

/** What a database of the last version may hold: accounts that are billed to a managed one. Nothing is issued on it. */

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-03-15T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

let sources = 0;
async function aLeftover(changes = {}) {
  sources += 1;
  const managed = await copy(world, setup.alpha, aCustomer(`left-${sources}`));
  const own = await aBilledAccount(world, setup.alpha, { billToId: null, separateInvoices: false, ...changes });
  await sell(world, own);
  await world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [own, managed]);
  return { own, managed };
}

const LINES = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
const generate = (accountId: string, caller = admin as Parameters<World['mutate']>[0]) =>
  world.mutate(
    caller,
    'generateInvoices',
    { accountId },
    'invoices { account { id } billTo { id } lines { account { id } } }',
  );
const byHand = (accountId: string, caller = admin as Parameters<World['mutate']>[0]) =>
  world.mutate(caller, 'createInvoice', { accountId, lines: LINES });
const setBillTo = (accountId: string, billToId: string | null) =>
  world.mutate(admin, 'updateAccount', { accountId, billToId });

describe('S14: an own account that is billed to a managed one', () => {
  test.each([
    ['generateInvoices', generate, ['input', 'accountId']],
    ['createInvoice without a Bill To', byHand, ['input', 'billToId']],
  ] as const)('%s is refused and names the reseller; with another Bill To it is issued', async (_what, issue, path) => {
    const { own } = await aLeftover();
    expect((await issue(own)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path, message: expect.stringContaining('Alpha') },
    ]);
    await setBillTo(own, null);
    expect((await issue(own)).userErrors).toEqual([]);
  });

  test('tells nobody who manages a payer that is hidden from the caller', async () => {
    const { own, managed } = await aLeftover();
    await world.mutate(admin, 'updateAccount', { accountId: managed, responsibleUserId: null, permissionRuleId: null });
    for (const { userErrors } of [await generate(own, aUser('anna')), await byHand(own, aUser('anna'))]) {
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', message: expect.not.stringContaining('Alpha') }]);
    }
  });

  test('a payer that is hidden and the distributor’s own pays, as before', async () => {
    const hidden = await aBilledAccount(world, setup.alpha, { responsibleUserId: null, permissionRuleId: null });
    const own = await aBilledAccount(world, setup.alpha, { billToId: hidden });
    expect((await byHand(own, aUser('anna'))).userErrors).toEqual([]);
  });
});

test('S16, S17: a managed account shows and is billed its own lines alone, to its reseller', async () => {
  const { managed } = await aLeftover();
  const { account } = await world.ask(
    admin,
    `query ($id: ID!) { account(id: $id) { pendingInvoices { billTo { id } lines { account { id } } } } }`,
    { id: managed },
  );
  const alpha = { id: setup.alpha.accountId };
  const lines = [{ account: { id: managed } }, { account: { id: managed } }];
  expect(account.pendingInvoices).toEqual([{ billTo: alpha, lines }]);
  expect((await generate(managed)).invoices).toEqual([{ account: { id: managed }, billTo: alpha, lines }]);
});

describe("S25: a tenant reseller's own account that is billed to another one", () => {
  async function aLeftoverReseller() {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: false });
    const payer = await aBilledAccount(world, setup.alpha, { billToId: null });
    await sell(world, gamma.accountId);
    await world.mutate(admin, 'updateAccount', { accountId: gamma.accountId, separateInvoices: false });
    await world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [gamma.accountId, payer]);
    return { accountId: gamma.accountId, payer };
  }

  test('is not invoiced there, nor gathered by whoever pays; once it pays for itself it is invoiced', async () => {
    const { accountId, payer } = await aLeftoverReseller();
    expect((await generate(accountId)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await byHand(accountId)).userErrors).toMatchObject([{ reasons: ['TENANT_RESELLER_ACCOUNT'] }]);
    expect((await generate(payer)).userErrors).toMatchObject([{ code: 'NOTHING_TO_INVOICE' }]);
    await setBillTo(accountId, null);
    expect((await generate(accountId)).invoices).toMatchObject([{ billTo: { id: accountId } }]);
  });
});
