import type { Caller } from '../../src/domain/caller';
import { aMatrixWorld, type MatrixWorld, type UnderTest } from '../guard/accounts';
import { admin, see } from '../support/resellers';
import { handOver } from '../support/transfers';
import { aUser } from '../support/world';
import { ATTEMPTS } from './attempts';
import type { State } from './verdicts';
import { type Call, runTogether } from './ways';

let matrix: MatrixWorld;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(`matrix, mutations that change what the next one of the request may: ${SEQUENCES.length} cells`);
  await matrix.world.close();
});

const anna = aUser('anna');
/** Whom the rule grants EDIT, too. */
const inBilling = aUser('anna', 'billing');
const SELL = [
  'createOpportunity',
  'createOffer',
  'createOrder',
  'createSubscription',
  'cancelSubscription',
  'changeSubscription',
];
const WORK = ['updateAccount', 'createInvoice', 'addContact', 'updateContact', 'relateAccount'];
/** What is still allowed of a deleted account (S12). */
const BILL = ['generateInvoices', 'createCreditNote'];

interface Sequence {
  readonly caller: Caller;
  readonly state: State;
  readonly first: string;
  readonly next: string;
  /** Why the next one is refused; empty when it is allowed. */
  readonly reasons: readonly string[];
}
const each = (caller: Caller, state: State, first: string, nexts: string[], reasons: string[]): Sequence[] =>
  nexts.map((next) => ({ caller, state, first, next, reasons }));

/** By hand: what is done first, by whom, and what then holds of the next mutations of the same request. */
const SEQUENCES: readonly Sequence[] = [
  // S12: a deleted account keeps two actions.
  ...each(admin, 'own', 'deleteAccount', [...SELL, ...WORK, 'synchronizeAccount'], ['ACCOUNT_DELETED']),
  ...each(admin, 'own', 'deleteAccount', ['deleteAccount', 'suspendAccount', 'reactivateAccount'], ['ACCOUNT_DELETED']),
  ...each(admin, 'own', 'deleteAccount', BILL, []),
  // S21: the status that is there already.
  ...each(admin, 'own', 'suspendAccount', ['suspendAccount'], ['ALREADY_IN_STATUS']),
  ...each(admin, 'own', 'suspendAccount', ['reactivateAccount'], []),
  ...each(admin, 'own suspended', 'reactivateAccount', ['reactivateAccount'], ['ALREADY_IN_STATUS']),
  ...each(admin, 'own suspended', 'reactivateAccount', ['suspendAccount'], []),
  ...each(admin, 'own suspended', 'deleteAccount', ['reactivateAccount'], ['ACCOUNT_DELETED']),
  // S24: from the transfer on it is managed.
  ...each(admin, 'own', 'transferAccounts', [...SELL, 'synchronizeAccount'], ['MANAGED_BY_RESELLER']),
  ...each(admin, 'own', 'transferAccounts', ['deleteAccount', 'suspendAccount'], ['MANAGED_BY_RESELLER']),
  ...each(admin, 'own', 'transferAccounts', ['reactivateAccount'], ['MANAGED_BY_RESELLER', 'ALREADY_IN_STATUS']),
  ...each(admin, 'own', 'transferAccounts', [...WORK, ...BILL], []),
  // S8: whoever gives the account away does not find it any more; whoever keeps EDIT keeps what needs no more.
  ...each(anna, 'own', 'give away', [...WORK, ...SELL, ...BILL, 'deleteAccount'], ['ACCOUNT_NOT_FOUND']),
  ...each(inBilling, 'own', 'hand on', ['deleteAccount', 'suspendAccount'], ['INSUFFICIENT_ACCESS']),
  ...each(inBilling, 'own', 'hand on', ['synchronizeAccount'], ['INSUFFICIENT_ACCESS']),
  ...each(inBilling, 'own', 'hand on', [...WORK, 'createOrder'], []),
  // S25: from then on somebody is billed to the reseller's account.
  ...each(admin, 'alone reseller', 'bill to it', ['deleteAccount'], ['TENANT_RESELLER_ACCOUNT']),
  ...each(admin, 'alone reseller', 'suspendAccount', ['deleteAccount'], []),
];

function callOf(what: string, account: UnderTest): Call {
  const accountId = account.id;
  switch (what) {
    case 'transferAccounts': {
      const accounts = [handOver(accountId, accountId, { [account.subscriptionId]: 's-1' })];
      const input = { tenantResellerId: matrix.setup.alpha.id, accounts };
      return { mutation: what, input, selection: 'results { userErrors { code } }' };
    }
    case 'give away':
      return { mutation: 'updateAccount', input: { accountId, responsibleUserId: 'other', permissionRuleId: null } };
    case 'hand on':
      return { mutation: 'updateAccount', input: { accountId, responsibleUserId: 'other' } };
    case 'bill to it':
      return {
        mutation: 'updateAccount',
        input: { accountId: matrix.homes.get(admin), billToId: accountId },
      };
    default:
      return { mutation: what, input: { accountId, ...ATTEMPTS[what]?.input(account) } };
  }
}

test.each(SEQUENCES)(
  '$caller.id, $state: $first, then $next: $reasons',
  async ({ caller, state, first, next, reasons }) => {
    const [account] = await matrix.copies(state, 1);
    if (!account) throw new Error('No copy');
    if (first === 'transferAccounts') {
      const { accountId } = matrix.setup.alpha;
      await matrix.world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [account.id, accountId]);
    }
    const action = ATTEMPTS[next]?.action ?? '';
    const [done, came] = await runTogether(matrix.world, caller, [
      { ...callOf(first, account), alias: 'first' },
      { ...callOf(next, account), alias: 'next' },
    ]);
    expect(done).toMatchObject({ payload: { userErrors: [] }, errors: [] });
    if (first === 'transferAccounts') expect(done?.payload.results).toEqual([{ userErrors: [] }]);
    const after = await see(matrix.world, caller, account.id, 'actionPermissions { action reasons }');
    if (reasons.length === 0) {
      expect(came).toMatchObject({ payload: { account: { id: account.id }, userErrors: [] }, errors: [] });
      return;
    }
    const code = reasons[0] === 'ACCOUNT_NOT_FOUND' ? reasons[0] : 'ACTION_NOT_ALLOWED';
    expect(came?.payload).toMatchObject({
      account: null,
      userErrors: [{ code, action, reasons, retryable: false, path: ['input', 'accountId'] }],
    });
    if (code === 'ACCOUNT_NOT_FOUND') expect(after).toBeNull();
    else expect(after.actionPermissions).toContainEqual({ action, reasons });
  },
);
