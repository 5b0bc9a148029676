import { randomUUID } from 'node:crypto';
import { admin, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const create = (input: Record<string, unknown>) =>
  world.mutate(
    admin,
    'createAccount',
    { name: 'Own GmbH', currency: 'EUR', ...input },
    `account { id name accountingNo email billingAddress { city } currency status enableOrdering separateInvoices
       parent { id } billTo { id } responsibleUser { id } permissionRule { id } managedByReseller { ribbon }
       lockedFields allowedActions history(first: 5) { edges { node { text actor } } } }`,
  );

const countAccounts = () => world.sql('SELECT count(*) FROM accounts');

describe('createAccount', () => {
  test("makes an account of the distributor's own, with what the API options say", async () => {
    const { account, userErrors } = await create({
      accountingNo: 'O-1',
      billingAddress: { city: 'Bonn', country: 'DE' },
    });
    expect(userErrors).toEqual([]);
    expect(account).toMatchObject({
      name: 'Own GmbH',
      accountingNo: 'O-1',
      email: null,
      billingAddress: { city: 'Bonn' },
      currency: 'EUR',
      status: 'ACTIVE',
      enableOrdering: false,
      separateInvoices: true,
      parent: null,
      billTo: null,
      responsibleUser: { id: 'anna' },
      permissionRule: { id: setup.ruleId },
      managedByReseller: null,
      lockedFields: [],
      history: { edges: [{ node: { text: 'Created', actor: 'root' } }] },
    });
    expect(account.allowedActions).toEqual([
      'SYNCHRONIZE',
      'DELETE',
      'SUSPEND',
      'CREATE_OPPORTUNITY',
      'CREATE_OFFER',
      'CREATE_ORDER',
      'CREATE_SUBSCRIPTION',
      'EDIT',
      'GENERATE_INVOICES',
      'VIEW_PENDING_INVOICES',
      'CREATE_INVOICE',
      'ADD_CONTACT',
      'RELATE',
    ]);
  });

  test('takes what is sent instead, null included', async () => {
    const { account } = await create({
      parentId: setup.alpha.accountId,
      billToId: setup.alpha.accountId,
      responsibleUserId: null,
      permissionRuleId: null,
      enableOrdering: true,
      separateInvoices: false,
    });
    expect(account).toMatchObject({
      parent: { id: setup.alpha.accountId },
      billTo: { id: setup.alpha.accountId },
      responsibleUser: null,
      permissionRule: null,
      enableOrdering: true,
      separateInvoices: false,
      managedByReseller: null,
    });
  });

  test('registers the id that another subgraph knows, once', async () => {
    const id = randomUUID();
    expect((await create({ id: id.toUpperCase() })).account.id).toBe(id);
    const before = await countAccounts();
    expect(await create({ id, name: 'Other' })).toMatchObject({
      account: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'id'] }],
    });
    expect(await countAccounts()).toEqual(before);
  });

  test('with an idempotency key makes one account, also when both calls run at once', async () => {
    const before = await countAccounts();
    const twice = await Promise.all([
      create({ name: 'Once', idempotencyKey: 'k-1' }),
      create({ name: 'Once', idempotencyKey: 'k-1' }),
    ]);
    expect(twice[0].account.id).toBe(twice[1].account.id);
    expect(await create({ name: 'Twice', idempotencyKey: 'k-1' })).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
    expect(Number((await countAccounts())[0]?.count) - Number(before[0]?.count)).toBe(1);
  });

  test.each([
    ['a blank name', { name: ' ' }, 'INVALID_INPUT', ['input', 'name']],
    ['a NUL', { email: 'a\0' }, 'INVALID_INPUT', ['input', 'email']],
    ['an unknown currency', { currency: 'EURO' }, 'INVALID_INPUT', ['input', 'currency']],
    ['an id that is no UUID', { id: 'account-7' }, 'INVALID_INPUT', ['input', 'id']],
    ['a parent that is no UUID', { parentId: 'account-7' }, 'INVALID_INPUT', ['input', 'parentId']],
    ['an unknown parent', { parentId: randomUUID() }, 'NOT_FOUND', ['input', 'parentId']],
    ['an unknown Bill To', { billToId: randomUUID() }, 'NOT_FOUND', ['input', 'billToId']],
    ['an unknown rule', { permissionRuleId: randomUUID() }, 'NOT_FOUND', ['input', 'permissionRuleId']],
    [
      'an unknown custom field',
      { customFields: [{ code: 'x', value: 1 }] },
      'CUSTOM_FIELD_UNKNOWN',
      ['input', 'customFields', 'x'],
    ],
  ])('with %s is refused and nothing is stored', async (_what, input, code, path) => {
    const before = await countAccounts();
    expect(await create(input)).toMatchObject({ account: null, userErrors: [{ code, path }] });
    expect(await countAccounts()).toEqual(before);
  });
});
