import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clone, canBeOrdinary, clone, gone, processesOf, untilReady } from './new-user';
import { eventually, type Running } from './server-process';

/** What DEVELOPMENT.md says that changes files, in a clone where it may. */
const FREE = { PORT: '0', DEMO_DATA: 'none' };
const clones: Clone[] = [];
const running: Running[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) {
    one.signalGroup('SIGKILL');
    await one.exit;
  }
  for (const one of clones.splice(0)) one.remove();
});

function developer(options?: Parameters<typeof clone>[0]): Clone {
  const made = clone(options);
  clones.push(made);
  return made;
}

const developers = [
  ['by whoever runs the tests', false, test],
  ['by an ordinary user', true, canBeOrdinary ? test : test.skip],
] as const;

for (const [who, ordinary, perhaps] of developers) {
  perhaps(
    `npm run dev, ${who}, starts anew when code or schema change, goes on when code is wrong, and leaves nothing when it ends`,
    async () => {
      const { folder, npm } = developer({ ordinary });
      const server = await untilReady(() => npm(['run', '-s', 'dev'], FREE));
      running.push(server);
      const readyTimes = (times: number) =>
        eventually(`it is ready ${times} times\n${server.stdout()}`, 60_000, () => {
          return (server.stdout().match(/is ready after/g)?.length ?? 0) >= times;
        });
      const comment = 'said by a test';
      appendFileSync(join(folder, 'schema', 'account.graphql'), `\n# ${comment}\n`);
      await readyTimes(2);
      const logger = join(folder, 'src', 'server', 'logger.ts');
      const good = readFileSync(logger, 'utf8');
      const last = processesOf(join(folder, '.data'));
      writeFileSync(logger, `${good}\nexport const wrong: number = '${comment}';\n`);
      await eventually(`the fault is said\n${server.stdout()}`, 60_000, () => server.stdout().includes('TS2322'));
      expect(processesOf(join(folder, '.data'))).toEqual(last);
      writeFileSync(logger, `${good}\n// ${comment}\n`);
      await readyTimes(3);
      const pids = processesOf(join(folder, '.data'));
      server.signalGroup('SIGINT');
      await server.exit;
      await gone(pids);
    },
  );
}

test('npm run db:manifest writes down what the migrations make, and that is what is here', async () => {
  const { folder, npm } = developer();
  const manifest = join(folder, 'src/persistence/integrity/database-guards-manifest.ts');
  const before = readFileSync(manifest, 'utf8');
  const { code } = await npm(['run', '-s', 'db:manifest']).exit;
  expect(code).toBe(0);
  expect(readFileSync(manifest, 'utf8')).toBe(before);
});

test('npm run schema:release keeps schema, commit and migrations, of what is committed and of a version that is new', async () => {
  const { folder, npm } = developer();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const releasing = async () => {
    const program = npm(['run', '-s', 'schema:release']);
    return { ...(await program.exit), said: program.stderr() };
  };
  // A version that was not released yet, whatever has been.
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": "[^"]*"/, '"version": "99.0.0"'));
  git('init', '--quiet');
  git('add', '--all', '--', 'src', 'migrations', 'schema', 'package.json', 'package-lock.json');
  git('commit', '--quiet', '--message', 'a state');
  appendFileSync(join(folder, 'src', 'main.ts'), '\n// not committed\n');
  expect(await releasing()).toMatchObject({ code: 1, said: expect.stringContaining('Commit first') });
  git('checkout', '--', 'src');
  appendFileSync(join(folder, 'schema', 'account.graphql'), '\n"What it is."\nenum NewInThisRelease { ONE }\n');
  expect(await releasing()).toMatchObject({ code: 0 });
  const released = readFileSync(join(folder, 'schema', 'released.graphql'), 'utf8');
  expect(released).toContain('enum NewInThisRelease {\n  ONE\n}');
  expect(released).not.toContain('What it is.');
  const { version, commit, migrations } = JSON.parse(readFileSync(join(folder, 'schema', 'release.json'), 'utf8'));
  expect([version, commit]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/), git('rev-parse', 'HEAD').trim()]);
  expect(Object.keys(migrations)).toEqual(readdirSync(join(folder, 'migrations')).sort());
  expect(await releasing()).toMatchObject({ code: 1, said: expect.stringContaining('is released already') });
}, 60_000);
