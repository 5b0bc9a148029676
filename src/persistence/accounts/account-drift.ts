import { type Fragment, sql } from '../engine/sql';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';
import { a } from './account-visibility';
import type { SharedKeys } from './possible-duplicates';

const t = TENANT_RESELLERS.as('t');

/** `driftOf` as SQL: whether accounts `a` have any. test/properties/drift.test.ts holds the two together. */
export function hasDrift({ isDuplicate }: SharedKeys): Fragment {
  const differs = sql`(${a.tenantResellerId}, ${a.currency}) NOT IN (SELECT ${t.id}, ${t.currency} FROM ${t.$})`;
  return sql`(${a.tenantResellerId} IS NOT NULL AND (${a.responsibleUserId} IS NULL OR ${a.permissionRuleId} IS NULL
    OR ${differs} OR ${isDuplicate}))`;
}
