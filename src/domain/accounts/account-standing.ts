import { CALLER_KINDS, type Caller } from '../caller';
import { ACCESS_LEVELS, ACCOUNT_STATUSES, type AccessLevel } from '../vocabulary';
import type { Account } from './account';

/**
 * All that the policy asks of an account and of who looks at it, each fact by its name in the contract and with every value
 * that it may have. A rule can ask for nothing else: so whatever it answers holds for all who stand so, and a fact that is
 * added here tells them apart.
 */
const FACTS = {
  status: { fact: 'STATUS', values: ACCOUNT_STATUSES },
  /** Whether a tenant reseller manages it. */
  isManaged: { fact: 'MANAGED', values: [false, true] },
  /** Whether it is a tenant reseller's own. */
  isResellersOwn: { fact: 'TENANT_RESELLER_ACCOUNT', values: [false, true] },
  /** Of a tenant reseller's own account: whether customers are billed to it. */
  hasBilledCustomers: { fact: 'BILLED_CUSTOMERS', values: [false, true] },
  access: { fact: 'ACCESS', values: ACCESS_LEVELS },
  callerKind: { fact: 'CALLER_KIND', values: CALLER_KINDS },
} as const;

type Facts = typeof FACTS;

/** How an account that is there for a caller stands to the rules. There is one object for all that stand alike. */
export type Standing = { readonly [Name in keyof Facts]: Facts[Name]['values'][number] };

const NAMES = Object.keys(FACTS) as readonly (keyof Facts)[];

/** The names of all facts in the contract. Whether the account is there for the caller at all comes first. */
export const POLICY_FACTS = ['EXISTS' as const, ...NAMES.map((name) => FACTS[name].fact)];
export type PolicyFact = (typeof POLICY_FACTS)[number];

const known: Standing[] = [];

/** The one standing of these facts. */
export function standingWith(facts: Standing): Standing {
  let place = 0;
  for (const name of NAMES) {
    const values: readonly unknown[] = FACTS[name].values;
    const at = values.indexOf(facts[name]);
    if (at < 0) throw new Error(`No account stands with ${name} ${String(facts[name])}`);
    place = place * values.length + at;
  }
  const found = known[place] ?? Object.freeze({ ...facts });
  known[place] = found;
  return found;
}

/** What of an account that is here decides how it stands to the rules for a caller. */
export interface AccountStanding {
  readonly account: Pick<Account, 'status' | 'management' | 'responsibleUserId'>;
  /** What the account's sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
  /** Of a tenant reseller's own account: whether customers are billed to it; null for any other account. */
  readonly tenantResellerAccount: { readonly hasBilledCustomers: boolean } | null;
}

/** What the access to an account hangs on. */
export interface AccessFacts {
  readonly responsibleUserId: string | null;
  readonly tenantResellerId: string | null;
  /** What the account's sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
}

/**
 * The caller's access to an account that is here (S8); null means that the account does not exist for the caller.
 * A sync caller sees the accounts that its reseller manages and no other.
 */
export function accessBy(facts: AccessFacts, caller: Caller): AccessLevel | null {
  switch (caller.kind) {
    case 'ADMINISTRATOR':
      return 'FULL';
    case 'DISTRIBUTOR_USER':
      return facts.responsibleUserId === caller.id ? 'FULL' : facts.grantedAccess;
    case 'RESELLER_SYNC':
      return facts.tenantResellerId === caller.tenantResellerId ? 'READ' : null;
  }
}

/** The same of an account that was loaded. */
export function accessTo({ account, grantedAccess }: AccountStanding, caller: Caller): AccessLevel | null {
  const { responsibleUserId, management } = account;
  return accessBy({ responsibleUserId, tenantResellerId: management?.tenantResellerId ?? null, grantedAccess }, caller);
}

/** How an account stands to the rules for a caller; null where it does not exist for it, be it hidden or unknown (S21). */
export function standingOf(loaded: AccountStanding | null, caller: Caller): Standing | null {
  const access = loaded && accessTo(loaded, caller);
  if (!loaded || !access) return null;
  return standingWith({ ...standingOfAccount(loaded), access, callerKind: caller.kind });
}

/** What of it is the account's, whoever looks. */
export function standingOfAccount({
  account,
  tenantResellerAccount,
}: Pick<AccountStanding, 'account' | 'tenantResellerAccount'>): StandingOfAccount {
  return {
    status: account.status,
    isManaged: account.management !== null,
    isResellersOwn: tenantResellerAccount !== null,
    hasBilledCustomers: tenantResellerAccount?.hasBilledCustomers ?? false,
  };
}

export type StandingOfAccount = Omit<Standing, 'access' | 'callerKind'>;

/** Every standing that there can be. */
export function everyStanding(): Standing[] {
  const all = NAMES.reduce<Partial<Standing>[]>(
    (begun, name) => begun.flatMap((facts) => FACTS[name].values.map((value) => ({ ...facts, [name]: value }))),
    [{}],
  );
  return all.map((facts) => standingWith(facts as Standing));
}

/** What is worked out once for all that stand alike, and once for what is not there. Whoever asks gets the same object. */
export function onceForEach<Facts extends Partial<Standing>, Answer extends object>(
  answer: (standing: Facts | null) => Answer,
): (standing: Facts | null) => Answer {
  const kept = new Map<Facts | null, Answer>();
  return (standing) => {
    let found = kept.get(standing);
    if (!found) {
      found = answer(standing);
      // Only the one object of its facts comes again: any other would be kept for nothing.
      if (standing === null || isTheOne(standing)) kept.set(standing, found);
    }
    return found;
  };
}

function isTheOne(standing: Partial<Standing>): boolean {
  return known.includes(standing as Standing);
}

/** A value of a fact as the contract has it. */
type TextOf<Fact extends PolicyFact> = Fact extends 'EXISTS'
  ? `${boolean}`
  : `${Extract<Facts[keyof Facts], { readonly fact: Fact }>['values'][number]}`;

/** A test of one fact: it holds when the fact is one of these values. What is not known of an account is none of them. */
export interface FactTest<Fact extends PolicyFact = PolicyFact> {
  readonly fact: Fact;
  readonly is: readonly string[];
}

export function factIs<Fact extends PolicyFact>(fact: Fact, ...is: readonly TextOf<Fact>[]): FactTest<Fact> {
  return { fact, is };
}

export interface FactValue {
  readonly fact: PolicyFact;
  readonly value: string;
}

/** What is known of an account, or of one that is not there for the caller, in the order of the contract. */
export function factsOf(exists: boolean, facts: Partial<Standing>): readonly FactValue[] {
  const known = NAMES.flatMap((name) =>
    facts[name] === undefined ? [] : [{ fact: FACTS[name].fact, value: String(facts[name]) }],
  );
  return [{ fact: 'EXISTS', value: String(exists) }, ...known];
}

export function holdsOf(facts: readonly FactValue[], tests: readonly FactTest[]): boolean {
  return tests.every((test) => facts.some(({ fact, value }) => fact === test.fact && test.is.includes(value)));
}

/**
 * What of it the caller is told: all, but of an account that is not there, and to a sync of any, only that and who asks.
 * It decides for them, and they learn nothing by it (S21).
 */
export function factsTold(standing: Standing | null, callerKind: Caller['kind']): readonly FactValue[] {
  return factsOf(standing !== null, standing && callerKind !== 'RESELLER_SYNC' ? standing : { callerKind });
}
