import { UNKNOWN } from '../../support/contacts';
import { announce, complete, historyOf, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { aTransferredAccount } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;
let omega: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-15T12:00:00Z');
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  omega = await aReseller(world, { name: 'Omega', currency: 'EUR', separateInvoices: true });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const ACCOUNT_AT = ['input', 'accounts', '0', 'accountId'];
const MOVE_AT = ['input', 'accountIds', '0'];

async function paid(source: string, changes: Record<string, unknown> = {}) {
  const id = await copy(world, setup.alpha, aCustomer(source, changes));
  await invoice(world, id);
  return id;
}
const status = (reseller: TestReseller, to: string) =>
  world.mutate(admin, 'updateTenantReseller', { tenantResellerId: reseller.id, status: to });
const currency = (reseller: TestReseller, to: string) =>
  world.mutate(admin, 'updateTenantReseller', { tenantResellerId: reseller.id, currency: to });

/** What of the table changes while the step is taken: nothing. */
async function leavesNothing(step: () => Promise<unknown>) {
  const before = await everyRow(world);
  const outcome = await step();
  expect(await writtenSince(world, before)).toEqual([]);
  return outcome;
}

describe('S29: announceMove is refused', () => {
  test('as a whole: to nobody, to a reseller that is not ACTIVE, and to one whose own account is deleted', async () => {
    const id = await paid('to');
    const to = ['input', 'toTenantResellerId'];
    for (const [unknown, code] of [
      [UNKNOWN, 'NOT_FOUND'],
      ['no-id', 'INVALID_INPUT'],
    ] as const) {
      expect(await announce(world, { ...gamma, id: unknown }, id, 'g')).toMatchObject([{ code, path: to }]);
      const nobody = { toTenantResellerId: unknown, accounts: [] };
      expect(await world.mutate(admin, 'announceMove', nobody)).toMatchObject({ userErrors: [{ code, path: to }] });
    }
    await status(gamma, 'SUSPENDED');
    expect(await leavesNothing(() => announce(world, gamma, id, 'g-to'))).toMatchObject([
      { code: 'RESELLER_SUSPENDED', path: to, retryable: true },
    ]);
    await status(gamma, 'ENDED');
    expect(await leavesNothing(() => announce(world, gamma, id, 'g-to'))).toMatchObject([
      { code: 'RESELLER_ENDED', path: to, retryable: false },
    ]);
    await status(gamma, 'ACTIVE');
    const gone = await aReseller(world, { name: 'Gone', currency: 'EUR', separateInvoices: true });
    await world.mutate(admin, 'deleteAccount', { accountId: gone.accountId });
    expect(await announce(world, gone, id, 'g-to')).toMatchObject([{ code: 'INVALID_INPUT', path: to }]);
    expect(await announce(world, gamma, id, 'g-to')).toEqual([]);
  });

  test('for an account that is not there, is not managed, or is a reseller’s own', async () => {
    for (const id of [UNKNOWN, 'no-id']) {
      expect(await announce(world, gamma, id, 'g-none')).toMatchObject([
        { code: 'ACCOUNT_NOT_FOUND', path: ACCOUNT_AT },
      ]);
    }
    for (const id of [await anOwnAccount(world), setup.alpha.accountId, gamma.accountId]) {
      expect(await announce(world, gamma, id, 'g-none')).toMatchObject([{ code: 'INVALID_INPUT', path: ACCOUNT_AT }]);
    }
    expect(await announce(world, gamma, await paid('there'), 'g-none')).toEqual([]);
  });

  test('for an account that is deleted, until it is restored', async () => {
    const id = await paid('dead');
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'dead', sourceVersion: '2' });
    expect(await announce(world, gamma, id, 'g-dead')).toMatchObject([{ code: 'INVALID_INPUT', path: ACCOUNT_AT }]);
    const customer = aCustomer('dead', { sourceVersion: '3' });
    await world.mutate(setup.alpha.sync, 'restoreManagedAccount', { customer });
    expect(await announce(world, gamma, id, 'g-dead')).toEqual([]);
  });

  test('to the reseller that manages it, but under the id that it has there', async () => {
    const id = await paid('here');
    expect(await announce(world, setup.alpha, id, 'elsewhere')).toMatchObject([
      { code: 'INVALID_INPUT', path: ACCOUNT_AT },
    ]);
    expect(await leavesNothing(() => announce(world, setup.alpha, id, 'here'))).toEqual([]);
  });

  test('to another target while one is announced: another reseller, another id, or where it is now', async () => {
    const id = await paid('target');
    expect(await announce(world, gamma, id, 'g-target')).toEqual([]);
    expect(await leavesNothing(() => announce(world, gamma, id, 'g-target'))).toEqual([]);
    for (const [to, source] of [
      [gamma, 'g-other'],
      [omega, 'g-target'],
      [setup.alpha, 'target'],
    ] as const) {
      expect(await leavesNothing(() => announce(world, to, id, source))).toMatchObject([
        { code: 'INVALID_INPUT', path: ACCOUNT_AT },
      ]);
    }
    expect(await withdraw(world, id)).toEqual([]);
    expect(await announce(world, omega, id, 'g-target')).toEqual([]);
  });

  test('to a reseller of another currency', async () => {
    const id = await paid('coin');
    expect(await announce(world, setup.beta, id, 'b-coin')).toMatchObject([
      { code: 'CURRENCY_DIFFERS', path: ACCOUNT_AT, retryable: false },
    ]);
    await currency(omega, 'USD');
    expect(await announce(world, omega, id, 'o-coin')).toMatchObject([{ code: 'CURRENCY_DIFFERS' }]);
    await currency(omega, 'EUR');
    expect(await announce(world, omega, id, 'o-coin')).toEqual([]);
  });

  test('under an id that is another account’s there, was, is announced, or is named twice in the call', async () => {
    const id = await paid('wants');
    const at = ['input', 'accounts', '0', 'sourceAccountId'];
    await copy(world, gamma, aCustomer('g-copied'));
    const spent = await paid('spent');
    expect([await announce(world, gamma, spent, 'g-spent'), await complete(world, spent)]).toEqual([[], []]);
    expect(await release(world, spent)).toEqual([]);
    expect(await announce(world, gamma, await paid('first'), 'g-announced')).toEqual([]);
    for (const taken of ['g-copied', 'g-spent', 'g-announced']) {
      expect(await leavesNothing(() => announce(world, gamma, id, taken))).toMatchObject([
        { code: 'SOURCE_ACCOUNT_TAKEN', path: at, retryable: false },
      ]);
    }
    for (const wrong of ['', ' ', 'x'.repeat(1001), 'a\u0000b']) {
      expect(await announce(world, gamma, id, wrong)).toMatchObject([{ code: 'INVALID_INPUT', path: at }]);
    }
    const twin = await paid('twin');
    const accounts = [id, twin].map((accountId) => ({ accountId, sourceAccountId: 'g-both' }));
    const input = { toTenantResellerId: gamma.id, accounts };
    const { results } = await world.mutate(admin, 'announceMove', input, 'results { userErrors { code path } }');
    expect(results).toMatchObject([
      { userErrors: [] },
      { userErrors: [{ code: 'SOURCE_ACCOUNT_TAKEN', path: ['input', 'accounts', '1', 'sourceAccountId'] }] },
    ]);
  });
});

