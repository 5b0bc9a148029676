import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';

/** The tables of docs/scale.md that come out of a command are what the command says, from what was measured. */

const DOCUMENT = readFileSync(join(packageRoot(), 'docs', 'scale.md'), 'utf8');
const TABLES = [...DOCUMENT.matchAll(/<!-- (node bench\/scale\/simulate\.mjs [^>]*) -->\n\n((?:\|.*\n)+)/g)].map(
  ([, command = '', table = '']) => [command, table] as const,
);

/** A table may be laid out anew by a formatter: what stands in its cells counts. */
function cellsOf(table: string): string[][] {
  const lines = table.trim().split('\n');
  return lines
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

test('the metrics that are named are on the dashboard, whose names test/docs/monitoring holds', () => {
  const dashboard = readFileSync(join(packageRoot(), 'deploy', 'monitoring', 'dashboard.json'), 'utf8');
  const named = [...new Set(DOCUMENT.match(/reseller_accounts_\w+/g))];
  expect(named.length).toBeGreaterThan(5);
  expect(
    named.filter((name) => !new RegExp(`${name}\\b`).test(dashboard) && !dashboard.includes(`${name}_bucket`)),
  ).toEqual([]);
});

test('there are tables of all that is computed', () => {
  const computed = new Set(TABLES.map(([command]) => command.split(' ')[2]));
  expect([...computed].sort()).toEqual(['billing', 'check', 'costs', 'crowd', 'night', 'resend', 'sizes']);
});

test.each(TABLES)(
  '%s',
  (command, table) => {
    const [, program = '', ...given] = command.split(' ');
    const said = execFileSync(process.execPath, [join(packageRoot(), program), ...given], { encoding: 'utf8' });
    expect(cellsOf(table)).toEqual(cellsOf(said));
  },
  180_000,
);
