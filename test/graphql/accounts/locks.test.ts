import type { Caller } from '../../../src/domain/caller';
import {
  aCustomer,
  admin,
  anOwnAccount,
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

const anna = aUser('anna');
const CUSTOMER = {
  synchronizationOptions: [
    { systemCode: 'MAIL', key: 'tenant', value: 't-1' },
    { systemCode: 'BACKUP', key: 'plan', value: null },
  ],
};
const edit = (input: Record<string, unknown>, caller: Caller = anna) =>
  world.mutate(caller, 'updateAccount', input, 'account { id }');

describe('a copied account', () => {
  test('has nine locked fields, each with its reason, and message names the reseller', async () => {
    const id = await copy(world, setup.alpha, aCustomer('nine'));
    const { lockedFields, fieldLocks } = await see(world, anna, id, 'lockedFields fieldLocks { field reason message }');
    expect(fieldLocks).toEqual([
      { field: 'NAME', reason: 'MASTERED_BY_RESELLER', message: expect.stringContaining('Alpha') },
      { field: 'ACCOUNTING_NO', reason: 'MASTERED_BY_RESELLER', message: expect.stringContaining('Alpha') },
      { field: 'EMAIL', reason: 'MASTERED_BY_RESELLER', message: expect.stringContaining('Alpha') },
      { field: 'BILLING_ADDRESS', reason: 'MASTERED_BY_RESELLER', message: expect.stringContaining('Alpha') },
      { field: 'SYNCHRONIZATION_OPTIONS', reason: 'MASTERED_BY_RESELLER', message: expect.stringContaining('Alpha') },
      { field: 'STATUS', reason: 'SET_BY_BACK_ORDERING', message: expect.stringContaining('Alpha') },
      { field: 'PARENT', reason: 'SET_BY_BACK_ORDERING', message: expect.stringContaining('Alpha') },
      { field: 'BILL_TO', reason: 'SET_BY_BACK_ORDERING', message: expect.stringContaining('Alpha') },
      { field: 'CURRENCY', reason: 'SET_BY_BACK_ORDERING', message: expect.stringContaining('Alpha') },
    ]);
    expect(lockedFields).toEqual(fieldLocks.map(({ field }: { field: string }) => field));
  });

  /** The status is the ninth: no input of the portal's holds it. */
  const LOCKED: [input: string, field: string, value: unknown][] = [
    ['name', 'NAME', 'Other'],
    ['accountingNo', 'ACCOUNTING_NO', 'X-1'],
    ['email', 'EMAIL', 'other@customers.example'],
    ['billingAddress', 'BILLING_ADDRESS', { line1: 'Elsewhere 1', city: 'Bonn', postalCode: '53111', country: 'DE' }],
    ['synchronizationOptions', 'SYNCHRONIZATION_OPTIONS', [{ systemCode: 'MAIL', key: 'tenant', value: 'other' }]],
    ['parentId', 'PARENT', null],
    ['billToId', 'BILL_TO', null],
    ['currency', 'CURRENCY', 'USD'],
  ];

  test.each(LOCKED)(
    'refuses another %s with its lock and saves nothing; an own account takes it',
    async (input, field, value) => {
      const id = await copy(world, setup.alpha, aCustomer(`locked ${input}`, CUSTOMER));
      const { fieldLocks } = await see(world, anna, id, 'fieldLocks { field message }');
      const before = await everyRow(world);
      expect(await edit({ accountId: id, [input]: value })).toEqual({
        account: null,
        userErrors: [
          {
            code: 'FIELD_LOCKED',
            field,
            path: ['input', input],
            retryable: false,
            action: null,
            reasons: [],
            message: fieldLocks.find((lock: { field: string }) => lock.field === field).message,
          },
        ],
      });
      expect(await writtenSince(world, before)).toEqual([]);

      const own = await anOwnAccount(world, { responsible_user_id: 'anna', bill_to_id: setup.alpha.accountId });
      await world.sql('UPDATE accounts SET parent_id = bill_to_id WHERE id = $1', [own]);
      expect(await edit({ accountId: own, [input]: value })).toEqual({ account: { id: own }, userErrors: [] });
      expect(await see(world, admin, own, 'revision')).toEqual({ revision: '2' });
    },
  );

  test.each([
    ['cleared', { email: null }],
    ['emptied', { name: '' }],
    ['in other letters', { email: 'LETTERS@customers.example' }],
    ['with a blank behind', { accountingNo: 'A-letters ' }],
    ['in part: the address is one unit', { billingAddress: { line1: 'Main Street 1' } }],
    ['in part: the options are one unit', { synchronizationOptions: CUSTOMER.synchronizationOptions.slice(1) }],
  ])('refuses a locked field %s', async (_how, change) => {
    const id = await copy(world, setup.alpha, aCustomer('letters', CUSTOMER));
    const before = await everyRow(world);
    expect(await edit({ accountId: id, ...change })).toMatchObject({ userErrors: [{ code: 'FIELD_LOCKED' }] });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('names every locked field that would change, and none that would not', async () => {
    const id = await copy(world, setup.alpha, aCustomer('several'));
    const { userErrors } = await edit({
      accountId: id,
      name: 'Other',
      accountingNo: 'A-several',
      currency: 'USD',
      parentId: null,
      separateInvoices: false,
    });
    expect(userErrors.map(({ code, field }: Record<string, string>) => [code, field]).sort()).toEqual([
      ['FIELD_LOCKED', 'CURRENCY'],
      ['FIELD_LOCKED', 'NAME'],
      ['FIELD_LOCKED', 'PARENT'],
    ]);
  });

  test('A10: e-mail (locked) and responsible user together: refused at the e-mail, the user is not saved', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a10'));
    const before = await everyRow(world);
    expect(await edit({ accountId: id, email: 'other@customers.example', responsibleUserId: 'bert' })).toMatchObject({
      account: null,
      userErrors: [{ code: 'FIELD_LOCKED', field: 'EMAIL', path: ['input', 'email'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);

    expect(await edit({ accountId: id, responsibleUserId: 'bert' })).toMatchObject({ userErrors: [] });
    expect(await see(world, admin, id, 'email responsibleUser { id }')).toEqual({
      email: 'a10@customers.example',
      responsibleUser: { id: 'bert' },
    });
  });

  test.each([
    ['enableOrdering', false, 'enableOrdering', false],
    ['separateInvoices', false, 'separateInvoices', false],
    ['responsibleUserId', 'bert', 'responsibleUser { id }', { id: 'bert' }],
    ['permissionRuleId', null, 'permissionRule { id }', null],
  ])('S15: lets the distributor change %s, with a line of history', async (input, value, selection, shown) => {
    const id = await copy(world, setup.alpha, aCustomer(`free ${input}`));
    expect(await edit({ accountId: id, [input]: value })).toMatchObject({ userErrors: [] });
    const account = await see(
      world,
      admin,
      id,
      `${selection} revision history(first: 1) { edges { node { kind actor } } }`,
    );
    expect(account).toEqual({
      [selection.split(' ')[0] ?? '']: shown,
      revision: '2',
      history: { edges: [{ node: { kind: 'EDITED', actor: 'anna' } }] },
    });
  });
});

describe('A11: the whole form posted back', () => {
  const FORM = `revision name accountingNo email billingAddress { line1 line2 city region postalCode country }
    synchronizationOptions { systemCode key value } parent { id } billTo { id } currency enableOrdering
    separateInvoices responsibleUser { id } permissionRule { id }`;

  async function formOf(accountId: string): Promise<Record<string, unknown>> {
    const { revision, parent, billTo, responsibleUser, permissionRule, ...rest } = await see(
      world,
      admin,
      accountId,
      FORM,
    );
    return {
      ...rest,
      accountId,
      expectedRevision: revision,
      parentId: parent?.id ?? null,
      billToId: billTo?.id ?? null,
      responsibleUserId: responsibleUser?.id ?? null,
      permissionRuleId: permissionRule?.id ?? null,
    };
  }

  test('with one free field changed is saved', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a11', CUSTOMER));
    const form = await formOf(id);
    expect(await edit({ ...form, separateInvoices: false })).toMatchObject({ account: { id }, userErrors: [] });
    expect(await formOf(id)).toEqual({ ...form, separateInvoices: false, expectedRevision: '2' });
  });

  test.each([
    ['a copied account', () => copy(world, setup.alpha, aCustomer('unchanged', CUSTOMER))],
    ['an own account', () => anOwnAccount(world, { responsible_user_id: 'anna', email: 'own@customers.example' })],
    [
      'an own account that was synchronized',
      async () => {
        const id = await anOwnAccount(world, {
          responsible_user_id: 'anna',
          synchronization_options: [{ systemCode: 'MAIL', key: 'tenant', value: 't-1' }],
        });
        await world.mutate(anna, 'synchronizeAccount', { accountId: id, systemCode: 'BACKUP' });
        return id;
      },
    ],
    [
      'an own account that was synchronized when it had 100 options',
      async () => {
        const options = Array.from({ length: 100 }, (_, index) => ({
          systemCode: 'A',
          key: `k-${100 + index}`,
          value: null,
        }));
        const id = await anOwnAccount(world, { responsible_user_id: 'anna', synchronization_options: options });
        await world.mutate(anna, 'synchronizeAccount', { accountId: id, systemCode: 'BACKUP' });
        return id;
      },
    ],
  ])('with nothing changed is saved and writes nothing on %s', async (_which, make) => {
    const form = await formOf(await make());
    const before = await everyRow(world);
    expect(await edit(form)).toMatchObject({ userErrors: [] });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('expectedRevision', () => {
  test('that is not the present one is refused first, before any lock; the present one is taken', async () => {
    const id = await copy(world, setup.alpha, aCustomer('revision'));
    await edit({ accountId: id, enableOrdering: false });
    const before = await everyRow(world);
    expect(
      await edit({ accountId: id, expectedRevision: '1', separateInvoices: false, email: 'other@customers.example' }),
    ).toMatchObject({
      account: null,
      userErrors: [{ code: 'CONCURRENT_EDIT', path: ['input', 'expectedRevision'], retryable: false, field: null }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await edit({ accountId: id, expectedRevision: '2', separateInvoices: false })).toMatchObject({
      account: { id },
      userErrors: [],
    });
  });

  test('lets one of two editors of the same revision through', async () => {
    const id = await copy(world, setup.alpha, aCustomer('editors'));
    const answers = await Promise.all(
      ['bert', 'carl'].map((user) => edit({ accountId: id, expectedRevision: '1', responsibleUserId: user }, admin)),
    );
    expect(answers.flatMap((answer) => answer.userErrors.map(({ code }: { code: string }) => code))).toEqual([
      'CONCURRENT_EDIT',
    ]);
  });
});
