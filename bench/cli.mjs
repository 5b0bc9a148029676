import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { compare } from './compare.mjs';
import { PEERS } from './contenders.mjs';
import { withEnvironment } from './environment.mjs';
import { flat } from './flat.mjs';
import { OPERATIONS } from './operations-measured.mjs';
import { profile } from './profile.mjs';

const ROOT = resolve(new URL('..', import.meta.url).pathname);

const only = () =>
  new Option('--only <names>', `some of ${OPERATIONS.join(', ')}`)
    .argParser(someOf(OPERATIONS))
    .default(OPERATIONS, 'all');

const program = new Command('bench').description(
  'How fast the subgraph is, beside its peers and in itself. Every answer is checked.',
);

const wholeNumber = (least) => (text) => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new InvalidArgumentError(`Expected a whole number, ${least} or more.`);
};

const someOf = (names) => (text) => {
  const given = text.split(',').map((one) => one.trim());
  const unknown = given.find((one) => !names.includes(one));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no ${unknown}: ${names.join(', ')}.`);
  return names.filter((name) => given.includes(name));
};

const seconds = (text) => {
  if (Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Expected a number above 0.');
};

const numbers = (text) =>
  text
    .split(',')
    .map(wholeNumber(500))
    .sort((one, other) => one - other);

function command(name, description) {
  return program
    .command(name)
    .description(description)
    .option('--seconds <number>', 'seconds that each reading is measured in each round', seconds, 1)
    .option('--fresh', 'write the accounts anew, and drop what is kept from runs before', false)
    .option('--database-url <url>', "a superuser's URL of another PostgreSQL than one of the benchmark's own");
}

command('compare', 'measures ours and its peers in turns, and gives ratios')
  .option('--accounts <number>', 'accounts in the database', wholeNumber(500), 200_000)
  .addOption(only())
  .addOption(
    new Option('--peers <names>', `some of ${PEERS.join(', ')}, or none`)
      .argParser((text) => (text === 'none' ? [] : someOf(PEERS)(text)))
      .default(PEERS, 'all'),
  )
  .option('--rounds <number>', 'rounds, of which the median is taken', wholeNumber(1), 7)
  .option('--against <folder>', 'another checkout of ours, built, in turns with this one')
  .option('--save', 'keep the results as bench/results/latest, which are committed', false)
  .option('--small', 'whether all answers are right, with 1,000 accounts and no time to measure', false)
  .addHelpText(
    'after',
    `
Examples:
  npm run bench                                                   everything, some 15 minutes
  npm run bench -- --only entities-1,entities-100 --peers bare,mercurius --rounds 3
  npm run bench -- --against ../reseller-accounts-other --peers none
  npm run bench -- --accounts 2000000
  POSTGRES_BIN=/usr/lib/postgresql/15/bin npm run bench
  BENCH_OURS='{"NODE_OPTIONS":"--max-semi-space-size=64"}' npm run bench   ours with other settings`,
  )
  .action((options) => {
    const small = options.small ? { accounts: 1_000, rounds: 1, seconds: 0.1 } : {};
    const { against } = options;
    const settings = { ...options, ...small, against: against && resolve(against), root: ROOT };
    return withEnvironment(settings, compare);
  });

command('profile', 'tells where the time of ours goes under each load, and what each request asks of PostgreSQL')
  .option('--accounts <number>', 'accounts in the database', wholeNumber(500), 200_000)
  .addOption(only())
  .option('--count-only', 'only count statements and round trips', false)
  .addHelpText(
    'after',
    `
Examples:
  npm run bench:profile
  npm run bench:profile -- --only entities-100 --seconds 5
  npm run bench:profile -- --count-only --accounts 1000`,
  )
  .action((options) => withEnvironment({ ...options, root: ROOT }, profile));

command('flat', 'tells what grows with the number of accounts, how long others wait, what memory and a start take')
  .addOption(only())
  .option('--sizes <numbers>', 'how many accounts, by size; the ratios are to the smallest', numbers, [10_000, 200_000])
  .option('--rounds <number>', 'rounds, of which the median is taken', wholeNumber(1), 7)
  .option('--customers <number>', 'customers that are synced while memory is looked at', wholeNumber(500), 100_000)
  .addHelpText(
    'after',
    `
Examples:
  npm run bench:flat
  npm run bench:flat -- --sizes 10000,200000,2000000
  npm run bench:flat -- --only entities-100,record --rounds 3`,
  )
  .action((options) => withEnvironment({ ...options, accounts: options.sizes, root: ROOT }, flat));

await program.parseAsync();
