import { types } from 'node:util';
import { type Command, CommanderError } from 'commander';

const { isNativeError } = types;

/** What a program may touch of the world around it. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether a person looks at what is printed on stdout. */
  readonly isTerminal?: boolean;
  /** Where a person looks on meanwhile; nobody does when it is not there. */
  readonly terminal?: NodeJS.WriteStream;
}

/** What package.json calls the bin of all programs. */
export const BIN = 'reseller-accounts';

const WRONG_CALL = 2;

/**
 * Runs a command on its arguments and answers the exit code: 2 for a wrong call, 1 for anything else that failed, which
 * `explain` says on stderr.
 */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  { stdout, stderr }: Surroundings,
  explain: (error: unknown) => string = messageOf,
): Promise<number> {
  if (command.name() !== BIN) command.name(`${BIN} ${command.name()}`);
  for (const part of [command, ...command.commands]) {
    part.exitOverride().configureOutput({ writeOut: stdout, writeErr: stderr });
  }
  try {
    await command.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said on stderr what is wrong. Its code 0 is for help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_CALL;
    stderr(`${explain(error)}\n`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return isNativeError(error) ? error.message : String(error);
}
