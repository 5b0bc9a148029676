// Whether DEVELOPMENT.md can be followed: every npm script, script of ours and test that its commands name is there, every
// command is run by somebody, and those that are short and change nothing are run here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** Who runs what is not run here; the file must name it. Anything else that the guide says is run here. */
const RUN_ELSEWHERE = new Map([
  ['npm ci', '.ci/run'],
  ['npm test', '.ci/run'],
  ['npm run test:program', '.ci/run'],
  ['npm run test:properties', '.ci/run'],
  ['npm run test:matrices', '.ci/run'],
  ['npm run test:races', '.ci/run'],
  ['npm run test:long', '.ci/run'],
  ['npm run test:slice', '.ci/run'],
  ['npm run test:schema', '.ci/run'],
  ['npm run test:supergraph', '.ci/run'],
  ['npm run test:browser', '.ci/run'],
  ['npm run test:mutation -- --policy', '.ci/run'],
  ['npm run bench -- --small', '.ci/run'],
  ['npm run lint', '.ci/run'],
  ['npm run types', '.ci/run'],
  ['npm run codegen', '.ci/run'],
  ['npm run dev', 'test/long/develop.test.ts'],
  ['npm run schema:release', 'test/long/develop.test.ts'],
  ['npm run db:manifest', 'test/long/develop.test.ts'],
]);

/** What only a person can use or that would change this tree, with what of it is looked at nevertheless. */
const LOOKED_AT = [
  /^npx jest .*--watch$/,
  /^node --inspect(-brk)? /,
  /^npm run (format|check|bench(:profile|:flat)?)$/,
  /^git worktree add /,
];

const guide = read('DEVELOPMENT.md');
const { scripts } = JSON.parse(read('package.json'));
const commands = [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block]) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !line.startsWith('#'));

const faults = commands.flatMap((command) => [...missing(command), ...notRun(command)]);
for (const fault of faults) console.error(fault);
console.log(`DEVELOPMENT.md: ${commands.length} commands, ${faults.length} that cannot be followed`);
process.exitCode = faults.length > 0 || commands.length === 0 ? 1 : 0;

/** What the command names and is not there. */
function missing(command) {
  const script = /^(?:\w+=\S+ )*npm (?:run (?:-s )?)?(\S+)/.exec(command)?.[1];
  const paths = command.match(/(?:\.\/)?(?:test|scripts|src|dist\/src|\.ci)\/[\w./-]+/g) ?? [];
  return [
    ...(script !== undefined && script !== 'ci' && scripts[script] === undefined
      ? [`${command}: no script ${script}`]
      : []),
    ...paths.filter((path) => !isThere(path)).map((path) => `${command}: no ${path}`),
  ];
}

/** A test may be named without its ending, as Jest takes it; what is built, by its source. */
function isThere(path) {
  const source = path.replace(/^dist\/(.*)\.js$/, '$1.ts');
  return [source, `${source}.ts`, `${source}.test.ts`].some((one) => existsSync(join(ROOT, one)));
}

function notRun(command) {
  const elsewhere = RUN_ELSEWHERE.get(command);
  if (elsewhere !== undefined) {
    const words = command.replace(/^npm run /, '');
    return read(elsewhere).includes(words) ? [] : [`${command}: ${elsewhere} does not run it`];
  }
  if (LOOKED_AT.some((pattern) => pattern.test(command))) return [];
  console.log(`$ ${command}`);
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  // Jest is content with a name that no test has.
  const didNothing = command.includes('jest') && !/Tests: .*\d+ passed/.test(stderr);
  return status === 0 && !didNothing ? [] : [`${command}: ends with ${status}\n${stdout}${stderr}`];
}
