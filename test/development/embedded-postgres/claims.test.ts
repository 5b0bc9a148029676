import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimHome } from '../../../src/development/embedded-postgres/process/owner-lock';
import { readPidFile } from '../../../src/development/embedded-postgres/process/pid-file';
import { isRunning, startStamp } from '../../../src/development/embedded-postgres/process/process-life';
import { scratchFolder } from '../../long/embedded-postgres/scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('a process id', () => {
  test.each([0, -1, -process.pid, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 40, -(2 ** 31)])(
    'of %p is nobody',
    (pid) => {
      expect(isRunning(pid)).toBe(false);
    },
  );

  test('of our own, and of a process of another user, is somebody', () => {
    expect([isRunning(process.pid), isRunning(1)]).toEqual([true, true]);
  });

  test('of one that has ended is nobody', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    expect(isRunning(child.pid ?? 0)).toBe(false);
  });

  test.each([
    ['123', 123],
    ['-123', 123],
    ['0', null],
    ['12 13', null],
    ['0x1f', null],
    ['1e3', null],
    ['99999999999999999999', null],
    ['', null],
  ])('is read from a postmaster.pid that begins with %j as %j', async (line, pid) => {
    const folder = scratch.path('pid-file');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'postmaster.pid'), `${line}\n/some/where\n`);
    expect(await readPidFile(folder)).toEqual({ pid, isReady: false });
  });
});

describe('the claim on a folder', () => {
  let home: string;
  let homes = 0;

  beforeEach(() => {
    homes += 1;
    home = scratch.path(`home-${homes}`);
    mkdirSync(home);
  });

  const claims = () => readdirSync(home).filter((name) => name.startsWith('in-use-by-'));
  const ours = startStamp(process.pid);
  const [boot = '', ticks = '', namespace = ''] = ours.split('.');

  async function isFree(): Promise<boolean> {
    const lock = await claimHome(home).catch(() => null);
    lock?.release();
    return lock !== null;
  }

  test.each(['0-x', '0-', '00-', '99999999999999999999-x', '2147483648-', `${process.pid}-${boot}.1.${namespace}`])(
    'of nobody, in-use-by-%s, counts for nothing and goes',
    async (claim) => {
      writeFileSync(join(home, `in-use-by-${claim}`), '');
      expect(await isFree()).toBe(true);
      expect(claims()).toEqual([]);
    },
  );

  test.each(['', '-', '--5-x', 'me', '1', '1.5-x', '0x10-x'])('is none of ours as in-use-by-%s', async (claim) => {
    writeFileSync(join(home, `in-use-by-${claim}`), 'garbage');
    expect(await isFree()).toBe(true);
    expect(claims()).toEqual([`in-use-by-${claim}`]);
  });

  test('of a living process keeps others out, and leaves others unaffected once it is released', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    const claim = `in-use-by-${child.pid}-${startStamp(child.pid ?? 0)}`;
    writeFileSync(join(home, claim), '');
    await expect(claimHome(home)).rejects.toThrow(`Process ${child.pid} already uses the database in ${home}`);
    expect(claims()).toEqual([claim]);
    child.kill();
    await once(child, 'exit');
    expect(await isFree()).toBe(true);
  });

  // Where ids are numbered anew and our own may be another's: only that the file moves says that somebody lives.
  const elsewhere = [
    ['another container', `in-use-by-${process.pid}-${boot}.${ticks}.1`],
    ['another machine', `in-use-by-${process.pid}-00000000.${ticks}.${namespace}`],
  ] as const;
  const onLinux = process.platform === 'linux' ? test.each(elsewhere) : test.skip.each(elsewhere);

  onLinux('from %s counts as long as it is touched', async (_where, claim) => {
    writeFileSync(join(home, claim), '');
    const touching = setInterval(() => utimesSync(join(home, claim), new Date(), new Date()), 200);
    await expect(claimHome(home)).rejects.toThrow(
      `Process ${process.pid} of another container or machine already uses the database in ${home}`,
    );
    clearInterval(touching);
    expect(claims()).toEqual([claim]);
  });

  onLinux('from %s that nobody has touched for long counts for nothing and goes', async (_where, claim) => {
    writeFileSync(join(home, claim), '');
    const before = new Date(Date.now() - 11_000);
    utimesSync(join(home, claim), before, before);
    const began = Date.now();
    expect(await isFree()).toBe(true);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(claims()).toEqual([]);
  });

  onLinux('from %s that was touched a moment ago and never again is waited out', async (_where, claim) => {
    writeFileSync(join(home, claim), '');
    const before = new Date(Date.now() - 9_500);
    utimesSync(join(home, claim), before, before);
    expect(await isFree()).toBe(true);
    expect(claims()).toEqual([]);
  });

  test('is touched as long as it is held', async () => {
    const lock = await claimHome(home);
    const [name = ''] = claims();
    expect(name).toBe(`in-use-by-${process.pid}-${ours}`);
    utimesSync(join(home, name), new Date(0), new Date(0));
    const deadline = Date.now() + 10_000;
    while (statSync(join(home, name)).mtimeMs === 0 && Date.now() < deadline) await sleep(50);
    expect(statSync(join(home, name)).mtimeMs).toBeGreaterThan(0);
    lock.release();
    expect(claims()).toEqual([]);
  });
});
