import { admin, anOwnAccount, everyRow, see, setUpResellers, writtenSince } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let accountId: string;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
  accountId = await anOwnAccount(world);
});
afterAll(() => world.close());

const edit = (input: Record<string, unknown>) =>
  world.mutate(admin, 'updateAccount', { accountId, ...input }, 'account { id }');

/** Refused with INVALID_INPUT at the path, nothing stored; the twin with a value that is right goes through. */
async function refusesAndTakes(wrong: object, right: object, at: readonly string[]): Promise<void> {
  const before = await everyRow(world);
  expect(await edit({ enableOrdering: true, separateInvoices: false, ...wrong })).toEqual({
    account: null,
    userErrors: [
      {
        code: 'INVALID_INPUT',
        path: ['input', ...at],
        retryable: false,
        action: null,
        reasons: [],
        field: null,
        message: expect.any(String),
      },
    ],
  });
  expect(await writtenSince(world, before)).toEqual([]);
  expect(world.faults).toEqual([]);
  expect(await edit({ ...right })).toEqual({ account: { id: accountId }, userErrors: [] });
}

const option = (changes: object) => ({
  synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: 't-1', ...changes }],
});
const TEXTS: [what: string, input: (text: string) => object, right: string, path: readonly string[]][] = [
  ['name', (name) => ({ name }), 'Müller \u{1f600}', ['name']],
  ['accountingNo', (accountingNo) => ({ accountingNo }), 'A-1', ['accountingNo']],
  ['email', (email) => ({ email }), 'a@b.example', ['email']],
  ['line1', (line1) => ({ billingAddress: { line1 } }), 'Ring 1', ['billingAddress', 'line1']],
  ['line2', (line2) => ({ billingAddress: { line2 } }), 'Stairs 2', ['billingAddress', 'line2']],
  ['city', (city) => ({ billingAddress: { city } }), 'Wien', ['billingAddress', 'city']],
  ['region', (region) => ({ billingAddress: { region } }), 'Wien', ['billingAddress', 'region']],
  ['postalCode', (postalCode) => ({ billingAddress: { postalCode } }), '1010', ['billingAddress', 'postalCode']],
  ['country', (country) => ({ billingAddress: { country } }), 'AT', ['billingAddress', 'country']],
  ['systemCode', (systemCode) => option({ systemCode }), 'S', ['synchronizationOptions', '0', 'systemCode']],
  ['key', (key) => option({ key }), 'k', ['synchronizationOptions', '0', 'key']],
  ['value', (value) => option({ value }), 'v', ['synchronizationOptions', '0', 'value']],
  ['currency', (currency) => ({ currency }), 'USD', ['currency']],
  ['responsibleUserId', (responsibleUserId) => ({ responsibleUserId }), 'bert', ['responsibleUserId']],
];

