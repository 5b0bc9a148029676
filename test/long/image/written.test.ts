import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig } from '../../../src/config/config';
import { packageRoot } from '../../../src/config/package-root';
import { imageOf, isLetIn, readDockerfile } from './dockerfile';

/** How Dockerfile and compose.yaml are written, and what npm packs; image.test.ts runs their commands. */
const ROOT = packageRoot();
const STAGES = readDockerfile();
const IMAGE = imageOf(STAGES);
const COMPOSE = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'));

describe('Dockerfile', () => {
  test('stands on a base of a known line in every stage, and runs what it runs without a shell, as nobody special', () => {
    for (const { base } of STAGES) expect(base).toMatch(/^node:\d+-bookworm-slim$/);
    expect(IMAGE.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(IMAGE.folder).toMatch(/^\//);
    expect([IMAGE.entrypoint[0], IMAGE.health[0], IMAGE.stopSignal]).toEqual(['node', 'node', 'SIGTERM']);
    expect(IMAGE.env).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
    const names = STAGES.flatMap(({ instructions }) => instructions.map(({ name }) => name));
    expect(names.filter((name) => ['ADD', 'VOLUME', 'ONBUILD'].includes(name))).toEqual([]);
    // Of the last stage: nothing is installed that the packages do not name.
    expect(STAGES.at(-1)?.instructions.map(({ name }) => name)).not.toContain('RUN');
  });

  test('takes a Node.js that is supported, and the one that is not past its end', () => {
    const [, major] = /^node:(\d+)-/.exec(STAGES.at(-1)?.base ?? '') ?? [];
    expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node).toContain(`${major}.`);
  });

  test('copies only what is there and is let in; secrets, data and what is made here are not', () => {
    const copied = STAGES.flatMap(({ instructions }) =>
      instructions
        .filter(({ name, options }) => name === 'COPY' && options.from === undefined)
        .flatMap(({ text }) => text.split(/\s+/).slice(0, -1)),
    );
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) expect([path, existsSync(join(ROOT, path)), isLetIn(path)]).toEqual([path, true, true]);
    for (const path of [
      '.env',
      'server.env',
      '.git/config',
      '.data/keys',
      'node_modules/pg',
      'dist/src/main.js',
      'test/a',
    ]) {
      expect([path, isLetIn(path)]).toEqual([path, false]);
    }
  });
});

test('what npm packs is what production needs, with the bin', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const needed of [
    ...['package.json', 'dist/src/main.js', 'dist/src/worker.js', 'dist/src/cli/main.js', 'schema/account.graphql'],
    ...['docs/operate.md', 'deploy/reseller-accounts.service', 'scripts/run-built.mjs'],
  ]) {
    expect(paths).toContain(needed);
  }
  expect(paths.filter((path) => /^dist\/migrations\/\d+-.*\.js$/.test(path)).length).toBeGreaterThan(20);
  expect(
    paths.filter((path) => /(^|\/)\.env|^(src|test|migrations|bench|checks|examples|node_modules)\//.test(path)),
  ).toEqual([]);
});

describe('compose.yaml', () => {
  const { database: postgresql, setup, server } = COMPOSE.services;

  test('starts the database, then what sets it up, then the server', () => {
    expect(setup.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(server.depends_on).toEqual({ setup: { condition: 'service_completed_successfully' } });
    expect(postgresql.healthcheck.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
    expect([setup.restart, server.restart]).toEqual(['no', 'unless-stopped']);
    expect(postgresql.image).toMatch(/^postgres:1[78]-/);
  });

  test('lets none of them write, gain rights or be reached from elsewhere', () => {
    for (const service of [postgresql, setup, server]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    }
    expect([setup.cap_add, server.cap_add, postgresql.ports, setup.ports]).toEqual(Array(4).fill(undefined));
    expect(server.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  test("gives the owner's login to what sets up and not to the server, and holds no secret itself", () => {
    expect(JSON.stringify(server)).not.toContain('OWNER_PASSWORD');
    expect(Object.keys(setup.environment)).toEqual(['MIGRATION_DATABASE_URL', 'PORTAL_PASSWORD', 'SYNC_PASSWORD']);
    const values = [postgresql, setup, server].flatMap(({ environment }) => Object.entries<string>(environment));
    for (const [name, value] of values.filter(([name]) => /PASSWORD|_URL$/.test(name))) {
      expect([name, value]).toEqual([name, expect.stringMatching(/\$\{\w+:\?/)]);
    }
  });

  test('waits for a stop as long as the server may take', () => {
    const { STOP_WAIT } = server.environment;
    const { stopWaitMs, drainTimeoutMs } = loadConfig({ STOP_WAIT });
    expect(Number.parseInt(server.stop_grace_period, 10) * 1000).toBeGreaterThan(stopWaitMs + drainTimeoutMs + 5_000);
  });
});
