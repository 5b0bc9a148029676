import type { DistributorUser } from '../../../src/domain/caller';
import { aCustomer, admin, anOwnAccount, copy, type Setup, see, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';
import { type SampleMutation, sampleMutations } from '../sample-input';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

/** The 14 actions: allowed on a managed account, least access. */
const ACTIONS: [action: string, allowedOnManagedAccount: boolean, minimumAccess: string][] = [
  ['SYNCHRONIZE', false, 'FULL'],
  ['DELETE', false, 'FULL'],
  ['SUSPEND', false, 'FULL'],
  ['REACTIVATE', false, 'FULL'],
  ['CREATE_OPPORTUNITY', false, 'EDIT'],
  ['CREATE_OFFER', false, 'EDIT'],
  ['CREATE_ORDER', false, 'EDIT'],
  ['CREATE_SUBSCRIPTION', false, 'EDIT'],
  ['EDIT', true, 'EDIT'],
  ['GENERATE_INVOICES', true, 'EDIT'],
  ['VIEW_PENDING_INVOICES', true, 'READ'],
  ['CREATE_INVOICE', true, 'EDIT'],
  ['ADD_CONTACT', true, 'EDIT'],
  ['RELATE', true, 'EDIT'],
];

/** The 14 fields: where it is shown, where it is changed, why it is locked on a managed account, and another value. */
const FIELDS: [
  field: string,
  accountField: string,
  inputField: string | null,
  locked: string | null,
  value: unknown,
][] = [
  ['NAME', 'name', 'name', 'MASTERED_BY_RESELLER', 'Other'],
  ['ACCOUNTING_NO', 'accountingNo', 'accountingNo', 'MASTERED_BY_RESELLER', 'X'],
  ['EMAIL', 'email', 'email', 'MASTERED_BY_RESELLER', 'x@x.example'],
  ['BILLING_ADDRESS', 'billingAddress', 'billingAddress', 'MASTERED_BY_RESELLER', { city: 'Bonn' }],
  [
    'SYNCHRONIZATION_OPTIONS',
    'synchronizationOptions',
    'synchronizationOptions',
    'MASTERED_BY_RESELLER',
    [{ systemCode: 'S', key: 'k', value: 'v' }],
  ],
  ['STATUS', 'status', null, 'SET_BY_BACK_ORDERING', undefined],
  ['PARENT', 'parent', 'parentId', 'SET_BY_BACK_ORDERING', null],
  ['BILL_TO', 'billTo', 'billToId', 'SET_BY_BACK_ORDERING', null],
  ['CURRENCY', 'currency', 'currency', 'SET_BY_BACK_ORDERING', 'USD'],
  ['ENABLE_ORDERING', 'enableOrdering', 'enableOrdering', null, false],
  ['SEPARATE_INVOICES', 'separateInvoices', 'separateInvoices', null, false],
  ['RESPONSIBLE_USER', 'responsibleUser', 'responsibleUserId', null, 'bert'],
  ['PERMISSION_RULE', 'permissionRule', 'permissionRuleId', null, null],
  ['CUSTOM_FIELDS', 'customFields', 'customFields', null, []],
];

const ALLOWED = 'ALLOWED_ON_MANAGED_ACCOUNT';
const BLOCKED = 'BLOCKED_ON_MANAGED_ACCOUNT';

/** Every mutation of the contract with its guard; those that the schema has not got yet do not count. */
const MUTATIONS: Record<string, [guard: string, action: string | null]> = {
  createAccount: ['ADMINISTRATOR', null],
  updateAccount: [ALLOWED, 'EDIT'],
  synchronizeAccount: [BLOCKED, 'SYNCHRONIZE'],
  deleteAccount: [BLOCKED, 'DELETE'],
  suspendAccount: [BLOCKED, 'SUSPEND'],
  reactivateAccount: [BLOCKED, 'REACTIVATE'],
  addContact: [ALLOWED, 'ADD_CONTACT'],
  updateContact: [ALLOWED, 'ADD_CONTACT'],
  removeContact: [ALLOWED, 'ADD_CONTACT'],
  relateAccount: [ALLOWED, 'RELATE'],
  unrelateAccount: [ALLOWED, 'RELATE'],
  createOpportunity: [BLOCKED, 'CREATE_OPPORTUNITY'],
  createOffer: [BLOCKED, 'CREATE_OFFER'],
  createOrder: [BLOCKED, 'CREATE_ORDER'],
  createSubscription: [BLOCKED, 'CREATE_SUBSCRIPTION'],
  cancelSubscription: [BLOCKED, 'CREATE_SUBSCRIPTION'],
  changeSubscription: [BLOCKED, 'CREATE_SUBSCRIPTION'],
  generateInvoices: [ALLOWED, 'GENERATE_INVOICES'],
  createInvoice: [ALLOWED, 'CREATE_INVOICE'],
  createCreditNote: [ALLOWED, 'GENERATE_INVOICES'],
  createTenantReseller: ['ADMINISTRATOR', null],
  updateTenantReseller: ['ADMINISTRATOR', null],
  activateBackOrdering: ['ADMINISTRATOR', null],
  transferAccounts: ['ADMINISTRATOR', null],
  releaseAccounts: ['ADMINISTRATOR', null],
  announceMove: ['ADMINISTRATOR', null],
  completeMove: ['ADMINISTRATOR', null],
  withdrawMove: ['ADMINISTRATOR', null],
  setApiOptions: ['ADMINISTRATOR', null],
  savePermissionRule: ['ADMINISTRATOR', null],
  saveCustomFieldDefinition: ['ADMINISTRATOR', null],
  savePriceList: ['ADMINISTRATOR', null],
  saveService: ['ADMINISTRATOR', null],
  recordPaidSubscription: ['RESELLER_SYNC', null],
  syncCustomers: ['RESELLER_SYNC', null],
  cancelPaidSubscription: ['RESELLER_SYNC', null],
  deleteManagedAccount: ['RESELLER_SYNC', null],
  restoreManagedAccount: ['RESELLER_SYNC', null],
};

interface Introspected {
  readonly name: string;
  readonly description: string;
}

async function introspected(): Promise<Introspected[]> {
  const { __schema } = await world.ask(admin, '{ __schema { mutationType { fields { name description } } } }');
  return __schema.mutationType.fields;
}

async function policy() {
  const { accountPolicy } = await world.ask(
    aUser('a-tool'),
    `{ accountPolicy {
      actions { action label description allowedOnManagedAccount minimumAccess mutations }
      fields { field label accountField inputField lockedOnManagedAccount }
      mutations { mutation guard action accountPath } } }`,
  );
  return accountPolicy;
}

describe('A26: a tool with introspection and accountPolicy only', () => {
  test('lists the 14 actions, each with what it asks for and the mutations that do it', async () => {
    const present = (await introspected()).map(({ name }) => name);
    const { actions } = await policy();
    expect(actions).toEqual(
      ACTIONS.map(([action, allowedOnManagedAccount, minimumAccess]) => ({
        action,
        allowedOnManagedAccount,
        minimumAccess,
        label: expect.stringMatching(/^[A-Z]/),
        description: expect.stringMatching(/^[A-Z].*\.$/),
        mutations: expect.any(Array),
      })),
    );
    for (const { action, mutations } of actions) {
      const expected = present.filter((name) => MUTATIONS[name]?.[1] === action);
      expect([action, [...mutations].sort()]).toEqual([action, expected.sort()]);
    }
  });

  test('lists the 14 fields, each with where it is shown and changed, and why it is locked', async () => {
    expect((await policy()).fields).toEqual(
      FIELDS.map(([field, accountField, inputField, lockedOnManagedAccount]) => ({
        field,
        accountField,
        inputField,
        lockedOnManagedAccount,
        label: expect.stringMatching(/^[A-Z]/),
      })),
    );
  });

  test('finds every field that it is told of in the schema', async () => {
    const { account, input } = await world.ask(
      admin,
      `{ account: __type(name: "Account") { fields { name } }
         input: __type(name: "UpdateAccountInput") { inputFields { name } } }`,
    );
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    for (const { accountField, inputField } of (await policy()).fields) {
      expect(names(account.fields)).toContain(accountField);
      if (inputField) expect(names(input.inputFields)).toContain(inputField);
    }
  });

  test('lists every mutation of the schema with what guards it', async () => {
    const present = (await introspected()).map(({ name }) => name);
    const { mutations } = await policy();
    expect(mutations.map(({ mutation }: { mutation: string }) => mutation).sort()).toEqual([...present].sort());
    for (const one of mutations) {
      const [guard, action] = MUTATIONS[one.mutation] ?? [];
      expect(one).toEqual({ mutation: one.mutation, guard, action, accountPath: action ? 'input.accountId' : null });
    }
  });

  test('reads the guard of each at the end of its description', async () => {
    const access = Object.fromEntries(ACTIONS.map(([action, , minimumAccess]) => [action, minimumAccess]));
    for (const { name, description } of await introspected()) {
      const [guard, action] = MUTATIONS[name] ?? ['', ''];
      const sentence = {
        ADMINISTRATOR: 'Guard: only an administrator of the distributor.',
        RESELLER_SYNC: "Guard: only a tenant reseller's sync service, for its own customers.",
        [ALLOWED]: `Guard: action ${action}, ${access[action ?? '']} access; allowed on managed accounts.`,
        [BLOCKED]: `Guard: action ${action}, ${access[action ?? '']} access; refused on managed accounts.`,
      }[guard];
      expect([name, description.split('\n').at(-1)]).toEqual([name, sentence]);
    }
  });
});

describe('S23: what the catalogue says is what the mutations do', () => {
  /** The refusals of a sample call of the mutation on this account. */
  async function refusals(
    caller: typeof admin | DistributorUser,
    { name, query, variables }: SampleMutation,
    accountId: string,
  ) {
    const input = { ...(variables.input as object), accountId };
    return (await world.ask(caller, query, { input }))[name].userErrors as { code: string; reasons: string[] }[];
  }
  const withAction = () => sampleMutations(world.subgraph.schema).filter(({ name }) => MUTATIONS[name]?.[1]);

  test('of actions on a managed account: the blocked ones are refused for it, the others are not', async () => {
    const id = await copy(world, setup.alpha, aCustomer('managed'));
    for (const mutation of withAction()) {
      const blocked = (await refusals(admin, mutation, id)).some(({ reasons }) =>
        reasons.includes('MANAGED_BY_RESELLER'),
      );
      expect([mutation.name, blocked]).toEqual([mutation.name, MUTATIONS[mutation.name]?.[0] === BLOCKED]);
    }
  });

  test('of the least access: less is refused for it, that much and more is not', async () => {
    const LEVELS = ['READ', 'EDIT', 'FULL'];
    const grants = LEVELS.map((access) => ({ principal: 'GROUP', principalId: access, access }));
    const saved = await world.mutate(admin, 'savePermissionRule', { name: 'Levels', grants }, 'permissionRule { id }');
    for (const mutation of withAction()) {
      const least = ACTIONS.find(([action]) => action === MUTATIONS[mutation.name]?.[1])?.[2] ?? '';
      for (const level of LEVELS) {
        const id = await anOwnAccount(world, { permission_rule_id: saved.permissionRule.id });
        const answered = await refusals(aUser('someone', level), mutation, id);
        const denied = answered.some(({ reasons }) => reasons.includes('INSUFFICIENT_ACCESS'));
        expect([mutation.name, level, denied]).toEqual([
          mutation.name,
          level,
          LEVELS.indexOf(level) < LEVELS.indexOf(least),
        ]);
      }
    }
  });

  test.each(FIELDS.filter(([, , inputField]) => inputField !== null))(
    'of %s on a managed account',
    async (field, _accountField, inputField, locked, value) => {
      const id = await copy(world, setup.alpha, aCustomer(`field ${field}`));
      const { fieldLocks } = await see(world, admin, id, 'fieldLocks { field reason }');
      expect(fieldLocks.find((lock: { field: string }) => lock.field === field)?.reason ?? null).toBe(locked);
      const { userErrors } = await world.mutate(admin, 'updateAccount', { accountId: id, [inputField ?? '']: value });
      expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(locked ? ['FIELD_LOCKED'] : []);
    },
  );
});
