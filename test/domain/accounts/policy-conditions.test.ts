import { denialReasons, fieldLock, fieldLocks, standingReasons } from '../../../src/domain/accounts/account-policy';
import {
  everyStanding,
  factsOf,
  factsTold,
  POLICY_FACTS,
  type Standing,
  standingWith,
} from '../../../src/domain/accounts/account-standing';
import { CALLER_KINDS } from '../../../src/domain/caller';
import { catalogueOf } from '../builders';

interface Told {
  readonly fact: string;
  readonly value: string;
}
interface Condition {
  readonly reason: string;
  readonly when: readonly { readonly fact: string; readonly is: readonly string[] }[];
}

/** As a tool gets it: text, and nothing of ours. */
const catalogue = JSON.parse(JSON.stringify(catalogueOf([])));
const byName = (list: readonly { conditions: Condition[] }[], name: 'action' | 'field') =>
  new Map(list.map((one) => [Reflect.get(one, name) as string, one.conditions]));
const ACTIONS = byName(catalogue.actions, 'action');
const FIELDS = byName(catalogue.fields, 'field');

/** All that a tool needs to know of conditions. */
function holding(conditions: readonly Condition[] | undefined, facts: readonly Told[]): string[] {
  const known = Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
  return (conditions ?? [])
    .filter(({ when }) => when.every(({ fact, is }) => is.some((one) => one === known[fact])))
    .map(({ reason }) => reason);
}

const ALL: readonly (Standing | null)[] = [null, ...everyStanding()];
const kindsOf = (standing: Standing | null) => (standing ? [standing.callerKind] : CALLER_KINDS);

describe('the conditions that are told are what decides', () => {
  test('of every action, on every standing, by what is told of it', () => {
    for (const standing of ALL)
      for (const kind of kindsOf(standing)) {
        const facts = factsTold(standing, kind);
        for (const [action, conditions] of ACTIONS) {
          const decided = denialReasons(standing, action as never);
          expect([standing, action, holding(conditions, facts)]).toEqual([standing, action, decided]);
        }
      }
    expect(ACTIONS.size).toBe(14);
  });

  test('of every field, the first that holds', () => {
    for (const standing of ALL)
      for (const kind of kindsOf(standing)) {
        const facts = factsTold(standing, kind);
        const locks = [...FIELDS].flatMap(([field, conditions]) => {
          const [reason] = holding(conditions, facts);
          return reason === undefined ? [] : [{ field, reason }];
        });
        expect([standing, locks]).toEqual([standing, fieldLocks(standing)]);
        for (const field of FIELDS.keys()) {
          const reason = locks.find((lock) => lock.field === field)?.reason ?? null;
          if (standing) expect(fieldLock(standing, field as never)).toBe(reason);
        }
      }
    expect(FIELDS.size).toBe(14);
  });

  test('by all that is known of it they decide the same: they say themselves whom they are for', () => {
    for (const standing of everyStanding()) {
      const facts = factsOf(true, standing);
      for (const [action, conditions] of ACTIONS)
        expect(holding(conditions, facts)).toEqual(denialReasons(standing, action as never));
      for (const [field, conditions] of FIELDS)
        expect(holding(conditions, facts)[0] ?? null).toBe(fieldLock(standing, field as never));
    }
  });

  test('stand in the order in which reasons are told, each reason once', () => {
    const DENIALS = [
      ...['ACCOUNT_NOT_FOUND', 'ACCOUNT_DELETED', 'MANAGED_BY_RESELLER', 'TENANT_RESELLER_ACCOUNT'],
      ...['NOT_FOR_THIS_CALLER', 'INSUFFICIENT_ACCESS', 'ALREADY_IN_STATUS'],
    ];
    const LOCKS = [
      ...['ACCOUNT_DELETED', 'MASTERED_BY_RESELLER', 'SET_BY_BACK_ORDERING', 'SET_BY_TENANT_RESELLER'],
      'INSUFFICIENT_ACCESS',
    ];
    for (const [told, order] of [
      [ACTIONS, DENIALS],
      [FIELDS, LOCKS],
    ] as const)
      for (const conditions of told.values()) {
        const reasons = conditions.map(({ reason }) => reason);
        expect(reasons).toEqual(order.filter((reason) => reasons.includes(reason)));
      }
  });

  test('ask for nothing but facts and values that there are, and each asks for something', () => {
    const VALUES: Record<string, string[]> = {
      EXISTS: ['true', 'false'],
      STATUS: ['ACTIVE', 'SUSPENDED', 'DELETED'],
      MANAGED: ['true', 'false'],
      TENANT_RESELLER_ACCOUNT: ['true', 'false'],
      BILLED_CUSTOMERS: ['true', 'false'],
      ACCESS: ['READ', 'EDIT', 'FULL'],
      CALLER_KIND: ['DISTRIBUTOR_USER', 'ADMINISTRATOR', 'RESELLER_SYNC'],
    };
    expect(POLICY_FACTS).toEqual(Object.keys(VALUES));
    for (const { when } of [...ACTIONS.values(), ...FIELDS.values()].flat()) {
      expect(when).not.toEqual([]);
      for (const { fact, is } of when) {
        expect(is).not.toEqual([]);
        expect(VALUES[fact]).toEqual(expect.arrayContaining(is as string[]));
      }
    }
  });
});

