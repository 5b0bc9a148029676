import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/config/package-root';

const MODULE = pathToFileURL(join(packageRoot(), 'scripts', 'end-with-npm.mjs')).href;
const PROGRAM = `import { endWithNpm } from ${JSON.stringify(MODULE)};
endWithNpm();
setInterval(() => undefined, 1000);
console.log('runs as ' + process.pid);`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'end-with-npm-'));
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { program: 'node program.mjs' } }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function startedByNpm() {
  const npm = spawn('npm', ['run', '-s', 'program'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const text of npm.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += text;
    if (said.includes('\n')) break;
  }
  return { npm, program: Number(/runs as (\d+)/.exec(said)?.[1]) };
}

describe('a program that npm runs', () => {
  test('goes on as long as npm does', async () => {
    const { npm, program } = await startedByNpm();
    await sleep(1000);
    expect([isThere(program), npm.exitCode]).toEqual([true, null]);
    process.kill(program, 'SIGTERM');
  });

  // Where the system does not tell whose child npm's shell is, only a signal that npm hands on ends it.
  const signals = process.platform === 'linux' ? (['SIGTERM', 'SIGKILL'] as const) : (['SIGTERM'] as const);
  test.each(signals)('ends with npm, which ends of %s', async (signal) => {
    const { npm, program } = await startedByNpm();
    npm.kill(signal);
    const deadline = Date.now() + 10_000;
    while (isThere(program) && Date.now() < deadline) await sleep(20);
    const isLeft = isThere(program);
    if (isLeft) process.kill(program, 'SIGKILL');
    expect(isLeft).toBe(false);
  });
});
