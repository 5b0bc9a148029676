import { Command, InvalidArgumentError } from 'commander';
import { loadMaintenance } from '../config/config';
import { explainFailure, NOT_REACHED, POOLED } from '../persistence/set-up/database-failure';
import { AUDITS, makeAuditPartitions, whyNotMade } from '../persistence/upkeep/audit-partitions';
import type { AuditPart } from '../persistence/upkeep/audit-parts';
import { planRest, type RestPlan, settleRest } from '../persistence/upkeep/audit-rest';
import { partsToRemove, removePart } from '../persistence/upkeep/audit-retention';
import {
  countClosedProblems,
  countOldActivity,
  removeClosedProblems,
  removeOldActivity,
} from '../persistence/upkeep/closed-problems';
import { countDeliveredRequests, removeDeliveredRequests } from '../persistence/upkeep/delivered-requests';
import { countExpiredKeys, removeExpiredKeys } from '../persistence/upkeep/expired-keys';
import { OwnerSession } from '../persistence/upkeep/owner-session';
import { progressOn } from './progress';
import { runCommand, type Surroundings } from './run-command';

const ADVICE = {
  ...NOT_REACHED,
  ...POOLED,
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '3D000': 'Is the name in the URL right? reseller-accounts db:setup makes a database.',
  '42501': "Take the owner's URL: only the owner moves and removes what the audit has kept.",
  '42P01':
    'The database lacks tables of this version: is the name in the URL right? reseller-accounts db:setup makes them.',
  '42883': 'The database lacks migrations of this version: run reseller-accounts db:setup.',
  ENOSPC: 'There is no room left where the export is written. Nothing that was not written down is removed.',
  EACCES: 'The folder of --export cannot be written to. Nothing that was not written down is removed.',
  EROFS: 'The folder of --export cannot be written to. Nothing that was not written down is removed.',
  ENOTDIR: 'What --export names is no folder.',
  EEXIST: 'What --export names is no folder.',
};

const EXAMPLES = `
Once a day, for instance by cron, beside servers that run:
  reseller-accounts db:maintain
What it would do:
  reseller-accounts db:maintain --dry-run --audit-retention 400
Months of the audit that are wholly older than 400 days are written to a folder, then removed:
  reseller-accounts db:maintain --audit-retention 400 --export /var/backups/audit

What it has done stands on stdout, how far it is on stderr. Broken off at any point it goes on when it is run again.
It ends with 0 when all is done, with 1 when something is left undone, with 2 for a wrong call.`;

interface Options {
  readonly url?: string;
  readonly auditRetention?: string;
  readonly export?: string;
  readonly dryRun?: true;
}

/** One thing to do: in a dry run it is only said. */
type Say = (done: string, wouldBe: string) => void;

/**
 * Keeps the database small and makes room for what comes, beside servers that run (test/cli/db-maintain.test.ts). Answers the
 * exit code: 1 when something is left undone.
 */
export async function runDbMaintainProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  let left = 0;
  const program = new Command('db:maintain')
    .usage('[options]')
    .description(
      "Makes the audit's partitions, removes what has expired or was delivered, and what of the audit is older than is kept.",
    )
    .option('--url <url>', "the owner's URL of the database (default: MIGRATION_DATABASE_URL)")
    .option(
      '--audit-retention <days>',
      'for how many days the audit is kept, 90 or more (default: AUDIT_RETENTION, else for good)',
    )
    .option(
      '--export <folder>',
      'writes what is removed of the audit to this folder first, as NDJSON, gzipped',
      folderOf,
    )
    .option('--dry-run', 'says what it would do, and changes nothing')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError(
      'Example: reseller-accounts db:maintain --url postgresql://owner:password@localhost:5432/accounts',
    )
    .action(async (options: Options) => {
      const { ownerUrl, auditRetention } = loadMaintenance(around.env, options);
      left = await OwnerSession.run(ownerUrl, (session) =>
        maintain(session, { ...options, days: auditRetention }, around),
      );
    });
  const code = await runCommand(program, argv, around, (error) => explainFailure(error, ADVICE));
  return left > 0 ? Math.max(code, 1) : code;
}

