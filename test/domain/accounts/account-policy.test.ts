import fc from 'fast-check';
import {
  allowedActions as allowedTo,
  fieldLocks as locksOf,
  denialReasons as reasonsFor,
} from '../../../src/domain/accounts/account-policy';
import {
  type AccountStanding,
  accessTo,
  standingOf as standingFor,
} from '../../../src/domain/accounts/account-standing';
import type { Caller } from '../../../src/domain/caller';
import type { AccountAction, AccountField } from '../../../src/domain/vocabulary';
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

/** S11-S20 and the eight blocked actions of A12, in the order of the contract. */
const ACTIONS = [
  ...(['SYNCHRONIZE', 'DELETE', 'SUSPEND', 'REACTIVATE'] as const),
  ...(['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER', 'CREATE_SUBSCRIPTION'] as const),
  ...(['EDIT', 'GENERATE_INVOICES', 'VIEW_PENDING_INVOICES', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'] as const),
];
const FIELDS = [
  ...(['NAME', 'ACCOUNTING_NO', 'EMAIL', 'BILLING_ADDRESS', 'SYNCHRONIZATION_OPTIONS'] as const),
  ...(['STATUS', 'PARENT', 'BILL_TO', 'CURRENCY'] as const),
  ...(['ENABLE_ORDERING', 'SEPARATE_INVOICES', 'RESPONSIBLE_USER', 'PERMISSION_RULE', 'CUSTOM_FIELDS'] as const),
];

/** The letters of the tables below, each in the order of S21. */
const REASONS = {
  D: 'ACCOUNT_DELETED',
  M: 'MANAGED_BY_RESELLER',
  T: 'TENANT_RESELLER_ACCOUNT',
  I: 'INSUFFICIENT_ACCESS',
  S: 'ALREADY_IN_STATUS',
} as const;
const LOCKS = {
  D: 'ACCOUNT_DELETED',
  M: 'MASTERED_BY_RESELLER',
  B: 'SET_BY_BACK_ORDERING',
  R: 'SET_BY_TENANT_RESELLER',
  I: 'INSUFFICIENT_ACCESS',
} as const;

const copied = aManagedAccount();
const transferred = aManagedAccount({
  management: { ...(copied.management as NonNullable<typeof copied.management>), origin: 'TRANSFERRED_TO_RESELLER' },
});
const deletion = { status: 'DELETED', deletionDate: '2026-03-31' } as const;
const STATES: Record<string, AccountStanding> = {
  own: loaded(anAccount()),
  'own suspended': loaded(anAccount({ status: 'SUSPENDED' })),
  'own deleted': loaded(anAccount(deletion)),
  copied: loaded(copied),
  transferred: loaded(transferred),
  'managed suspended': loaded(aManagedAccount({ status: 'SUSPENDED' })),
  'managed deleted': loaded(aManagedAccount(deletion)),
  'reseller with customers': loadedResellerAccount(true),
  'reseller without customers': loadedResellerAccount(false),
};

/** Everyone who has this access: the responsible user of all accounts here is anna. */
const WITH_ACCESS = {
  FULL: [
    ['an administrator', anAdministrator(), null],
    ['an administrator whom the rule grants READ', anAdministrator(), 'READ'],
    ['the responsible user', aUser('anna'), null],
    ['the responsible user whom the rule grants READ', aUser('anna'), 'READ'],
    ['a user with FULL by the rule', aUser(), 'FULL'],
  ],
  EDIT: [['a user with EDIT by the rule', aUser(), 'EDIT']],
  READ: [['a user with READ by the rule', aUser(), 'READ']],
} as const;

/** Rows of `state | access | a letter group a column`, "-" for nothing. */
function rows(table: string): { state: string; access: keyof typeof WITH_ACCESS; cells: string[] }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [state = '', access = '', ...groups] = line.split('|').map((part) => part.trim());
      const cells = groups.flatMap((group) => group.split(/\s+/)).map((cell) => (cell === '-' ? '' : cell));
      return { state, access: access as keyof typeof WITH_ACCESS, cells };
    });
}

