import { Command } from 'commander';
import { loadDatabaseSetup } from '../config/config';
import { explainFailure, NOT_REACHED, POOLED } from '../persistence/set-up/database-failure';
import { distribute } from '../persistence/set-up/distribute';
import { findSetUpFaults, UnguardedDatabaseError } from '../persistence/set-up/find-set-up-faults';
import { progressOn } from './progress';
import { runCommand, type Surroundings } from './run-command';

const ADVICE = {
  ...NOT_REACHED,
  ...POOLED,
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '3D000': 'Is the name in the URL right? reseller-accounts db:setup makes a database.',
  '42501': "Take the owner's URL: only the owner distributes tables, and it must have CREATEROLE on every node.",
  '42P01': 'The database has no accounts: is the name in the URL right? reseller-accounts db:setup makes the tables.',
};

/**
 * Shares the tables of a database among the nodes of its Citus cluster, and sees that it guards as before
 * (test/cli/db-distribute.test.ts, `npm run test:citus`). Answers the exit code.
 */
export function runDbDistributeProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('db:distribute')
    .usage('[options]')
    .description('Shares the tables among the nodes of a Citus cluster, with what they hold: all of it, or nothing.')
    .option('--url <url>', "the owner's URL of the database on the coordinator (default: MIGRATION_DATABASE_URL)")
    .showHelpAfterError(
      'Example: reseller-accounts db:distribute --url postgresql://owner:password@localhost:5432/accounts',
    )
    .action(async ({ url }: { readonly url?: string }) => {
      const { ownerUrl } = loadDatabaseSetup(around.env, url);
      const distributed = await distribute(ownerUrl, progressOn(around));
      const done =
        distributed.length === 0 ? 'All tables were distributed' : `Distributed ${distributed.length} tables`;
      around.stdout(`${done}; roles, grants and functions are as a cluster needs them.\n`);
      const faults = await findSetUpFaults(ownerUrl);
      if (faults.length > 0) throw new UnguardedDatabaseError(faults);
    });
  return runCommand(program, argv, around, (error) => explainFailure(error, ADVICE));
}