describe.each(['announceMove', 'completeMove', 'withdrawMove'])('S29: %s', (mutation) => {
  const inputOf = (ids: readonly string[]) =>
    mutation === 'announceMove'
      ? { toTenantResellerId: gamma.id, accounts: ids.map((accountId) => ({ accountId, sourceAccountId: 'g' })) }
      : { accountIds: ids };

  test('is the administrator’s', async () => {
    const type = mutation === 'announceMove' ? 'AnnounceMoveInput' : 'MoveInput';
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
    for (const caller of [aUser('anna'), setup.alpha.sync]) {
      const { errors } = await world.run(caller, query, { input: inputOf([UNKNOWN]) });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await world.ask(admin, query, { input: inputOf([]) })).toEqual({ [mutation]: { userErrors: [] } });
  });

  test('takes at most 500 accounts', async () => {
    const of = (count: number) =>
      world.mutate(admin, mutation, inputOf(Array.from({ length: count }, () => UNKNOWN)), 'results { accountId }');
    const list = mutation === 'announceMove' ? 'accounts' : 'accountIds';
    const tooMany = await of(501);
    expect(tooMany).toMatchObject({ results: [], userErrors: [{ code: 'INVALID_INPUT', path: ['input', list] }] });
  });
});

describe('S29: completeMove is refused', () => {
  test('when nothing is announced, for an account that is not managed, and for one that is not there', async () => {
    for (const step of [complete, withdraw]) {
      for (const id of [await paid(`nothing-${step.name}`), await anOwnAccount(world), gamma.accountId]) {
        const [refusal] = await step(world, id);
        expect(refusal).toMatchObject({ code: 'INVALID_INPUT', path: MOVE_AT, retryable: false });
        expect(refusal?.message).toMatch(/^Account is (no account that a tenant reseller|an account of which no move)/);
      }
      for (const id of [UNKNOWN, 'no-id']) {
        expect(await step(world, id)).toMatchObject([{ code: 'ACCOUNT_NOT_FOUND', path: MOVE_AT }]);
      }
    }
  });

  test('while the new reseller is not ACTIVE, or has another currency by now; withdrawing goes on', async () => {
    const id = await paid('late');
    const other = await paid('late-2');
    expect([await announce(world, gamma, id, 'g-late'), await announce(world, gamma, other, 'g-late-2')]).toEqual([
      [],
      [],
    ]);
    for (const [to, code, retryable] of [
      ['SUSPENDED', 'RESELLER_SUSPENDED', true],
      ['ENDED', 'RESELLER_ENDED', false],
    ] as const) {
      await status(gamma, to);
      expect(await leavesNothing(() => complete(world, id))).toMatchObject([{ code, retryable, path: MOVE_AT }]);
    }
    expect(await withdraw(world, other)).toEqual([]);
    await status(gamma, 'ACTIVE');
    await currency(gamma, 'USD');
    expect(await leavesNothing(() => complete(world, id))).toMatchObject([{ code: 'CURRENCY_DIFFERS', path: MOVE_AT }]);
    await currency(gamma, 'EUR');
    expect(await complete(world, id)).toEqual([]);
  });

  test('of an account that was deleted meanwhile; it is withdrawn, and released', async () => {
    const id = await paid('died');
    expect(await announce(world, gamma, id, 'g-died')).toEqual([]);
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'died', sourceVersion: '2' });
    expect(await complete(world, id)).toMatchObject([{ code: 'INVALID_INPUT', path: MOVE_AT }]);
    expect(await withdraw(world, id)).toEqual([]);
    const [running] = await subscriptionsOf(world, admin, id);
    expect(await release(world, id, [{ subscriptionId: running?.id, goesOn: false }])).toEqual([]);
  });

  test('while periods begun before today are pending, and no longer', async () => {
    const id = await copy(world, setup.alpha, aCustomer('debt'));
    expect(await announce(world, gamma, id, 'g-debt')).toEqual([]);
    expect(await leavesNothing(() => complete(world, id))).toMatchObject([
      { code: 'INVOICE_FIRST', path: MOVE_AT, retryable: false },
    ]);
    await invoice(world, id);
    expect(await complete(world, id)).toEqual([]);
  });
});