/** The questions about an account, by one caller. */
const denialReasons = (standing: AccountStanding | null, caller: Caller, action: AccountAction) =>
  reasonsFor(standingFor(standing, caller), action);
const allowedActions = (standing: AccountStanding | null, caller: Caller) => allowedTo(standingFor(standing, caller));
const fieldLocks = (standing: AccountStanding | null, caller: Caller) => locksOf(standingFor(standing, caller));

function standingOf(state: string, grantedAccess: AccountStanding['grantedAccess']): AccountStanding {
  const standing = STATES[state];
  if (!standing) throw new Error(`There is no state "${state}"`);
  return { ...standing, grantedAccess };
}

function reasonsByAction(standing: AccountStanding | null, caller: Caller) {
  return Object.fromEntries(ACTIONS.map((action) => [action, denialReasons(standing, caller, action)]));
}

function everyAction(reason: string) {
  return Object.fromEntries(ACTIONS.map((action) => [action, [reason]]));
}

describe('what each action is denied for, to each access (S8, S11-S20, S25)', () => {
  const TABLE = `
    own                        | FULL | -   -   -   S   | -  -  -  -  | -  - - -  -  -
    own                        | EDIT | I   I   I   IS  | -  -  -  -  | -  - - -  -  -
    own                        | READ | I   I   I   IS  | I  I  I  I  | I  I - I  I  I
    own suspended              | FULL | -   -   S   -   | -  -  -  -  | -  - - -  -  -
    own suspended              | EDIT | I   I   IS  I   | -  -  -  -  | -  - - -  -  -
    own suspended              | READ | I   I   IS  I   | I  I  I  I  | I  I - I  I  I
    own deleted                | FULL | D   D   D   D   | D  D  D  D  | D  - - D  D  D
    own deleted                | EDIT | DI  DI  DI  DI  | D  D  D  D  | D  - - D  D  D
    own deleted                | READ | DI  DI  DI  DI  | DI DI DI DI | DI I - DI DI DI
    copied                     | FULL | M   M   M   MS  | M  M  M  M  | -  - - -  -  -
    copied                     | EDIT | MI  MI  MI  MIS | M  M  M  M  | -  - - -  -  -
    copied                     | READ | MI  MI  MI  MIS | MI MI MI MI | I  I - I  I  I
    transferred                | FULL | M   M   M   MS  | M  M  M  M  | -  - - -  -  -
    managed suspended          | FULL | M   M   MS  M   | M  M  M  M  | -  - - -  -  -
    managed suspended          | EDIT | MI  MI  MIS MI  | M  M  M  M  | -  - - -  -  -
    managed suspended          | READ | MI  MI  MIS MI  | MI MI MI MI | I  I - I  I  I
    managed deleted            | FULL | DM  DM  DM  DM  | DM DM DM DM | D  - - D  D  D
    managed deleted            | EDIT | DMI DMI DMI DMI | DM DM DM DM | D  - - D  D  D
    managed deleted            | READ | DMI DMI DMI DMI | DMI DMI DMI DMI | DI I - DI DI DI
    reseller with customers    | FULL | -   T   -   S   | -  -  -  -  | -  - - -  -  -
    reseller with customers    | EDIT | I   TI  I   IS  | -  -  -  -  | -  - - -  -  -
    reseller with customers    | READ | I   TI  I   IS  | I  I  I  I  | I  I - I  I  I
    reseller without customers | FULL | -   -   -   S   | -  -  -  -  | -  - - -  -  -`;
  const cases = rows(TABLE).flatMap(({ state, access, cells }) =>
    WITH_ACCESS[access].map(([who, caller, granted]) => ({ state, who, caller, granted, cells })),
  );

  test.each(cases)('$state: $who', ({ state, caller, granted, cells }) => {
    expect(cells).toHaveLength(ACTIONS.length);
    const expected = Object.fromEntries(
      ACTIONS.map((action, index) => [
        action,
        [...(cells[index] ?? '')].map((letter) => REASONS[letter as keyof typeof REASONS]),
      ]),
    );
    const standing = standingOf(state, granted);
    expect(reasonsByAction(standing, caller)).toEqual(expected);
    expect(allowedActions(standing, caller)).toEqual(ACTIONS.filter((_, index) => cells[index] === ''));
  });
});