/** How many things are left undone. */
async function maintain(
  session: OwnerSession,
  { days, dryRun, export: folder }: Options & { readonly days: number | undefined },
  around: Surroundings,
): Promise<number> {
  const say: Say = (done, wouldBe) => around.stdout(`${dryRun ? `Would ${wouldBe}` : done}\n`);
  const isDry = dryRun === true;
  for (const audit of AUDITS) {
    const plan = await planRest(session, audit);
    if (plan === null) continue;
    if (!isDry) await settleRest(session, plan);
    sayOfRest(plan, say);
  }
  const left = isDry ? 0 : await makeMonths(session, around);
  await removeExpired(session, isDry, say, around);
  await removeOld(session, { days, folder: folder ?? null, isDry }, say, around);
  return left;
}

function sayOfRest({ audit, moved, becomes }: RestPlan, say: Say): void {
  for (const month of moved) {
    const what = `what lay in no month into the partition of ${month.toISOString().slice(0, 7)}: ${audit}`;
    say(`Moved ${what}`, `move ${what}`);
  }
  if (becomes !== null) {
    const what = `what lay in no month a part of its own, up to ${day(becomes.until)}: ${audit}`;
    say(`Made ${what}`, `make ${what}`);
  }
}

async function makeMonths(session: OwnerSession, { stdout, stderr }: Surroundings): Promise<number> {
  const months = await makeAuditPartitions(session);
  const missing = months.filter(({ outcome }) => outcome !== 'MADE');
  for (const one of months) if (one.outcome === 'MADE') stdout(`Made a partition for ${one.month}: ${one.audit}\n`);
  for (const one of missing) stderr(`${whyNotMade(one)}\n`);
  return missing.length;
}

/** What is of no use any more, with how to count and remove it. */
const EXPIRED = [
  {
    title: 'Expired idempotency keys',
    named: (total: number) => `${total} expired idempotency ${total === 1 ? 'key' : 'keys'}`,
    count: countExpiredKeys,
    remove: (session: OwnerSession, onRemoved: (total: number) => void) =>
      removeExpiredKeys(session, (total) => {
        onRemoved(total);
        return true;
      }),
  },
  {
    title: 'Delivered requests to synchronize',
    named: (total: number) => `${total} delivered ${total === 1 ? 'request' : 'requests'} to synchronize`,
    count: countDeliveredRequests,
    remove: removeDeliveredRequests,
  },
  {
    title: 'Closed problems of syncs',
    named: (total: number) => `${total} ${total === 1 ? 'problem' : 'problems'} of syncs, closed for 90 days`,
    count: countClosedProblems,
    remove: removeClosedProblems,
  },
  {
    title: 'Old counts of events',
    named: (total: number) => `${total} old ${total === 1 ? 'count' : 'counts'} of events`,
    count: countOldActivity,
    remove: removeOldActivity,
  },
] as const;

async function removeExpired(session: OwnerSession, isDry: boolean, say: Say, around: Surroundings): Promise<void> {
  for (const { title, named, count, remove } of EXPIRED) {
    const total = await count(session);
    if (total === 0) continue;
    const progress = progressOn(around);
    if (!isDry) {
      progress.begin(title, total);
      await remove(session, (removed) => progress.reach(removed)).finally(() => progress.end());
    }
    say(`Removed ${named(total)}`, `remove ${named(total)}`);
  }
}

async function removeOld(
  session: OwnerSession,
  {
    days,
    folder,
    isDry,
  }: { readonly days: number | undefined; readonly folder: string | null; readonly isDry: boolean },
  say: Say,
  around: Surroundings,
): Promise<void> {
  if (days === undefined) {
    around.stderr('The audit is kept for good: neither AUDIT_RETENTION nor --audit-retention is set.\n');
    return;
  }
  const progress = progressOn(around);
  for (const part of await partsToRemove(session, days)) {
    const archived = isDry
      ? null
      : await removePart(session, part, folder, {
          begin: ({ name }, entries) => progress.begin(name, entries),
          archived: (entries) => progress.reach(entries),
          end: () => progress.end(),
        });
    const what = `${part.name}, ${megabytes(part)}, whose entries are from before ${day(part.until)}`;
    const file = archived === null ? '' : `; ${archived.entries} entries are in ${archived.path}`;
    say(`Removed ${what}${file}`, `${folder === null ? '' : `write to ${folder} and `}remove ${what}`);
  }
}

function folderOf(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected a folder.');
  return text;
}

const day = (instant: Date) => instant.toISOString().slice(0, 10);
const megabytes = ({ bytes }: AuditPart) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
