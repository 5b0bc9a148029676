import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { post, statusOf } from './http-client';
import { gone, processesOf, type Started, untilReady } from './new-user';
import { eventually, type Running, run } from './server-process';

/** Installing the gateway, the first time, included. */
const PATIENCE_MS = 240_000;
const FREE = { PORT: '0', GATEWAY_PORT: '0', CORE_PORT: '0' };
const README = readFileSync(join(packageRoot(), 'README.md'), 'utf8');
const [, SECTION = ''] = /^### In a supergraph$([\s\S]*?)^## /m.exec(README) ?? [];

interface Supergraph extends Running {
  readonly url: string;
  readonly coreUrl: string;
}

let dataDir: string;
let server: Started | undefined;
let supergraph: Supergraph | undefined;
const running: Running[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'supergraph-'));
  // The user that PostgreSQL runs as must reach it.
  chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  for (const one of running) {
    one.signalGroup('SIGTERM');
    await one.exit;
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

// One journey: each step goes on where the one before it ended.
describe('a new user follows the README behind a gateway', () => {
  test('without a server: told in one line to start it, exit code 1', async () => {
    const { code, stderr } = await shell('npm run -s supergraph');
    expect(code).toBe(1);
    expect(stderr).toContain('npm start');
    expect(stderr).not.toContain('    at ');
  }, 300_000);

  test('starts the server, then the supergraph', async () => {
    server = await untilReady(() => npm('start'));
    supergraph = await startSupergraph();
    expect(supergraph.stdout()).toContain('core-accounts');
    expect(supergraph.stdout()).toContain('7 accounts');
  }, 300_000);

  test('sends the query of the README, and gets the answer that stands there', async () => {
    const [, call = ''] = /token of\s+`([^`]+)`/.exec(SECTION) ?? [];
    const [, query = ''] = /```graphql\n([\s\S]+?)```/.exec(SECTION) ?? [];
    const [, answer = ''] = /```json\n([\s\S]+?)```/.exec(SECTION) ?? [];
    expect([call, query, answer]).not.toContain('');
    expect(await ask(call, query)).toEqual(JSON.parse(answer));
  });

  test('is refused what the reseller keeps, with the reason, and may do what is allowed', async () => {
    const { data } = await ask(
      'administrator',
      '{ accounts(first: 1, filter: { search: "futter" }) { edges { node { id } } } }',
    );
    const id = data.accounts.edges[0].node.id;
    const selection = '{ account { industry } userErrors { code reasons field } }';
    const answer = await ask(
      'administrator',
      `mutation {
        suspendAccount(input: { accountId: "${id}" }) ${selection}
        updateAccount(input: { accountId: "${id}", email: "new@futter.example" }) ${selection}
        addContact(input: { accountId: "${id}", lastName: "Anders" }) ${selection}
      }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      suspendAccount: {
        account: null,
        userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'], field: null }],
      },
      updateAccount: { account: null, userErrors: [{ code: 'FIELD_LOCKED', reasons: [], field: 'EMAIL' }] },
      addContact: { account: { industry: 'Pet food' }, userErrors: [] },
    });
  });

  test('opens it in a browser: GraphiQL, which asks no other host for anything', async () => {
    const response = await fetch(started().url, { headers: { accept: 'text/html' } });
    const page = await response.text();
    expect(page).toContain('GraphiQL');
    expect(page).not.toMatch(/<(script|link|img)\b[^>]*(src|href)="?(https?:)?\/\//);
  });

  test('starts it a second time: the port is taken, one line, exit code 1', async () => {
    const port = new URL(started().url).port;
    const { code, stderr } = await shell(`GATEWAY_PORT=${port} npm run -s supergraph`);
    expect(code).toBe(1);
    expect(stderr).toContain(port);
    expect(stderr).not.toContain('    at ');
  }, 60_000);

  test("stops the server: the core's fields are still there, and it is told who is missing", async () => {
    const [pids, program] = [processesOf(dataDir), server];
    program?.signalGroup('SIGINT');
    await program?.exit;
    await gone(pids);
    const url = started().url;
    const answer = await post(url, 'any', '{ coreAccounts(first: 1) { name industry allowedActions } }');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: { coreAccounts: [{ name: 'Aalborg Havnekaffe', industry: 'Coffee roasting', allowedActions: null }] },
        errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'reseller-accounts' } }],
      },
    });
  }, 60_000);

  test.each<[string, (one: Running) => void]>([
    ['Ctrl-C', (one) => one.signalGroup('SIGINT')],
    ['SIGTERM to npm alone, as a supervisor does', (one) => one.signal('SIGTERM')],
  ])(
    'stops the supergraph with %s: nothing that it started is left',
    async (_how, send) => {
      if (supergraph?.hasEnded()) {
        server = await untilReady(() => npm('start'));
        supergraph = await startSupergraph();
      }
      const { url, coreUrl, exit } = started();
      expect(await statusOf(coreUrl, '/livez')).not.toBeNull();
      send(started());
      const { code, signal } = await exit;
      expect(code === 0 || signal !== null).toBe(true);
      for (const gone of [url, coreUrl])
        await eventually(`${gone} is free`, 5_000, async () => (await statusOf(gone, '/livez')) === null);
      expect(started().stderr()).not.toContain('    at ');
    },
    120_000,
  );
});

test('a port that is none is told by name, exit code 1', async () => {
  const { code, stderr } = await shell('CORE_PORT=somewhere npm run -s supergraph');
  expect(code).toBe(1);
  expect(stderr).toContain('CORE_PORT');
});

function started(): Supergraph {
  if (!supergraph) throw new Error('The supergraph was not started');
  return supergraph;
}

/** `npm run supergraph` until it says that it is ready. */
async function startSupergraph(): Promise<Supergraph> {
  const program = npm('run', 'supergraph');
  const [, url = '', coreUrl = ''] = await eventually('the supergraph is ready', PATIENCE_MS, () => {
    if (program.hasEnded()) throw new Error(`It ended at once.\n${program.stdout()}\n${program.stderr()}`);
    return /is ready: (\S+)[\s\S]*core-accounts +(\S+)[\s\S]*Ctrl-C/.exec(program.stdout());
  });
  return { ...program, url, coreUrl };
}

async function ask(tokenOf: string, query: string) {
  const { stdout } = await shell(`npm run -s token -- ${tokenOf}`);
  const answer = await post(started().url, stdout.trim(), query);
  if (answer.kind !== 'answered') throw new Error(answer.code);
  return answer.body;
}

function npm(...args: string[]): Running {
  return track(run(['npm', ...args], { cwd: packageRoot(), env: { ...FREE, DATA_DIR: dataDir } }));
}

async function shell(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const typed = track(run(['sh', '-c', command], { cwd: packageRoot(), env: { ...FREE, DATA_DIR: dataDir } }));
  const { code } = await typed.exit;
  return { code, stdout: typed.stdout(), stderr: typed.stderr() };
}

function track<R extends Running>(one: R): R {
  running.push(one);
  return one;
}
