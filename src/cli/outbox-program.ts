import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { loadOutboxDatabase } from '../config/config';
import { acknowledge, type HandedOut, handOut, MOST_AT_ONCE, withOutbox } from '../persistence/outbox/hand-out';
import { explainFailure, NOT_REACHED } from '../persistence/set-up/database-failure';
import { runCommand, type Surroundings } from './run-command';

const LOOK_AGAIN_MS = 1_000;

const ADVICE = {
  ...NOT_REACHED,
  '28P01': 'The password in the URL is not that of the login.',
  '28000': 'The server does not let this login in.',
  '3D000': 'Is the name in the URL right? reseller-accounts db:setup makes a database.',
  '42501': "Take the URL of the portal's login, which is DATABASE_URL.",
  '42883': 'The database lacks migrations of this version: run reseller-accounts db:setup.',
};

const EXAMPLES = `
All that waits, one JSON object a line:
  reseller-accounts outbox
What waits and what comes, for a program that delivers it:
  reseller-accounts outbox --follow | deliver
What has been delivered, up to a position:
  reseller-accounts outbox --acknowledge 1234

What is not acknowledged is handed out again by the next run. It ends with 0, with 1 when it fails, with 2 for a wrong call.`;

interface Options {
  readonly url?: string;
  readonly after?: bigint;
  readonly limit?: number;
  readonly follow?: true;
  readonly acknowledge?: bigint;
}

/** Hands out requests to synchronize in their order, at least once each (docs/outbox.md). Answers the exit code. */
export function runOutboxProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('outbox')
    .usage('[options]')
    .description('Prints the requests to synchronize accounts that wait to be delivered, in order, and takes what was.')
    .option('--url <url>', "the database, by the portal's login (default: DATABASE_URL)")
    .option('--after <position>', 'those behind this position (default: all that are not acknowledged)', positionOf)
    .option('--limit <number>', 'so many at most, then ends', countOf)
    .option('--follow', 'goes on with those that come, until it is stopped')
    .option('--acknowledge <position>', 'prints none: those up to this position are delivered', positionOf)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Example: reseller-accounts outbox --follow')
    .action((options: Options) => work(options, around));
  return runCommand(program, argv, around, (error) => explainFailure(error, ADVICE));
}

function work(options: Options, around: Surroundings): Promise<void> {
  const url = loadOutboxDatabase(around.env, options.url);
  return withOutbox(url, async (keeper) => {
    if (options.acknowledge !== undefined) {
      around.stderr(`${await acknowledge(keeper, options.acknowledge)} acknowledged.\n`);
      return;
    }
    let [after, left] = [options.after ?? 0n, options.limit ?? Number.POSITIVE_INFINITY];
    while (left > 0) {
      const page = await handOut(keeper, after, Math.min(left, MOST_AT_ONCE));
      for (const one of page) around.stdout(`${lineOf(one)}\n`);
      after = page.at(-1)?.position ?? after;
      left -= page.length;
      if (page.length > 0) continue;
      if (!options.follow) return;
      await sleep(LOOK_AGAIN_MS);
    }
  });
}

const lineOf = ({ position, ...request }: HandedOut) => JSON.stringify({ position: position.toString(), ...request });

function positionOf(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('expected a position, as a line of the outbox has it.');
  return BigInt(text);
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number, 1 or more.');
  return Number(text);
}
