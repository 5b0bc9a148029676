import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/command-line';
import { PROGRAMS } from '../../src/cli/programs';
import { packageRoot } from '../../src/config/package-root';
import { runProgram } from './run-program';

const ROOT = packageRoot();
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const NAMES = PROGRAMS.map(({ name }) => name);

async function run(...argv: string[]) {
  return runProgram(runCommandLine, argv);
}

const loadedPrograms = () =>
  Object.keys(require.cache).filter((path) => /\/src\/cli\/.*-program\.ts$/.test(path) && !path.includes('.test.'));

// First: what is loaded once stays.
test('a program is loaded when it is asked for, and no other with it', async () => {
  expect((await run('help')).code).toBe(0);
  expect(loadedPrograms()).toEqual([]);
  expect((await run('token', '--help')).code).toBe(0);
  expect(loadedPrograms()).toEqual([join(ROOT, 'src', 'cli', 'token-program.ts')]);
});

test('help lists every program with a line and an example, whichever way it is asked for', async () => {
  const asked = await run('--help');
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  for (const { name, example } of PROGRAMS) {
    expect(asked.stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(asked.stdout).toContain(`  reseller-accounts ${example}\n`);
  }
  expect(await run('help')).toEqual(asked);
  expect(await run('-h')).toEqual(asked);
});

test('without a command it is a wrong call, which is answered with the same help', async () => {
  expect(await run()).toMatchObject({ code: 2, stdout: '', stderr: (await run('--help')).stdout });
});

test.each(NAMES)('%s has a help of its own, asked for before it or after', async (name) => {
  const asked = await run(name, '--help');
  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toMatch(new RegExp(`^Usage: reseller-accounts ${name}\\b`));
  expect(await run('help', name)).toEqual(asked);
});

test.each(NAMES)('%s with an option that it has not is a wrong call', async (name) => {
  expect(await run(name, '--no-such-option')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining("unknown option '--no-such-option'"),
  });
});

test.each([
  [['tokn'], 'token'],
  [['tokn', '--help'], 'token'],
  [['help', 'tokn'], 'token'],
  [['db:set-up', '--url', 'postgresql://a@b/c'], 'db:setup'],
])('%j is a wrong call that is told the nearest name', async (argv, meant) => {
  expect(await run(...argv)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`(Did you mean ${meant}?)`),
  });
});

test('the version is that of package.json', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: `${MANIFEST.version}\n`, stderr: '' });
});

test('what package.json has as bin is the built command line, and begins as a program does', () => {
  expect(MANIFEST.bin).toEqual({ 'reseller-accounts': 'dist/src/cli/main.js' });
  expect(readFileSync(join(ROOT, 'src', 'cli', 'main.ts'), 'utf8')).toMatch(/^#!\/usr\/bin\/env -S node --\n/);
});

test('every script of package.json that runs a program names one that there is', () => {
  const scripts = Object.entries<string>(MANIFEST.scripts).filter(([, script]) => script.includes('cli/main.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const [name, script] of scripts) {
    expect(script).toBe(`node -- scripts/run-built.mjs cli/main.js ${name}`);
    expect(NAMES).toContain(name);
  }
});
