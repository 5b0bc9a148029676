import {
  EDIT_INPUTS,
  type EditInput,
  editInput,
  planEdit as planEditOf,
} from '../../../src/domain/accounts/account-edit';
import type { LoadedAccount } from '../../../src/domain/accounts/account-view';
import type { Caller } from '../../../src/domain/caller';
import {
  ALPHAS_ACCOUNT_ID,
  aManagedAccount,
  anAccount,
  anAdministrator,
  anOption,
  aSync,
  aUser,
  BETA_ID,
  loaded,
  loadedResellerAccount,
  RULE_ID,
} from '../builders';

const OPTIONS = [anOption('AZURE', 'id', null), anOption('M365', 'domain'), anOption('M365', 'tenant')];
const copied = loaded(aManagedAccount({ synchronizationOptions: OPTIONS }));
const own = loaded(anAccount());
const admin = anAdministrator();

/** The plan of an edit where there are no custom fields. */
const planEdit = (account: LoadedAccount, caller: Caller, input: EditInput) => planEditOf(account, caller, [], input);

/** Everything that an edit form of the copied account holds, keys and options in another order than they are stored. */
const WHOLE_FORM = {
  permissionRuleId: RULE_ID,
  responsibleUserId: 'anna',
  separateInvoices: true,
  enableOrdering: true,
  currency: 'EUR',
  billToId: ALPHAS_ACCOUNT_ID,
  parentId: ALPHAS_ACCOUNT_ID.toUpperCase(),
  synchronizationOptions: [
    { value: 'v', key: 'tenant', systemCode: 'M365' },
    { key: 'id', systemCode: 'AZURE', value: null },
    { key: 'domain', value: 'v', systemCode: 'M365' },
  ],
  billingAddress: { country: 'DE', postalCode: '10115', city: 'Berlin', line2: '', line1: 'Main Street 1' },
  email: 'own@customers.example',
  accountingNo: 'A-1',
  name: 'Copied GmbH',
};

/** The twelve fields of the form, each with another value than the stored one, and its name in the contract. */
const CHANGED = {
  name: ['New', 'NAME'],
  accountingNo: ['A-2', 'ACCOUNTING_NO'],
  email: ['new@customers.example', 'EMAIL'],
  billingAddress: [{ city: 'Hamburg' }, 'BILLING_ADDRESS'],
  synchronizationOptions: [[], 'SYNCHRONIZATION_OPTIONS'],
  parentId: [null, 'PARENT'],
  billToId: ['0197a000-0000-7000-8000-0000000000d1', 'BILL_TO'],
  currency: ['USD', 'CURRENCY'],
  enableOrdering: [false, 'ENABLE_ORDERING'],
  separateInvoices: [false, 'SEPARATE_INVOICES'],
  responsibleUserId: ['ben', 'RESPONSIBLE_USER'],
  permissionRuleId: [null, 'PERMISSION_RULE'],
} as const;
const LOCKED_ON_A_COPY = [
  ...(['name', 'accountingNo', 'email', 'billingAddress', 'synchronizationOptions'] as const),
  ...(['parentId', 'billToId', 'currency'] as const),
];
const FREE_ON_A_COPY = ['enableOrdering', 'separateInvoices', 'responsibleUserId', 'permissionRuleId'] as const;

test('each input of an edit changes one field of the policy', () => {
  const fields = Object.entries(CHANGED).map(([input, [, field]]) => [input, field]);
  expect(EDIT_INPUTS).toEqual({ ...Object.fromEntries(fields), customFields: 'CUSTOM_FIELDS' });
});

