import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server as PortHolder } from 'node:net';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { EXAMPLES, MANAGED_ACCOUNT } from '../../src/server/graphiql/graphiql-examples';
import { post, statusOf } from './http-client';
import {
  type Clone,
  canBeOrdinary,
  clone,
  countsIn,
  gone,
  postmasterOf,
  processesOf,
  removePrivateFolder,
  type Started,
  weAreRoot,
} from './new-user';
import { eventually, type Running, run } from './server-process';

const WHOLE = { accounts: 89, subscriptions: 2160, resellers: 3 };
/** The promise is 3 seconds on a quiet machine, where a cold start takes 11: a machine that is slower is so with both. */
const WARM_MS = 6_000;
const OF_COLD = 0.5;
const FREE = { PORT: '0' };

let user: Clone;
let dataDir: string;
let started: Started | undefined;
let coldMs = 0;
const running: Running[] = [];

beforeAll(() => {
  user = clone();
  dataDir = join(user.folder, '.data');
}, 60_000);
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.signalGroup('SIGKILL');
    await one.exit;
  }
});
afterAll(async () => {
  started?.signalGroup('SIGTERM');
  await started?.exit;
  user.remove();
});

describe('a new user', () => {
  test('starts it for the first time: the example is loaded, and what to try first is said', async () => {
    started = await user.start(FREE);
    const said = started.stdout();
    coldMs = started.milliseconds;
    console.info(
      `cold: ready after ${started.milliseconds} ms, of which the program took ${started.ownMilliseconds} ms`,
    );
    expect(said).toContain('Loading the Northwind example: 2155 of 2155');
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/graphql/);
    expect(said).toContain('Try first');
    expect(said).toContain('npm run -s token -- administrator');
    expect(await countsIn(dataDir)).toEqual(WHOLE);
    expect(await statusOf(started.url, '/readyz')).toBe(200);
  }, 180_000);

  test.each([
    ['administrator', { administrator: true }],
    ['distributor --user anna --group billing', { administrator: false, sub: 'anna', groups: ['billing'] }],
    ['sync --reseller "Northwind Europe"', { tenant_reseller_id: expect.stringMatching(/^[0-9a-f-]{36}$/) }],
  ])('gets one token and nothing else on stdout from: npm run -s token -- %s', async (call, claims) => {
    const { code, stdout } = await shell(`npm run -s token -- ${call}`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(stdout.trim())).toMatchObject(claims);
  });

  test('is told what a wrong call for a token lacks, and that exits with 2', async () => {
    const { code, stdout, stderr } = await shell('npm run -s token -- distributor');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--user');
  });

  test('tries the queries that GraphiQL has ready, and each has an answer', async () => {
    const { stdout } = await shell('npm run -s token -- administrator');
    let account = '';
    for (const { query, variables } of EXAMPLES) {
      // As the page does, which asks for an account when the operation is run.
      const filledIn = JSON.parse(variables.replace(MANAGED_ACCOUNT, account) || '{}');
      const answer = await post(started?.url ?? '', stdout.trim(), query, filledIn);
      expect(answer).toMatchObject({ status: 200, body: { data: expect.anything() } });
      if (answer.kind !== 'answered') continue;
      expect(answer.body.errors).toBeUndefined();
      expect(Object.values(answer.body.data)).not.toContain(null);
      account = answer.body.data.accounts?.edges[0].node.id ?? account;
    }
    expect(account).not.toBe('');
  });

  test('tries the first query of the README, and gets the answer that stands there', async () => {
    const readme = readFileSync(join(user.folder, 'README.md'), 'utf8');
    const [, call = ''] = /token of `([^`]+)`[\s\S]*?```graphql/.exec(readme) ?? [];
    const [, query = ''] = /```graphql\n([\s\S]+?)```/.exec(readme) ?? [];
    const [, answer = ''] = /```json\n([\s\S]+?)```/.exec(readme) ?? [];
    expect([call, query, answer]).not.toContain('');
    const { stdout } = await shell(`npm run -s token -- ${call}`);
    const given = await post(started?.url ?? '', stdout.trim(), query);
    expect(given.kind === 'answered' && withoutIds(given.body)).toEqual(withoutIds(JSON.parse(answer)));
  });

  test('starts it a second time on the same data: told in one line who has them, exit code 1', async () => {
    const second = track(user.npm(['start'], FREE));
    expect((await second.exit).code).toBe(1);
    expect(second.stderr()).toMatch(/Process \d+ already uses the database/);
    expect(second.stderr()).not.toContain('    at ');
  });

  test('stops it with Ctrl-C: the server in order, its Postgres too, and no process is left', async () => {
    await stopWith('SIGINT', (one) => one.signalGroup('SIGINT'));
  });

  test(`starts it again: ready in seconds, and nothing is loaded twice`, async () => {
    started = await user.start(FREE);
    const { milliseconds, ownMilliseconds } = started;
    console.info(`warm: ready after ${milliseconds} ms, of which the program took ${ownMilliseconds} ms`);
    expect(started.stdout()).not.toContain('Loading');
    expect(milliseconds).toBeLessThan(Math.max(WARM_MS, coldMs * OF_COLD));
    expect(await countsIn(dataDir)).toEqual(WHOLE);
  });

  test.each<[string, (one: Running) => void]>([
    ['npm and all below it', (one) => one.signalGroup('SIGTERM')],
    ['npm alone, as a supervisor does', (one) => one.signal('SIGTERM')],
  ])('stops it with SIGTERM to %s', async (_whom, send) => {
    started ??= await user.start(FREE);
    await stopWith('SIGTERM', send);
  });

  test('starts it on a port that somebody has: one clear line, exit code 1, and nothing goes on running', async () => {
    const [holder, port] = await holdPort();
    const second = track(user.npm(['start'], { PORT: String(port) }));
    const { code } = await second.exit;
    holder.close();
    expect(code).toBe(1);
    expect(second.stderr()).toContain(String(port));
    expect(second.stderr()).not.toContain('    at ');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('configures it wrongly: every fault is told at once, exit code 1', async () => {
    const env = { PORT: 'x', LOG_LEVEL: 'loud', DEMO_DATA: 'some', INTROSPECTION: 'no', SYNC_DATABASE_URL: 'here' };
    const second = track(user.npm(['start'], env));
    expect((await second.exit).code).toBe(1);
    for (const name of Object.keys(env)) expect(second.stderr()).toContain(name);
    expect(second.stderr()).not.toContain('    at ');
  });
});

