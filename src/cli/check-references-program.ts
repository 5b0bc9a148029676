import { Command } from 'commander';
import { loadDatabaseToCheck } from '../config/config';
import { checkReferences, type ReferenceFault } from '../persistence/set-up/check-references';
import { explainFailure, NOT_REACHED } from '../persistence/set-up/database-failure';
import { runCommand, type Surroundings } from './run-command';

const ADVICE = {
  ...NOT_REACHED,
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '3D000': 'Is the name in the URL right? reseller-accounts db:setup makes a database.',
  '42501': "Take the owner's URL, or the portal's.",
  '42P01': 'The database has no accounts: is the name in the URL right? reseller-accounts db:setup makes the tables.',
};

const FOUND = 1;

/**
 * Prints what a database holds against the rules of who pays for whom and who stands above whom, a line a finding, and
 * changes nothing (test/cli/check-references.test.ts). Answers the exit code: 1 when there is any, or it could not look; 2
 * for a wrong call.
 */
export async function runCheckReferencesProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  let findings = 0;
  const program = new Command('db:check-references')
    .usage('[options]')
    .description('Lists accounts and invoices that an older version let be billed or put where they must not be.')
    .option('--url <url>', "the database, by the owner's login (default: MIGRATION_DATABASE_URL, else DATABASE_URL)")
    .showHelpAfterError('Example: reseller-accounts db:check-references')
    .action(async ({ url }: { readonly url?: string }) => {
      findings = await check(loadDatabaseToCheck(around.env, url), around);
    });
  const code = await runCommand(program, argv, around, (error) => explainFailure(error, ADVICE));
  return findings > 0 ? FOUND : code;
}

async function check(url: string, { stdout, stderr }: Surroundings): Promise<number> {
  const faults = await checkReferences(url);
  for (const fault of faults) stdout(`${sentenceOf(fault)}\n`);
  stderr(
    faults.length === 0
      ? 'No account and no invoice stands against the rules.\n'
      : `${faults.length} ${faults.length === 1 ? 'finding' : 'findings'}.\n`,
  );
  return faults.length;
}

/** What is wrong, and what to do. */
function sentenceOf({ kind, accountId, otherId, invoice, resellerName }: ReferenceFault): string {
  const [account, other, reseller] = [`account ${accountId}`, otherId ?? 'nobody', resellerName ?? 'a tenant reseller'];
  const issued = `An issued invoice never changes: settle it with ${reseller} by hand.`;
  switch (kind) {
    case 'BILLED_TO_MANAGED':
      return `${account} is billed to ${other}, which ${reseller} manages. Give it another Bill To (updateAccount).`;
    case 'BELOW_MANAGED':
      return `${account} is below ${other}, which ${reseller} manages. Give it another parent (updateAccount).`;
    case 'MANAGED_NOT_BILLED_TO_ITS_RESELLER':
      return `${account} is managed by ${reseller} and billed to ${other}. Set bill_to_id to the reseller's own account as the owner of the database.`;
    case 'MANAGED_NOT_BELOW_ITS_RESELLER':
      return `${account} is managed by ${reseller} and below ${other}. Set parent_id to the reseller's own account as the owner of the database.`;
    case 'RESELLERS_OWN_IS_MANAGED':
      return `${account} is the own account of ${reseller}, and managed by the reseller whose account is ${other}. Take the management away as the owner of the database, before that reseller deletes it.`;
    case 'RESELLERS_OWN_IS_BILLED_TO_ANOTHER':
      return `${account} is the own account of ${reseller}, and billed to ${other}. Clear its Bill To (updateAccount).`;
    case 'MANAGED_WAS_CHARGED_TO_ANOTHER':
      return `${account} is managed by ${reseller}, and invoice ${invoice} charges it to ${other}. ${issued}`;
    case 'MANAGED_WAS_CHARGED_FOR_ANOTHER':
      return `${account} is managed by ${reseller}, and invoice ${invoice} is on it or billed to it for ${other}. ${issued}`;
    case 'RESELLERS_OWN_WAS_CHARGED_TO_ANOTHER':
      return `${account} is the own account of ${reseller}, and invoice ${invoice} charges it to ${other}. ${issued}`;
    case 'CIRCLE_OF_PARENTS':
      return `${account} is below ${other} and above it: a circle. Give one of them another parent (updateAccount).`;
    case 'CIRCLE_OF_BILL_TO':
      return `${account} is billed to ${other} and pays for it: a circle. Give one of them another Bill To (updateAccount).`;
  }
}
