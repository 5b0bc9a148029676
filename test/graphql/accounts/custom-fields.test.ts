import { aCustomer, admin, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const define = (code: string, type: string, more: Record<string, unknown> = {}) =>
  world.mutate(
    admin,
    'saveCustomFieldDefinition',
    { code, label: `The ${code}`, type, required: false, ...more },
    'definition { code label type required options defaultValue }',
  );

const edit = (accountId: string, customFields: unknown[], more: Record<string, unknown> = {}) =>
  world.mutate(aUser('anna'), 'updateAccount', { accountId, customFields, ...more }, 'account { revision }');

async function values(accountId: string): Promise<Record<string, unknown>> {
  const { account } = await world.ask(
    admin,
    'query ($id: ID!) { account(id: $id) { customFields { definition { code } value } } }',
    { id: accountId },
  );
  return Object.fromEntries(
    account.customFields.map((one: { definition: { code: string }; value: unknown }) => [
      one.definition.code,
      one.value,
    ]),
  );
}

describe('custom fields', () => {
  const TYPES: [string, Record<string, unknown>, unknown, unknown[]][] = [
    ['TEXT', {}, 'Grüße', [1, true, 'a\0b', 'x\ud800', 'n'.repeat(1001), {}, []]],
    ['NUMBER', {}, 12.5, ['12.5', true]],
    ['BOOLEAN', {}, false, ['false', 0]],
    ['DATE', {}, '2024-02-29', ['2023-02-29', '29.2.2024', 5]],
    ['CHOICE', { options: ['North', 'South'] }, 'South', ['East', 'south', 1]],
  ];

  test.each(TYPES)('of type %s take a value of it, show it and are cleared by null', async (type, more, value) => {
    const code = `takes_${type}`;
    expect(await define(code, type, more)).toMatchObject({ definition: { code, type }, userErrors: [] });
    const id = await copy(world, setup.alpha, aCustomer(code));
    expect(await values(id)).toMatchObject({ [code]: null });
    expect(await edit(id, [{ code, value }])).toMatchObject({ userErrors: [] });
    expect(await values(id)).toMatchObject({ [code]: value });
    expect(await edit(id, [{ code, value: null }])).toMatchObject({ userErrors: [] });
    expect(await values(id)).toMatchObject({ [code]: null });
  });

  test.each(TYPES)(
    'of type %s refuse any other value with its path, and nothing is saved',
    async (type, more, good, bad) => {
      const code = `refuses_${type}`;
      await define(code, type, more);
      const id = await copy(world, setup.alpha, aCustomer(code));
      await edit(id, [{ code, value: good }]);
      for (const value of bad) {
        expect(await edit(id, [{ code, value }], { enableOrdering: false })).toMatchObject({
          userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'customFields', code] }],
        });
      }
      expect(await values(id)).toMatchObject({ [code]: good });
      const [row] = await world.sql<{ enable_ordering: boolean }>(
        'SELECT enable_ordering FROM accounts WHERE id = $1',
        [id],
      );
      expect(row?.enable_ordering).toBe(true);
    },
  );

  test.each(['unknown', '__proto__', 'constructor', 'toString', 'a.b', '', 'refuses_TEXT '])(
    'have no code %j: it is refused with its path',
    async (code) => {
      const id = await copy(world, setup.alpha, aCustomer(`unknown ${code}`));
      expect(await edit(id, [{ code, value: 'x' }])).toMatchObject({
        userErrors: [{ code: 'CUSTOM_FIELD_UNKNOWN', path: ['input', 'customFields', code] }],
      });
    },
  );

  test('named twice in one edit are refused', async () => {
    await define('twice', 'TEXT');
    const id = await copy(world, setup.alpha, aCustomer('twice'));
    const answer = await edit(id, [
      { code: 'twice', value: 'a' },
      { code: 'twice', value: 'b' },
    ]);
    expect(answer).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'customFields', 'twice'] }] });
  });

  test('changed by code leave the others as they are, and a sync caller sees none', async () => {
    await define('one', 'TEXT');
    await define('other', 'TEXT');
    const id = await copy(world, setup.alpha, aCustomer('by code'));
    await edit(id, [
      { code: 'one', value: '1' },
      { code: 'other', value: '2' },
    ]);
    await edit(id, [{ code: 'one', value: 'x' }]);
    expect(await values(id)).toMatchObject({ one: 'x', other: '2' });
    const query = 'query ($id: ID!) { account(id: $id) { customFields { value } } customFieldDefinitions { code } }';
    expect(await world.ask(setup.alpha.sync, query, { id })).toEqual({
      account: { customFields: null },
      customFieldDefinitions: null,
    });
  });
});