/** Written by hand from docs/rules.md: what a tool must come to. */
describe('a tool that has conditions and facts alone', () => {
  const SELLING = ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER', 'CREATE_SUBSCRIPTION'];
  const BILLING = ['GENERATE_INVOICES', 'VIEW_PENDING_INVOICES'];
  const OTHERS = ['EDIT', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'];
  const MASTERED = ['NAME', 'ACCOUNTING_NO', 'EMAIL', 'BILLING_ADDRESS', 'SYNCHRONIZATION_OPTIONS'];
  const BY_ORDERING = ['STATUS', 'PARENT', 'BILL_TO', 'CURRENCY'];
  const LOCAL = ['ENABLE_ORDERING', 'SEPARATE_INVOICES', 'CUSTOM_FIELDS'];
  const SHARING = ['RESPONSIBLE_USER', 'PERMISSION_RULE'];
  const EVERY_FIELD = [...MASTERED, ...BY_ORDERING, ...LOCAL, ...SHARING];
  const EVERY_ACTION = ['SYNCHRONIZE', 'DELETE', 'SUSPEND', 'REACTIVATE', ...SELLING, ...BILLING, ...OTHERS];

  const own: Standing = {
    status: 'ACTIVE',
    isManaged: false,
    isResellersOwn: false,
    hasBilledCustomers: false,
    access: 'FULL',
    callerKind: 'ADMINISTRATOR',
  };
  const managed: Standing = { ...own, isManaged: true };
  const resellers: Standing = { ...own, isResellersOwn: true, hasBilledCustomers: true };
  const user = { callerKind: 'DISTRIBUTOR_USER' } as const;
  const each = (names: readonly string[], ...reasons: string[]) => names.map((name) => [name, reasons] as const);
  const M = 'MANAGED_BY_RESELLER';
  const D = 'ACCOUNT_DELETED';
  const I = 'INSUFFICIENT_ACCESS';

  type Reasons = (readonly [name: string, reasons: string[]])[];
  const CASES: [what: string, Standing | null, denied: Reasons, locked: Reasons][] = [
    ['an own account, FULL', own, each(['REACTIVATE'], 'ALREADY_IN_STATUS'), []],
    [
      'an own account, EDIT',
      { ...own, ...user, access: 'EDIT' },
      [...each(['SYNCHRONIZE', 'DELETE', 'SUSPEND'], I), ...each(['REACTIVATE'], I, 'ALREADY_IN_STATUS')],
      each(SHARING, I),
    ],
    [
      'an own account that is suspended, READ',
      { ...own, ...user, access: 'READ', status: 'SUSPENDED' },
      [
        ...each(['SYNCHRONIZE', 'DELETE', 'REACTIVATE', ...SELLING, 'GENERATE_INVOICES', ...OTHERS], I),
        ...each(['SUSPEND'], I, 'ALREADY_IN_STATUS'),
      ],
      each(EVERY_FIELD, I),
    ],
    [
      'an own account that is deleted, FULL',
      { ...own, status: 'DELETED' },
      each(['SYNCHRONIZE', 'DELETE', 'SUSPEND', 'REACTIVATE', ...SELLING, ...OTHERS], D),
      each(EVERY_FIELD, D),
    ],
    [
      'a managed account, FULL',
      managed,
      [...each(['SYNCHRONIZE', 'DELETE', 'SUSPEND', ...SELLING], M), ...each(['REACTIVATE'], M, 'ALREADY_IN_STATUS')],
      [...each(MASTERED, 'MASTERED_BY_RESELLER'), ...each(BY_ORDERING, 'SET_BY_BACK_ORDERING')],
    ],
    [
      'a managed account that is deleted, EDIT',
      { ...managed, ...user, access: 'EDIT', status: 'DELETED' },
      [
        ...each(['SYNCHRONIZE', 'DELETE', 'SUSPEND', 'REACTIVATE'], D, M, I),
        ...each(SELLING, D, M),
        ...each(OTHERS, D),
      ],
      each(EVERY_FIELD, D),
    ],
    [
      "a tenant reseller's own with customers, FULL",
      resellers,
      [...each(['DELETE'], 'TENANT_RESELLER_ACCOUNT'), ...each(['REACTIVATE'], 'ALREADY_IN_STATUS')],
      each(['NAME', 'CURRENCY'], 'SET_BY_TENANT_RESELLER'),
    ],
    [
      "a tenant reseller's own without customers, FULL",
      { ...resellers, hasBilledCustomers: false },
      each(['REACTIVATE'], 'ALREADY_IN_STATUS'),
      each(['NAME', 'CURRENCY'], 'SET_BY_TENANT_RESELLER'),
    ],
    [
      'its own deleted customer, a sync',
      { ...managed, status: 'DELETED', access: 'READ', callerKind: 'RESELLER_SYNC' },
      each(EVERY_ACTION, 'NOT_FOR_THIS_CALLER'),
      [],
    ],
    ['one that is not there', null, each(EVERY_ACTION, 'ACCOUNT_NOT_FOUND'), []],
  ];

  test.each(CASES)('%s', (_what, facts, denied, locked) => {
    const standing = facts && standingWith(facts);
    for (const kind of kindsOf(standing)) {
      const told = factsTold(standing, kind);
      const reasons = Object.fromEntries([...ACTIONS].map(([action, of]) => [action, holding(of, told)]));
      expect(reasons).toEqual({ ...Object.fromEntries(each(EVERY_ACTION)), ...Object.fromEntries(denied) });
      const locks = Object.fromEntries([...FIELDS].map(([field, of]) => [field, holding(of, told).slice(0, 1)]));
      expect(locks).toEqual({ ...Object.fromEntries(each(EVERY_FIELD)), ...Object.fromEntries(locked) });
    }
  });
});

describe('what is told of an account', () => {
  const managed = standingWith({
    status: 'SUSPENDED',
    isManaged: true,
    isResellersOwn: false,
    hasBilledCustomers: false,
    access: 'EDIT',
    callerKind: 'DISTRIBUTOR_USER',
  });

  test('to a person: all seven facts, in the order of the contract', () => {
    expect(factsTold(managed, 'DISTRIBUTOR_USER')).toEqual([
      { fact: 'EXISTS', value: 'true' },
      { fact: 'STATUS', value: 'SUSPENDED' },
      { fact: 'MANAGED', value: 'true' },
      { fact: 'TENANT_RESELLER_ACCOUNT', value: 'false' },
      { fact: 'BILLED_CUSTOMERS', value: 'false' },
      { fact: 'ACCESS', value: 'EDIT' },
      { fact: 'CALLER_KIND', value: 'DISTRIBUTOR_USER' },
    ]);
    for (const standing of everyStanding().filter(({ callerKind }) => callerKind !== 'RESELLER_SYNC'))
      expect(factsTold(standing, standing.callerKind).map(({ fact }) => fact)).toEqual(POLICY_FACTS);
  });

  test('to a sync, and of what is not there to anyone: whether it is there, and who asks', () => {
    for (const standing of everyStanding().filter(({ callerKind }) => callerKind === 'RESELLER_SYNC'))
      expect(factsTold(standing, 'RESELLER_SYNC')).toEqual([
        { fact: 'EXISTS', value: 'true' },
        { fact: 'CALLER_KIND', value: 'RESELLER_SYNC' },
      ]);
    for (const kind of CALLER_KINDS)
      expect(factsTold(null, kind)).toEqual([
        { fact: 'EXISTS', value: 'false' },
        { fact: 'CALLER_KIND', value: kind },
      ]);
  });
});

describe('what the account itself speaks against, whoever does it', () => {
  const account = { status: 'DELETED', isManaged: true, isResellersOwn: true, hasBilledCustomers: false } as const;

  test('is asked in the order of the reasons, without a caller', () => {
    const never = { whenManaged: false, sparesReseller: 'ALWAYS' } as const;
    expect(standingReasons(account, never)).toEqual([
      ...['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER', 'TENANT_RESELLER_ACCOUNT'],
    ]);
    expect(standingReasons({ ...account, isResellersOwn: false }, never)).toEqual([
      ...['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'],
    ]);
    expect(standingReasons(account, { whenManaged: true, whenDeleted: true })).toEqual([]);
  });

  test('a reseller with customers is spared what one without is not', () => {
    const rule = { whenManaged: true, whenDeleted: true, sparesReseller: 'WITH_CUSTOMERS' } as const;
    expect(standingReasons(account, rule)).toEqual([]);
    expect(standingReasons({ ...account, hasBilledCustomers: true }, rule)).toEqual(['TENANT_RESELLER_ACCOUNT']);
  });
});
