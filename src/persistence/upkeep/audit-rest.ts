import { bigint, instant } from '../engine/column';
import { both, value } from '../engine/select';
import { keyword, sql } from '../engine/sql';
import { AUDITS, type AuditName, makeAuditPartitions, restOf } from './audit-partitions';
import { attachedParts, attachPart, columnsOf, createPart, named } from './audit-parts';
import { OwnerSession } from './owner-session';

/** What is moved while those wait who write there: a second or two. More becomes a part of its own, as it lies. */
const MOVED_AT_MOST = 32 * 1024 * 1024;
/** Less is too short for a run that was broken off to be made again. */
const LEEWAY_MS = 7 * 24 * 60 * 60 * 1000;

/** What is to be done with what lies in no month of an audit. */
export interface RestPlan {
  readonly audit: AuditName;
  readonly bytes: number;
  /** The months whose entries are moved into partitions of theirs, by their first instant. */
  readonly moved: readonly Date[];
  /** What the rest itself becomes: the entries between these, from the beginning if there is no `since`. */
  readonly becomes: { readonly since: Date | null; readonly until: Date } | null;
}

/** What settling the rest will do; null when nothing lies in it. */
export async function planRest(session: OwnerSession, audit: AuditName, now = new Date()): Promise<RestPlan | null> {
  const months = await monthsInRest(session, audit);
  const [first] = months;
  if (first === undefined) return null;
  const [{ bytes } = { bytes: 0n }] = await session.query(
    sql`SELECT ${value('bytes', bigint(), sql`pg_relation_size(${keyword(`'public.${restOf(audit)}'`)}::regclass)`)}`,
  );
  const plan = { audit, bytes: Number(bytes) };
  if (plan.bytes <= MOVED_AT_MOST) return { ...plan, moved: months, becomes: null };
  const parts = (await attachedParts(session)).filter((part) => part.audit === audit);
  const since = parts.filter(({ until }) => until <= first).at(-1)?.until ?? null;
  // Where a part stands in between, the rest cannot be one part: what lies beyond it is moved, however much that is.
  const end = parts.find((part) => part.since !== null && part.since > first)?.since ?? null;
  const inOne = months.filter((month) => end === null || month < end);
  return {
    ...plan,
    moved: months.filter((month) => !inOne.includes(month)),
    becomes: { since, until: untilOf(inOne.at(-1) ?? first, end, now) },
  };
}

/** At least this month: entries go on coming in while it is settled, and nothing else takes them. */
function untilOf(last: Date, end: Date | null, now: Date): Date {
  const thisMonth = monthOf(now);
  const after = monthAfter(last > thisMonth ? last : thisMonth);
  if (end !== null) return after < end ? after : end;
  return after.getTime() - now.getTime() < LEEWAY_MS ? monthAfter(after) : after;
}

/** Takes what lies in the rest to where it belongs, while callers write and read. Nothing is out of sight in between. */
export async function settleRest(session: OwnerSession, plan: RestPlan): Promise<void> {
  for (const month of plan.moved) await moveMonth(session, plan.audit, month);
  if (plan.becomes !== null) await becomePart(session, plan.audit, plan.becomes);
  // Its size says whether it can be looked through.
  else await session.query(sql`VACUUM (ANALYZE, TRUNCATE) public.${keyword(restOf(plan.audit))}`);
}

/** Settles what lies in no month of both audits, and makes the months: after migrations, which leave it as it was. */
export async function settleAudits(ownerUrl: string): Promise<readonly RestPlan[]> {
  return OwnerSession.run(ownerUrl, async (session) => {
    const plans: RestPlan[] = [];
    for (const audit of AUDITS) {
      const plan = await planRest(session, audit);
      if (plan === null) continue;
      await settleRest(session, plan);
      plans.push(plan);
    }
    await makeAuditPartitions(session);
    return plans;
  });
}

async function moveMonth(session: OwnerSession, audit: AuditName, month: Date): Promise<void> {
  const [rest, until] = [keyword(restOf(audit)), monthAfter(month)];
  const name = `${audit}_${nameOf(month)}`;
  await session.briefly(async () => {
    // Not the rest alone: who was on the way into it meanwhile would be refused there.
    await session.query(sql`LOCK TABLE ONLY public.${keyword(audit)} IN ACCESS EXCLUSIVE MODE`);
    await createPart(session, audit, name);
    await session.query(
      sql`INSERT INTO public.${named(name)} (${columnsOf(audit)})
        SELECT ${columnsOf(audit)} FROM public.${rest} WHERE at >= ${month} AND at < ${until}`,
    );
    await session.query(sql`DELETE FROM public.${rest} WHERE at >= ${month} AND at < ${until}`);
    await attachPart(session, audit, name, month, until);
  });
}

/**
 * Makes the rest a part between two instants, and an empty one the rest. That all its entries are between them is checked
 * beforehand, while callers write; what would come in from beyond is refused from then on, for as long as that takes. A run
 * that is broken off in between is taken back by the next server that makes partitions, or the next run.
 */
async function becomePart(
  session: OwnerSession,
  audit: AuditName,
  { since, until }: { readonly since: Date | null; readonly until: Date },
): Promise<void> {
  const rest = keyword(restOf(audit));
  const check = keyword(`${restOf(audit)}_becomes_a_part`);
  const from = since === null ? '' : `at >= '${since.toISOString()}' AND `;
  const dropCheck = () => session.query(sql`ALTER TABLE public.${rest} DROP CONSTRAINT IF EXISTS ${check}`);
  await session.briefly(async () => {
    await dropCheck();
    await session.query(
      sql`ALTER TABLE public.${rest} ADD CONSTRAINT ${check} CHECK (${keyword(from)}at < ${keyword(`'${until.toISOString()}'`)}) NOT VALID`,
    );
  });
  try {
    await session.query(sql`ALTER TABLE public.${rest} VALIDATE CONSTRAINT ${check}`);
    const name = `${audit}_to_${nameOf(new Date(until.getTime() - 1))}`;
    await session.briefly(async () => {
      await session.query(sql`ALTER TABLE public.${keyword(audit)} DETACH PARTITION public.${rest}`);
      await session.query(sql`ALTER TABLE public.${rest} RENAME TO ${named(name)}`);
      await attachPart(session, audit, name, since, until);
      await session.query(sql`ALTER TABLE public.${named(name)} DROP CONSTRAINT ${check}`);
      await createPart(session, audit, restOf(audit));
      await session.query(sql`ALTER TABLE public.${keyword(audit)} ATTACH PARTITION public.${rest} DEFAULT`);
    });
  } catch (error) {
    await session.briefly(async () => void (await dropCheck())).catch(() => undefined);
    throw error;
  }
}

/** By their first instants; looked up one after the other, however many entries each has. */
async function monthsInRest(session: OwnerSession, audit: AuditName): Promise<Date[]> {
  const months: Date[] = [];
  for (let after = new Date(Date.UTC(1, 0, 1)); ; ) {
    const [found] = await session.query(
      sql`SELECT ${both(
        value('oldest', instant().nullable(), sql`min(at)`),
        value('month', instant().nullable(), sql`date_trunc('month', min(at))`),
      )} FROM public.${keyword(restOf(audit))} WHERE at >= ${after}`,
    );
    if (!found?.month) return months;
    months.push(found.month);
    after = monthAfter(found.month);
  }
}

const monthOf = (instant: Date) => new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), 1));
const monthAfter = (month: Date) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
const nameOf = (month: Date) => month.toISOString().slice(0, 7).replace('-', '_');
