import { randomUUID } from 'node:crypto';
import { aCustomer, admin, copy, everyRow, type Setup, setUpResellers, writtenSince } from '../../support/resellers';
import { aUser, createWorld, USER_ERRORS, type World } from '../../support/world';
import { sampleMutations } from '../sample-input';

let world: World;
let setup: Setup;
let hidden: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  hidden = await copy(world, setup.alpha, aCustomer('hidden'));
});
afterAll(() => world.close());

/** May not see `hidden`; the others may. */
const gert = aUser('gert', 'strangers');
const SEEING = [admin, aUser('anna'), aUser('ulla', 'billing'), aUser('ulla', 'readers')];

const WHOLE = `__typename id name accountingNo email billingAddress { city } status currency enableOrdering separateInvoices
  parent { id } billTo { id } responsibleUser { id } permissionRule { id } synchronizationOptions { key }
  managedByReseller { ribbon } lockedFields fieldLocks { field } allowedActions
  actionPermissions { action allowed reasons message } access policyFacts { fact value } history { edges { cursor } } subscriptions { edges { cursor } }
  salesDocuments { edges { cursor } } createdAt updatedAt revision`;

const SALE = { title: 'A sale', lines: [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }] };

/** An answer, and every statement that it took. */
async function observed(query: string, variables: Record<string, unknown>) {
  world.takeStatements();
  const answer = await world.run(gert, query, variables);
  return { answer, statements: world.takeStatements() };
}

/** The same for an id that is hidden and for one that is not there, with the ids made alike. */
async function bothWays(query: string, variablesFor: (id: string) => Record<string, unknown>) {
  const unknown = randomUUID();
  const ofHidden = await observed(query, variablesFor(hidden));
  const ofUnknown = await observed(query, variablesFor(unknown));
  const asHidden = JSON.parse(JSON.stringify(ofUnknown).replaceAll(unknown, hidden));
  return { ofHidden, asHidden };
}