describe('A10, A11: an edit', () => {
  test('of a locked e-mail and a custom field together saves neither', async () => {
    await define('note', 'TEXT');
    const id = await copy(world, setup.alpha, aCustomer('a10'));
    const both = await edit(id, [{ code: 'note', value: 'hello' }], { email: 'new@c.example' });
    expect(both.userErrors).toMatchObject([{ code: 'FIELD_LOCKED', field: 'EMAIL', path: ['input', 'email'] }]);
    expect(await values(id)).toMatchObject({ note: null });
  });

  test('that posts the whole form back with one custom field changed is saved', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a11'));
    const { account } = await world.ask(
      admin,
      `query ($id: ID!) { account(id: $id) { revision name accountingNo email billingAddress { line1 line2 city region postalCode country }
        synchronizationOptions { systemCode key value } parent { id } billTo { id } currency enableOrdering separateInvoices
        responsibleUser { id } permissionRule { id } customFields { definition { code } value } } }`,
      { id },
    );
    const { parent, billTo, responsibleUser, permissionRule, revision, customFields, ...rest } = account;
    const answer = await edit(
      id,
      customFields.map((one: { definition: { code: string }; value: unknown }) => ({
        code: one.definition.code,
        value: one.definition.code === 'note' ? 'changed' : one.value,
      })),
      {
        ...rest,
        expectedRevision: revision,
        parentId: parent.id,
        billToId: billTo.id,
        responsibleUserId: responsibleUser.id,
        permissionRuleId: permissionRule.id,
      },
    );
    expect(answer).toMatchObject({ account: { revision: String(BigInt(revision) + 1n) }, userErrors: [] });
    expect(await values(id)).toMatchObject({ note: 'changed' });
    expect(
      await world.sql('SELECT text, actor FROM account_history WHERE account_id = $1 ORDER BY at DESC LIMIT 1', [id]),
    ).toEqual([{ text: 'Changed: The note', actor: 'anna' }]);
  });
});

describe('a definition', () => {
  test('that accounts use keeps its type and says how many use it; otherwise it may change', async () => {
    await define('kept', 'TEXT');
    expect(await define('kept', 'NUMBER')).toMatchObject({ definition: { type: 'NUMBER' }, userErrors: [] });
    for (const source of ['kept-1', 'kept-2']) {
      await edit(await copy(world, setup.alpha, aCustomer(source)), [{ code: 'kept', value: 7 }]);
    }
    const refused = await define('kept', 'TEXT');
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'type'] }]);
    expect(refused.userErrors[0].message).toContain('2 accounts use');
    expect(await define('kept', 'NUMBER', { label: 'Renamed' })).toMatchObject({ definition: { label: 'Renamed' } });
  });

  test.each([
    ['a code with a dot', { code: 'a.b' }, ['input', 'code']],
    ['the code __proto__', { code: '__proto__' }, ['input', 'code']],
    ['a blank label', { label: ' ' }, ['input', 'label']],
    ['choices of a text', { options: ['a'] }, ['input', 'options']],
    ['a choice without choices', { type: 'CHOICE', options: [] }, ['input', 'options']],
    ['a choice twice', { type: 'CHOICE', options: ['a', 'a'] }, ['input', 'options']],
    ['a default of another type', { type: 'NUMBER', defaultValue: 'seven' }, ['input', 'defaultValue']],
    ['a default that is no choice', { type: 'CHOICE', options: ['a'], defaultValue: 'b' }, ['input', 'defaultValue']],
  ])('with %s is refused', async (_what, changes, path) => {
    const before = await world.sql('SELECT count(*) FROM custom_field_definitions');
    const answer = await define('bad', 'TEXT', changes);
    expect(answer).toMatchObject({ definition: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
    expect(await world.sql('SELECT count(*) FROM custom_field_definitions')).toEqual(before);
  });
});

