import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { transformSync } from '@swc/core';
import { packageRoot } from '../../../src/config/package-root';
import { readNorthwind } from '../../../src/development/demo/northwind';
import { type Program, startProgram } from '../../support/program';
import { admin, aReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** What `npm pack` makes, unpacked where a user would have it: nothing of the repository is near. */
const CLIENT = join(packageRoot(), 'client');
let folder: string;
let packed: { size: number; files: { path: string }[] };
const installed = (path = '') => join(folder, 'node_modules', 'reseller-accounts-client', path);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'client-package-')));
  mkdirSync(join(folder, 'node_modules'));
  const said = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: CLIENT,
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, size, files }] = JSON.parse(said.slice(said.indexOf('[')));
  packed = { size, files };
  mkdirSync(installed(), { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed(), '--strip-components=1']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file there and runs it. */
function run(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
}

const PRINTED =
  "console.log(typeof createSyncClient({ url: 'http://x', token: 't' }).syncCustomers, new SyncStopped('FAULT', 'm').name);";

test.each([
  ['import', 'a.mjs', `import { createSyncClient, SyncStopped } from 'reseller-accounts-client';\n${PRINTED}`],
  ['require', 'a.cjs', `const { createSyncClient, SyncStopped } = require('reseller-accounts-client');\n${PRINTED}`],
])('it is had by %s', (_way, name, text) => {
  expect(run(name, text)).toBe('function SyncStopped\n');
});

test('it has no dependencies, and holds what is built and nothing else', () => {
  const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  expect(Object.keys(manifest).filter((key) => /ependencies$/.test(key))).toEqual([]);
  const others = packed.files.map(({ path }) => path).filter((path) => !/^dist\/(esm|cjs)\//.test(path));
  expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
});

test.each([
  ['an ES module', 'nodenext', 'user.mts'],
  ['a CommonJS module', 'nodenext', 'user.cts'],
  ['what a bundler reads', 'bundler', 'user.ts'],
])('its types are for %s, without those of Node', (_whose, resolution, name) => {
  const user = `import { createSyncClient, type CustomerOutcome, type CustomerSyncItem, type SyncStopped } from 'reseller-accounts-client';
const item: CustomerSyncItem = { customer: { sourceAccountId: 'a', sourceVersion: 1n, name: 'A', status: 'ACTIVE' } };
export async function send(stop: AbortSignal): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  const client = createSyncClient({ url: 'http://x', token: async () => 't', signal: stop, retry: { giveUpAfterMs: 1 } });
  for await (const outcome of client.syncCustomers([item])) {
    if (outcome.status === 'REFUSED') console.log(outcome.errors[0]?.code);
    outcomes.push(outcome);
  }
  return outcomes;
}
// @ts-expect-error: a status that there is none of
export const wrong: CustomerSyncItem = { customer: { ...item.customer, status: 'DELETED' } };
export const why = (error: SyncStopped) => error.reason;
`;
  writeFileSync(join(folder, name), user);
  compile(resolution, [name], ['--noEmit']);
});

describe('the examples of its types, as they stand', () => {
  const examples = readdirSync(join(CLIENT, 'src'))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => examplesOf(readFileSync(join(CLIENT, 'src', name), 'utf8')));
  let world: World;
  let program: Program;
  let env: Record<string, string>;
  beforeAll(async () => {
    world = await createWorld();
    const { services } = await readNorthwind(join(packageRoot(), 'examples', 'northwind'));
    await world.mutate(admin, 'saveService', services[0]);
    const { id } = await aReseller(world, { name: 'Harbour Cloud', currency: 'EUR', separateInvoices: true });
    program = await startProgram(world);
    const token = await program.issuer?.tokenForSync({ tenantResellerId: id });
    env = { SYNC_URL: program.url, SYNC_TOKEN: token ?? '' };
    const given = `declare const process: { env: Record<'SYNC_URL' | 'SYNC_TOKEN', string> };
const { SYNC_URL: url, SYNC_TOKEN: token } = process.env;\n`;
    for (const [nth, { text }] of examples.entries()) {
      writeFileSync(
        join(folder, `example-${nth}.mts`),
        text.replace(/^(import .*\n)+/m, (imports) => `${imports}${given}`),
      );
    }
    compile(
      'nodenext',
      examples.map((_, nth) => `example-${nth}.mts`),
      [],
    );
  }, 60_000);
  afterAll(async () => {
    await program.stop();
    await world.close();
  });

  test('are of each method of a client, of the client and of what it throws', () => {
    const [, methods = ''] =
      /^export interface SyncClient \{\n(.*?)^\}/ms.exec(readFileSync(join(CLIENT, 'src', 'sync-client.ts'), 'utf8')) ??
      [];
    const names = [...methods.matchAll(/^ {2}(\w+)[(<]/gm)].map(([, name = '']) => name);
    expect(names).toHaveLength(10);
    expect(examples.map(({ of }) => of).sort()).toEqual([...names, 'createSyncClient', 'SyncStopped'].sort());
  });

  test.each(examples.map(({ of }, nth) => [of, nth] as const))('%s', async (_of, nth) => {
    const { stderr } = await promisify(execFile)(process.execPath, [`example-${nth}.mjs`], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    expect(stderr).toBe('');
  });
});

/** Each `@example` of a source, and what it is of. */
function examplesOf(source: string): { of: string; text: string }[] {
  const found = source.matchAll(/\* @example\n((?: *\* ?.*\n)+?) *\*\/\n *(?:export )?(?:class |function )?(\w+)/g);
  return [...found].map(([, lines = '', of = '']) => ({ of, text: lines.replace(/^ *\* ?/gm, '') }));
}

/** Compiles what is there as a user would, without the types of Node. */
function compile(resolution: string, names: readonly string[], more: readonly string[]): void {
  const compiler = join(createRequire(__filename).resolve('typescript/package.json'), '..', 'bin', 'tsc');
  const options = ['--module', resolution === 'bundler' ? 'es2022' : 'nodenext', '--moduleResolution', resolution];
  const lib = ['--lib', 'es2022,dom,dom.asynciterable', '--target', 'es2022', '--types', ''];
  try {
    execFileSync(process.execPath, [compiler, '--strict', ...options, ...lib, ...more, ...names], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
}

test('it is small', () => {
  const code = packed.files
    .map(({ path }) => path)
    .filter((path) => path.startsWith('dist/esm/') && path.endsWith('.js'))
    .map(
      (path) =>
        transformSync(readFileSync(installed(path), 'utf8'), {
          minify: true,
          jsc: { minify: { compress: true, mangle: true }, target: 'es2022' },
        }).code,
    )
    .join('\n');
  const gzipped = gzipSync(code).length;
  console.info(`the client: ${packed.size} bytes packed, ${code.length} minified, ${gzipped} of them with gzip`);
  expect(gzipped).toBeLessThan(10_000);
});
