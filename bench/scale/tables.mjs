import { table } from '../report/table.mjs';
import { billing } from './model/billing.mjs';
import { dearerBy, simulatedRun } from './model/check.mjs';
import { clock, minutes, percent, percentile, seconds, thousands } from './model/figures.mjs';
import { dayOfRefreshes } from './model/night.mjs';
import { resend } from './model/resend.mjs';
import { counterHeldMs, serviceTimes } from './model/services.mjs';

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

/** What everybody at once does, at a tenth of the size: before one process, and before two. */
export function crowdTable(measured, { seed }) {
  const everybody = { accounts: 1_000_000, resellers: 5_000, skew: 0.05, changed: 0.1, midnight: 1, cold: 0, seed };
  const machines = [
    { servers: 1, workers: 1, poolSize: 3, nodes: 1, processors: 1 },
    { servers: 1, workers: 2, poolSize: 5, nodes: 1, processors: 2 },
  ];
  return nightTable(measured, { ...everybody, machines });
}

export function resendTable(measured, { seed, machines = MACHINES.slice(0, 2) }) {
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
        percentile(others.answers, 0.5).toFixed(0),
        percentile(others.answers, 0.99).toFixed(0),
        percent(others.unavailable / others.calls),
        how.customers === 0 ? '' : minutes(run.endedAt),
        how.customers === 0 ? '' : thousands(run.leftOver),
      ];
    }),
  );
  const heads = ['who sends all again', 'others p50 ms', 'others p99 ms', 'others 503', 'done, min', 'left over'];
  return table([MACHINE_HEAD, ...heads], rows);
}

/** So many are simulated, and the rest follows: each takes as long as the one before. */
const INVOICES_SIMULATED = 20_000;

export function billingTable(measured, { invoices }) {
  const { alone } = measured.invoices;
  const rows = ['least', 'median'].flatMap((which) => {
    const heldMs = counterHeldMs(measured.counter, which);
    const service = { nodeMs: alone.nodeMs.median, databaseMs: alone.sessionsMs.median, heldMs };
    return [
      { atOnce: 1, servers: 1, workers: 4, poolSize: 20, processors: 16 },
      { atOnce: 8, servers: 2, workers: 4, poolSize: 20, processors: 16 },
    ].map((how) => {
      const { ms, unavailable, databaseBusyMs } = billing(service, { invoices: INVOICES_SIMULATED, ...how });
      const rate = INVOICES_SIMULATED / (ms / 1_000);
      return [
        nameOf({ ...how, nodes: 1 }),
        how.atOnce,
        `${heldMs.toFixed(1)} ms, ${which}`,
        thousands(rate),
        clock((1_000 * invoices) / rate),
        percent(databaseBusyMs / ms / how.processors),
        percent(unavailable / (unavailable + INVOICES_SIMULATED)),
      ];
    });
  });
  const heads = ['at a time', 'counter held', 'a second', `hours for ${thousands(invoices)}`, 'PostgreSQL busy', '503'];
  return table([MACHINE_HEAD, ...heads], rows);
}

/** What was run for real beside the same as a simulation, with the CPU that this run took, and by what was measured before it. */
export function checkTable(measured, { seed }) {
  const services = serviceTimes(measured);
  const rows = Object.entries({ ...measured.runs, crowd: measured.crowd }).flatMap(
    ([name, { workers, poolSize, runs }]) =>
      runs.map((real, at) => {
        const dearer = dearerBy(services, real);
        const before = simulatedRun(services, { workers, poolSize }, real, seed);
        const simulated = simulatedRun(services, { workers, poolSize }, real, seed, dearer);
        return [
          `${name} ${at + 1}: ${workers} × ${poolSize}, ${real.processorsHad.toFixed(2)} processors`,
          `× ${dearer.node.toFixed(1)}, ${dearer.database.toFixed(1)}`,
          ...compared(simulated, real),
          `${before.seconds.toFixed(1)} (${deviation(before.seconds, real.seconds)})`,
        ];
      }),
  );
  const heads = ['CPU', 'calls', '503', 'all done, s', 'smallest done, s', 'p50 ms', 'p99 ms', 'all done, s, CPU × 1'];
  return table(['Simulated / real', ...heads], rows);
}

function compared(simulated, real) {
  const both = (of, show) => `${show(of(simulated))} / ${show(of(real))} (${deviation(of(simulated), of(real))})`;
  const tenths = (value) => value.toFixed(1);
  return [
    `${simulated.calls} / ${real.calls}`,
    `${simulated.unavailable} / ${real.unavailable}`,
    both(({ seconds: all }) => all, tenths),
    both(({ resellers }) => resellers.at(-1).seconds, tenths),
    both(({ answeredMs }) => answeredMs.p50, thousands),
    both(({ answeredMs }) => answeredMs.p99, thousands),
  ];
}

function deviation(is, was) {
  if (was === 0) return is === 0 ? '0 %' : 'n/a';
  const off = Math.round((100 * (is - was)) / was);
  return `${off > 0 ? '+' : ''}${off} %`;
}
