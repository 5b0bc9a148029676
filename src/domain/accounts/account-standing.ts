import { CALLER_KINDS } from '../caller';
import { ACCESS_LEVELS, ACCOUNT_STATUSES } from '../vocabulary';

/**
 * All that the policy asks of an account and of who looks at it, each fact with every value that it may have. A rule can
 * ask for nothing else: so whatever it answers holds for all who stand so, and a fact that is added here tells them apart.
 */
const FACTS = {
  status: ACCOUNT_STATUSES,
  /** Whether a tenant reseller manages it. */
  isManaged: [false, true],
  /** Whether it is a tenant reseller's own. */
  isResellersOwn: [false, true],
  /** Of a tenant reseller's own account: whether customers are billed to it. */
  hasBilledCustomers: [false, true],
  access: ACCESS_LEVELS,
  callerKind: CALLER_KINDS,
} as const;

type Facts = typeof FACTS;

/** How an account that is there for a caller stands to the rules. There is one object for all that stand alike. */
export type Standing = { readonly [Fact in keyof Facts]: Facts[Fact][number] };

const NAMES = Object.keys(FACTS) as readonly (keyof Facts)[];
const known: Standing[] = [];

/** The one standing of these facts. */
export function standingWith(facts: Standing): Standing {
  let place = 0;
  for (const name of NAMES) {
    const values: readonly unknown[] = FACTS[name];
    const at = values.indexOf(facts[name]);
    if (at < 0) throw new Error(`No account stands with ${name} ${String(facts[name])}`);
    place = place * values.length + at;
  }
  const found = known[place] ?? Object.freeze({ ...facts });
  known[place] = found;
  return found;
}

/** Every standing that there can be. */
export function everyStanding(): Standing[] {
  const all = NAMES.reduce<Partial<Standing>[]>(
    (begun, name) => begun.flatMap((facts) => FACTS[name].map((value) => ({ ...facts, [name]: value }))),
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
