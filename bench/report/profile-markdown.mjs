import { READS, WRITES } from '../operations-measured.mjs';
import { heading } from './markdown.mjs';
import { short, table } from './table.mjs';

/** Rooms that take less than this nowhere stand together. */
const LEAST_PERCENT = 0.5;
const titleOf = (name) => (READS[name] ?? WRITES[name]).title;

/** Statements and self times as Markdown. */
export function profiled(result) {
  const { roundTrips, profiles } = result;
  const names = Object.keys(profiles);
  return `${[
    heading('Where the time goes', result, `Each load lasts ${result.settings.seconds} s.`),
    'What a request asks of PostgreSQL at most, counted on the wire between the two:',
    table(
      ['', 'statements', 'of them parsed', 'round trips'],
      Object.entries(roundTrips).map(([name, counted]) => [
        titleOf(name),
        ...['statements', 'parsed', 'roundTrips'].map((what) => counted[what]),
      ]),
    ),
    ...(names.length === 0 ? [] : ['Self time, percent of what the process did:', selfTimeTable(profiles)]),
    ...names.map(
      (name) =>
        `${titleOf(name)}, busy ${short(profiles[name].busyShare)} % of the time:\n\n${table(
          ['function', '%'],
          profiles[name].functions.map(([what, share]) => [`\`${what}\``, short(share)]),
        )}`,
    ),
    ...(names.length === 0 ? [] : ['The profiles are in bench/results/profiles, for a browser or an editor.']),
  ].join('\n\n')}\n`;
}

function selfTimeTable(profiles) {
  const names = Object.keys(profiles);
  const shares = names.map((name) => new Map(profiles[name].rooms));
  const rooms = [...new Set(shares.flatMap((of) => [...of.keys()]))];
  const most = (room) => Math.max(...shares.map((of) => of.get(room) ?? 0));
  const told = rooms.filter((room) => most(room) >= LEAST_PERCENT).sort((one, other) => most(other) - most(one));
  const rest = shares.map((of) =>
    [...of].filter(([room]) => !told.includes(room)).reduce((sum, [, one]) => sum + one, 0),
  );
  return table(
    ['room', ...names],
    [
      ...told.map((room) => [room, ...shares.map((of) => short(of.get(room) ?? 0))]),
      ['what is less', ...rest.map(short)],
    ],
  );
}