describe('A10: a locked field that would change', () => {
  test.each(LOCKED_ON_A_COPY)('is refused on a managed account: %s', (key) => {
    const [value, field] = CHANGED[key];
    const plan = planEdit(copied, admin, { [key]: value });
    expect(plan.changes).toEqual({});
    expect(plan.refusals).toEqual([
      expect.objectContaining({ code: 'FIELD_LOCKED', path: ['input', key], field, message: expect.any(String) }),
    ]);
    expect(plan.refusals[0]?.message).toContain('Alpha');
  });

  test.each(Object.keys(CHANGED) as (keyof typeof CHANGED)[])('is changed on an own account: %s', (key) => {
    const stored = loaded(
      anAccount({ parentId: ALPHAS_ACCOUNT_ID, billToId: null, enableOrdering: true, synchronizationOptions: OPTIONS }),
    );
    const plan = planEdit(stored, admin, { [key]: CHANGED[key][0] });
    expect(plan.refusals).toEqual([]);
    expect(Object.keys(plan.changes)).toEqual([key]);
    expect(plan.labels).toHaveLength(1);
  });

  test.each(FREE_ON_A_COPY)('is not what S15 leaves to the distributor: %s', (key) => {
    const plan = planEdit(copied, admin, { [key]: CHANGED[key][0] });
    expect(plan).toMatchObject({ changes: { [key]: CHANGED[key][0] }, refusals: [] });
  });

  test('is refused beside a free one, once for each locked field', () => {
    const plan = planEdit(copied, admin, {
      email: 'new@x.example',
      separateInvoices: false,
      name: 'New',
      currency: 'USD',
    });
    expect(plan.refusals.map(({ code, field }) => [code, field])).toEqual([
      ['FIELD_LOCKED', 'NAME'],
      ['FIELD_LOCKED', 'EMAIL'],
      ['FIELD_LOCKED', 'CURRENCY'],
    ]);
  });

  test('is refused as locked also when what was sent is no valid value', () => {
    const plan = planEdit(copied, admin, { name: null, currency: 'euro', billingAddress: { country: 'ZZ' } });
    expect(plan.refusals.map(({ code, field }) => [code, field])).toEqual([
      ['FIELD_LOCKED', 'NAME'],
      ['FIELD_LOCKED', 'BILLING_ADDRESS'],
      ['FIELD_LOCKED', 'CURRENCY'],
    ]);
  });

  test('is refused when it would be cleared, and so is one that was empty and would be filled', () => {
    expect(planEdit(copied, admin, { email: null }).refusals).toHaveLength(1);
    const bare = loaded(aManagedAccount({ email: null, billingAddress: null }));
    expect(planEdit(bare, admin, { email: 'a@b.example', billingAddress: { city: 'Berlin' } }).refusals).toHaveLength(
      2,
    );
  });
});

describe('A11: what is posted back as it is stored', () => {
  test('is no change, the whole form of it', () => {
    expect(planEdit(copied, admin, WHOLE_FORM)).toEqual({ changes: {}, labels: [], refusals: [] });
  });

  test('does not stop the one field that is changed with it', () => {
    const plan = planEdit(copied, admin, { ...WHOLE_FORM, separateInvoices: false });
    expect(plan).toEqual({ changes: { separateInvoices: false }, labels: ['Separate Invoices'], refusals: [] });
  });

  test('is no change either where everything is locked: on a deleted account', () => {
    const deleted = loaded({ ...copied.account, status: 'DELETED', deletionDate: '2026-03-31' });
    expect(planEdit(deleted, admin, WHOLE_FORM).refusals).toEqual([]);
    // The twin: S15's free fields are locked there too.
    expect(planEdit(deleted, admin, { separateInvoices: false }).refusals).toMatchObject([
      { code: 'FIELD_LOCKED', field: 'SEPARATE_INVOICES' },
    ]);
  });

  test("'' and null are one and the same for what may be empty", () => {
    const bare = loaded(aManagedAccount({ accountingNo: null, email: null, billingAddress: null }));
    for (const empty of ['', null]) {
      expect(planEdit(bare, admin, { accountingNo: empty, email: empty }).refusals).toEqual([]);
    }
    for (const empty of [null, {}, { line1: '', city: null, country: '' }]) {
      expect(planEdit(bare, admin, { billingAddress: empty }).refusals).toEqual([]);
    }
  });

  test.each([
    ['another case of letters', { email: 'OWN@customers.example' }],
    ['a space more', { name: 'Copied GmbH ' }],
    ['one option less', { synchronizationOptions: OPTIONS.slice(1) }],
    ['another value of an option', { synchronizationOptions: [...OPTIONS.slice(1), anOption('AZURE', 'id', 'x')] }],
    ['one line of the address more', { billingAddress: { ...WHOLE_FORM.billingAddress, line2: 'Floor 2' } }],
  ])('is a change with %s', (_what, input) => {
    expect(planEdit(copied, admin, input).refusals).toMatchObject([{ code: 'FIELD_LOCKED' }]);
  });
});

