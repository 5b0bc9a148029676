import fc from 'fast-check';
import {
  actionDenials,
  allowedActions,
  denialReasons,
  fieldLocks,
  lockedFields,
} from '../../../src/domain/accounts/account-policy';
import {
  type AccountStanding,
  everyStanding,
  onceForEach,
  type Standing,
  standingOf,
  standingWith,
} from '../../../src/domain/accounts/account-standing';
import { lockTexts, permissionTexts } from '../../../src/domain/accounts/policy-messages';
import type { Caller } from '../../../src/domain/caller';
import {
  aManagedAccount,
  anAccount,
  anAdministrator,
  aSync,
  aUser,
  BETA_ID,
  loaded,
  loadedResellerAccount,
} from '../builders';

/** Whatever is worked out of a standing; of a copy, which is not kept, anew. */
const answers = (standing: Standing | null) => ({
  denials: actionDenials(standing),
  allowed: allowedActions(standing),
  locks: fieldLocks(standing),
  locked: lockedFields(standing),
});

const anyAccount: fc.Arbitrary<AccountStanding> = fc
  .record({
    account: fc.constantFrom(
      ...(['ACTIVE', 'SUSPENDED', 'DELETED'] as const).flatMap((status) => {
        const state = { status, deletionDate: status === 'DELETED' ? '2026-03-31' : null };
        return [loaded(anAccount(state)), loaded(aManagedAccount(state))];
      }),
      loadedResellerAccount(true),
      loadedResellerAccount(false),
    ),
    grantedAccess: fc.constantFrom(null, 'READ', 'EDIT', 'FULL' as const),
  })
  .map(({ account, grantedAccess }) => ({ ...account, grantedAccess }));
const anyCaller = fc.constantFrom<Caller>(anAdministrator(), aUser('anna'), aUser('ben'), aSync(), aSync(BETA_ID));

test('what is kept is what is worked out anew, for every standing', () => {
  const all = everyStanding();
  expect(all).toHaveLength(3 * 2 * 2 * 2 * 3 * 3);
  expect(new Set(all).size).toBe(all.length);
  for (const standing of all) {
    const kept = answers(standing);
    expect(answers({ ...standing })).toEqual(kept);
    for (const [what, answer] of Object.entries(answers(standing))) {
      expect(answer).toBe(kept[what as keyof typeof kept]);
      expect(Object.isFrozen(answer)).toBe(true);
    }
  }
});

test('whatever accounts and callers come one after another, each is answered as if it came alone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyAccount, anyCaller), { minLength: 1, maxLength: 20 }), (asked) => {
      for (const [account, caller] of asked) {
        const standing = standingOf(account, caller);
        expect(answers(standing)).toEqual(answers(standing && { ...standing }));
      }
    }),
  );
});

test('all that stand alike are one object, those that differ in anything are another', () => {
  const [one] = everyStanding();
  if (!one) throw new Error('There is no standing');
  expect(standingWith({ ...one })).toBe(one);
  const others: Partial<Standing>[] = [
    ...[{ status: 'DELETED' } as const, { isManaged: true }, { isResellersOwn: true }, { hasBilledCustomers: true }],
    ...[{ access: 'FULL' } as const, { callerKind: 'RESELLER_SYNC' } as const],
  ];
  for (const other of others) expect(standingWith({ ...one, ...other })).not.toBe(one);
});

test('a value that a fact cannot have is a fault', () => {
  const [one] = everyStanding();
  expect(() => standingWith({ ...one, status: 'CLOSED' } as unknown as Standing)).toThrow('status CLOSED');
  expect(() => standingWith({ ...one, access: null } as unknown as Standing)).toThrow('access null');
});

test('what does not stand as the one object of its facts is not kept', () => {
  let asked = 0;
  const answer = onceForEach((standing: Standing | null) => {
    asked += 1;
    return [standing, asked];
  });
  const [one] = everyStanding();
  if (!one) throw new Error('There is no standing');
  expect([answer(one), answer(one), answer(null), answer(null)].map(([, count]) => count)).toEqual([1, 1, 2, 2]);
  expect([answer({ ...one }), answer({ ...one })].map(([, count]) => count)).toEqual([3, 4]);
  const copy = { ...one };
  expect([answer(copy), answer(copy)].map(([, count]) => count)).toEqual([5, 6]);
});

test('nothing is billed to an account that is no reseller’s own', () => {
  expect(standingOf(loaded(anAccount()), anAdministrator())).toEqual({
    ...{ status: 'ACTIVE', isManaged: false, isResellersOwn: false, hasBilledCustomers: false },
    ...{ access: 'FULL', callerKind: 'ADMINISTRATOR' },
  });
});

test('an action that there is none of is a fault', () => {
  const [one] = everyStanding();
  expect(() => denialReasons(one ?? null, 'FLY' as never)).toThrow('There is no action FLY');
});

test('the locked fields are those of the locks', () => {
  const standing = standingOf(loaded(anAccount({ status: 'DELETED', deletionDate: '2026-03-31' })), anAdministrator());
  const fields = fieldLocks(standing).map(({ field }) => field);
  expect(fields).toContain('NAME');
  expect(lockedFields(standing)).toEqual(fields);
});

describe('sentences that are kept', () => {
  const alpha = { locale: 'en', resellerName: 'Alpha' } as const;
  const standing = standingOf(loaded(aManagedAccount()), anAdministrator());

  test('are those of the language and the reseller that are asked for, in whatever order', () => {
    const worded = fc.record({
      locale: fc.constantFrom('en', 'de' as const),
      resellerName: fc.option(fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAccount, anyCaller, worded), { minLength: 1, maxLength: 20 }), (asked) => {
        for (const [account, caller, words] of asked) {
          const its = standingOf(account, caller);
          expect(lockTexts(its, words)).toEqual(lockTexts(its && { ...its }, words));
          expect(permissionTexts(its, words)).toEqual(permissionTexts(its && { ...its }, words));
        }
      }),
    );
  });

  test('are put together once, and are not kept for ever', () => {
    const first = lockTexts(standing, alpha);
    expect(lockTexts(standing, { ...alpha })).toBe(first);
    for (let at = 0; at < 2_000; at += 1) lockTexts(standing, { ...alpha, resellerName: `Reseller ${at}` });
    expect(lockTexts(standing, alpha)).not.toBe(first);
    expect(lockTexts(standing, alpha)).toEqual(first);
  });
});
