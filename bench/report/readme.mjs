import { readFileSync, writeFileSync } from 'node:fs';
import { throughput } from './markdown.mjs';

const README = new URL('../../README.md', import.meta.url).pathname;
const BEGIN = '<!-- The tables up to the next such line are written by: npm run bench -- --save -->';
const END = '<!-- up to here -->';

/** Puts the ratios of throughput where the README has them, and says what they are of. */
export function writeReadme({ operations, date, node, postgres, processors, settings }) {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`README.md has no place for the tables: ${BEGIN}`);
  const how =
    `Of ${date.slice(0, 10)}: ${settings.accounts} accounts, ${settings.connections} connections, ` +
    `${settings.rounds} rounds of ${settings.seconds} s in turns, Node ${node}, PostgreSQL ${postgres}, ` +
    `${processors.count} processors (${processors.model}) for all of it. The median, with the least and the most.`;
  writeFileSync(
    README,
    [before, BEGIN, '\n\n', [how, ...throughput(operations)].join('\n\n'), '\n\n', END, after].join(''),
  );
}