describe('S29: the same again', () => {
  test('completing succeeds and changes nothing, and so does announcing what came true', async () => {
    const id = await paid('twice');
    expect([await announce(world, gamma, id, 'g-twice'), await complete(world, id)]).toEqual([[], []]);
    expect(await leavesNothing(() => complete(world, id))).toEqual([]);
    expect(await leavesNothing(() => announce(world, gamma, id, 'g-twice'))).toEqual([]);
    expect(await withdraw(world, id)).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });

  test('withdrawing succeeds and changes nothing; completing what was withdrawn does not', async () => {
    const id = await paid('off');
    expect([await announce(world, gamma, id, 'g-off'), await withdraw(world, id)]).toEqual([[], []]);
    expect(await leavesNothing(() => withdraw(world, id))).toEqual([]);
    expect(await complete(world, id)).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });
});

describe('S29: a moved account', () => {
  test('has the new reseller’s ribbon, parent and Bill To, no option, no version; the rest stays as it was', async () => {
    const options = { synchronizationOptions: [{ systemCode: 'M', key: 'k', value: 'v' }], status: 'SUSPENDED' };
    const id = await paid('moved', options);
    const STAYS = `id name email accountingNo status currency enableOrdering separateInvoices responsibleUser { id }
      invoices { edges { node { id total billTo { id } } } }`;
    const before = await see(world, admin, id, STAYS);
    expect(before.status).toBe('SUSPENDED');
    const MOVED = `parent { id } billTo { id } synchronizationOptions { key }
      managedByReseller { reseller { id } ribbon sourceAccountId sourceVersion origin lastSyncedAt moveTo { id } }`;
    expect(await announce(world, gamma, id, 'g-moved')).toEqual([]);
    expect(await see(world, admin, id, MOVED)).toMatchObject({
      parent: { id: setup.alpha.accountId },
      synchronizationOptions: [{ key: 'k' }],
      managedByReseller: { reseller: { id: setup.alpha.id }, sourceAccountId: 'moved', moveTo: { id: gamma.id } },
    });
    expect(await complete(world, id)).toEqual([]);
    expect(await see(world, admin, id, MOVED)).toEqual({
      ...{ parent: { id: gamma.accountId }, billTo: { id: gamma.accountId }, synchronizationOptions: [] },
      managedByReseller: {
        ...{ reseller: { id: gamma.id }, ribbon: 'This account is managed by Gamma Tenant Reseller' },
        ...{ sourceAccountId: 'g-moved', sourceVersion: null, origin: 'MOVED_FROM_RESELLER' },
        ...{ lastSyncedAt: null, moveTo: null },
      },
    });
    expect(await see(world, admin, id, STAYS)).toEqual(before);
    expect((await historyOf(world, admin, id)).map(({ kind, text }) => `${kind}: ${text}`).slice(0, 2)).toEqual([
      'MOVED: Moved from Alpha to Gamma, which manages it from now on',
      'MOVE_ANNOUNCED: Move to Gamma announced',
    ]);
  });

  test('is locked and blocked as any other, and tells nobody but administrators where it is to move', async () => {
    const id = await paid('locked');
    await announce(world, gamma, id, 'g-locked');
    const seen = 'managedByReseller { reseller { id } moveTo { id } } allowedActions lockedFields';
    const managed = await see(world, admin, id, seen);
    expect(managed.managedByReseller.moveTo).toEqual({ id: gamma.id });
    expect(managed.allowedActions).not.toContain('CREATE_SUBSCRIPTION');
    expect((await see(world, aUser('anna'), id, seen)).managedByReseller).toEqual({
      reseller: { id: setup.alpha.id },
      moveTo: null,
    });
    expect((await see(world, setup.alpha.sync, id, 'managedByReseller { moveTo { id } }')).managedByReseller).toEqual({
      moveTo: null,
    });
    expect(await see(world, gamma.sync, id, 'id')).toBeNull();
    await complete(world, id);
    expect(await see(world, admin, id, 'allowedActions lockedFields')).toEqual({
      allowedActions: managed.allowedActions,
      lockedFields: managed.lockedFields,
    });
  });

  test('that was withdrawn tells both in its history, and the id is free', async () => {
    const id = await paid('told');
    await announce(world, gamma, id, 'g-told');
    await withdraw(world, id);
    expect((await historyOf(world, admin, id)).slice(0, 2)).toEqual([
      { kind: 'MOVE_WITHDRAWN', text: 'Move to Gamma withdrawn' },
      { kind: 'MOVE_ANNOUNCED', text: 'Move to Gamma announced' },
    ]);
    const audit = await see(world, admin, id, 'audit(first: 3) { edges { node { mutation } } }');
    expect(audit.audit.edges.map(({ node }: { node: { mutation: string } }) => node.mutation)).toEqual([
      ...['withdrawMove', 'announceMove', 'generateInvoices'],
    ]);
    expect((await record(world, gamma, aCustomer('g-told'), aPaidSubscription())).outcome).toBe('CREATED');
  });

  test('that was transferred before moves too', async () => {
    const { id } = await aTransferredAccount(world, setup.alpha, 'handed');
    await invoice(world, id);
    expect([await announce(world, gamma, id, 'g-handed'), await complete(world, id)]).toEqual([[], []]);
    const moved = await see(
      world,
      admin,
      id,
      'managedByReseller { sourceAccountId } audit(first: 1) { edges { node { mutation } } }',
    );
    expect(moved.managedByReseller).toEqual({ sourceAccountId: 'g-handed' });
    expect(moved.audit.edges).toEqual([{ node: { mutation: 'completeMove' } }]);
  });
});
