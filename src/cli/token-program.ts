import { Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config/config';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';
import { openDevelopmentIssuer } from './development-issuer';
import { findTenantReseller } from './find-tenant-reseller';
import { runCommand, type Surroundings } from './run-command';

const CALL = 'npm run -s token --';

/**
 * Prints a local token and nothing else (test/cli/token-program.test.ts). Answers the exit code: 2 for a wrong
 * call, 1 for anything else that keeps it from printing.
 */
export function runTokenProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  return runCommand(tokenCommand(around), argv, around);
}

function tokenCommand({ env, stdout }: Surroundings): Command {
  const program = new Command('token')
    .usage('administrator | distributor | sync')
    .description('Prints a token of the local development issuer.');

  const kind = (name: string, description: string, example: string) =>
    program
      .command(name)
      .usage('[options]')
      .description(description)
      .option('--expires-in <seconds>', 'how long it is good for (default: 12 hours)', seconds)
      .showHelpAfterError(`Example: ${CALL} ${name}${example}`);

  const print = async (make: (issuer: LocalIssuer, config: Config) => Promise<string>) => {
    const { issuer, config } = await openDevelopmentIssuer(env);
    stdout(`${await make(issuer, config)}\n`);
  };

  kind('administrator', 'A person of the distributor who may do everything.', '')
    .option('--user <name>', 'the id of the user', text, 'admin')
    .action(({ user, expiresIn }: PersonOptions) =>
      print((issuer) => issuer.tokenForPerson({ userId: user, groups: [], administrator: true, ...life(expiresIn) })),
    );

  kind('distributor', 'A person of the distributor, who sees what sharing rules grant.', ' --user anna --group billing')
    .requiredOption('--user <name>', 'the id of the user', text)
    .option('--group <name>', 'a group of the user; may be given several times', collect, [])
    .action(({ user, group, expiresIn }: PersonOptions & { group: string[] }) =>
      print((issuer) =>
        issuer.tokenForPerson({ userId: user, groups: group, administrator: false, ...life(expiresIn) }),
      ),
    );

  kind('sync', "The sync service of one tenant reseller's BSS.", ' --reseller "Northwind Europe"')
    .requiredOption('--reseller <name or id>', 'the tenant reseller; by its name if the server is running', text)
    .action(({ reseller, expiresIn }: { reseller: string; expiresIn?: number }) =>
      print(async (issuer, config) =>
        issuer.tokenForSync({
          tenantResellerId: await findTenantReseller(reseller, issuer, config),
          ...life(expiresIn),
        }),
      ),
    );

  const examples = ['administrator', 'distributor --user anna --group billing', 'sync --reseller "Northwind Europe"'];
  program.addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${CALL} ${example}`).join('\n')}`);
  return program.showHelpAfterError();
}

interface PersonOptions {
  readonly user: string;
  readonly expiresIn?: number;
}

function life(expiresIn: number | undefined): { expiresIn?: number } {
  return expiresIn === undefined ? {} : { expiresIn };
}

function seconds(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number of seconds, 1 or more.');
}

function text(value: string): string {
  if (value.trim() !== '') return value;
  throw new InvalidArgumentError('It must not be blank.');
}

function collect(value: string, groups: readonly string[]): readonly string[] {
  return [...groups, text(value)];
}
