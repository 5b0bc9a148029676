import { Command } from 'commander';
import { runCommand, type Surroundings } from './run-command';

/** The server itself, which goes on when this has answered: main.ts hears the signals and ends the process. */
export function runServeProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('serve')
    .usage('')
    .description('Starts the server, by what the environment and a file .env here say. SIGTERM or Ctrl-C stops it.')
    .showHelpAfterError()
    .action(async () => {
      await import('../main.js');
    });
  return runCommand(program, argv, around);
}
