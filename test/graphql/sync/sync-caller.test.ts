import { getNamedType, isLeafType, isObjectType } from 'graphql';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  const customer = aCustomer('seen', { synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: 't-1' }] });
  id = await copy(world, setup.alpha, customer);
});
afterAll(() => world.close());

const ACTIONS = [
  'SYNCHRONIZE',
  'DELETE',
  'SUSPEND',
  'REACTIVATE',
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
];

const fieldsOf = (type: string): string[] => {
  const named = world.subgraph.schema.getType(type);
  return isObjectType(named) ? Object.keys(named.getFields()) : [];
};

/** The fields of `Account` that are not among these, each asked for in the least way. */
const othersThan = (known: object): string =>
  fieldsOf('Account')
    .filter((field) => !(field in known))
    .map((field) => {
      const type = world.subgraph.schema.getType('Account');
      const leaf = isObjectType(type) && isLeafType(getNamedType(type.getFields()[field]?.type));
      return leaf ? field : `${field} { __typename }`;
    })
    .join(' ');

describe('what a sync caller sees', () => {
  test('of an account that its reseller manages: the ten fields, no lock, no action, and nothing else', async () => {
    const account = await see(
      world,
      setup.alpha.sync,
      id,
      `id managedByReseller { reseller { id } ribbon sourceAccountId sourceVersion origin managedSince lastSyncedAt drift moveTo { id } }
       lockedFields fieldLocks { field } allowedActions actionPermissions { action allowed reasons }
       policyFacts { fact value } name accountingNo email billingAddress { line1 line2 city region postalCode country } status currency
       synchronizationOptions { systemCode key value readOnly }
       subscriptions { edges { node { sourceSubscriptionId } } }`,
    );
    const expected = {
      id,
      managedByReseller: {
        reseller: { id: setup.alpha.id },
        ribbon: 'This account is managed by Alpha Tenant Reseller',
        sourceAccountId: 'seen',
        sourceVersion: '1',
        origin: 'COPIED_FROM_RESELLER',
        managedSince: expect.any(String),
        lastSyncedAt: expect.any(String),
        drift: [],
        moveTo: null,
      },
      lockedFields: [],
      fieldLocks: [],
      allowedActions: [],
      actionPermissions: ACTIONS.map((action) => ({ action, allowed: false, reasons: ['NOT_FOR_THIS_CALLER'] })),
      // That it sees it, and who it is, it knows; of what the account is it learns no more than the ten fields.
      policyFacts: [
        { fact: 'EXISTS', value: 'true' },
        { fact: 'CALLER_KIND', value: 'RESELLER_SYNC' },
      ],
      name: 'Customer seen',
      accountingNo: 'A-seen',
      email: 'seen@customers.example',
      billingAddress: {
        line1: 'Main Street 1',
        line2: null,
        city: 'Berlin',
        region: null,
        postalCode: '10115',
        country: 'DE',
      },
      status: 'ACTIVE',
      currency: 'EUR',
      synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: 't-1', readOnly: true }],
      subscriptions: { edges: [{ node: { sourceSubscriptionId: 's-1' } }] },
    };
    expect(account).toEqual(expected);
    const others = othersThan(expected);
    expect(others).toContain('responsibleUser { __typename }');
    for (const value of Object.values(await see(world, setup.alpha.sync, id, others))) {
      expect(value ?? []).toEqual([]);
    }
    for (const [field, value] of Object.entries(await see(world, admin, id, 'enableOrdering parent { id } revision'))) {
      expect([field, value]).not.toEqual([field, null]);
    }
    expect(Object.keys(expected.managedByReseller).sort()).toEqual(fieldsOf('ManagedByReseller').sort());
  });

  test('of its reseller: all but the account, which is not managed by it, and the plan to go live', async () => {
    const { accountViewer } = await world.ask(
      setup.alpha.sync,
      `{ accountViewer { kind id tenantReseller {
        id name account { id } currency separateInvoices backOrderingActive status priceList { id }
        goLivePlan { ready } customersCopiedByMonth { month }
        syncProblems { edges { cursor } } syncHealth { openProblems }
        customers { totalCount edges { node { name enableOrdering } } } } } }`,
    );
    const expected = {
      id: setup.alpha.id,
      name: 'Alpha',
      account: null,
      currency: 'EUR',
      separateInvoices: true,
      backOrderingActive: true,
      priceList: null,
      status: 'ACTIVE',
      goLivePlan: null,
      customersCopiedByMonth: null,
      syncProblems: { edges: [] },
      syncHealth: { openProblems: 0 },
      customers: { totalCount: 1, edges: [{ node: { name: 'Customer seen', enableOrdering: null } }] },
    };
    expect(accountViewer).toEqual({ kind: 'RESELLER_SYNC', id: 'sync-service', tenantReseller: expected });
    expect(Object.keys(expected).sort()).toEqual(fieldsOf('TenantReseller').sort());
  });

  test('of a subscription: what it costs, and of its service the name and no price list', async () => {
    const { subscriptions } = await see(
      world,
      setup.alpha.sync,
      id,
      `subscriptions { edges { node { id account { id } service { id sku name prices { amount } } quantity
        quantities { from quantity } sourceVersion unitPrice priceSource overbilled { amount } currency billingPeriod
        startDate endDate nextInvoiceDate status sourceSubscriptionId } } }`,
    );
    const expected = {
      id: expect.any(String),
      account: { id },
      service: { id: expect.any(String), sku: 'MAIL', name: 'Mailbox', prices: [] },
      quantity: 5,
      quantities: [{ from: '2026-01-31', quantity: 5 }],
      sourceVersion: null,
      unitPrice: '2.50',
      priceSource: 'SERVICE',
      overbilled: [],
      currency: 'EUR',
      billingPeriod: 'MONTHLY',
      startDate: '2026-01-31',
      endDate: null,
      nextInvoiceDate: '2026-01-31',
      status: 'ACTIVE',
      sourceSubscriptionId: 's-1',
    };
    expect(subscriptions.edges).toEqual([{ node: expected }]);
    expect(Object.keys(expected).sort()).toEqual(fieldsOf('AccountSubscription').sort());
    expect(Object.keys(expected.service).sort()).toEqual(fieldsOf('OfferedService').sort());
  });

  test('of the payloads of its own mutations: the same and no more', async () => {
    const { recordPaidSubscription } = await world.ask(
      setup.alpha.sync,
      `mutation ($input: RecordPaidSubscriptionInput!) { recordPaidSubscription(input: $input) {
        account { name allowedActions lockedFields revision history { edges { cursor } } responsibleUser { id } parent { id } }
        subscription { account { name revision } service { prices { amount } } } } }`,
      { input: { customer: aCustomer('payload'), subscription: aPaidSubscription() } },
    );
    expect(recordPaidSubscription).toEqual({
      account: {
        name: 'Customer payload',
        allowedActions: [],
        lockedFields: [],
        revision: null,
        history: null,
        responsibleUser: null,
        parent: null,
      },
      subscription: { account: { name: 'Customer payload', revision: null }, service: { prices: [] } },
    });
  });
});

