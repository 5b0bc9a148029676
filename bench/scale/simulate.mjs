// `node bench/scale/simulate.mjs --help`: what becomes of days that nobody has machines for, from what was measured.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { costsTable } from './costs.mjs';
import { sizesTable } from './sizes.mjs';
import { billingTable, checkTable, crowdTable, nightTable, resendTable } from './tables.mjs';

const wholeNumber = (text) => {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number, 1 or more.');
};
const share = (text) => {
  const value = Number(text);
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError('Expected a number above 0, and 1 or less.');
};

const TABLES = {
  night: (measured, { accounts, resellers, skew, changed, midnight, cold, seed, machines }) =>
    nightTable(measured, { accounts, resellers, skew, changed, midnight, cold, seed, ...(machines && { machines }) }),
  crowd: (measured, { seed }) => crowdTable(measured, { seed }),
  resend: (measured, { seed, machines }) => resendTable(measured, { seed, ...(machines && { machines }) }),
  billing: (measured, { invoices }) => billingTable(measured, { invoices }),
  check: (measured, { seed }) => checkTable(measured, { seed }),
  costs: (measured) => costsTable(measured),
  sizes: (measured, { accounts, changed }) => sizesTable(measured, { accounts, changed }),
};

const program = new Command('simulate')
  .description(
    'Simulates a day of refreshes, a reseller that sends all again, a night of invoices; computes sizes; and holds the simulation against what was run for real.',
  )
  .addArgument(new Argument('<what>', 'what to simulate').choices(Object.keys(TABLES)))
  .option('--accounts <number>', 'managed accounts', wholeNumber, 10_000_000)
  .option('--resellers <number>', 'tenant resellers', wholeNumber, 50_000)
  .option('--skew <share>', 'how much of the accounts the largest reseller has', share, 0.05)
  .option('--changed <share>', 'how much of what is refreshed has changed', share, 0.1)
  .option('--midnight <share>', 'how many of the resellers begin on the stroke of midnight', share, 0.3)
  .option('--cold <pages>', 'pages of a customer that are not in memory and are read from the disk', Number, 0)
  .option('--invoices <number>', 'invoices of a night', wholeNumber, 8_000_000)
  .option('--servers <number>', 'servers, instead of those that are tried', wholeNumber)
  .option('--workers <number>', 'workers of a server', wholeNumber, 4)
  .option('--pool-size <number>', 'connections of a server and login', wholeNumber, 10)
  .option(
    '--nodes <number>',
    'nodes of the database; with more than one, and a coordinator beside them, it is a cluster',
    wholeNumber,
    1,
  )
  .option('--processors <number>', 'processors of a node', wholeNumber, 8)
  .option('--seed <number>', 'of all that is random', wholeNumber, 1)
  .option('--measured <file>', 'what was measured', fileURLToPath(new URL('measured.json', import.meta.url)))
  .addHelpText(
    'after',
    `
Examples:
  node bench/scale/simulate.mjs night
  node bench/scale/simulate.mjs night --servers 8 --pool-size 20 --processors 32 --skew 0.2
  node bench/scale/simulate.mjs check`,
  )
  .action((what, { servers, workers, poolSize, nodes, processors, measured, ...others }) => {
    const machines = servers === undefined ? undefined : [{ servers, workers, poolSize, nodes, processors }];
    console.log(TABLES[what](JSON.parse(readFileSync(measured, 'utf8')), { ...others, machines }));
  });

program.parse();
