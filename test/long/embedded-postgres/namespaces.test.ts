import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toolOf } from '../operations/tools';
import { anotherProgram, compileLauncher } from './another-program';
import { on, query, scratchFolder } from './scratch';

/** Two containers on one data folder: each numbers its processes for itself, and sees none of the other's. */

const UNSHARE = toolOf('unshare');
const OF_ITS_OWN = ['--pid', '--fork', '--kill-child', '--mount-proc'];
const mayUnshare = UNSHARE !== null && spawnSync(UNSHARE, [...OF_ITS_OWN, 'true']).status === 0;
const testInContainers = mayUnshare ? test : test.skip;

const scratch = scratchFolder();
const launcher = compileLauncher(scratch.path('program/src'));
symlinkSync(join(__dirname, '../../../node_modules'), scratch.path('program/node_modules'));
afterAll(scratch.remove);

const container = (dataDir: string, then: 'stay' | 'exit') =>
  anotherProgram(launcher, on(dataDir), then, [UNSHARE ?? '', ...OF_ITS_OWN]);

testInContainers(
  'a second one is refused while the first lives, is paused, or has left its database, and starts when all has ended',
  async () => {
    const dataDir = scratch.path('shared');
    const first = container(dataDir, 'stay');
    const { url = '', error } = await first.said;
    expect(error).toBeUndefined();
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const refused = async () => (await container(dataDir, 'exit').said).error;
    expect(await refused()).toMatch(/of another container or machine already uses the database/);

    const node = processOf(dataDir, 'node');
    process.kill(node, 'SIGSTOP');
    // Long enough for whoever looks at the touched file alone.
    await sleep(12_000);
    expect(await refused()).toMatch(/of another container or machine/);
    process.kill(node, 'SIGCONT');
    expect(await query(url, 'SELECT answer FROM kept')).toBe(42);

    first.process.kill('SIGKILL');
    await first.ended;
    await sleep(12_000);
    const second = container(dataDir, 'stay');
    const started = await second.said;
    expect(started.error).toBeUndefined();
    expect(await query(started.url ?? '', 'SELECT answer FROM kept')).toBe(42);
    second.process.kill('SIGKILL');
    await second.ended;
  },
  120_000,
);

/** The process, as it is numbered here, whose command line names the folder. */
function processOf(folder: string, program: string): number {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const [name = '', ...rest] = readCommand(pid);
    return name.endsWith(`/${program}`) && rest.some((argument) => argument.includes(folder));
  });
  if (found === undefined) throw new Error(`No ${program} names ${folder}`);
  return Number(found);
}

function readCommand(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