test('A3: custom fields stay through a cancellation, a second subscription and a refresh', async () => {
  await define('stays', 'TEXT');
  const id = await copy(world, setup.alpha, aCustomer('a3'));
  await edit(id, [{ code: 'stays', value: 'here' }]);
  await world.mutate(setup.alpha.sync, 'cancelPaidSubscription', {
    sourceAccountId: 'a3',
    sourceSubscriptionId: 's-1',
    endDate: '2026-02-28',
  });
  const again = await record(world, setup.alpha, aCustomer('a3', { sourceVersion: '2', name: 'New' }));
  expect(again).toMatchObject({ outcome: 'APPLIED', account: { id } });
  expect(await values(id)).toMatchObject({ stays: 'here' });
});

describe('accounts by a custom field', () => {
  const found = async (equals: unknown, code = 'area') => {
    const filter = { customField: { code, equals }, managed: true };
    const query = 'query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount edges { node { name } } } }';
    const { accounts } = await world.ask(admin, query, { filter });
    return accounts.edges.map((edge: { node: { name: string } }) => edge.node.name);
  };

  test('are found by value, type and all, and those without one by null', async () => {
    await define('area', 'TEXT');
    for (const [source, value] of [
      ['area-1', '7'],
      ['area-2', '7'],
      ['area-3', 'eight'],
    ]) {
      await edit(await copy(world, setup.alpha, aCustomer(source)), [{ code: 'area', value }]);
    }
    expect(await found('7')).toEqual(['Customer area-1', 'Customer area-2']);
    expect(await found(7)).toEqual([]);
    expect(await found('nine')).toEqual([]);
    expect(await found('7', '__proto__')).toEqual([]);
    expect(await found(null)).not.toContain('Customer area-3');
    expect(await found(null)).toContain('Customer a10');
  });
});

describe('defaults', () => {
  test('are given to copies and to new accounts, unless another value is sent; accounts that are there keep theirs', async () => {
    const before = await copy(world, setup.alpha, aCustomer('before'));
    await define('tier', 'CHOICE', { options: ['gold', 'basic'], defaultValue: 'basic' });
    const after = await copy(world, setup.alpha, aCustomer('after'));
    expect(await values(before)).toMatchObject({ tier: null });
    expect(await values(after)).toMatchObject({ tier: 'basic' });
    const create = (customFields?: unknown[]) =>
      world.mutate(admin, 'createAccount', { name: 'Own', currency: 'EUR', customFields }, 'account { id }');
    expect(await values((await create()).account.id)).toMatchObject({ tier: 'basic' });
    expect(await values((await create([{ code: 'tier', value: 'gold' }])).account.id)).toMatchObject({ tier: 'gold' });
  });
});

test('A20: with a new required field copies go on, and an edit without it is refused', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a20'));
  await define('Region', 'TEXT', { required: true });
  expect(await copy(world, setup.alpha, aCustomer('a20-copy'))).toBeTruthy();
  expect(await record(world, setup.alpha, aCustomer('a20', { sourceVersion: '2', name: 'New' }))).toMatchObject({
    outcome: 'APPLIED',
  });
  const missing = { code: 'CUSTOM_FIELD_REQUIRED', path: ['input', 'customFields', 'Region'], retryable: false };
  expect(await edit(id, [], { enableOrdering: false })).toMatchObject({ userErrors: [missing] });
  expect(await edit(id, [{ code: 'Region', value: '' }])).toMatchObject({ userErrors: [missing] });
  expect(await edit(id, [{ code: 'Region', value: 'North' }], { enableOrdering: false })).toMatchObject({
    userErrors: [],
  });
  expect(await edit(id, [{ code: 'Region', value: null }])).toMatchObject({ userErrors: [missing] });
});
