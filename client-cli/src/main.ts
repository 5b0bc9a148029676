#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { check } from './check-command.ts';
import { withConnection } from './connection.ts';
import { EXIT, WrongCall } from './exit-codes.ts';
import { listProblems } from './problems-command.ts';
import { adviceOn, isStopped } from './stopped.ts';
import { type Output, syncFile } from './sync-command.ts';

const NAME = 'reseller-accounts-sync';
const CONNECTION = '--url https://accounts.example/graphql --token-file token';
const ENDS = `
Ends with 0 if all was taken, 1 if something was refused, 2 if the call is wrong, 3 if it could not go on.`;

const output: Output = { stdout: (text) => process.stdout.write(text), stderr: process.stderr };

function program(done: (code: number) => void): Command {
  const all = new Command(NAME)
    .description("Sends a reseller's customers and paid subscriptions to the distributor.")
    .showHelpAfterError();
  const examples = (...calls: string[]) => `\nExamples:\n${calls.map((call) => `  ${NAME} ${call}`).join('\n')}`;

  withConnection(all.command('sync').argument('<file>', 'one item of syncCustomers a line, as JSON; "-" for stdin'))
    .description('Sends a file, and says of each line whether it was taken.')
    .option('--concurrency <calls>', 'calls under way at a time, 1 to 64 (default: 4)', whole(64))
    .option('--rate <lines>', 'lines a second at most', whole(1_000_000))
    .option('--resume <file>', 'keeps the position there; killed at any moment, the same call goes on')
    .option('--rejected <file>', 'the lines that are refused, with why')
    .option('--dry-run', 'changes nothing, and says what would be refused')
    .addHelpText(
      'after',
      examples(
        `sync customers.ndjson ${CONNECTION} --dry-run --rejected wrong.ndjson`,
        `sync customers.ndjson ${CONNECTION} --resume customers.position --rejected wrong.ndjson`,
        `sync - ${CONNECTION} < changes.ndjson`,
      ) + ENDS,
    )
    .action(async (file, options) => done(await syncFile(file, options, output)));

  withConnection(all.command('problems'))
    .description('What was refused and not taken since, newest first.')
    .option('--json', 'one a line, as JSON')
    .option('--closed', 'those that were taken since, of the last 90 days')
    .addHelpText('after', examples(`problems ${CONNECTION}`, `problems ${CONNECTION} --json`))
    .action(async (options) => done(await listProblems(options, output)));

  withConnection(all.command('check'))
    .description('Whether a sync could begin: token, clock, server, limits, and how the reseller stands.')
    .addHelpText('after', examples(`check ${CONNECTION}`))
    .action(async (options) => done(await check(options, output)));

  all.addHelpText(
    'after',
    `${examples(`check ${CONNECTION}`, `sync customers.ndjson ${CONNECTION}`, `problems ${CONNECTION}`)}${ENDS}`,
  );
  for (const part of [all, ...all.commands]) part.exitOverride();
  return all;
}

function whole(most: number) {
  return (value: string) => {
    const number = Number(value);
    if (/^[1-9]\d*$/.test(value) && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}

async function main(): Promise<number> {
  let code: number = EXIT.WRONG_CALL;
  try {
    await program((ended) => {
      code = ended;
    }).parseAsync();
    return code;
  } catch (error) {
    // Commander has said what is wrong. Its code 0 is for help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ALL_TAKEN : EXIT.WRONG_CALL;
    if (error instanceof WrongCall) {
      process.stderr.write(`${error.message}\n`);
      return EXIT.WRONG_CALL;
    }
    process.stderr.write(isStopped(error) ? `${adviceOn(error)}\n` : `${(error as Error).stack}\n`);
    return EXIT.COULD_NOT_GO_ON;
  }
}

// The reader of a pipe may have had enough.
process.stdout.on('error', () => process.exit(EXIT.COULD_NOT_GO_ON));
process.exitCode = await main();
