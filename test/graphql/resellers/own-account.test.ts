import { aCustomer, admin, aReseller, record, type Setup, setUpResellers } from '../../support/resellers';
import { aBilledAccount, handOver, transfer } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const TERMS = { currency: 'USD', separateInvoices: false };
const aGamma = () => aReseller(world, { name: 'Gamma', ...TERMS });
const anOwn = (changes = {}) => aBilledAccount(world, setup.beta, { currency: 'USD', billToId: null, ...changes });
const SPARED = { code: 'ACTION_NOT_ALLOWED', reasons: ['TENANT_RESELLER_ACCOUNT'], action: null, retryable: false };
const LINES = [{ description: 'Work', quantity: '1', unitPrice: '10' }];

describe("S25: a tenant reseller's own account is nobody's customer", () => {
  test('the attack as it was found: it is neither billed to Beta nor handed to it, and Gamma can still copy', async () => {
    const gamma = await aGamma();
    const edit = { accountId: gamma.accountId, billToId: setup.beta.accountId };
    expect((await world.mutate(admin, 'updateAccount', edit)).userErrors).toMatchObject([
      { ...SPARED, path: ['input', 'billToId'], message: expect.stringContaining('Gamma') },
    ]);
    const { results } = await transfer(world, setup.beta, [handOver(gamma.accountId, 'gamma')]);
    expect(results[0].userErrors).toMatchObject([
      { code: SPARED.code, reasons: SPARED.reasons, path: ['input', 'accounts', '0', 'accountId'] },
    ]);
    const deletion = { sourceAccountId: 'gamma', sourceVersion: '1' };
    const deleted = await world.mutate(setup.beta.sync, 'deleteManagedAccount', deletion);
    expect(deleted.userErrors).toMatchObject([{ code: 'ACCOUNT_NOT_COPIED' }]);
    expect(await record(world, gamma, aCustomer('still'))).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });

  test.each([
    ['updateAccount', {}],
    ['createInvoice', { lines: LINES }],
  ])('%s to another Bill To is refused; to itself it is done', async (mutation, more) => {
    const { accountId } = await aGamma();
    const billedTo = (billToId: string) => world.mutate(admin, mutation, { accountId, billToId, ...more });
    for (const other of [setup.beta.accountId, await anOwn()]) {
      expect((await billedTo(other)).userErrors).toMatchObject([{ ...SPARED, path: ['input', 'billToId'] }]);
    }
    expect((await billedTo(accountId)).userErrors).toEqual([]);
  });

  test('an account that is billed to another one becomes no reseller’s own; one that pays itself does', async () => {
    const id = await anOwn({ billToId: setup.beta.accountId });
    const take = () => world.mutate(admin, 'createTenantReseller', { name: 'Taken', ...TERMS, accountId: id });
    expect((await take()).userErrors).toMatchObject([{ ...SPARED, path: ['input', 'accountId'] }]);
    expect((await world.mutate(admin, 'updateAccount', { accountId: id, billToId: id })).userErrors).toEqual([]);
    expect((await take()).userErrors).toEqual([]);
  });

  test('it may lie below another account, which is then not handed over', async () => {
    const gamma = await aGamma();
    const holding = await aBilledAccount(world, setup.beta, { currency: 'USD' });
    const below = { accountId: gamma.accountId, parentId: holding };
    expect((await world.mutate(admin, 'updateAccount', below)).userErrors).toEqual([]);
    const { results } = await transfer(world, setup.beta, [handOver(holding, 'holding')]);
    expect(results[0].userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });

  test('what is stored from before may be posted back with another change', async () => {
    const { accountId } = await aGamma();
    const billToId = setup.beta.accountId;
    await world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [accountId, billToId]);
    const edit = { accountId, billToId, enableOrdering: true };
    expect((await world.mutate(admin, 'updateAccount', edit)).userErrors).toEqual([]);
    expect((await world.mutate(admin, 'updateAccount', { accountId, billToId: null })).userErrors).toEqual([]);
  });
});
