import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { GraphqlClient } from '../../../src/development/demo/graphql-client';
import { type Example, setUpExample } from '../example';
import { type Clone, clone, gone, processesOf, type Started } from '../new-user';
import { eventually, type Running, run } from '../server-process';

/** README's "Sending customers" as a reseller goes through it, on a server that has its set-up and no customers. */
let user: Clone;
let server: Started;
let example: Example;
let dataDir: string;
const running: Running[] = [];

const README = () => readFileSync(join(user.folder, 'README.md'), 'utf8');
/** The commands of the section, on the port that we have. */
function commands(): string[] {
  const [, block = ''] = /### Sending customers[\s\S]*?```sh\n([\s\S]*?)```/.exec(README()) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('http://127.0.0.1:4001/graphql', server.url));
}

function command(of: RegExp): string {
  const [found, another] = commands().filter((line) => of.test(line));
  if (found === undefined || another !== undefined) throw new Error(`README has not one command for ${of}`);
  return found;
}

function type(line: string): Running {
  const typed = run(['sh', '-c', line], {
    cwd: user.folder,
    env: { HOME: join(user.folder, '..', 'home'), PORT: new URL(server.url).port },
  });
  running.push(typed);
  return typed;
}

async function typed(line: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const one = type(line);
  const { code } = await one.exit;
  return { code, stdout: one.stdout(), stderr: one.stderr() };
}

const linesOf = (name: string) => readFileSync(join(user.folder, name), 'utf8').trim().split('\n');