describe('what each field is locked for, to each access (S2-S10, S15, S21, S25)', () => {
  const TABLE = `
    own                        | FULL | - - - - - | - - - - | - - - - -
    own                        | EDIT | - - - - - | - - - - | - - I I -
    own                        | READ | I I I I I | I I I I | I I I I I
    own suspended              | FULL | - - - - - | - - - - | - - - - -
    own deleted                | FULL | D D D D D | D D D D | D D D D D
    own deleted                | READ | D D D D D | D D D D | D D D D D
    copied                     | FULL | M M M M M | B B B B | - - - - -
    copied                     | EDIT | M M M M M | B B B B | - - I I -
    copied                     | READ | M M M M M | B B B B | I I I I I
    transferred                | FULL | M M M M M | B B B B | - - - - -
    managed suspended          | FULL | M M M M M | B B B B | - - - - -
    managed deleted            | FULL | D D D D D | D D D D | D D D D D
    managed deleted            | READ | D D D D D | D D D D | D D D D D
    reseller with customers    | FULL | R - - - - | - - - R | - - - - -
    reseller with customers    | EDIT | R - - - - | - - - R | - - I I -
    reseller with customers    | READ | R I I I I | I I I R | I I I I I
    reseller without customers | FULL | R - - - - | - - - R | - - - - -`;
  const cases = rows(TABLE).flatMap(({ state, access, cells }) =>
    WITH_ACCESS[access].map(([who, caller, granted]) => ({ state, who, caller, granted, cells })),
  );

  test.each(cases)('$state: $who', ({ state, caller, granted, cells }) => {
    expect(cells).toHaveLength(FIELDS.length);
    const expected = FIELDS.flatMap((field, index) => {
      const letter = cells[index];
      return letter ? [{ field, reason: LOCKS[letter as keyof typeof LOCKS] }] : [];
    });
    expect(fieldLocks(standingOf(state, granted), caller)).toEqual(expected);
  });
});

describe('an account that the caller may not READ does not exist for it (S8, S21)', () => {
  test.each(Object.keys(STATES))('%s: a user with nothing', (state) => {
    const standing = standingOf(state, null);
    expect(accessTo(standing, aUser())).toBeNull();
    expect(reasonsByAction(standing, aUser())).toEqual(everyAction('ACCOUNT_NOT_FOUND'));
    expect(fieldLocks(standing, aUser())).toEqual([]);
    // The twin: with READ it is there.
    expect(allowedActions(standingOf(state, 'READ'), aUser())).toEqual(['VIEW_PENDING_INVOICES']);
  });

  test.each([anAdministrator(), aUser('anna'), aSync()])('an unknown account has no action for $kind', (caller) => {
    expect(reasonsByAction(null, caller)).toEqual(everyAction('ACCOUNT_NOT_FOUND'));
    expect(allowedActions(null, caller)).toEqual([]);
    expect(fieldLocks(null, caller)).toEqual([]);
  });
});