describe('an edit of an own account', () => {
  test('clears with null what may be empty', () => {
    const full = loaded(anAccount({ parentId: ALPHAS_ACCOUNT_ID, synchronizationOptions: OPTIONS }));
    const cleared = {
      ...{ accountingNo: null, email: null, billingAddress: null, parentId: null },
      ...{ responsibleUserId: null, permissionRuleId: null },
    };
    expect(planEdit(full, admin, { ...cleared, synchronizationOptions: null })).toMatchObject({
      changes: { ...cleared, synchronizationOptions: [] },
      refusals: [],
    });
  });

  test('touches nothing that is left out', () => {
    expect(planEdit(own, admin, { email: undefined })).toEqual({ changes: {}, labels: [], refusals: [] });
    expect(planEdit(own, admin, { unknown: 1, status: 'DELETED' } as EditInput)).toEqual({
      changes: {},
      labels: [],
      refusals: [],
    });
  });

  test.each([
    [{ name: null }, ['input', 'name']],
    [{ name: ' ' }, ['input', 'name']],
    [{ name: 'x'.repeat(256) }, ['input', 'name']],
    [{ email: 'a\0b' }, ['input', 'email']],
    [{ accountingNo: '\ud800' }, ['input', 'accountingNo']],
    [{ billingAddress: { country: 'Germany' } }, ['input', 'billingAddress', 'country']],
    [
      {
        synchronizationOptions: [
          { systemCode: 'A', key: 'k' },
          { systemCode: 'A', key: '' },
        ],
      },
      ['input', 'synchronizationOptions', '1', 'key'],
    ],
    [{ currency: 'EURO' }, ['input', 'currency']],
    [{ currency: null }, ['input', 'currency']],
    [{ enableOrdering: null }, ['input', 'enableOrdering']],
    [{ parentId: 'no-uuid' }, ['input', 'parentId']],
  ])('refuses %j as INVALID_INPUT with its path', (input, path) => {
    const plan = planEdit(own, admin, input);
    expect(plan.changes).toEqual({});
    expect(plan.refusals).toMatchObject([
      { code: 'INVALID_INPUT', message: expect.stringMatching(/^[A-Z].* must ./), path },
    ]);
  });

  test('stores options in their order, whatever order they were sent in', () => {
    const plan = planEdit(own, admin, { synchronizationOptions: [...OPTIONS].reverse() });
    expect(plan.changes.synchronizationOptions).toEqual(OPTIONS);
  });
});

describe('who may change what', () => {
  const byRule = (grantedAccess: 'EDIT' | 'FULL') => loaded(aManagedAccount(), { grantedAccess });

  test('with EDIT the responsible user and the sharing rule are locked, with FULL they are not (S8)', () => {
    const input = { responsibleUserId: 'ben', permissionRuleId: null, separateInvoices: false };
    expect(planEdit(byRule('EDIT'), aUser(), input).refusals).toMatchObject([
      { code: 'FIELD_LOCKED', field: 'RESPONSIBLE_USER', path: ['input', 'responsibleUserId'] },
      { code: 'FIELD_LOCKED', field: 'PERMISSION_RULE', path: ['input', 'permissionRuleId'] },
    ]);
    expect(planEdit(byRule('FULL'), aUser(), input)).toMatchObject({ changes: input, refusals: [] });
  });

  test("name and currency of a reseller's own account change with the reseller only (S25)", () => {
    const account = loadedResellerAccount(false);
    expect(planEdit(account, admin, { name: 'New', currency: 'USD' }).refusals).toMatchObject([
      { code: 'FIELD_LOCKED', field: 'NAME', message: expect.stringContaining('Alpha') },
      { code: 'FIELD_LOCKED', field: 'CURRENCY' },
    ]);
    expect(planEdit(account, admin, { email: 'alpha@x.example' }).refusals).toEqual([]);
  });
});

test('a country that is stored and nobody could type is taken as it is, with the rest of its address; another one is not', () => {
  const odd = loaded(anAccount({ billingAddress: { ...ADDRESS, country: 'QQ' } }));
  const moved = planEdit(odd, admin, { billingAddress: { ...ADDRESS, country: 'QQ', city: 'Potsdam' } });
  expect(moved.refusals).toEqual([]);
  expect(moved.changes).toEqual({ billingAddress: { ...ADDRESS, country: 'QQ', city: 'Potsdam' } });
  for (const other of [odd, own]) {
    const refused = planEdit(other, admin, { billingAddress: { ...ADDRESS, country: 'QZ' } });
    expect(refused.refusals).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'billingAddress', 'country'] }]);
  }
});

const ADDRESS = {
  line1: 'Main Street 1',
  line2: null,
  city: 'Berlin',
  region: null,
  postalCode: '10115',
  country: 'DE',
};

test('an account that is not there for whoever edits it is a fault', () => {
  const hidden = loaded(aManagedAccount());
  expect(() => planEdit(hidden, aSync(BETA_ID), { enableOrdering: false })).toThrow(
    `The account ${hidden.account.id} is not there for whoever edits it`,
  );
});

test('what an edit may be is told of each of its values, none of which must be there', () => {
  const NAMES = [
    'name',
    'accountingNo',
    'email',
    'billingAddress',
    'synchronizationOptions',
    'parentId',
    'billToId',
    'currency',
  ];
  const OTHERS = [
    'enableOrdering',
    'separateInvoices',
    'responsibleUserId',
    'permissionRuleId',
    'customFields',
    'expectedRevision',
  ];
  expect(Object.keys(editInput.shape).sort()).toEqual([...NAMES, ...OTHERS].sort());
  expect(editInput.safeParse({}).success).toBe(true);
  // Whatever account it is of, which may have such a country.
  expect(editInput.safeParse({ billingAddress: { country: 'QQ' } }).success).toBe(true);
  for (const wrong of [
    { expectedRevision: '-1' },
    { name: ' ' },
    { customFields: [{}] },
    { billingAddress: { line1: 5 } },
  ]) {
    expect(editInput.safeParse(wrong).success).toBe(false);
  }
});
