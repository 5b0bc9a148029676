// Reads the report of a run: no mutant of the policy may survive or be out of every test's reach.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { POLICY } from './policy-files.mjs';

const REPORT = new URL('reports/mutation.json', import.meta.url);

const ALIVE = new Set(['Survived', 'NoCoverage']);

const { files } = JSON.parse(readFileSync(fileURLToPath(REPORT), 'utf8'));
const untested = POLICY.filter((path) => !files[path]?.mutants.length);
for (const path of untested) console.error(`${path}: the report has no mutant of it`);
let alive = 0;
for (const path of POLICY.filter((one) => !untested.includes(one))) {
  const { source, mutants } = files[path];
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const survivors = mutants.filter(({ status }) => ALIVE.has(status));
  for (const mutant of survivors) console.error(described(path, source, mutant));
  alive += survivors.length;
  const killed = count('Killed', 'Timeout');
  console.log(`${path}: ${killed} killed, ${survivors.length} alive, ${count('Ignored')} left out with a reason`);
}
console.log(`The policy: ${alive} mutants alive, ${untested.length} files without any.`);
process.exitCode = alive + untested.length === 0 ? 0 : 1;

/** E.g. `src/domain/x.ts:12:3 Survived, EqualityOperator: "a < b" became "a <= b"`. */
function described(path, source, { status, mutatorName, replacement, location: { start, end } }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const original = lines
    .map((line, at) =>
      line.slice(at === 0 ? start.column - 1 : 0, at === lines.length - 1 ? end.column - 1 : undefined).trim(),
    )
    .join(' ');
  return `${path}:${start.line}:${start.column} ${status}, ${mutatorName}: ${JSON.stringify(original)} became ${JSON.stringify(replacement)}`;
}