describe('what a sync caller does not see', () => {
  test("A15: another reseller's account, by its id, its source id or as an entity", async () => {
    const query = `query ($id: ID!, $beta: ID!, $of: [_Any!]!) {
      account(id: $id) { id }
      bySource: copiedAccount(sourceAccountId: "seen") { id }
      bySourceAndReseller: copiedAccount(sourceAccountId: "seen", tenantResellerId: $beta) { id }
      _entities(representations: $of) { ... on Account { name managedByReseller { ribbon }
        actionPermissions { reasons } subscriptions { edges { cursor } } } } }`;
    const variables = { id, beta: setup.alpha.id, of: [{ __typename: 'Account', id }] };
    expect(await world.ask(setup.beta.sync, query, variables)).toEqual({
      account: null,
      bySource: null,
      bySourceAndReseller: null,
      _entities: [
        {
          name: null,
          managedByReseller: null,
          actionPermissions: Array(14).fill({ reasons: ['ACCOUNT_NOT_FOUND'] }),
          subscriptions: null,
        },
      ],
    });
    expect(await world.ask(setup.alpha.sync, query, variables)).toMatchObject({
      account: { id },
      bySource: { id },
      bySourceAndReseller: { id },
      _entities: [{ name: 'Customer seen' }],
    });
  });

  test("its reseller's own account, other resellers, rules and API options", async () => {
    const query = `query ($account: ID!, $beta: ID!) {
      account(id: $account) { id } tenantReseller(id: $beta) { id } permissionRules { id } apiOptions { entity }
      tenantResellers { edges { node { name } } } }`;
    const variables = { account: setup.alpha.accountId, beta: setup.beta.id };
    expect(await world.ask(setup.alpha.sync, query, variables)).toEqual({
      account: null,
      tenantReseller: null,
      permissionRules: null,
      apiOptions: null,
      tenantResellers: { edges: [{ node: { name: 'Alpha' } }] },
    });
    expect(await world.ask(admin, query, variables)).toMatchObject({
      account: { id: setup.alpha.accountId },
      tenantReseller: { id: setup.beta.id },
      permissionRules: [{ id: setup.ruleId }],
      apiOptions: { entity: 'ACCOUNT' },
    });
  });

  test("another reseller's customer of the same source id stays as it is, whatever it records", async () => {
    const before = await see(world, admin, id, 'name revision subscriptions { edges { node { id } } }');
    expect(await record(world, setup.beta, aCustomer('seen', { sourceVersion: '9', name: 'Taken' }))).toMatchObject({
      outcome: 'CREATED',
    });
    expect(await see(world, admin, id, 'name revision subscriptions { edges { node { id } } }')).toEqual(before);
  });
});
