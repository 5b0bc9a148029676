import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { askedByName } from '../../asked-by-name.mjs';
import { comesTo } from '../../comes-to.mjs';
import { startPage } from '../../started-page.mjs';
import { openPortal } from '../visit.mjs';

const START = fileURLToPath(new URL('../../../../examples/portal/start.mjs', import.meta.url));
const SIGN_IN = 'https://login.example/?next="portal"';

/** The portal with NODE_ENV=production, behind what holds the distributor's session. */
export function describeProduction(world) {
  describe('in production', () => {
    let front;
    let portal;
    before(async () => {
      front = await startFront();
      const [, gateway] = world.portal.said.match(/http:\S+/g);
      const env = { NODE_ENV: 'production', PORTAL_ORIGIN: front.origin, SIGN_IN_URL: SIGN_IN };
      portal = await startPage(START, ['--gateway', gateway], env);
      front.leadTo(portal.url);
    });
    after(async () => {
      await portal?.stop();
      await front?.stop();
    });

    test('nobody is vouched for, and nothing that makes tokens is loaded', async () => {
      for (const method of ['GET', 'POST']) {
        for (const path of ['identities', 'identities/admin']) {
          assert.equal((await fetch(new URL(path, portal.url), { method })).status, 404, `${method} ${path}`);
        }
      }
      assert.match(portal.said, /is ready/);
      assert.ok(portal.said.includes(front.origin));
    });

    test('it is reached under its own name and that of this machine, and no other', async () => {
      const name = new URL(front.origin).host;
      assert.equal(await askedByName(portal.url, name, '/', 'GET'), 200);
      assert.equal(await askedByName(portal.url, new URL(portal.url).host, '/', 'GET'), 200);
      assert.equal(await askedByName(portal.url, 'rebound.example', '/', 'GET'), 403);
      const asked = (origin) => fetch(new URL('graphql', portal.url), { method: 'POST', headers: { origin } });
      assert.equal((await asked('https://elsewhere.example')).status, 403);
      assert.notEqual((await asked(front.origin)).status, 403);
    });

    for (const width of [1280, 360]) {
      test(`who has no session is led to where one signs in, and goes on at the same page, ${width} wide`, async () => {
        front.token = null;
        const at = { browser: world.browser, url: front.origin };
        const visit = await openPortal(at, { identity: null, token: null }, '/nothing', { width });
        await visit.heading('Please sign in').waitFor();
        const link = visit.page.getByRole('link', { name: 'Sign in', exact: true });
        assert.equal(await link.getAttribute('href'), SIGN_IN);
        assert.equal(await visit.page.locator('.identity, textarea').count(), 0);
        assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []]);
        front.token = await world.token('bob');
        await visit.page.getByRole('button', { name: 'Go on' }).click();
        await visit.heading('There is no such page').waitFor();
        await comesTo(() => visit.page.locator('.who-name').textContent(), 'bob');
        assert.equal(await visit.page.getByRole('button', { name: 'Sign out' }).count(), 0);
        assert.equal(await visit.page.evaluate(() => sessionStorage.getItem('session')), null);
        await visit.closeWithoutFault();
      });
    }
  });
}

/** Stands in for the proxy that holds the session: it adds the token to what the page asks, and hands everything on. */
async function startFront() {
  const front = { token: null };
  let target = null;
  const server = createServer((request, response) => {
    const authorization = front.token === null ? {} : { authorization: `Bearer ${front.token}` };
    const options = { method: request.method, headers: { ...request.headers, ...authorization } };
    const onward = forward(new URL(request.url, target), options, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    // Who asked may be gone, or the portal may: that is no fault of what is looked at.
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(front, {
    origin: `http://localhost:${server.address().port}`,
    leadTo: (url) => {
      target = url;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  });
}
