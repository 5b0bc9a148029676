import type { Account } from '../../../src/domain/accounts/account';
import type { LeavingFacts } from '../../../src/domain/moving/leaving';
import {
  decideAnnouncement,
  decideCompletion,
  decideWithdrawal,
  type Receiver,
} from '../../../src/domain/moving/moving';
import type { TenantReseller } from '../../../src/domain/tenant-reseller';
import { aManagedAccount, anAccount, aTenantReseller, BETA_ID } from '../builders';

const PATH = ['input', 'accounts', '7'];
const account = aManagedAccount();
const facts = (changes: Partial<LeavingFacts> = {}): LeavingFacts => ({
  ...{ account, announced: null, lastStep: 'COPIED', hasPending: false, running: [] },
  ...changes,
});
const receiver = (changes: Partial<TenantReseller> = {}, accountStatus: Account['status'] = 'ACTIVE'): Receiver => ({
  reseller: aTenantReseller({ id: BETA_ID, name: 'Beta', ...changes }),
  accountStatus,
});
const MOVE = { tenantResellerId: BETA_ID, sourceAccountId: 'b-1' };
const DELETED = aManagedAccount({ status: 'DELETED', deletionDate: '2026-03-31' });
const OTHER = '0197a000-0000-7000-8000-0000000000ff';
/** What a step comes to, in a word: its refusal, with where it stands. */
const wordOf = (step: unknown) => {
  if (step === 'TAKEN_BEFORE') return step;
  const { refusal } = step as { refusal?: { code: string; path: readonly string[] } };
  return refusal ? `${refusal.code} at ${refusal.path.slice(3).join('.') || 'it'}` : 'TAKEN';
};

describe('S29: an announcement', () => {
  test.each<[what: string, facts: Partial<LeavingFacts>, to: Receiver, owner: string | null, word: string]>([
    ['of a managed account', {}, receiver(), null, 'TAKEN'],
    ['under a former id of its own', {}, receiver(), account.id, 'TAKEN'],
    ['under an id of another account', {}, receiver(), OTHER, 'SOURCE_ACCOUNT_TAKEN at sourceAccountId'],
    ['that is announced already', { announced: MOVE }, receiver(), account.id, 'TAKEN_BEFORE'],
    [
      'that is announced already, of one that was deleted meanwhile',
      { announced: MOVE, account: DELETED },
      receiver(),
      account.id,
      'TAKEN_BEFORE',
    ],
    [
      'to another id while one is announced',
      { announced: { ...MOVE, sourceAccountId: 'b-2' } },
      receiver(),
      null,
      'INVALID_INPUT at accountId',
    ],
    ['of one that nobody manages', { account: anAccount() }, receiver(), null, 'INVALID_INPUT at accountId'],
    ['of one that is deleted', { account: DELETED }, receiver(), null, 'INVALID_INPUT at accountId'],
    [
      'to who manages it under another id',
      {},
      receiver({ id: account.management?.tenantResellerId ?? '' }),
      null,
      'INVALID_INPUT at accountId',
    ],
    ['to a reseller of another currency', {}, receiver({ currency: 'USD' }), null, 'CURRENCY_DIFFERS at accountId'],
    // What is owed stands in the way of completing alone.
    ['of one that owes', { hasPending: true }, receiver(), null, 'TAKEN'],
  ])('%s', (_what, changes, to, owner, word) => {
    expect(wordOf(decideAnnouncement(facts(changes), to, 'b-1', owner, PATH))).toBe(word);
  });

  test('that came true is no other: who manages it under this id', () => {
    const its = receiver({ id: account.management?.tenantResellerId ?? '' });
    expect(decideAnnouncement(facts(), its, 'c-1', account.id, PATH)).toBe('TAKEN_BEFORE');
  });
});

describe('S29: a completion', () => {
  const announced = { announced: MOVE };
  test.each<[what: string, facts: Partial<LeavingFacts>, to: Receiver | null, word: string]>([
    ['of what is announced', announced, receiver(), 'TAKEN'],
    ['of one that owes', { ...announced, hasPending: true }, receiver(), 'INVOICE_FIRST at it'],
    ['of one that was deleted meanwhile', { ...announced, account: DELETED }, receiver(), 'INVALID_INPUT at it'],
    ['to a reseller that is suspended', announced, receiver({ status: 'SUSPENDED' }), 'RESELLER_SUSPENDED at it'],
    ['to a reseller that has ended', announced, receiver({ status: 'ENDED' }), 'RESELLER_ENDED at it'],
    ['to a reseller of another currency by now', announced, receiver({ currency: 'USD' }), 'CURRENCY_DIFFERS at it'],
    ['to a reseller whose own account is deleted', announced, receiver({}, 'DELETED'), 'INVALID_INPUT at it'],
    ['that was done', { lastStep: 'MOVED' }, null, 'TAKEN_BEFORE'],
    ['of what was withdrawn', { lastStep: 'MOVE_WITHDRAWN' }, null, 'INVALID_INPUT at it'],
    ['of nothing', {}, null, 'INVALID_INPUT at it'],
    [
      'of one that was moved and then released',
      { account: anAccount(), lastStep: 'RELEASED' },
      null,
      'INVALID_INPUT at it',
    ],
  ])('%s', (_what, changes, to, word) => {
    expect(wordOf(decideCompletion(facts(changes), to, PATH))).toBe(word);
  });
});

describe('S29: a withdrawal', () => {
  test.each<[what: string, facts: Partial<LeavingFacts>, word: string]>([
    ['of what is announced', { announced: MOVE }, 'TAKEN'],
    ['of one that owes or was deleted', { announced: MOVE, hasPending: true, account: DELETED }, 'TAKEN'],
    ['that was done', { lastStep: 'MOVE_WITHDRAWN' }, 'TAKEN_BEFORE'],
    ['of what came true', { lastStep: 'MOVED' }, 'INVALID_INPUT at it'],
    ['of one that nobody manages', { account: anAccount() }, 'INVALID_INPUT at it'],
  ])('%s', (_what, changes, word) => {
    expect(wordOf(decideWithdrawal(facts(changes), PATH))).toBe(word);
  });
});
