import { aCustomer, admin, copy, everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
import { aBilledAccount, aTransferredAccount, handOver, transfer } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

let sources = 0;
const aCopy = (changes = {}) => {
  sources += 1;
  return copy(world, setup.alpha, aCustomer(`named-${sources}`, changes));
};
const anOwn = (changes = {}) => aBilledAccount(world, setup.beta, { billToId: null, ...changes });
const LINES = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
const MANAGED = {
  copied: () => aCopy(),
  transferred: async () => (await aTransferredAccount(world, setup.alpha, `named-t-${sources}`)).id,
};

/** The writes that name an account beside the one that they are done to, and at which field. */
const WRITES: Readonly<Record<string, (named: string) => Promise<[string, Record<string, unknown>, string]>>> = {
  'updateAccount to its Bill To': async (billToId) => [
    'updateAccount',
    { accountId: await anOwn(), billToId },
    'billToId',
  ],
  'updateAccount to its parent': async (parentId) => [
    'updateAccount',
    { accountId: await anOwn(), parentId },
    'parentId',
  ],
  'createAccount with a Bill To': async (billToId) => [
    'createAccount',
    { name: 'X', currency: 'EUR', billToId },
    'billToId',
  ],
  'createAccount with a parent': async (parentId) => [
    'createAccount',
    { name: 'X', currency: 'EUR', parentId },
    'parentId',
  ],
  'createInvoice to a Bill To': async (billToId) => [
    'createInvoice',
    { accountId: await anOwn(), billToId, lines: LINES },
    'billToId',
  ],
};

describe.each(Object.entries(WRITES))('A31: %s', (_name, write) => {
  test.each(Object.entries(MANAGED))(
    'that is %s is refused, names the reseller, and writes nothing',
    async (_how, make) => {
      const [mutation, input, field] = await write(await make());
      const before = await everyRow(world);
      const { userErrors } = await world.mutate(admin, mutation, input);
      expect(userErrors).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', field], retryable: false, message: expect.stringContaining('Alpha') },
      ]);
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );

  test("that is an own account, or a reseller's, is done", async () => {
    for (const named of [await anOwn(), setup.alpha.accountId]) {
      const [mutation, input] = await write(named);
      expect((await world.mutate(admin, mutation, input)).userErrors).toEqual([]);
    }
  });
});

describe('A31: an account that others name', () => {
  test.each(['billToId', 'parentId'])('by %s is not handed over; once they have left it, it is', async (field) => {
    const id = await aBilledAccount(world, setup.alpha);
    const other = await anOwn({ [field]: id });
    const hand = async () =>
      (await transfer(world, setup.alpha, [handOver(id, `left ${field}`)])).results[0].userErrors;
    expect(await hand()).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'accounts', '0', 'accountId'] }]);
    expect((await world.mutate(admin, 'updateAccount', { accountId: other, [field]: null })).userErrors).toEqual([]);
    expect(await hand()).toEqual([]);
  });
});

test('A31: the attack as it was found: the first step is refused, and nothing is billed to the managed account', async () => {
  const [own, managed] = [await anOwn({ separateInvoices: false }), await aCopy()];
  const edited = await world.mutate(admin, 'updateAccount', { accountId: own, billToId: managed });
  expect(edited.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  const terms = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
  await world.mutate(admin, 'createSubscription', { accountId: own, ...terms });
  for (const accountId of [own, managed]) await world.mutate(admin, 'generateInvoices', { accountId });
  const billed = await world.sql('SELECT account_id, bill_to_id FROM invoices WHERE account_id = ANY ($1::uuid[])', [
    [own, managed],
  ]);
  expect(billed).toContainEqual({ account_id: own, bill_to_id: own });
  expect(billed.filter(({ bill_to_id }) => bill_to_id === managed)).toEqual([]);
});

test('S8: a managed account that is hidden is none: NOT_FOUND, and no word of who manages it', async () => {
  const hidden = await aCopy();
  await world.mutate(admin, 'updateAccount', { accountId: hidden, responsibleUserId: null, permissionRuleId: null });
  const accountId = await anOwn();
  const edit = (caller: Parameters<World['mutate']>[0], billToId: string) =>
    world.mutate(caller, 'updateAccount', { accountId, billToId });
  const { userErrors } = await edit(aUser('anna'), hidden);
  expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'billToId'] }]);
  expect(userErrors[0].message).not.toContain('Alpha');
  expect((await edit(admin, hidden)).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
});

describe('S21: a circle', () => {
  test.each(['billToId', 'parentId'])('of %s over three accounts is refused where it would close', async (field) => {
    const first = await anOwn();
    const second = await anOwn({ [field]: first });
    const third = await anOwn({ [field]: second });
    const edit = (accountId: string, named: string | null) =>
      world.mutate(admin, 'updateAccount', { accountId, [field]: named });
    for (const named of [second, third]) {
      expect((await edit(first, named)).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', field], message: expect.stringContaining('circle') },
      ]);
    }
    expect((await edit(second, null)).userErrors).toEqual([]);
    expect((await edit(first, third)).userErrors).toEqual([]);
  });

  test('of one account is none when it pays for itself, and is one when it is its own parent', async () => {
    const id = await anOwn();
    const edit = (change: object) => world.mutate(admin, 'updateAccount', { accountId: id, ...change });
    expect((await edit({ billToId: id })).userErrors).toEqual([]);
    expect((await edit({ parentId: id })).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });
});

describe('S15: what is stored from before', () => {
  test('may be posted back with another change; it may be mended, and not be made worse', async () => {
    const [id, managed, other] = [await anOwn(), await aCopy(), await aCopy()];
    await world.sql('UPDATE accounts SET bill_to_id = $2, parent_id = $2 WHERE id = $1', [id, managed]);
    const edit = (change: object) => world.mutate(admin, 'updateAccount', { accountId: id, ...change });
    expect((await edit({ name: 'New', billToId: managed, parentId: managed })).userErrors).toEqual([]);
    expect((await edit({ billToId: other })).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect((await edit({ billToId: null, parentId: null })).userErrors).toEqual([]);
  });
});
