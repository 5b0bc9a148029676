import { READS, WRITES } from '../operations-measured.mjs';
import { heading } from './markdown.mjs';
import { pairedRatio, summary } from './statistics.mjs';
import { short, table } from './table.mjs';

const LISTS = {
  'accounts-deep': '`accounts(first: 50)`, page 16',
  search: '`accounts(search:)` for a number',
};

/** Of each operation the time of a request at each size, and how much more than at the smallest. */
export function grown(measured, names) {
  const [smallest, ...larger] = names;
  return measured.map(({ pool, rounds }) => ({
    name: pool,
    title: LISTS[pool] ?? (READS[pool] ?? WRITES[pool]).title,
    servers: Object.fromEntries(names.map((name) => [name, summary(rounds, name)])),
    growth: Object.fromEntries(larger.map((name) => [name, pairedRatio(rounds, smallest, name)])),
  }));
}

export function flatness(result) {
  const { growth, limits, settings } = result;
  const names = Object.keys(growth[0]?.servers ?? {});
  const larger = names.slice(1);
  const { longestWait, warmStart, memory } = limits;
  const cell = ({ median, least, most }) => `${short(median)} (${short(least)}–${short(most)})`;
  return `${[
    heading(
      'What grows, and what one server holds out',
      result,
      `${settings.rounds} rounds, ${settings.seconds} s of each reading, in turns.`,
    ),
    `Time of a request at so many accounts ÷ at ${names[0]}, median of the rounds with the least and the most:`,
    table(
      ['', ...larger, ...names.map((name) => `a second at ${name}`)],
      growth.map((one) => [
        one.title,
        ...larger.map((name) => cell(one.growth[name])),
        ...names.map((name) => short(one.servers[name].rate)),
      ]),
    ),
    table(
      ['at the largest', ''],
      [
        [
          `longest wait of /livez, ${longestWait.atOnce} \`_entities\` of ${longestWait.keys} keys at once`,
          `${short(longestWait.longestMs)} ms`,
        ],
        [
          'the median of it, and the longest when nothing is done',
          `${short(longestWait.medianMs)} and ${short(longestWait.idleMs)} ms`,
        ],
        [
          'warm start, to the first green /readyz',
          `${short(warmStart.medianMs)} ms (${short(warmStart.leastMs)}–${short(warmStart.mostMs)})`,
        ],
        [
          `memory when ${memory.customers} customers were synced, at most and after`,
          `${memory.mostMiB ?? 'n/a'} and ${memory.afterMiB ?? 'n/a'} MiB`,
        ],
        ['memory before', `${memory.idleMiB ?? 'n/a'} MiB`],
      ],
    ),
  ].join('\n\n')}\n`;
}
