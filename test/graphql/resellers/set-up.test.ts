import { randomUUID } from 'node:crypto';
import {
  aCustomer,
  admin,
  copy,
  everyRow,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const user = aUser('gert');

describe('permission rules', () => {
  const RULE = 'permissionRule { id name grants { principal principalId access } }';
  const GRANTS = [
    { principal: 'USER', principalId: 'zoe', access: 'FULL' },
    { principal: 'GROUP', principalId: 'a-group', access: 'READ' },
    { principal: 'USER', principalId: 'a-group', access: 'EDIT' },
  ];
  const save = (input: Record<string, unknown>) =>
    world.mutate(admin, 'savePermissionRule', { name: 'Rule', grants: GRANTS, ...input }, RULE);

  test('are added, replaced with name and grants, and listed by name to everyone of the distributor', async () => {
    const added = await save({ name: 'Zebra' });
    expect(added).toEqual({
      permissionRule: { id: expect.any(String), name: 'Zebra', grants: GRANTS },
      userErrors: [],
    });
    const { id } = added.permissionRule;
    const replaced = { name: 'Antelope', grants: GRANTS.slice(2) };
    expect(await save({ permissionRuleId: id.toUpperCase(), ...replaced })).toEqual({
      permissionRule: { id, ...replaced },
      userErrors: [],
    });
    const { permissionRules } = await world.ask(user, '{ permissionRules { id name } }');
    expect(permissionRules).toEqual([
      { id, name: 'Antelope' },
      { id: setup.ruleId, name: 'Billing team' },
    ]);
  });

  test('may have no grants: then the rule gives nobody anything', async () => {
    expect(await save({ grants: [] })).toMatchObject({ permissionRule: { grants: [] }, userErrors: [] });
  });

  test.each([
    ['a blank name', { name: ' ' }, ['name'], 'INVALID_INPUT'],
    ['a NUL in the name', { name: 'a\0b' }, ['name'], 'INVALID_INPUT'],
    ['a name of 256 characters', { name: 'n'.repeat(256) }, ['name'], 'INVALID_INPUT'],
    [
      'a blank user',
      { grants: [GRANTS[0], { ...GRANTS[0], principalId: '' }] },
      ['grants', '1', 'principalId'],
      'INVALID_INPUT',
    ],
    [
      'a NUL in a user',
      { grants: [{ ...GRANTS[0], principalId: 'a\0b' }] },
      ['grants', '0', 'principalId'],
      'INVALID_INPUT',
    ],
    ['the same user twice', { grants: [GRANTS[0], { ...GRANTS[0], access: 'READ' }] }, ['grants'], 'INVALID_INPUT'],
    ['a rule that is not there', { permissionRuleId: randomUUID() }, ['permissionRuleId'], 'NOT_FOUND'],
    ['an id that is no UUID', { permissionRuleId: 'Billing team' }, ['permissionRuleId'], 'INVALID_INPUT'],
    ['an empty id, which is not the same as none', { permissionRuleId: '' }, ['permissionRuleId'], 'INVALID_INPUT'],
  ])('with %s are refused with their path, and nothing is stored', async (_what, input, path, code) => {
    const before = await everyRow(world);
    expect(await save(input)).toMatchObject({
      permissionRule: null,
      userErrors: [{ code, path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('API options', () => {
  const OPTIONS = 'apiOptions { entity responsibleUser { id } permissionRule { id name } }';
  const set = (input: Record<string, unknown>) =>
    world.mutate(admin, 'setApiOptions', { entity: 'ACCOUNT', ...input }, OPTIONS);
  const both = () => ({ responsibleUserId: 'anna', permissionRuleId: setup.ruleId });
  afterEach(() => set(both()));

  test('are set, and shown to everyone of the distributor', async () => {
    const expected = {
      entity: 'ACCOUNT',
      responsibleUser: { id: 'bert' },
      permissionRule: { id: setup.ruleId, name: 'Billing team' },
    };
    expect(await set({ ...both(), responsibleUserId: 'bert' })).toEqual({ apiOptions: expected, userErrors: [] });
    expect(await world.ask(user, `{ ${OPTIONS} }`)).toEqual({ apiOptions: expected });
    expect(await world.ask(user, `{ ${OPTIONS.replace('apiOptions', 'apiOptions(entity: ACCOUNT)')} }`)).toEqual({
      apiOptions: expected,
    });
  });

  test('hold for copies from then on and change none that is here', async () => {
    const before = await copy(world, setup.alpha, aCustomer('before'));
    await set({ ...both(), responsibleUserId: 'bert' });
    const after = await copy(world, setup.alpha, aCustomer('after'));
    expect(await see(world, admin, before, 'responsibleUser { id }')).toEqual({ responsibleUser: { id: 'anna' } });
    expect(await see(world, admin, after, 'responsibleUser { id }')).toEqual({ responsibleUser: { id: 'bert' } });
  });

  test.each([
    ['null', { responsibleUserId: null, permissionRuleId: null }],
    ['what is left out', {}],
  ])('are unset by %s', async (_what, input) => {
    expect(await set(input)).toEqual({
      apiOptions: { entity: 'ACCOUNT', responsibleUser: null, permissionRule: null },
      userErrors: [],
    });
  });

  test.each([
    ['a rule that is not there', { permissionRuleId: randomUUID() }, 'permissionRuleId', 'NOT_FOUND'],
    ['a rule that is no UUID', { permissionRuleId: 'Billing team' }, 'permissionRuleId', 'INVALID_INPUT'],
    ['an empty rule', { permissionRuleId: '' }, 'permissionRuleId', 'INVALID_INPUT'],
    ['a NUL in the user', { responsibleUserId: 'a\0b' }, 'responsibleUserId', 'INVALID_INPUT'],
    ['a lone surrogate in the user', { responsibleUserId: '\udfff' }, 'responsibleUserId', 'INVALID_INPUT'],
  ])('with %s are refused with their path, and stay as they are', async (_what, input, field, code) => {
    const before = await everyRow(world);
    expect(await set({ ...both(), ...input })).toMatchObject({
      apiOptions: null,
      userErrors: [{ code, path: ['input', field], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('services', () => {
  const SERVICE = 'service { id sku name prices { currency billingPeriod amount } }';
  const PRICE = { currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.50' };
  const save = (input: Record<string, unknown>) =>
    world.mutate(admin, 'saveService', { sku: 'NEW', name: 'New', prices: [PRICE], ...input }, SERVICE);

  test('are added, and replaced with name and prices by their sku', async () => {
    const added = await save({});
    expect(added).toEqual({
      service: { id: expect.any(String), sku: 'NEW', name: 'New', prices: [PRICE] },
      userErrors: [],
    });
    const prices = [
      { currency: 'EUR', billingPeriod: 'ANNUAL', amount: '0' },
      { currency: 'JPY', billingPeriod: 'MONTHLY', amount: '999999999999.999999' },
    ];
    expect(await save({ name: 'Newer', prices })).toEqual({
      service: { id: added.service.id, sku: 'NEW', name: 'Newer', prices },
      userErrors: [],
    });
    expect(await save({ sku: 'new' })).not.toMatchObject({ service: { id: added.service.id } });
  });

  test('may have no price: then nobody can buy them', async () => {
    expect(await save({ prices: [] })).toMatchObject({ service: { prices: [] }, userErrors: [] });
  });

  test.each([
    ['a blank sku', { sku: ' ' }, ['sku']],
    ['a NUL in the sku', { sku: 'a\0b' }, ['sku']],
    ['a blank name', { name: '' }, ['name']],
    ['a lone surrogate in the name', { name: '\ud800' }, ['name']],
    [
      'a negative price',
      { prices: [PRICE, { ...PRICE, currency: 'USD', amount: '-0.01' }] },
      ['prices', '1', 'amount'],
    ],
    ['a price that is no number', { prices: [{ ...PRICE, amount: 'free' }] }, ['prices', '0', 'amount']],
    ['a price that is not a number', { prices: [{ ...PRICE, amount: 'NaN' }] }, ['prices', '0', 'amount']],
    ['a price with an exponent', { prices: [{ ...PRICE, amount: '1e5' }] }, ['prices', '0', 'amount']],
    ['a price with a comma', { prices: [{ ...PRICE, amount: '1,50' }] }, ['prices', '0', 'amount']],
    ['an empty price', { prices: [{ ...PRICE, amount: '' }] }, ['prices', '0', 'amount']],
    ['a price of 13 digits', { prices: [{ ...PRICE, amount: '1000000000000' }] }, ['prices', '0', 'amount']],
    ['an unknown currency', { prices: [{ ...PRICE, currency: 'EUX' }] }, ['prices', '0', 'currency']],
    ['two prices for one currency and period', { prices: [PRICE, { ...PRICE, amount: '2.00' }] }, ['prices']],
  ])('with %s are refused with their path, and nothing is stored', async (_what, input, path) => {
    const before = await everyRow(world);
    expect(await save(input)).toMatchObject({
      service: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('who is calling', () => {
  test.each([
    ['an administrator', () => admin, { kind: 'ADMINISTRATOR', id: 'root', tenantReseller: null }],
    ['a user', () => user, { kind: 'DISTRIBUTOR_USER', id: 'gert', tenantReseller: null }],
    [
      'a sync service',
      () => setup.alpha.sync,
      { kind: 'RESELLER_SYNC', id: 'sync-service', tenantReseller: { name: 'Alpha' } },
    ],
  ])('%s is shown as the token says', async (_who, caller, expected) => {
    expect(await world.ask(caller(), '{ accountViewer { kind id tenantReseller { name } } }')).toEqual({
      accountViewer: expected,
    });
  });
});
