#!/usr/bin/env -S node --
// Behind `--` Node leaves all options to us; before it Node itself would take `--env-file`, and look for the file.
import { withEnvFile } from '../config/config';
import { runCommandLine } from './command-line';

/** The bin `reseller-accounts`, and what the scripts of package.json run by the script's name. */
async function main(): Promise<number> {
  let env: NodeJS.ProcessEnv;
  try {
    env = withEnvFile(process.env);
  } catch (error) {
    process.stderr.write(`The file .env cannot be read: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  return runCommandLine(process.argv.slice(2), {
    env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
    ...(process.stderr.isTTY ? { terminal: process.stderr } : {}),
  });
}

// Whoever reads only the beginning, as `head` does, has what was wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
void main().then((code) => {
  process.exitCode = code;
});
