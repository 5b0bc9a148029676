/**
 * What Citus does not plan, or plans wrongly, among the forms that we once used ("The distributed engine"): while tests
 * run, each statement that is sent passes here (test/support/cluster.ts).
 */
interface Form {
  readonly name: string;
  readonly isIn: (statement: string) => boolean;
}

const VOLATILE = String.raw`(clock_timestamp|gen_random_uuid|random|timeofday|nextval)\s*\(`;

export const FORMS: readonly Form[] = [
  {
    name: 'LATERAL with LIMIT over unnest',
    isIn: (s) => /\bunnest\s*\(/i.test(s) && /\blateral\s*\([^;]*\blimit\b/i.test(s),
  },
  { name: 'a recursive CTE', isIn: (s) => /\bwith\s+recursive\b/i.test(s) },
  { name: 'SKIP LOCKED', isIn: (s) => /\bskip\s+locked\b/i.test(s) },
  {
    name: 'a volatile function in SET',
    isIn: (s) => assignmentsOf(s).some((part) => new RegExp(VOLATILE, 'i').test(part)),
  },
  {
    name: 'a volatile function in CASE',
    isIn: (s) => new RegExp(String.raw`\bcase\b(?:(?!\bend\b)[^;])*\b${VOLATILE}`, 'i').test(s),
  },
  {
    name: 'a volatile function in RETURNING',
    isIn: (s) => new RegExp(String.raw`\breturning\b[^;)]*\b${VOLATILE}`, 'i').test(s),
  },
  {
    name: 'a correlated sub-query over unnest',
    isIn: (s) => /\bfrom\s+unnest\s*\((?:(?!\bwhere\b)[^;])*\bwhere\s+(not\s+)?exists\b/i.test(s),
  },
  {
    name: 'FOR UPDATE over several accounts',
    isIn: (s) => /\b(account_id|accounts\.id|a\.id)\s*=\s*any\b[^;]*\bfor\s+(no\s+key\s+)?(update|share)\b/i.test(s),
  },
  { name: 'a function of another user after a write', isIn: (s) => /\breseller_account_status\s*\(/i.test(s) },
];

/** What stands behind SET in UPDATE and in ON CONFLICT DO UPDATE, up to the end of the assignments. */
function assignmentsOf(statement: string): string[] {
  const parts = statement.matchAll(/\bset\b\s((?:(?!\bwhere\b|\bfrom\b|\breturning\b)[^;])*)/gi);
  return [...parts].map(([, part]) => part ?? '');
}

/** Those that stand today, each with a piece of its text. The list only shrinks (test/persistence/engine/plannable.test.ts). */
export const STANDING: readonly (readonly [form: string, piece: string])[] = [
  ['LATERAL with LIMIT over unnest', 'AS reseller(id)'],
  ['FOR UPDATE over several accounts', 'SELECT FROM public.subscriptions s WHERE s.account_id = ANY'],
];

/** Throws for a statement that Citus could not plan, unless it stands on the list. */
export function assertPlannable(statement: string): void {
  for (const { name, isIn } of FORMS) {
    if (isIn(statement) && !STANDING.some(([form, piece]) => form === name && statement.includes(piece))) {
      throw new Error(`Citus does not plan ${name}: ${statement.replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
}
