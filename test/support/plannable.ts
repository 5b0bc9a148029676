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
    isIn: (s) => /\bunnest\s*\(/i.test(s) && lateralsOf(s).some((part) => /\blimit\b/i.test(part)),
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
    name: 'an instant as text in RETURNING',
    isIn: (s) => /\breturning\b[^;)]*\w(_at|\.at|\sat)::text\b/i.test(s),
  },
  {
    name: 'a sub-query of no columns',
    isIn: (s) => /(?<!\bexists\s*)\(\s*select\s+from\b/i.test(s),
  },
  {
    name: 'a correlated sub-query over unnest',
    isIn: (s) => /\bfrom\s+unnest\s*\((?:(?!\bwhere\b)[^;])*\bwhere\s+(not\s+)?exists\b/i.test(s),
  },
  {
    name: 'FOR UPDATE over several accounts',
    isIn: (s) => /\b(account_id|accounts\.id|a\.id)\s*=\s*any\b[^;]*\bfor\s+(no\s+key\s+)?(update|share)\b/i.test(s),
  },
  {
    name: 'a shared lock on rows of the set-up',
    isIn: (s) =>
      /\bfrom\s+(public\.)?(tenant_resellers|permission_rules|custom_field_definitions)\b[^;]*\bfor\s+(key\s+)?share\b/i.test(
        s,
      ),
  },
  {
    name: 'a function of the moment in ON CONFLICT DO UPDATE',
    isIn: (s) =>
      /\bdo\s+update\s+set\b(?:(?!\breturning\b)[^;])*\b(now|statement_timestamp|transaction_timestamp)\s*\(/i.test(s),
  },
  { name: 'a record set that is read for each row', isIn: (s) => /\bfrom\s+jsonb_to_recordset\s*\(\s*case\b/i.test(s) },
  { name: 'a function of another user after a write', isIn: (s) => /\breseller_account_status\s*\(/i.test(s) },
];

/** What stands behind SET in UPDATE and in ON CONFLICT DO UPDATE, up to the end of the assignments. */
function assignmentsOf(statement: string): string[] {
  const parts = statement.matchAll(/\bset\b\s((?:(?!\bwhere\b|\bfrom\b|\breturning\b)[^;])*)/gi);
  return [...parts].map(([, part]) => part ?? '');
}

/** What stands in the parentheses behind each LATERAL. */
function lateralsOf(statement: string): string[] {
  return [...statement.matchAll(/\blateral\s*\(/gi)].map(({ index }) => {
    let depth = 0;
    const behind = statement.slice(index);
    const end = [...behind].findIndex((letter) => {
      depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
      return letter === ')' && depth === 0;
    });
    return behind.slice(0, end);
  });
}

/** Throws for a statement that Citus could not plan. */
export function assertPlannable(statement: string): void {
  for (const { name, isIn } of FORMS) {
    if (isIn(statement)) {
      throw new Error(`Citus does not plan ${name}: ${statement.replace(/\s+/g, ' ').slice(0, 300)}`);
    }
  }
}
