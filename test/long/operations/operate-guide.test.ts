import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Client } from 'pg';
import { packageRoot } from '../../../src/config/package-root';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { anIssuerKey, type IssuerKey, type KeyServer, signed, startKeyServer } from '../../identity/key-server';
import { eventually } from '../server-process';
import { debiansPostgres, freePort, toolOf } from './tools';

/** docs/operate.md, word by word: its commands in their order in one shell, with the answers that it shows. */
interface Block {
  readonly text: string;
  readonly kind: 'yours' | 'another terminal' | 'command';
  /** What the guide shows of its answer; null where it shows nothing. */
  readonly shown: object | null;
}

const GUIDE = readFileSync(join(packageRoot(), 'docs', 'operate.md'), 'utf8');
const BLOCKS: Block[] = [...GUIDE.matchAll(/^```sh\n(.*?)^```\n(?:\n```json\n(.*?)^```)?/gms)].map(
  ([, text = '', json]) => ({
    text,
    kind: (/^# (yours|another terminal)\n/.exec(text)?.[1] ?? 'command') as Block['kind'],
    shown: json === undefined ? null : JSON.parse(json),
  }),
);

const BIN = debiansPostgres();
const HAPROXY = BIN === null ? null : toolOf('haproxy');
const testWithTools = BIN ? test : test.skip;
const PEOPLE = 'https://people.guide.example';
const SYNCS = 'https://syncs.guide.example';
/** No superuser: no more than the guide says that it needs. */
const OWNER = { user: 'owner', password: 'of-the-owner' };

let parent: string;
let folder: string;
let clusters: EmbeddedPostgres[];
let keys: { people: IssuerKey; syncs: IssuerKey };
let keyServers: KeyServer[];
let shell: ChildProcess;
let said = '';
let standIn: Server | null = null;
/** What the guide calls yours. */
let yours: Record<string, () => Promise<string> | string>;

beforeAll(async () => {
  if (!BIN) return;
  parent = mkdtempSync(join(tmpdir(), 'operate-guide-'));
  chmodSync(parent, 0o755);
  folder = join(parent, 'reseller-accounts');
  mkdirSync(join(parent, 'home'));
  // As the build has made it elsewhere.
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'schema', 'scripts', 'dist']) {
    if (existsSync(join(packageRoot(), name)))
      cpSync(join(packageRoot(), name), join(folder, name), { recursive: true });
  }
  clusters = [await cluster('postgres'), await cluster('other')];
  const [here, elsewhere] = clusters;
  if (!here || !elsewhere) throw new Error('There are no clusters');
  const client = new Client({ connectionString: here.url('postgres') });
  await client.connect();
  await client.query(`CREATE ROLE ${OWNER.user} LOGIN CREATEROLE CREATEDB PASSWORD '${OWNER.password}'`);
  await client.end();
  keys = { people: await anIssuerKey('people'), syncs: await anIssuerKey('syncs', 'RS256') };
  keyServers = [await startKeyServer(keys.people.publicJwk), await startKeyServer(keys.syncs.publicJwk)];
  const ports = [await freePort(), await freePort()];
  yours = {
    OWNER_URL: () => here.url('reseller_accounts', OWNER),
    PEOPLE_ISSUER: () => PEOPLE,
    PEOPLE_JWKS_URL: () => keyServers[0]?.url ?? '',
    SYNC_ISSUER: () => SYNCS,
    SYNC_JWKS_URL: () => keyServers[1]?.url ?? '',
    PORT: () => String(ports[0]),
    SYNC_PORT: () => String(ports[1]),
    ADMINISTRATOR_TOKEN: () => token(keys.people, { iss: PEOPLE, sub: 'anna', administrator: true }),
    SYNC_TOKEN: async () =>
      token(keys.syncs, { iss: SYNCS, sub: 'bss', tenant_reseller_id: (await run('echo "$RESELLER"')).trim() }),
    SUPERUSER_URL: () => here.url('reseller_accounts'),
    SERVER_URL: () => elsewhere.url('postgres'),
    RESTORED_URL: () => elsewhere.url('reseller_accounts', OWNER),
  };
  shell = spawn('bash', ['--noprofile', '--norc'], {
    cwd: folder,
    env: {
      PATH: [dirname(process.execPath), BIN, process.env.PATH].join(delimiter),
      HOME: join(parent, 'home'),
      npm_config_update_notifier: 'false',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [shell.stdout, shell.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  await run(`FAULT=0; set -E; trap 'FAULT=1; echo "It failed: $BASH_COMMAND"' ERR`);
}, 120_000);
afterAll(async () => {
  if (!BIN) return;
  // The whole of it: what runs in other terminals too.
  if (shell.pid !== undefined && shell.exitCode === null) process.kill(-shell.pid, 'SIGTERM');
  await eventually('the server has ended', 30_000, () => shell.exitCode !== null || shell.signalCode !== null);
  standIn?.closeAllConnections();
  standIn?.close();
  for (const server of keyServers) await server.stop();
  for (const postgres of clusters) await postgres.stop();
  rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

async function cluster(name: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: join(parent, name),
    dataDirIsExplicit: true,
    ...(BIN === null ? {} : { binaries: BIN }),
    settings: { fsync: 'off' },
  });
}

function token(key: IssuerKey, claims: Record<string, unknown>): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return signed(key, { aud: 'reseller-accounts', iat: now, exp: now + 600, ...claims });
}

let marks = 0;

/** What the shell says to a block, when nothing in it fails. */
async function run(text: string): Promise<string> {
  marks += 1;
  const mark = `-- the end of block ${marks}`;
  const before = said.length;
  shell.stdin?.write(`${text}\necho "${mark} $FAULT"\n`);
  await eventually(`the shell ends:\n${text}`, 240_000, () => {
    if (shell.exitCode !== null) throw new Error(`The shell ended: ${said.slice(before)}`);
    return said.includes(`${mark} `);
  });
  const answer = said.slice(before, said.indexOf(mark, before));
  if (!said.includes(`${mark} 0`) && marks > 1) throw new Error(`${text}\n${answer}`);
  return answer;
}

async function setYours(text: string): Promise<void> {
  for (const line of text.split('\n').slice(1).filter(Boolean)) {
    const [name = ''] = line.split('=');
    const value = yours[name];
    if (value === undefined) throw new Error(`The guide has something of yours that the test does not know: ${name}`);
    await run(`${name}='${await value()}'`);
  }
}

async function inAnotherTerminal(text: string): Promise<void> {
  if (text.includes('haproxy') && HAPROXY === null) await standInForProxy();
  else await run(`( ${text}\n) > other-terminal.log 2>&1 &`);
}

/** Where there is no HAProxy: what its file says of the way in, the header and the server. */
async function standInForProxy(): Promise<void> {
  const config = readFileSync(join(folder, 'haproxy.cfg'), 'utf8');
  const [, port = ''] = /bind 127\.0\.0\.1:(\d+)/.exec(config) ?? [];
  const [, header = '', secret = ''] = /set-header (\S+) (\S+)/.exec(config) ?? [];
  const [, target = ''] = /server first 127\.0\.0\.1:(\d+)/.exec(config) ?? [];
  standIn = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, [header]: secret };
    const onward = request({ port: Number(target), path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  }).listen(Number(port), '127.0.0.1');
  await new Promise((resolve) => standIn?.once('listening', resolve));
}

test('the guide tells the story from its beginning to its end', () => {
  const headings = [...GUIDE.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual([
    ...['What is yours', 'Install', 'The database', 'Issuers and secrets', 'Start', 'What stands in front'],
    ...['The first administrator', 'The first reseller', 'Activation', 'The first token of a sync'],
    ...['Once a day', 'Backup and restore', 'Upgrade', 'A pooler', 'Scaling', 'Alerts'],
  ]);
  expect(BLOCKS.length).toBeGreaterThan(18);
});

testWithTools(
  'every command does what the guide says, on a fresh PostgreSQL',
  async () => {
    for (const { text, kind, shown } of BLOCKS) {
      if (kind === 'yours') await setYours(text);
      else if (kind === 'another terminal') await inAnotherTerminal(text);
      else {
        const answer = await run(text);
        if (shown !== null) expect([text, JSON.parse(answer)]).toEqual([text, shown]);
        expect(answer).not.toMatch(/"errors"|userErrors":\[\{/);
      }
    }
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'audit.ndjson'), 'utf8')).toMatch(/^(\{.*\}\n)*$/);
  },
  600_000,
);
