import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAuditExportProgram } from '../../src/cli/audit-export-program';
import { localKeysFolder, openLocalIssuer } from '../../src/development/local-issuer/local-issuer';
import { createTokenVerifier } from '../../src/identity/token-verifier';
import { writeServerFile } from '../../src/server/server-file';
import { runProgram } from './run-program';

const ENTRIES = Array.from({ length: 5 }, (_, index) => ({
  ...{ id: `e-${index}`, at: `2026-11-0${index + 1}T00:00:00.000Z`, record: 'accounts', operation: 'UPDATE' },
  before: { name: 'Old' },
  after: { name: 'New, with a line\nbreak' },
}));

let dataDir: string;
let server: Server;
let url: string;
let asked: { caller: string; variables: Record<string, unknown> }[];

/** A server that tells two entries a page, to an administrator only. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
  const verifier = await createTokenVerifier((await openLocalIssuer(localKeysFolder(dataDir))).issuers());
  server = createServer(async (request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const caller = await verifier.verify(token).catch(() => ({ kind: 'NOBODY' }));
    const { variables } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    asked.push({ caller: caller.kind, variables });
    if (request.url !== '/graphql') return response.writeHead(405).end();
    response.setHeader('content-type', 'application/json');
    if (caller.kind === 'NOBODY') return response.end(JSON.stringify({ errors: [{ message: 'A bad token' }] }));
    const from = Number(variables.after ?? 0);
    const edges = ENTRIES.slice(from, from + 2).map((node) => ({ node }));
    const pageInfo = { hasNextPage: from + 2 < ENTRIES.length, endCursor: String(from + 2) };
    const auditEntries = caller.kind === 'ADMINISTRATOR' ? { edges, pageInfo } : null;
    return response.end(JSON.stringify({ data: { auditEntries } }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => {
  server.close();
  rmSync(dataDir, { recursive: true });
});
beforeEach(async () => {
  asked = [];
  await writeServerFile(dataDir, { url, pid: 1 });
});

async function run(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const ended = await runProgram(runAuditExportProgram, argv, { DATA_DIR: dataDir, ...env });
  return { ...ended, entries: ended.stdout.split('\n').filter(Boolean) };
}

test('prints every entry of every page, one JSON object a line, and says how many', async () => {
  const { code, entries, stderr } = await run([]);
  expect({ code, entries: entries.map((line) => JSON.parse(line)) }).toEqual({ code: 0, entries: ENTRIES });
  expect(stderr).toMatch(/^5 entries before /);
  expect(asked.map(({ caller }) => caller)).toEqual(['ADMINISTRATOR', 'ADMINISTRATOR', 'ADMINISTRATOR']);
});

test('asks for what is named; the end is a minute ago when none is', async () => {
  await run(['--since', '2026-11-01T00:00:00Z', '--until', '2026-11-02T00:00:00Z']);
  expect(asked[0]?.variables).toMatchObject({ since: '2026-11-01T00:00:00Z', until: '2026-11-02T00:00:00Z' });
  asked = [];
  await run([]);
  const until = Date.parse(String(asked[0]?.variables.until));
  expect(Date.now() - until).toBeGreaterThanOrEqual(60_000);
  expect(Date.now() - until).toBeLessThan(120_000);
  expect(asked[0]?.variables.since).toBeNull();
});

test('takes a token of somebody else’s issuer from the option or the environment, and says when it is not enough', async () => {
  const issuer = await openLocalIssuer(localKeysFolder(dataDir));
  const administrator = await issuer.tokenForPerson({ userId: 'olga', groups: [], administrator: true });
  const user = await issuer.tokenForPerson({ userId: 'anna', groups: [], administrator: false });
  expect((await run(['--token', administrator])).entries).toHaveLength(5);
  expect((await run([], { AUDIT_TOKEN: administrator })).entries).toHaveLength(5);
  expect(await run(['--token', user])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('administrators'),
  });
  expect(await run(['--token', 'x.y.z'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('A bad token'),
  });
});

test('without a server it says to start one; with --url it needs none of its own', async () => {
  rmSync(join(dataDir, 'server.json'));
  expect(await run([])).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm start') });
  expect((await run(['--url', url])).entries).toHaveLength(5);
  expect(await run(['--url', 'http://127.0.0.1:9/graphql'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('does not answer'),
  });
});

test('--url takes the server’s address as it takes that of its GraphQL', async () => {
  expect(await run(['--url', new URL('/', url).href])).toMatchObject({ code: 0, entries: { length: 5 } });
  expect(await run(['--url', new URL('/elsewhere', url).href])).toMatchObject({ code: 1, entries: [] });
  const { code, stderr } = await run(['--url', 'accounts']);
  expect([code, stderr]).toEqual([1, 'accounts is no URL: give one like http://127.0.0.1:4001\n']);
});

test('a wrong call says so and exits with 2', async () => {
  expect(await run(['--from', 'yesterday'])).toMatchObject({ code: 2, stderr: expect.stringContaining("'--from'") });
});
