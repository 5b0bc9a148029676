import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { askedByName } from '../asked-by-name.mjs';
import { leavesNothing } from '../leaves-nothing.mjs';
import { openTool, startTool } from './visit.mjs';

const START = fileURLToPath(new URL('../../../examples/admin-tool/start.mjs', import.meta.url));

/** How the tool is started, and whom it serves. */
export function describeStart(world) {
  describe('npm run admin-tool', () => {
    test('prints one address, and finds the server that runs', () => {
      const { said, url } = world.tool;
      assert.deepEqual(said.match(/http:\S+/g), [url, world.server.url]);
    });

    test('says how it is called, and what is wrong with a call', async () => {
      const call = (...args) => run([START, ...args]);
      const help = await call('--help');
      assert.deepEqual([help.status, help.stderr], [0, '']);
      for (const flag of ['--port', '--url', '--help']) assert.ok(help.stdout.includes(flag), flag);
      for (const args of [['--port', 'x'], ['--url', 'ftp://here'], ['--unknown']]) {
        const { status, stdout, stderr } = await call(...args);
        assert.deepEqual([status, stdout], [2, ''], args.join(' '));
        assert.match(stderr, /Usage: npm run admin-tool/);
      }
    });

    test('says of a port that is taken that it is, and starts nothing', async () => {
      const { port } = new URL(world.tool.url);
      const { status, stdout, stderr } = await run([START, '--port', port]);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, new RegExp(`Port ${port} is taken: --port names another one`));
    });

    test('of a server that is not of this folder it has no identities, and takes tokens', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'admin-tool-'));
      const tool = await startTool(['--url', world.server.url], { DATA_DIR: dataDir });
      const visit = await openTool(world.browser, tool.url);
      try {
        await visit.heading('Admin tool').waitFor();
        assert.equal(await visit.page.locator('.identity').count(), 0);
        await visit.signInWith(world.server.distributor);
        await visit.heading('Overview').waitFor();
        await visit.closeWithoutFault();
      } finally {
        await tool.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    });

    test('leaves nothing behind, however it ends and whenever', async () => {
      for (const [until, signal] of [
        [/Starting a server/, 'SIGTERM'],
        [/is ready/, 'SIGTERM'],
        [/is ready/, 'SIGKILL'],
      ]) {
        await leavesNothing(START, until, signal);
      }
    });

    test('hands no token to another page, nor by another name for this machine', async () => {
      const identity = new URL('identities/admin', world.tool.url);
      const asked = (headers) => fetch(identity, { method: 'POST', headers }).then(({ status }) => status);
      assert.equal(await asked({}), 200);
      assert.equal(await asked({ origin: 'http://elsewhere.example' }), 403);
      assert.equal(await asked({ origin: 'null' }), 403);
      assert.equal(await asked({ 'sec-fetch-site': 'same-origin' }), 200);
      assert.equal(await asked({ 'sec-fetch-site': 'cross-site' }), 403);
      assert.equal(await askedByName(world.tool.url, 'rebound.example'), 403);
    });

    test('serves its own files alone, under a policy without inline scripts', async () => {
      const page = await fetch(world.tool.url);
      const policy = page.headers.get('content-security-policy');
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /style-src 'self';/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      for (const path of [
        '/..%2fpackage.json',
        '/%2e%2e/package.json',
        '/assets/nothing.js',
        '/package.json',
        '/%zz',
        // What is no page of hers is none: those stand behind a #.
        '/nothing',
      ]) {
        assert.equal((await fetch(new URL(path, world.tool.url))).status, 404, path);
      }
    });
  });
}

function run(args) {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ status: error?.code ?? 0, stdout, stderr }));
  });
}