describe('updateAccount', () => {
  describe.each(TEXTS)('%s', (_what, input, right, path) => {
    test.each([
      ['a NUL', 'a\0b'],
      ['the first half of a surrogate pair', 'a\ud83d'],
      ['the second half of a surrogate pair', '\ude00b'],
      ['1 MB', 'n'.repeat(1024 * 1024)],
    ])('with %s is refused and nothing else is saved; what is right is', async (_fault, wrong) => {
      await refusesAndTakes(input(wrong), input(right), path);
    });
  });

  test.each<[string, object, object, readonly string[]]>([
    ['a blank name', { name: ' \t' }, { name: 'Filled' }, ['name']],
    ['a name of 256 characters', { name: 'n'.repeat(256) }, { name: 'n'.repeat(255) }, ['name']],
    ['an e-mail of 1,001 characters', { email: 'e'.repeat(1001) }, { email: 'e'.repeat(1000) }, ['email']],
    [
      'a user of 256 characters',
      { responsibleUserId: 'u'.repeat(256) },
      { responsibleUserId: 'u'.repeat(255) },
      ['responsibleUserId'],
    ],
    ['a currency that is none', { currency: 'EUX' }, { currency: 'CHF' }, ['currency']],
    ['a currency in small letters', { currency: 'usd' }, { currency: 'USD' }, ['currency']],
    [
      'a country that is none',
      { billingAddress: { country: 'XX' } },
      { billingAddress: { country: 'CH' } },
      ['billingAddress', 'country'],
    ],
    [
      'a blank system',
      option({ systemCode: '' }),
      option({ systemCode: 'X' }),
      ['synchronizationOptions', '0', 'systemCode'],
    ],
    ['a parent that is no UUID', { parentId: 'Alpha' }, { parentId: null }, ['parentId']],
    ['an empty parent', { parentId: '' }, { parentId: null }, ['parentId']],
    ['a Bill To that is no UUID', { billToId: '4711' }, { billToId: null }, ['billToId']],
    ['a rule that is no UUID', { permissionRuleId: 'Billing team' }, { permissionRuleId: null }, ['permissionRuleId']],
    ['a rule with a NUL', { permissionRuleId: '\0' }, { permissionRuleId: null }, ['permissionRuleId']],
    ['revision "abc"', { expectedRevision: 'abc' }, { expectedRevision: null }, ['expectedRevision']],
    ['revision -1', { expectedRevision: '-1' }, { expectedRevision: null }, ['expectedRevision']],
    ['revision 2^63', { expectedRevision: '9223372036854775808' }, { expectedRevision: null }, ['expectedRevision']],
  ])('with %s is refused and nothing else is saved; what is right is', async (_what, wrong, right, path) => {
    await refusesAndTakes(wrong, right, path);
  });

  test('with 101 options is refused, with 100 saved', async () => {
    const options = Array.from({ length: 101 }, (_, index) => ({ systemCode: 'S', key: `k-${index}`, value: null }));
    await refusesAndTakes({ synchronizationOptions: options }, { synchronizationOptions: options.slice(1) }, [
      'synchronizationOptions',
    ]);
    expect((await see(world, admin, accountId, 'synchronizationOptions { key }')).synchronizationOptions).toHaveLength(
      100,
    );
  });

  test.each([
    ['a text', 'Alpha'],
    ['nothing', ''],
    ['a NUL', 'a\0b'],
    ['a lone surrogate', '\ud800'],
    ['100 kB', 'x'.repeat(100_000)],
    ['an id of all zeroes', '00000000-0000-0000-0000-000000000000'],
  ])('of an account whose id is %s: there is none, and no fault', async (_what, id) => {
    const before = await everyRow(world);
    expect(await edit({ accountId: id, name: 'Renamed' })).toMatchObject({
      account: null,
      userErrors: [{ code: 'ACCOUNT_NOT_FOUND', path: ['input', 'accountId'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test('names every fault with its path at once', async () => {
    const { userErrors } = await edit({ name: '', currency: 'X', parentId: 'x', billingAddress: { country: 'XX' } });
    expect(userErrors.map(({ path }: { path: string[] }) => path.slice(1).join('.')).sort()).toEqual([
      'billingAddress.country',
      'currency',
      'name',
      'parentId',
    ]);
  });
});

describe('questions with strange ids', () => {
  const STRANGE = ['', 'Alpha', 'a\0b', '\ud800', 'x'.repeat(100_000), `'; DROP TABLE accounts; --`];

  test.each([
    ['account', 'query ($id: ID!) { account(id: $id) { id } }'],
    ['tenantReseller', 'query ($id: ID!) { tenantReseller(id: $id) { id } }'],
  ])('%s answers null, and it is no fault', async (field, query) => {
    for (const id of STRANGE) {
      expect(await world.run(admin, query, { id })).toEqual({ data: { [field]: null } });
    }
    expect(world.faults).toEqual([]);
  });

  test.each([
    ['tenantResellerId', 'query ($id: ID!) { copiedAccount(sourceAccountId: "c-1", tenantResellerId: $id) { id } }'],
    [
      'sourceAccountId',
      `query ($id: ID!) { copiedAccount(sourceAccountId: $id, tenantResellerId: "00000000-0000-4000-8000-000000000000") { id } }`,
    ],
  ])('copiedAccount by a strange %s answers null, and it is no fault', async (_argument, query) => {
    for (const id of STRANGE) {
      expect([id.slice(0, 50), await world.run(admin, query, { id })]).toEqual([
        id.slice(0, 50),
        { data: { copiedAccount: null } },
      ]);
    }
    expect(world.faults).toEqual([]);
  });

  test('copiedAccount without a reseller is refused to a person, who has none', async () => {
    const { data, errors } = await world.run(admin, '{ copiedAccount(sourceAccountId: "c-1") { id } }');
    expect(data).toEqual({ copiedAccount: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['tenantResellerId'] } }]);
  });
});
