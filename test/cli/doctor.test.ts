import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportText, runDoctorProgram } from '../../src/cli/doctor-program';
import type { Found } from '../../src/doctor/examination';
import { runProgram } from './run-program';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(env: NodeJS.ProcessEnv, ...argv: string[]) {
  return runProgram(runDoctorProgram, argv, { DATA_DIR: folder, PORT: '0', ...env });
}

test('without a fault it ends with 0, warnings or not', async () => {
  const { code, stdout, stderr } = await run({});
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^ok +settings +nothing is wrong with them$/m);
  expect(stdout).toMatch(/\n0 faults, \d+ warnings?\.\n$/);
});

test('with one it ends with 1, and says what to do', async () => {
  const { code, stdout, stderr } = await run({ WORKERS: 'many' });
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^FAULT +settings +WORKERS: got "many".*\n +-> \S/m);
});

test('--json is one object, with the same exit code', async () => {
  for (const [env, healthy] of [
    [{}, true],
    [{ WORKERS: 'many' }, false],
  ] as const) {
    const { code, stdout } = await run(env, '--json');
    const answer = JSON.parse(stdout);
    expect([code, answer.healthy]).toEqual([healthy ? 0 : 1, healthy]);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ check: 'settings', verdict: healthy ? 'ok' : 'fault' }),
    );
  }
});

test('a wrong call ends with 2', async () => {
  expect(await run({}, '--yaml')).toMatchObject({ code: 2, stdout: '' });
});

const FOUND: readonly Found[] = [
  { check: 'node', verdict: 'ok', found: 'Node.js 24' },
  { check: 'guards', verdict: 'fault', found: 'one', advice: 'Do this.' },
  { check: 'guards', verdict: 'fault', found: 'two', advice: 'Do that.' },
  { check: 'size', verdict: 'warning', found: 'large', advice: 'Buy a disk.' },
];

test('people are shown columns, each name once, and colours only in a terminal', () => {
  expect(reportText(FOUND, false)).toBe(
    [
      'ok       node    Node.js 24',
      'FAULT    guards  one',
      '                 -> Do this.',
      'FAULT            two',
      '                 -> Do that.',
      'warning  size    large',
      '                 -> Buy a disk.',
      '',
      '2 faults, 1 warning.',
      '',
    ].join('\n'),
  );
  const coloured = reportText(FOUND, true);
  expect(coloured).toContain('\u001b[31mFAULT  \u001b[0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(reportText(FOUND, false));
});
