import { oneOf, text } from '../engine/column';
import type { Keeper } from '../engine/database';
import { both, value } from '../engine/select';
import { type Fragment, keyword, sql } from '../engine/sql';

/** What is kept by month, the largest first. What lies in no month lies in the rest, which takes whatever nobody made room for. */
export const AUDITS = ['account_audit', 'setup_audit'] as const;
export type AuditName = (typeof AUDITS)[number];

/** The partition that takes what no month does. */
export const restOf = (audit: AuditName) => `${audit}_rest`;

/** What became of a month that was not there. */
export const MONTH_OUTCOMES = ['MADE', 'IN_REST', 'REST_TOO_LARGE', 'BUSY'] as const;
export type MonthOutcome = (typeof MONTH_OUTCOMES)[number];

export interface AuditMonth {
  readonly audit: AuditName;
  /** As 2026-11. */
  readonly month: string;
  readonly outcome: MonthOutcome;
}

const MONTH = both(
  value('audit', oneOf(AUDITS), sql`made.audit`),
  both(
    value('month', text(), sql`to_char(made.month, 'YYYY-MM')`),
    value('outcome', oneOf(MONTH_OUTCOMES), sql`made.outcome`),
  ),
);

/**
 * Makes this month and the next three of both audits: those that are there are not told of. Any number of servers may do it
 * at once, and it keeps nobody waiting for long; what it could not make it says, and the rest takes meanwhile.
 */
export function makeAuditPartitions(keeper: Keeper): Promise<AuditMonth[]> {
  return keeper.query(sql`SELECT ${MONTH} FROM public.make_audit_partitions() AS made`);
}

/** Why a month is not there, and what to do. */
export function whyNotMade({ audit, month, outcome }: AuditMonth): string {
  const what = `${audit} has no partition for ${month}`;
  switch (outcome) {
    case 'MADE':
      return `${audit} has a partition for ${month}`;
    case 'IN_REST':
      return `${what}: entries of it lie in ${restOf(audit)}. reseller-accounts db:maintain moves them`;
    case 'REST_TOO_LARGE':
      return `${what}: ${restOf(audit)} is too large to be looked through while callers wait. reseller-accounts db:maintain turns it into a part of its own`;
    case 'BUSY':
      return `${what}: the audit was locked by others for too long. It is tried again`;
  }
}

/** From when and until when a partition's entries are, as its bounds say; for statements that have it as `c` of pg_class. */
const bound = (word: 'FROM' | 'TO') =>
  sql`substring(pg_get_expr(c.relpartbound, c.oid) FROM ${keyword(`'${word} \\(''([^'']+)''\\)'`)})::timestamptz`;
export const PART_SINCE: Fragment = sql`coalesce(${bound('FROM')}, '-infinity')`;
/** Null for the rest. */
export const PART_UNTIL: Fragment = bound('TO');