describe('a reseller sync', () => {
  test.each(['copied', 'transferred', 'managed suspended'])('%s by its own reseller: no action is for it', (state) => {
    const standing = standingOf(state, null);
    expect(reasonsByAction(standing, aSync())).toEqual(everyAction('NOT_FOR_THIS_CALLER'));
    expect(fieldLocks(standing, aSync())).toEqual([]);
  });

  test('may nothing on a deleted account of its reseller either', () => {
    const standing = standingOf('managed deleted', null);
    expect(allowedActions(standing, aSync())).toEqual([]);
    for (const action of ACTIONS) expect(denialReasons(standing, aSync(), action)).toContain('NOT_FOR_THIS_CALLER');
    expect(fieldLocks(standing, aSync())).toEqual([]);
  });

  test.each([
    ["another reseller's account", 'copied', aSync(BETA_ID)],
    ["another reseller's deleted account", 'managed deleted', aSync(BETA_ID)],
    ["an account of the distributor's own", 'own', aSync()],
    ["its own reseller's account", 'reseller with customers', aSync()],
    ["its own reseller's account without customers", 'reseller without customers', aSync()],
  ])('does not find %s', (_what, state, caller) => {
    const standing = standingOf(state, 'FULL');
    expect(reasonsByAction(standing, caller)).toEqual(everyAction('ACCOUNT_NOT_FOUND'));
    expect(fieldLocks(standing, caller)).toEqual([]);
  });

  test('gains nothing by the name of a responsible user', () => {
    const caller = { ...aSync(BETA_ID), id: 'anna' };
    expect(accessTo(standingOf('own', null), caller)).toBeNull();
    expect(accessTo(standingOf('copied', null), caller)).toBeNull();
  });
});

describe('whatever the account, the access and the caller', () => {
  const anyStanding = fc
    .record({
      state: fc.constantFrom(...Object.keys(STATES)),
      granted: fc.constantFrom(null, 'READ', 'EDIT', 'FULL' as const),
    })
    .map(({ state, granted }) => standingOf(state, granted));
  const anyCaller = fc.constantFrom<Caller>(anAdministrator(), aUser('anna'), aUser('ben'), aSync(), aSync(BETA_ID));

  test('the allowed actions are those without a reason, in the order of the contract', () => {
    fc.assert(
      fc.property(fc.option(anyStanding), anyCaller, (standing, caller) => {
        const free = ACTIONS.filter((action) => denialReasons(standing, caller, action).length === 0);
        expect(allowedActions(standing, caller)).toEqual(free);
      }),
    );
  });

  test('a hidden account answers as an unknown one', () => {
    fc.assert(
      fc.property(anyStanding, anyCaller, (standing, caller) => {
        fc.pre(accessTo(standing, caller) === null);
        expect(reasonsByAction(standing, caller)).toEqual(reasonsByAction(null, caller));
        expect(fieldLocks(standing, caller)).toEqual(fieldLocks(null, caller));
      }),
    );
  });

  test('reasons stand once each in the order of S21, and ACCOUNT_NOT_FOUND stands alone', () => {
    const order: string[] = [
      ...['ACCOUNT_NOT_FOUND', 'ACCOUNT_DELETED', 'MANAGED_BY_RESELLER', 'TENANT_RESELLER_ACCOUNT'],
      ...['NOT_FOR_THIS_CALLER', 'INSUFFICIENT_ACCESS', 'ALREADY_IN_STATUS'],
    ];
    fc.assert(
      fc.property(anyStanding, anyCaller, fc.constantFrom<AccountAction>(...ACTIONS), (standing, caller, action) => {
        const reasons = denialReasons(standing, caller, action);
        expect(reasons).toEqual(order.filter((reason) => (reasons as string[]).includes(reason)));
        if ((reasons as string[]).includes('ACCOUNT_NOT_FOUND')) expect(reasons).toHaveLength(1);
      }),
    );
  });

  test('more access never takes an action away nor locks a field', () => {
    const steps = [
      ['READ', 'EDIT'],
      ['EDIT', 'FULL'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(STATES)), fc.constantFrom(...steps), (state, [less, more]) => {
        const actions = (granted: typeof less | typeof more) => allowedActions(standingOf(state, granted), aUser());
        const locked = (granted: typeof less | typeof more): AccountField[] =>
          fieldLocks(standingOf(state, granted), aUser()).map(({ field }) => field);
        expect(actions(more)).toEqual(expect.arrayContaining(actions(less)));
        expect(locked(less)).toEqual(expect.arrayContaining(locked(more)));
      }),
    );
  });
});
