import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../config/package-root';
import { PROGRAMS } from './programs';
import { BIN, runCommand, type Surroundings } from './run-command';

/**
 * The bin of operators: finds the program that is asked for, loads it and hands it its own arguments. Answers its exit code,
 * and 2 for a program that there is not.
 */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<number> {
  let answered: number | null = null;
  const line = new Command(BIN)
    .description('Who manages an account of the distributor’s, and what may be done to it: for those who run it.')
    .usage('<command> [options]')
    .version(versionOf(packageRoot()), '--version', 'prints the version')
    .helpOption('-h, --help', 'prints this')
    .helpCommand('help [command]', 'prints what a command takes')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .enablePositionalOptions()
    .showHelpAfterError(`"${BIN} help" lists all commands.`)
    .addHelpText('after', `\nExamples:\n${PROGRAMS.map(({ example }) => `  ${BIN} ${example}`).join('\n')}`)
    .addHelpText('after', '\nSettings are read from the environment and from a file .env here; README.md has all.');
  for (const { name, summary, load } of PROGRAMS) {
    line
      .command(name)
      .usage('[options]')
      .summary(summary)
      .argument('[arguments...]')
      // What follows the name is the program's own to read, its --help too.
      .helpOption(false)
      .allowUnknownOption()
      .passThroughOptions()
      .action(async (given: readonly string[]) => {
        const run = await load();
        answered = await run(given, around);
      });
  }
  const code = await runCommand(line, asItsOwn(argv), around);
  return answered ?? code;
}

/** `help token` is `token --help`, which its program answers. Of a program that there is not nothing else is of interest. */
function asItsOwn(argv: readonly string[]): readonly string[] {
  const [name, ...rest] = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
  if (name === undefined || name.startsWith('-') || PROGRAMS.some((program) => program.name === name)) {
    return name === undefined ? [] : [name, ...rest];
  }
  return [name];
}

function versionOf(folder: string): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return manifest.version;
}
