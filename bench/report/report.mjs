import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READS, WRITES } from '../operations-measured.mjs';
import { circumstances } from './circumstances.mjs';
import { comparison } from './markdown.mjs';
import { writeReadme } from './readme.mjs';
import { pairedRatio, summary } from './statistics.mjs';

const RESULTS = new URL('../results', import.meta.url).pathname;

/** Tells what was measured of each operation, and keeps it. */
export async function report(environment, measured) {
  const operations = measured.map(({ pool, rounds }) => resultOf(pool, rounds));
  const result = { ...(await circumstances(environment)), operations };
  const { save } = environment.options;
  keep(result, comparison(result), 'compare', save ? ['latest'] : []);
  if (save) writeReadme(result);
}

function resultOf(name, rounds) {
  const { title, accounts } = READS[name] ?? { ...WRITES[name], accounts: name === 'record' ? 1 : 500 };
  const names = Object.keys(rounds[0]);
  const others = names.filter((one) => one !== 'ours');
  return {
    name,
    title,
    accountsOfRequest: accounts,
    servers: Object.fromEntries(names.map((one) => [one, summary(rounds, one)])),
    ratios: Object.fromEntries(others.map((one) => [one, pairedRatio(rounds, 'ours', one)])),
    cpuRatios: Object.fromEntries(others.map((one) => [one, pairedRatio(rounds, 'ours', one, 'cpu')])),
  };
}

/** As Markdown, which is shown as well, and as JSON. Only what is saved under a name of its own is committed. */
export function keep(result, markdown, what, names = []) {
  mkdirSync(RESULTS, { recursive: true });
  const dated = `${what}-${result.date.replace(/[:.]/g, '-')}`;
  for (const name of [dated, ...names]) {
    writeFileSync(join(RESULTS, `${name}.md`), markdown);
    writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
  console.log(`\n${markdown}\nKept in bench/results/${dated}.md and .json`);
}
