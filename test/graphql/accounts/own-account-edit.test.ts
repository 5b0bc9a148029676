import { randomUUID } from 'node:crypto';
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
const annas = (columns = {}) => anOwnAccount(world, { responsible_user_id: 'anna', ...columns });
const edit = (input: Record<string, unknown>, caller: Caller = anna) =>
  world.mutate(caller, 'updateAccount', input, 'account { id }');

describe("an account of the distributor's own", () => {
  test.each([
    ['name', 'Renamed', 'name', 'Renamed'],
    ['accountingNo', 'B-2', 'accountingNo', 'B-2'],
    ['email', 'new@own.example', 'email', 'new@own.example'],
    ['billingAddress', { city: 'Graz' }, 'billingAddress { line1 city }', { line1: null, city: 'Graz' }],
    [
      'synchronizationOptions',
      [{ systemCode: 'MAIL', key: 'k', value: 'v' }],
      'synchronizationOptions { systemCode key value readOnly }',
      [{ systemCode: 'MAIL', key: 'k', value: 'v', readOnly: false }],
    ],
    ['currency', 'USD', 'currency', 'USD'],
    ['enableOrdering', true, 'enableOrdering', true],
    ['separateInvoices', false, 'separateInvoices', false],
    ['responsibleUserId', 'bert', 'responsibleUser { id }', { id: 'bert' }],
  ])('takes another %s: shown, with a line of history and a new revision', async (input, value, selection, shown) => {
    const id = await annas();
    expect(await edit({ accountId: id, [input]: value })).toEqual({
      account: input === 'responsibleUserId' ? null : { id },
      userErrors: [],
    });
    expect(
      await see(world, admin, id, `${selection} revision lockedFields history { edges { node { kind actor } } }`),
    ).toEqual({
      [selection.split(' ')[0] ?? '']: shown,
      revision: '2',
      lockedFields: [],
      history: { edges: [{ node: { kind: 'EDITED', actor: 'anna' } }] },
    });
  });

  test('is cleared by null where a value may be empty', async () => {
    const above = await annas();
    const id = await annas({
      accounting_no: 'A-1',
      email: 'own@own.example',
      billing_address: { city: 'Graz' },
      parent_id: above,
      bill_to_id: above,
      permission_rule_id: setup.ruleId,
    });
    const cleared = {
      accountingNo: null,
      email: null,
      billingAddress: null,
      parentId: null,
      billToId: null,
      permissionRuleId: null,
      responsibleUserId: null,
    };
    expect(await edit({ accountId: id, ...cleared })).toMatchObject({ userErrors: [] });
    expect(
      await see(
        world,
        admin,
        id,
        'accountingNo email billingAddress { city } parent { id } billTo { id } permissionRule { id } responsibleUser { id }',
      ),
    ).toEqual({
      accountingNo: null,
      email: null,
      billingAddress: null,
      parent: null,
      billTo: null,
      permissionRule: null,
      responsibleUser: null,
    });
  });

  test.each(['name', 'currency', 'enableOrdering', 'separateInvoices'])(
    'refuses null for %s, which is never empty',
    async (input) => {
      const id = await annas();
      const before = await everyRow(world);
      expect(await edit({ accountId: id, [input]: null })).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', input] }],
      });
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );
});

describe.each(['parentId', 'billToId'])('%s', (input) => {
  const shown = input === 'parentId' ? 'parent' : 'billTo';

  test('of an account that the caller may not see is NOT_FOUND, exactly as of one that is not there', async () => {
    const id = await annas();
    const hidden = await anOwnAccount(world);
    const before = await everyRow(world);
    const answers = [];
    for (const reference of [hidden, randomUUID()]) {
      answers.push(await edit({ accountId: id, [input]: reference, name: 'Renamed' }));
    }
    expect(answers[0]).toMatchObject({
      account: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', input], retryable: false }],
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(await writtenSince(world, before)).toEqual([]);

    expect(await edit({ accountId: id, [input]: hidden }, admin)).toMatchObject({ userErrors: [] });
    expect((await see(world, admin, id, `${shown} { id }`))[shown]).toEqual({ id: hidden });
  });

  test('of an account that the caller sees is taken', async () => {
    const [id, other] = [await annas(), await annas()];
    expect(await edit({ accountId: id, [input]: other.toUpperCase() })).toMatchObject({ userErrors: [] });
    expect((await see(world, anna, id, `${shown} { id name }`))[shown]).toEqual({ id: other, name: 'Own customer' });
  });
});

describe('a sharing rule', () => {
  test('that is not there is NOT_FOUND with its path; one that is there is taken', async () => {
    const id = await annas();
    const before = await everyRow(world);
    expect(await edit({ accountId: id, permissionRuleId: randomUUID() })).toMatchObject({
      account: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'permissionRuleId'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await edit({ accountId: id, permissionRuleId: setup.ruleId })).toMatchObject({ userErrors: [] });
    expect(await see(world, anna, id, 'permissionRule { id }')).toEqual({ permissionRule: { id: setup.ruleId } });
  });
});

describe('a circle of parents', () => {
  test('is refused at any length; a parent beside the line is taken', async () => {
    const top = await annas();
    const middle = await annas({ parent_id: top });
    const bottom = await annas({ parent_id: middle });
    const before = await everyRow(world);
    for (const parentId of [top, middle, bottom]) {
      expect(await edit({ accountId: top, parentId })).toMatchObject({
        account: null,
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'parentId'], retryable: false }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await edit({ accountId: bottom, parentId: top })).toMatchObject({ userErrors: [] });
    expect(await edit({ accountId: top, parentId: await annas() })).toMatchObject({ userErrors: [] });
  });

  test('is not made by two edits at once: one of them is refused', async () => {
    const [one, other] = [await annas(), await annas()];
    const answers = await Promise.all([
      edit({ accountId: one, parentId: other }),
      edit({ accountId: other, parentId: one }),
    ]);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'parentId'] },
    ]);
  });
});

