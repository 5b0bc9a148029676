import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../../src/config/package-root';
import { migrate } from '../../../src/persistence/set-up/migrate';
import { type Example, setUpExample } from '../example';
import { statusOf } from '../http-client';
import { Load } from '../load';
import { eventually, run, type Server, startServer } from '../server-process';
import { createPrivateDatabase, PASSWORD, type PrivateDatabase } from './private-database';

/** "Migrate, then roll": the newest release runs under load while this build migrates its database and takes over. */

interface Release {
  readonly version: string;
  readonly commit: string;
}

const release = newestRelease();

let database: PrivateDatabase;
let dataDir: string;
let worktree: string;
let old: Server;
let next: Server | null = null;
let example: Example;
/** Those that send go on until they are told, whatever a test has found. */
const loads: Load[] = [];

beforeAll(async () => {
  if (!release) return;
  worktree = buildOf(release);
  dataDir = mkdtempSync(join(tmpdir(), 'upgrade-'));
  database = await createPrivateDatabase();
  const env = { MIGRATION_DATABASE_URL: database.ownerUrl, PORTAL_PASSWORD: PASSWORD, SYNC_PASSWORD: PASSWORD };
  const setUp = run([process.execPath, join(worktree, 'dist', 'src', 'cli', 'main.js'), 'db:setup'], {
    cwd: dataDir,
    env,
  });
  expect(await setUp.exit).toMatchObject({ code: 0 });
  old = await startServer(dataDir, database, { root: worktree });
  example = await setUpExample(old.url, dataDir);
}, 300_000);
afterAll(async () => {
  if (!release) return;
  await Promise.all(loads.map((load) => load.stop()));
  for (const server of [old, next]) {
    server?.signal('SIGKILL');
    await server?.exit;
  }
  await database.remove();
  git('worktree', 'remove', '--force', worktree);
  rmSync(dataDir, { recursive: true, force: true });
});

(release ? test : test.skip)(
  'the release and this build serve one database, and no request is refused while it is migrated and rolled',
  async () => {
    const oldLoad = new Load(old.url, example);
    loads.push(oldLoad);
    await oldLoad.start();
    await sleep(1_000);
    const ran = await migrate(database.ownerUrl);
    const polled: (number | null)[] = [];
    for (let poll = 0; poll < 5; poll += 1) {
      await sleep(1_100);
      polled.push(await statusOf(old.url, '/readyz'));
    }
    next = await startServer(dataDir, database);
    const newLoad = new Load(next.url, example);
    loads.push(newLoad);
    await newLoad.start();
    await sleep(3_000);
    polled.push(await statusOf(old.url, '/readyz'), await statusOf(next.url, '/readyz'));
    // It may be started anew while both run, as after a crash.
    await oldLoad.stop();
    old.signal('SIGTERM');
    expect(await old.exit).toEqual({ code: 0, signal: null });
    old = await startServer(
      dataDir,
      { ...database, ownerUrl: '' },
      { root: worktree, env: { MIGRATION_DATABASE_URL: '' } },
    );
    await eventually('the release is ready again', 10_000, async () => (await statusOf(old.url, '/readyz')) === 200);
    await newLoad.stop();

    console.info(
      `${release?.version} and this build: ${ran.length} migrations, ${oldLoad.verdicts.length} and ${newLoad.verdicts.length} requests`,
    );
    expect(polled).toEqual(polled.map(() => 200));
    const refused = [...oldLoad.verdicts, ...newLoad.verdicts].filter(({ verdict }) => verdict !== 'ok');
    expect(refused).toEqual([]);
    expect(oldLoad.verdicts.length).toBeGreaterThan(50);
  },
  180_000,
);

function newestRelease(): Release | null {
  const path = join(packageRoot(), 'schema', 'release.json');
  const found: Release | null = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  if (found === null) process.stdout.write('left out, there is no release yet: the rolling upgrade\n');
  return found;
}

/** The release in a worktree of its own, built with the packages that are here. */
function buildOf({ commit }: Release): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'release-')), 'reseller-accounts');
  git('worktree', 'add', '--detach', folder, commit);
  const lock = (root: string) => readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (lock(folder) === lock(packageRoot()))
    symlinkSync(join(packageRoot(), 'node_modules'), join(folder, 'node_modules'));
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  execFileSync('npm', ['run', '-s', 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: packageRoot(), stdio: ['ignore', 'ignore', 'inherit'] });
}
