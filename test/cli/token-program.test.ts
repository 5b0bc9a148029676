import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { runTokenProgram } from '../../src/cli/token-program';
import { localKeysFolder, openLocalIssuer } from '../../src/development/local-issuer/local-issuer';
import { createTokenVerifier } from '../../src/identity/token-verifier';
import { writeServerFile } from '../../src/server/server-file';
import { runProgram } from './run-program';

const EUROPE = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';
const AMERICA = '7d1b0a52-8f0e-4c39-9d0a-5a1f6a2c9e22';
const TWIN_A = '11111111-8f0e-4c39-9d0a-5a1f6a2c9e22';
const TWIN_B = '22222222-8f0e-4c39-9d0a-5a1f6a2c9e22';

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'token-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

function run(...argv: string[]) {
  return runWith({}, ...argv);
}

async function runWith(
  env: NodeJS.ProcessEnv,
  ...argv: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return runProgram(runTokenProgram, argv, { DATA_DIR: dataDir, ...env });
}

/** The caller whom the printed token makes, when stdout holds a token and nothing else. */
async function callerOf({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) {
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const verifier = createTokenVerifier((await openLocalIssuer(localKeysFolder(dataDir))).issuers());
  return verifier.verify(stdout.trim());
}

describe('npm run token prints one good token and nothing else', () => {
  test('for an administrator', async () => {
    expect(await callerOf(await run('administrator'))).toMatchObject({
      kind: 'ADMINISTRATOR',
      id: 'admin',
      groups: [],
    });
    expect(await callerOf(await run('administrator', '--user', 'olga'))).toMatchObject({ id: 'olga' });
  });

  test('for a user of the distributor, with every group named', async () => {
    const printed = await run('distributor', '--user', 'anna', '--group', 'billing', '--group', 'sales');
    expect(await callerOf(printed)).toMatchObject({
      kind: 'DISTRIBUTOR_USER',
      id: 'anna',
      groups: ['billing', 'sales'],
    });
  });

  test("for a reseller's sync by the reseller's id, without a server", async () => {
    expect(await callerOf(await run('sync', '--reseller', EUROPE))).toMatchObject({
      kind: 'RESELLER_SYNC',
      tenantResellerId: EUROPE,
    });
  });

  test('that is good for as long as asked', async () => {
    const { iat = 0, exp = 0 } = decodeJwt((await run('administrator', '--expires-in', '90')).stdout.trim());
    expect(exp - iat).toBe(90);
  });

  test('whose keys lie in the data folder', async () => {
    await run('administrator');
    expect(readdirSync(localKeysFolder(dataDir))).toContain('people.jwk.json');
  });
});

describe('a wrong call says what is missing, gives an example and exits with 2', () => {
  test.each([
    [[], 'Usage', 'npm run -s token -- administrator'],
    [['president'], "unknown command 'president'", 'npm run -s token -- administrator'],
    [['distributor'], '--user <name>', 'distributor --user anna --group billing'],
    [['distributor', '--group', 'billing'], '--user <name>', 'distributor --user anna --group billing'],
    [['distributor', '--user', 'anna', '--group', ' '], 'must not be blank', 'distributor --user anna --group billing'],
    [['sync'], '--reseller <name or id>', 'sync --reseller "Northwind Europe"'],
    [['administrator', '--expires-in', 'soon'], 'whole number of seconds', 'administrator'],
    [['administrator', '--expires-in', '0'], 'whole number of seconds', 'administrator'],
    [['administrator', 'anna'], 'too many arguments', 'administrator'],
    [['administrator', '--group', 'billing'], "unknown option '--group'", 'administrator'],
  ])('%j', async (argv, missing, example) => {
    const { code, stdout, stderr } = await run(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(missing);
    expect(stderr).toContain(example);
  });
});

test('help that was asked for is no failure', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('Examples:');
});

test('a faulty environment is told and exits with 1', async () => {
  let stderr = '';
  const code = await runTokenProgram(['administrator'], {
    env: { DATA_DIR: dataDir, NODE_ENV: 'production' },
    stdout: () => {},
    stderr: (text) => {
      stderr += text;
    },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('NODE_ENV=production');
});

test('issuers that are configured put the local one out: that is told, and no keys are made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-'));
  let [stdout, stderr] = ['', ''];
  const jwk = JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }));
  const env = {
    DATA_DIR: folder,
    PEOPLE_ISSUER: 'https://people.example',
    PEOPLE_PUBLIC_KEY: jwk,
    PEOPLE_AUDIENCE: 'accounts',
    SYNC_ISSUER: 'https://sync.example',
    SYNC_PUBLIC_KEY: jwk,
    SYNC_AUDIENCE: 'accounts',
  };
  const code = await runTokenProgram(['administrator'], {
    env,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('The local development issuer is off');
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe("for a reseller's sync by the reseller's name", () => {
  const resellers = [
    { id: EUROPE, name: 'Northwind Europe' },
    { id: AMERICA, name: 'northwind europe' },
    { id: AMERICA, name: 'Northwind Americas' },
    { id: TWIN_A, name: 'Twin' },
    { id: TWIN_B, name: 'Twin' },
  ];
  let server: Server;
  let askedBy: string[];
  let secrets: unknown[];

  /** A server that tells two resellers a page, to an administrator only. */
  beforeAll(async () => {
    const verifier = createTokenVerifier((await openLocalIssuer(localKeysFolder(dataDir))).issuers());
    server = createServer(async (request, response) => {
      const caller = await verifier.verify(request.headers.authorization?.replace('Bearer ', '') ?? '');
      askedBy.push(caller.kind);
      secrets.push(request.headers['x-gateway-secret']);
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const from = Number(body.variables.after ?? 0);
      const edges = resellers.slice(from, from + 2).map((node) => ({ node }));
      const pageInfo = { hasNextPage: from + 2 < resellers.length, endCursor: String(from + 2) };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { tenantResellers: { edges, pageInfo } } }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    askedBy = [];
    secrets = [];
    await writeServerFile(dataDir, {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      pid: 1,
    });
  });

  test('the running server is asked as an administrator, page by page', async () => {
    expect(await callerOf(await run('sync', '--reseller', 'Northwind Americas'))).toMatchObject({
      tenantResellerId: AMERICA,
    });
    expect(askedBy).toEqual(['ADMINISTRATOR', 'ADMINISTRATOR', 'ADMINISTRATOR']);
  });

  test('the exact name wins over one in another case, which does when it is the only one', async () => {
    expect(await callerOf(await run('sync', '--reseller', 'Northwind Europe'))).toMatchObject({
      tenantResellerId: EUROPE,
    });
    expect(await callerOf(await run('sync', '--reseller', 'NORTHWIND AMERICAS'))).toMatchObject({
      tenantResellerId: AMERICA,
    });
  });

  test('the secret of the gateway is sent along when there is one', async () => {
    await run('sync', '--reseller', 'Northwind Europe');
    await runWith({ GATEWAY_SECRET: 'sixteen-letters!' }, 'sync', '--reseller', 'Northwind Europe');
    expect(new Set(secrets.slice(0, 3))).toEqual(new Set([undefined]));
    expect(new Set(secrets.slice(3))).toEqual(new Set(['sixteen-letters!']));
  });

  test('an unknown name lists the names there are', async () => {
    const { code, stdout, stderr } = await run('sync', '--reseller', 'Southwind');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    for (const { name } of resellers) expect(stderr).toContain(name);
  });

  test('a name that several have lists their ids', async () => {
    const { code, stdout, stderr } = await run('sync', '--reseller', 'Twin');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(TWIN_A);
    expect(stderr).toContain(TWIN_B);
  });

  test('without a server it says to start one or to give the id', async () => {
    await writeServerFile(dataDir, { url: 'http://127.0.0.1:9/graphql', pid: 1 });
    const { code, stdout, stderr } = await run('sync', '--reseller', 'Northwind Europe');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm start');
    expect(stderr).toContain('the id');
  });
});