test.each([['the server alone'], ['npm and all below it']])(
  'kill -9 of %s amid the loading: the next start completes it',
  async (whom) => {
    const own = join(user.folder, `killed ${whom}`);
    const first = track(user.npm(['start'], { ...FREE, DATA_DIR: own }));
    await eventually('a quarter is loaded', 60_000, () => first.stdout().includes(' of 2155'));
    const pids = processesOf(own);
    if (whom === 'the server alone') process.kill(pids[0] ?? 0, 'SIGKILL');
    else first.signalGroup('SIGKILL');
    await first.exit;
    expect(first.stdout()).not.toContain('is ready');

    const next = track(await user.start({ ...FREE, DATA_DIR: own }));
    expect(next.stdout()).toContain('2155 of 2155');
    expect(await countsIn(own)).toEqual(WHOLE);
    pids.push(...processesOf(own));
    next.signalGroup('SIGTERM');
    await next.exit;
    await gone(pids);
  },
  120_000,
);

test.each([
  ['before it listens', (own: string) => existsSync(join(own, 'postgres', 'postmaster.pid'))],
  ['amid the loading', (_own: string, said: string) => said.includes('Loading')],
])(
  'Ctrl-C %s: it ends at once and quietly, its Postgres too; the next start is whole',
  async (when, isThen) => {
    const own = join(user.folder, `stopped ${when}`);
    const first = track(user.npm(['start'], { ...FREE, DATA_DIR: own }));
    await eventually(when, 60_000, () => isThen(own, first.stdout()));
    const postmaster = postmasterOf(own);
    first.signalGroup('SIGINT');
    await first.exit;
    await gone([first.pid, postmaster]);
    expect(first.stdout()).not.toContain('is ready');
    expect(first.stderr()).not.toContain('    at ');

    const next = track(await user.start({ ...FREE, DATA_DIR: own }));
    expect(await countsIn(own)).toEqual(WHOLE);
    const pids = processesOf(own);
    next.signalGroup('SIGTERM');
    await next.exit;
    await gone(pids);
  },
  120_000,
);

(canBeOrdinary ? test : test.skip)(
  'an ordinary user starts it, and all that it makes is theirs',
  async () => {
    const ordinary = clone({ ordinary: true });
    try {
      const program = await ordinary.start(FREE);
      track(program);
      const own = join(ordinary.folder, '.data');
      expect(await countsIn(own)).toEqual(WHOLE);
      for (const name of ['postgres', 'keys', 'server.json']) expect(statSync(join(own, name)).uid).toBe(1234);
      const pids = processesOf(own);
      program.signalGroup('SIGTERM');
      await program.exit;
      await gone(pids);
    } finally {
      ordinary.remove();
    }
  },
  180_000,
);

(weAreRoot ? test : test.skip)(
  'root starts it from a clone below a closed folder: told where the database is',
  async () => {
    const closed = clone({ closed: true });
    let home = '';
    try {
      for (const word of ['cannot reach', 'cannot reach']) {
        const program = await closed.start({ ...FREE, DEMO_DATA: 'none' });
        track(program);
        const note = new RegExp(`${word} .*: its database is in (/\\S+)\\.`).exec(program.stdout());
        home = note?.[1] ?? '';
        expect(note).not.toBeNull();
        expect(await statusOf(program.url, '/readyz')).toBe(200);
        const pids = processesOf(join(closed.folder, '.data'), home);
        program.signalGroup('SIGTERM');
        await program.exit;
        await gone(pids);
      }
    } finally {
      closed.remove();
      removePrivateFolder(home);
    }
  },
  120_000,
);

function track<R extends Running>(one: R): R {
  running.push(one);
  return one;
}

/** Runs a command as a person types it, to its end. */
async function shell(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const typed = track(run(['sh', '-c', command], { cwd: user.folder, env: { HOME: join(user.folder, '..', 'home') } }));
  const { code } = await typed.exit;
  return { code, stdout: typed.stdout(), stderr: typed.stderr() };
}

/** Only a server that ends in order takes its file away. */
async function stopWith(signal: NodeJS.Signals, send: (program: Running) => void): Promise<void> {
  if (!started) throw new Error('It does not run');
  const program = started;
  const pids = [program.pid, ...processesOf(dataDir)];
  send(program);
  const exit = await program.exit;
  await gone(pids);
  console.info(
    `${signal}: npm ended with ${JSON.stringify(exit)}${program.stderr() && `, saying ${program.stderr()}`}`,
  );
  expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
  expect(exit.code === 0 || exit.signal === signal).toBe(true);
  started = undefined;
}

function holdPort(): Promise<[PortHolder, number]> {
  const holder = createServer();
  return new Promise((resolve) => {
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address();
      resolve([holder, typeof address === 'object' && address !== null ? address.port : 0]);
    });
  });
}

/** Ids, times and tokens are others at each start. */
function withoutIds(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
  return JSON.parse(text);
}