describe('the currency', () => {
  const LINE = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
  test.each([
    ['a subscription', 'createSubscription', LINE],
    ['an offer', 'createOffer', { title: 'Offer', lines: [LINE] }],
  ])('is fixed once %s is recorded; the rest of the account is not', async (_what, mutation, sold) => {
    const id = await annas();
    expect(await edit({ accountId: id, currency: 'USD' })).toMatchObject({ userErrors: [] });
    await world.mutate(anna, mutation, { accountId: id, ...sold });
    const before = await everyRow(world);
    expect(await edit({ accountId: id, currency: 'EUR', name: 'Renamed' })).toMatchObject({
      account: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'currency'] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await edit({ accountId: id, currency: 'USD', name: 'Renamed' })).toMatchObject({ userErrors: [] });
  });
});

describe('responsible user and sharing rule', () => {
  test.each([
    ['responsibleUserId', 'RESPONSIBLE_USER', 'carl'],
    ['permissionRuleId', 'PERMISSION_RULE', null],
  ])(
    'S8: changing %s with EDIT access is refused, with FULL access saved, on copies and own accounts',
    async (input, field, value) => {
      const editor = aUser('carl', 'billing');
      const accounts = [
        await copy(world, setup.alpha, aCustomer(`full ${input}`)),
        await annas({ permission_rule_id: setup.ruleId }),
      ];
      for (const id of accounts) {
        expect((await see(world, editor, id, 'fieldLocks { field reason }')).fieldLocks).toEqual(
          expect.arrayContaining([
            { field: 'RESPONSIBLE_USER', reason: 'INSUFFICIENT_ACCESS' },
            { field: 'PERMISSION_RULE', reason: 'INSUFFICIENT_ACCESS' },
          ]),
        );
        const before = await everyRow(world);
        expect(await edit({ accountId: id, [input]: value, separateInvoices: false }, editor)).toMatchObject({
          account: null,
          userErrors: [{ code: 'FIELD_LOCKED', field, path: ['input', input] }],
        });
        expect(await writtenSince(world, before)).toEqual([]);
        expect(await edit({ accountId: id, separateInvoices: false }, editor)).toMatchObject({ userErrors: [] });
        expect(await edit({ accountId: id, [input]: value })).toMatchObject({ userErrors: [] });
      }
    },
  );
});

describe("S25: a tenant reseller's own account", () => {
  test('has name and currency locked by the reseller, and the rest free', async () => {
    const accountId = setup.alpha.accountId;
    expect(await see(world, admin, accountId, 'managedByReseller { ribbon } fieldLocks { field reason }')).toEqual({
      managedByReseller: null,
      fieldLocks: [
        { field: 'NAME', reason: 'SET_BY_TENANT_RESELLER' },
        { field: 'CURRENCY', reason: 'SET_BY_TENANT_RESELLER' },
      ],
    });
    const before = await everyRow(world);
    expect(await edit({ accountId, name: 'Other', currency: 'USD', email: 'a@alpha.example' }, admin)).toMatchObject({
      account: null,
      userErrors: [
        { code: 'FIELD_LOCKED', field: 'NAME', path: ['input', 'name'], message: expect.stringContaining('Alpha') },
        { code: 'FIELD_LOCKED', field: 'CURRENCY', path: ['input', 'currency'] },
      ],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await edit({ accountId, name: 'Alpha', currency: 'EUR', email: 'a@alpha.example' }, admin)).toMatchObject({
      userErrors: [],
    });
    expect(await see(world, admin, accountId, 'name email')).toEqual({ name: 'Alpha', email: 'a@alpha.example' });
  });
});