describe('A29: an account that the caller may not READ', () => {
  test('is there for those who may', async () => {
    for (const caller of SEEING) {
      expect(await world.ask(caller, 'query ($id: ID!) { account(id: $id) { id } }', { id: hidden })).toEqual({
        account: { id: hidden },
      });
    }
  });

  test('account is null, with the statements of an account that is not there', async () => {
    const query = `query ($id: ID!) { account(id: $id) { ${WHOLE} } }`;
    const { ofHidden, asHidden } = await bothWays(query, (id) => ({ id }));
    expect(ofHidden.answer).toEqual({ data: { account: null } });
    expect(ofHidden).toEqual(asHidden);
  });

  test('copiedAccount is null, with the statements of a customer that is not there', async () => {
    const query = `query ($source: ID!, $reseller: ID!) {
      copiedAccount(sourceAccountId: $source, tenantResellerId: $reseller) { ${WHOLE} } }`;
    const source = (sourceAccountId: string) => ({ source: sourceAccountId, reseller: setup.alpha.id });
    const ofHidden = await observed(query, source('hidden'));
    const ofUnknown = await observed(query, source('nobody'));
    expect(ofHidden.answer).toEqual({ data: { copiedAccount: null } });
    expect(ofUnknown).toEqual(ofHidden);
    expect(await world.ask(admin, query, source('hidden'))).toMatchObject({ copiedAccount: { id: hidden } });
  });

  test('_entities answers the id and denials only, with the statements of an account that is not there', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { ${WHOLE} } } }`;
    const { ofHidden, asHidden } = await bothWays(query, (id) => ({ of: [{ __typename: 'Account', id }] }));
    expect(ofHidden.answer.data._entities).toMatchObject([
      { id: hidden, name: null, managedByReseller: null, lockedFields: [], allowedActions: [], revision: null },
    ]);
    expect(ofHidden).toEqual(asHidden);
  });

  test.each([
    ['updateAccount', 'UpdateAccountInput', 'EDIT', { name: 'Mine' }],
    ['synchronizeAccount', 'SynchronizeAccountInput', 'SYNCHRONIZE', { systemCode: 'MAIL' }],
    ['deleteAccount', 'AccountReferenceInput', 'DELETE', {}],
    ['suspendAccount', 'AccountReferenceInput', 'SUSPEND', {}],
    ['reactivateAccount', 'AccountReferenceInput', 'REACTIVATE', {}],
    ['createOpportunity', 'SellInput', 'CREATE_OPPORTUNITY', SALE],
    ['createOffer', 'SellInput', 'CREATE_OFFER', SALE],
    ['createOrder', 'SellInput', 'CREATE_ORDER', SALE],
    [
      'createSubscription',
      'CreateSubscriptionInput',
      'CREATE_SUBSCRIPTION',
      { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 },
    ],
    [
      'cancelSubscription',
      'CancelSubscriptionInput',
      'CREATE_SUBSCRIPTION',
      { subscriptionId: 'any', endDate: '2026-12-31' },
    ],
    ['changeSubscription', 'ChangeSubscriptionInput', 'CREATE_SUBSCRIPTION', { subscriptionId: 'any', endDate: null }],
    [
      'createCreditNote',
      'CreateCreditNoteInput',
      'GENERATE_INVOICES',
      { invoiceId: 'any', lines: [{ invoiceLineId: 'any', amount: '1' }], reason: 'Wrong' },
    ],
  ])(
    '%s answers ACCOUNT_NOT_FOUND, as for an account that is not there, and writes nothing',
    async (mutation, type, action, input) => {
      const before = await everyRow(world);
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { account { id } ${USER_ERRORS} } }`;
      const { ofHidden, asHidden } = await bothWays(query, (accountId) => ({ input: { accountId, ...input } }));
      expect(ofHidden.answer).toEqual({
        data: {
          [mutation]: {
            account: null,
            userErrors: [
              {
                code: 'ACCOUNT_NOT_FOUND',
                action,
                reasons: ['ACCOUNT_NOT_FOUND'],
                path: ['input', 'accountId'],
                retryable: false,
                field: null,
                message: expect.not.stringContaining('Alpha'),
              },
            ],
          },
        },
      });
      expect(ofHidden).toEqual(asHidden);
      expect(await writtenSince(world, before)).toEqual([]);
    },
  );

  test('every other mutation of an account answers alike for hidden and unknown, and writes nothing', async () => {
    const before = await everyRow(world);
    const ofAccounts = sampleMutations(world.subgraph.schema).filter(({ guards }) =>
      guards.some((guard) => guard.endsWith('OnManagedAccount')),
    );
    expect(ofAccounts.length).toBeGreaterThanOrEqual(10);
    for (const { name, query, variables } of ofAccounts) {
      const { ofHidden, asHidden } = await bothWays(query, (accountId) => ({
        input: { ...(variables.input as object), accountId },
      }));
      expect([name, ofHidden.answer.data[name].userErrors]).toEqual([
        name,
        [{ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'] }],
      ]);
      expect(ofHidden).toEqual(asHidden);
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('a cursor or a nested field gives nothing of it away', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account {
      parent { parent { name } } billTo { name } managedByReseller { reseller { name } } permissionRule { name } } } }`;
    expect((await observed(query, { of: [{ __typename: 'Account', id: hidden }] })).answer.data._entities).toEqual([
      { parent: null, billTo: null, managedByReseller: null, permissionRule: null },
    ]);
  });
});

describe('A14: two customers with one e-mail and number', () => {
  const SAME = { email: 'Info@Same.example', accountingNo: 'S-1' };
  const DRIFT = 'query ($id: ID!) { account(id: $id) { managedByReseller { drift } } }';
  const driftFor = async (caller: Parameters<World['ask']>[0], id: string) =>
    (await world.ask(caller, DRIFT, { id })).account?.managedByReseller.drift ?? null;

  test('show POSSIBLE_DUPLICATE to whoever may READ both, and to nobody else; no sync learns of the other', async () => {
    const one = await copy(world, setup.alpha, aCustomer('same', SAME));
    const other = await copy(world, setup.beta, aCustomer('same', { ...SAME, email: 'info@same.example' }));
    expect(one).not.toBe(other);
    for (const caller of SEEING) {
      expect(await driftFor(caller, one)).toEqual(['POSSIBLE_DUPLICATE']);
      expect(await driftFor(caller, other)).toEqual(['POSSIBLE_DUPLICATE']);
    }
    expect(await driftFor(setup.alpha.sync, one)).toEqual([]);
    expect(await driftFor(setup.alpha.sync, other)).toBeNull();
    expect(await driftFor(setup.beta.sync, other)).toEqual([]);

    await world.mutate(admin, 'updateAccount', { accountId: other, permissionRuleId: null });
    expect(await driftFor(aUser('ulla', 'readers'), one)).toEqual([]);
    expect(await driftFor(admin, one)).toEqual(['POSSIBLE_DUPLICATE']);
    expect(await driftFor(aUser('anna'), one)).toEqual(['POSSIBLE_DUPLICATE']);
  });

  test.each([
    ['one number, other e-mails: a possible duplicate', { accountingNo: 'S-2' }, ['POSSIBLE_DUPLICATE']],
    ['one e-mail, other numbers: a possible duplicate', { email: 'two@same.example' }, ['POSSIBLE_DUPLICATE']],
    ['neither e-mail nor number on both: none', { email: null, accountingNo: null }, []],
    ['nothing in common: none', {}, []],
  ])('%s, and never for a sync', async (what, both, drift) => {
    const id = await copy(world, setup.alpha, aCustomer(`${what} 1`, both));
    await copy(world, setup.alpha, aCustomer(`${what} 2`, both));
    expect(await driftFor(admin, id)).toEqual(drift);
    expect(await driftFor(setup.alpha.sync, id)).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    [
      'one e-mail in Cyrillic capitals and small letters',
      { email: 'ИВАН@ПОЧТА.РФ', accountingNo: null },
      { email: 'иван@почта.рф', accountingNo: null },
      ['POSSIBLE_DUPLICATE'],
    ],
    [
      'one e-mail in Greek',
      { email: 'ΝΙΚΟΣ@ΤΑΧΥΔΡΟΜΕΙΟ.GR', accountingNo: null },
      { email: 'νικος@ταχυδρομειο.gr', accountingNo: null },
      ['POSSIBLE_DUPLICATE'],
    ],
    [
      'one number with a blank and with a dash',
      { email: null, accountingNo: 'KD 77 01' },
      { email: null, accountingNo: 'kd–7701' },
      ['POSSIBLE_DUPLICATE'],
    ],
    [
      'a number that begins like the other',
      { email: null, accountingNo: 'PRE-1' },
      { email: null, accountingNo: 'PRE-12' },
      [],
    ],
    [
      'the number of one as the e-mail of the other',
      { email: 'x-9', accountingNo: null },
      { email: null, accountingNo: 'x-9' },
      [],
    ],
    [
      'what means something to a search',
      { email: `a' | b:* & !\\ ''@x`, accountingNo: null },
      { email: `A' | B:* & !\\ ''@X`, accountingNo: null },
      ['POSSIBLE_DUPLICATE'],
    ],
  ])('%s', async (what, one, other, drift) => {
    const id = await copy(world, setup.alpha, aCustomer(`${what} 1`, one));
    expect(await driftFor(admin, id)).toEqual([]);
    await copy(world, setup.beta, aCustomer(`${what} 2`, other));
    expect(await driftFor(admin, id)).toEqual(drift);
  });
});
