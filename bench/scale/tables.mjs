import { table } from '../report/table.mjs';
import { billing } from './model/billing.mjs';
import { simulatedRun } from './model/check.mjs';
import { clock, minutes, percent, percentile, seconds, thousands } from './model/figures.mjs';
import { dayOfRefreshes } from './model/night.mjs';
import { resend } from './model/resend.mjs';
import { serviceTimes } from './model/services.mjs';

/** The machines that are tried unless others are named: servers, workers of each, connections of each login, processors of a node. */
const MACHINES = [
  { servers: 1, workers: 4, poolSize: 10, nodes: 1, processors: 4 },
  { servers: 2, workers: 4, poolSize: 10, nodes: 1, processors: 8 },
  { servers: 2, workers: 4, poolSize: 20, nodes: 1, processors: 16 },
  { servers: 4, workers: 4, poolSize: 20, nodes: 1, processors: 16 },
  { servers: 4, workers: 4, poolSize: 20, nodes: 3, processors: 16 },
];
const nameOf = ({ servers, workers, poolSize, nodes, processors }) =>
  `${servers} × ${workers}, ${poolSize}; ${nodes} × ${processors}`;
const MACHINE_HEAD = 'Servers × workers, `POOL_SIZE`; nodes × processors';

export function nightTable(measured, { machines = MACHINES, ...what }) {
  const services = serviceTimes(measured);
  const rows = machines.map((one) => {
    const day = dayOfRefreshes(services, { ...what, ...one });
    return [
      nameOf(one),
      thousands(day.calls),
      percent(day.unavailable / day.calls),
      thousands(day.longestQueue),
      seconds(percentile(day.answers, 0.5)),
      seconds(percentile(day.answers, 0.99)),
      seconds(percentile(day.smallLasted, 0.99)),
      minutes(day.largestLasted),
      minutes(day.midnightEndedAt),
      `${thousands(day.leftOver)} of ${thousands(day.stopped)}`,
    ];
  });
  const heads = [
    'calls',
    '503',
    'queue',
    'p50 s',
    'p99 s',
    'small p99 s',
    'largest min',
    'midnight’s min',
    'left over',
  ];
  return table([MACHINE_HEAD, ...heads], rows);
}

export function resendTable(measured, { seed, machines = MACHINES.slice(0, 3) }) {
  const services = serviceTimes(measured);
  const rows = machines.flatMap((machine) =>
    [
      { customers: 0, concurrency: 4, lastsMs: 900_000 },
      { customers: 1_000_000, concurrency: 4, lastsMs: 900_000 },
      { customers: 1_000_000, concurrency: 64, lastsMs: 900_000 },
    ].map((how) => {
      const { others, run } = resend(services, { seed, ...how, ...machine });
      return [
        nameOf(machine),
        how.customers === 0 ? 'nobody' : `${how.concurrency} calls`,
        seconds(percentile(others.answers, 0.5)),
        seconds(percentile(others.answers, 0.99)),
        percent(others.unavailable / others.calls),
        how.customers === 0 ? '' : minutes(run.endedAt),
        how.customers === 0 ? '' : thousands(run.leftOver),
      ];
    }),
  );
  const heads = ['who sends all again', 'others p50 s', 'others p99 s', 'others 503', 'done, min', 'left over'];
  return table([MACHINE_HEAD, ...heads], rows);
}

/** So many are simulated, and the rest follows: each takes as long as the one before. */
const INVOICES_SIMULATED = 20_000;

export function billingTable(measured, { invoices }) {
  const { alone } = measured.invoices;
  const { heldMs } = measured.counter;
  const service = { nodeMs: alone.nodeMs.median, databaseMs: alone.sessionsMs.median, heldMs };
  const rows = [
    { atOnce: 1, servers: 1, workers: 1, poolSize: 10, processors: 4 },
    { atOnce: 4, servers: 1, workers: 4, poolSize: 20, processors: 4 },
    { atOnce: 8, servers: 1, workers: 4, poolSize: 20, processors: 8 },
    { atOnce: 16, servers: 2, workers: 4, poolSize: 20, processors: 16 },
    { atOnce: 64, servers: 4, workers: 4, poolSize: 80, processors: 32 },
  ].map((how) => {
    const { ms, unavailable, databaseBusyMs } = billing(service, { invoices: INVOICES_SIMULATED, ...how });
    const rate = INVOICES_SIMULATED / (ms / 1_000);
    return [
      `${how.atOnce} at a time; ${how.servers} × ${how.workers}, ${how.poolSize}; 1 × ${how.processors}`,
      thousands(rate),
      clock((1_000 * invoices) / rate),
      percent(databaseBusyMs / ms / how.processors),
      percent(unavailable / (unavailable + INVOICES_SIMULATED)),
    ];
  });
  const heads = ['invoices a second', `hours for ${thousands(invoices)}`, 'PostgreSQL busy', '503'];
  return table([`Calls; ${MACHINE_HEAD.toLowerCase().replace('`pool_size`', '`POOL_SIZE`')}`, ...heads], rows);
}

/** What was run for real beside the same as a simulation. */
export function checkTable(measured, { seed }) {
  const services = serviceTimes(measured);
  const rows = Object.entries(measured.runs).flatMap(([name, { workers, poolSize, runs }]) =>
    runs.map((real, at) => {
      const simulated = simulatedRun(services, { workers, poolSize }, real, seed);
      const both = (is, was, show) => `${show(is)} / ${show(was)} (${deviation(is, was)})`;
      const smallest = (list) => list.at(-1).seconds;
      return [
        `${name} ${at + 1}: ${workers} workers, ${poolSize} connections, ${real.processorsHad.toFixed(2)} processors`,
        both(simulated.calls, real.calls, thousands),
        both(simulated.unavailable, real.unavailable, thousands),
        both(simulated.seconds, real.seconds, (value) => value.toFixed(1)),
        both(smallest(simulated.resellers), smallest(real.resellers), (value) => value.toFixed(1)),
        both(simulated.answeredMs.p50, real.answeredMs.p50, thousands),
        both(simulated.answeredMs.p99, real.answeredMs.p99, thousands),
      ];
    }),
  );
  const heads = ['calls', '503', 'all done, s', 'smallest done, s', 'p50 ms', 'p99 ms'];
  return table(['Simulated / real', ...heads], rows);
}

function deviation(is, was) {
  if (was === 0) return is === 0 ? '0 %' : 'n/a';
  const off = Math.round((100 * (is - was)) / was);
  return `${off > 0 ? '+' : ''}${off} %`;
}
