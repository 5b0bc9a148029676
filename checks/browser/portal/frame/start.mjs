import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { leavesNothing } from '../../leaves-nothing.mjs';
import { startPage } from '../../started-page.mjs';
import { openPortal } from '../visit.mjs';

const START = fileURLToPath(new URL('../../../../examples/portal/start.mjs', import.meta.url));

/** How the portal is started, and what it says when it cannot be. */
export function describeStart(world) {
  describe('npm run portal', () => {
    test('prints one address for people, and the gateway that it talks to', () => {
      const [url, gateway, ...others] = world.portal.said.match(/http:\S+/g);
      assert.deepEqual([url, others], [world.url, []]);
      assert.match(gateway, /^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
      assert.doesNotMatch(world.portal.said, /Starting a server/);
    });

    test('says how it is called, and what is wrong with a call', async () => {
      const help = await run(['--help']);
      assert.deepEqual([help.status, help.stderr], [0, '']);
      for (const flag of ['--port', '--host', '--gateway', '--help']) assert.ok(help.stdout.includes(flag), flag);
      for (const [args, env, said] of [
        [['--port', 'x'], {}, /--port must be a port/],
        [['--gateway', 'ftp://here'], {}, /--gateway must be an address/],
        [['--unknown'], {}, /--unknown/],
        [['--host', '0.0.0.0'], {}, /--host must be this machine itself/],
        [[], { PORTAL_ORIGIN: 'https://portal.example/path' }, /PORTAL_ORIGIN must be an address without a path/],
        [[], { NODE_ENV: 'production' }, /needs --gateway, PORTAL_ORIGIN, SIGN_IN_URL/],
      ]) {
        const { status, stdout, stderr } = await run(args, env);
        assert.deepEqual([status, stdout], [2, ''], args.join(' '));
        assert.match(stderr, said);
        assert.match(stderr, /Usage: npm run portal/);
      }
    });

    test('of a port that is taken it says that it is, and starts nothing', async () => {
      const { port } = new URL(world.url);
      const { status, stdout, stderr } = await run(['--port', port]);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, new RegExp(`Port ${port} is taken: --port names another one`));
    });

    test('of a gateway that is not there it says what to do', async () => {
      const { status, stderr } = await run(['--port', '0', '--gateway', 'http://127.0.0.1:1/graphql']);
      assert.equal(status, 1);
      assert.match(
        stderr,
        /http:\/\/127\.0\.0\.1:1\/graphql cannot be reached: start it first, or leave --gateway out/,
      );
    });

    test('with a gateway elsewhere it starts nothing, vouches for nobody, and takes tokens', async () => {
      const [, gateway] = world.portal.said.match(/http:\S+/g);
      const portal = await startPage(START, ['--gateway', gateway]);
      const session = { identity: null, token: null };
      const visit = await openPortal({ browser: world.browser, url: portal.url }, session, '/nothing');
      try {
        assert.equal((await fetch(new URL('identities', portal.url))).status, 404);
        assert.equal((await fetch(new URL('identities/admin', portal.url), { method: 'POST' })).status, 404);
        assert.equal(await visit.page.locator('.identity').count(), 0);
        await visit.page.getByRole('textbox').fill(await world.token('bob'));
        await visit.page.getByRole('button', { name: 'Go on with this token' }).click();
        await visit.heading('There is no such page').waitFor();
        await visit.closeWithoutFault();
      } finally {
        await portal.stop();
      }
    });

    // Of the admin tool it is looked at every day; both run by the same piece.
    if (!world.isLong) return;
    for (const [until, signal] of [
      [/Starting a server/, 'SIGTERM'],
      [/is ready/, 'SIGTERM'],
      [/is ready/, 'SIGKILL'],
    ]) {
      test(`leaves nothing behind: ${signal} after ${until.source}`, () => leavesNothing(START, until, signal));
    }
  });
}

function run(args, env = {}) {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    // What should not have started is ended.
    const options = { env: { PATH, HOME, ...env }, timeout: 180_000 };
    execFile(process.execPath, [START, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? (error === null ? 0 : error.signal), stdout, stderr }),
    );
  });
}