async function inDatabase(): Promise<{ accounts: number; subscriptions: number }> {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim();
  const port = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'reseller_accounts' });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM accounts WHERE source_account_id IS NOT NULL) AS accounts,
         (SELECT count(*)::int FROM subscriptions) AS subscriptions`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  user = clone();
  dataDir = join(user.folder, '.data');
  server = await user.start({ PORT: '0', DEMO_DATA: 'none' });
  example = await setUpExample(server.url, dataDir);
}, 240_000);
afterAll(async () => {
  for (const one of running) if (!one.hasEnded()) one.signalGroup('SIGKILL');
  const pids = processesOf(dataDir);
  server.signalGroup('SIGTERM');
  await server.exit;
  await gone(pids);
  user.remove();
}, 60_000);

test('the token: written into a file', async () => {
  expect(await typed(command(/ token /))).toMatchObject({ code: 0, stderr: '' });
  expect(linesOf('sync.token')).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)]);
});

test('the check: all is well, after it has installed and built itself', async () => {
  const { code, stdout } = await typed(command(/ check /));
  expect(stdout).toContain('the sync of Northwind Europe, billed in EUR');
  expect(stdout).not.toContain('WRONG');
  expect(code).toBe(0);
}, 240_000);

test.each([
  ['a token of a person', () => example.administrator, /token kind .*\n.*→ .*sync service/],
  [
    'a token that expires soon',
    () => example.issuer.tokenForSync({ tenantResellerId: example.europe.id, expiresIn: 60 }),
    /token expiry .*\n.*→ Get a new one/,
  ],
  ['no token at all', () => 'nothing', /it is no JWT\n.*→ /],
])('the check of %s: what is wrong and what to do, exit code 3', async (_what, token, said) => {
  writeFileSync(join(user.folder, 'other.token'), await token());
  const { code, stdout } = await typed(command(/ check /).replace('sync.token', 'other.token'));
  expect(stdout).toMatch(said);
  expect(code).toBe(3);
});

test('the check of a server that is not there: said at once, exit code 3', async () => {
  const { code, stdout } = await typed(command(/ check /).replace(server.url, 'http://127.0.0.1:9/graphql'));
  expect(stdout).toMatch(/WRONG server .*UNREACHABLE/);
  expect(code).toBe(3);
});

test('the file: 52 customers and three wrong lines, one more of which is no JSON', async () => {
  expect(await typed(command(/items\.mjs/))).toMatchObject({ code: 0 });
  const lines = linesOf('customers.ndjson');
  expect(lines).toHaveLength(55);
  lines.splice(7, 0, '{"customer": {"sourceAccountId"');
  writeFileSync(join(user.folder, 'customers.ndjson'), `${lines.join('\n')}\n`);
});

test('the dry run: says what would be, exit code 1, and nothing is here', async () => {
  const { code, stdout } = await typed(command(/--dry-run/));
  expect(stdout).toContain('56 of 56 lines settled: 52 created, 4 refused (nothing was changed)');
  expect(code).toBe(1);
  expect(await inDatabase()).toEqual({ accounts: 0, subscriptions: 0 });
}, 60_000);

test('kill -9 amid the load, and the same call again: nothing is lost, and each wrong line is told once', async () => {
  const call = command(/--resume/);
  const position = join(user.folder, 'customers.position');
  const settled = () =>
    existsSync(position) ? (JSON.parse(readFileSync(position, 'utf8')) as { lines: number }).lines : 0;
  const slow = type(`${call} --rate 8`);
  await eventually('some are settled', 60_000, () => settled() >= 8);
  slow.signalGroup('SIGKILL');
  await slow.exit;
  const before = settled();
  expect(before).toBeLessThan(50);

  const { code, stdout, stderr } = await typed(call);
  expect(stdout).toMatch(/^56 of 56 lines settled: /);
  expect(stdout).toContain('4 refused: they are in wrong.ndjson');
  expect([code, stderr]).toEqual([1, expect.not.stringContaining('    at ')]);
  const wrong = linesOf('wrong.ndjson').map((line) => JSON.parse(line));
  expect(wrong.map(({ line, errors }) => [line, errors[0].code])).toEqual([
    [8, 'INVALID_ITEM'],
    [54, 'SERVICE_NOT_OFFERED'],
    [55, 'INVALID_INPUT'],
    [56, 'SUBSCRIPTION_CONFLICT'],
  ]);
  expect(await inDatabase()).toEqual({ accounts: 52, subscriptions: 1301 });
}, 120_000);

test('again: it is done, and sends nothing', async () => {
  const { code, stdout } = await typed(command(/--resume/));
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^56 of 56 lines settled: /)]);
  expect(linesOf('wrong.ndjson')).toHaveLength(4);
});

test('a file that changed since is another run: exit code 2, and nothing is sent', async () => {
  const lines = linesOf('customers.ndjson');
  writeFileSync(join(user.folder, 'changed.ndjson'), `${lines.slice(1).join('\n')}\n`);
  const { code, stderr } = await typed(command(/--resume/).replace('customers.ndjson', 'changed.ndjson'));
  expect(stderr).toContain('the input file changed since');
  expect(code).toBe(2);
});

test('the inbox: what the reseller is shown, and the administrator', async () => {
  const { code, stdout } = await typed(command(/ problems /));
  expect(code).toBe(0);
  const shown = ['ALFKI', 'BLONP / tea-to-go', 'VINET / 10248-42'];
  expect(stdout.trim().split('\n')).toHaveLength(3);
  for (const whose of shown) expect(stdout).toContain(whose);
  const { tenantReseller } = await new GraphqlClient(server.url, example.administrator).send<{
    tenantReseller: { syncProblems: { edges: { node: { sourceAccountId: string; count: number } }[] } };
  }>(
    'query Inbox($id: ID!) { tenantReseller(id: $id) { syncProblems { edges { node { sourceAccountId count } } } } }',
    {
      id: example.europe.id,
    },
  );
  expect(tenantReseller.syncProblems.edges.map(({ node }) => node.sourceAccountId).sort()).toEqual([
    'ALFKI',
    'BLONP',
    'VINET',
  ]);
});

test('the repair: the service is offered, the lines are mended and sent; the inbox is empty', async () => {
  await new GraphqlClient(server.url, example.administrator).mutate(
    'mutation Offer($input: SaveServiceInput!) { saveService(input: $input) { userErrors { code message } } }',
    { sku: 'NW-999', name: 'Tea to go', prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '9.00' }] },
  );
  const items = linesOf('wrong.ndjson').flatMap((line) => JSON.parse(line).item ?? []);
  for (const { customer, paidSubscriptions = [] } of items) {
    if (customer.name === ' ') customer.name = 'Alfreds Futterkiste';
    for (const one of paidSubscriptions) if (one.sourceSubscriptionId === '10248-42') one.quantity = 10;
  }
  writeFileSync(join(user.folder, 'mended.ndjson'), items.map((item) => JSON.stringify(item)).join('\n'));
  const call = command(/--resume/)
    .replace('customers.ndjson', 'mended.ndjson')
    .replace(/ --resume .*/, '');
  expect(await typed(call)).toMatchObject({ code: 0, stdout: expect.stringContaining('3 of 3 lines settled') });
  expect(await typed(command(/ problems /))).toMatchObject({ code: 0, stdout: 'No open problems.\n' });
}, 60_000);

test.each(['', 'sync', 'problems', 'check'])('%s --help has examples', async (name) => {
  const { code, stdout } = await typed(`npm run -s sync -- ${name} --help`);
  expect([code, stdout]).toEqual([0, expect.stringContaining('Examples:\n  reseller-accounts-sync ')]);
});

test.each([
  ['sync', 2],
  ['sync none.ndjson --url http://127.0.0.1:9/graphql --token-file sync.token', 2],
  ['sync - --resume x --url http://127.0.0.1:9/graphql --token-file sync.token', 2],
  ['check --url ftp://x --token-file sync.token', 2],
  ['check --url http://127.0.0.1:9/graphql --token-file none.token', 2],
])('a wrong call, %s, exits with %i and without a stack', async (call, expected) => {
  const { code, stderr } = await typed(`npm run -s sync -- ${call}`);
  expect([code, stderr]).toEqual([expected, expect.not.stringContaining('    at ')]);
});
