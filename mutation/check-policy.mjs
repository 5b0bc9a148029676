// Reads the report of a run: no mutant of the policy may survive or be out of every test's reach.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REPORT = new URL('reports/mutation.json', import.meta.url);

/** What decides about locks and blocks, says so and shows it. */
const POLICY = ['account-policy', 'policy-messages', 'account-view', 'account-edit'].map(
  (name) => `src/domain/${name}.ts`,
);
const ALIVE = new Set(['Survived', 'NoCoverage']);

const { files } = JSON.parse(readFileSync(fileURLToPath(REPORT), 'utf8'));
let alive = 0;
for (const path of POLICY) {
  const { source, mutants } = files[path] ?? { source: '', mutants: [] };
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  if (count('Killed') === 0) throw new Error(`The report has no killed mutant of ${path}: nothing was tested`);
  const survivors = mutants.filter(({ status }) => ALIVE.has(status));
  for (const mutant of survivors) console.error(described(path, source, mutant));
  alive += survivors.length;
  const killed = count('Killed', 'Timeout');
  console.log(`${path}: ${killed} killed, ${survivors.length} alive, ${count('Ignored')} left out with a reason`);
}
console.log(alive === 0 ? 'No mutant of the policy is alive.' : `${alive} mutants of the policy are alive.`);
process.exitCode = alive === 0 ? 0 : 1;

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
