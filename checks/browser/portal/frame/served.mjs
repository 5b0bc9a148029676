import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askedByName } from '../../asked-by-name.mjs';
import { comesTrue } from '../../comes-to.mjs';

/** What the first page may weigh, compressed, in scripts. */
const BUDGET = 250_000;

/** What the portal's server answers, and how large the page is that comes of it. */
export function describeServed(world) {
  describe('what is served', () => {
    const get = (path, options) => fetch(new URL(path, world.url), options);

    test('the page, by each of its addresses, with a policy for this one answer', async () => {
      const policies = new Set();
      for (const path of ['/', '/accounts/x/contacts', '/nothing']) {
        const page = await get(path);
        const policy = page.headers.get('content-security-policy');
        policies.add(policy);
        assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'no-store'], path);
        assert.match(policy, /default-src 'none'.*script-src 'self';.*style-src 'self' 'nonce-\S+'/);
        assert.doesNotMatch(policy, /unsafe|https?:|\*/);
        assert.doesNotMatch(await page.text(), /__|<script(?![^>]* src=)|<style|style=/);
      }
      assert.equal(policies.size, 3);
    });

    test('its files are kept for good, by names that change with them, and compressed', async () => {
      const [script] = (await (await get('/')).text()).match(/\/assets\/index-[^"]+\.js/);
      const whole = await (await get(script, { headers: { 'accept-encoding': 'identity' } })).text();
      for (const [taken, encoding] of [
        ['gzip, br', 'br'],
        ['gzip', 'gzip'],
        ['br;q=0, gzip', 'gzip'],
        ['identity', null],
      ]) {
        const file = await get(script, { headers: { 'accept-encoding': taken } });
        const { headers } = file;
        assert.equal(headers.get('content-encoding'), encoding, taken);
        assert.deepEqual(
          [headers.get('cache-control'), headers.get('vary'), headers.get('x-content-type-options')],
          ['public, max-age=31536000, immutable', 'accept-encoding', 'nosniff'],
        );
        assert.ok((await file.text()) === whole, `${taken}: another file`);
      }
    });

    test('nothing else: neither files of other folders, nor a page where a file or a service should be', async () => {
      for (const path of [
        '/..%2fpackage.json',
        '/%2e%2e/package.json',
        '/assets/nothing.js',
        '/assets/x',
        '/.vite/manifest.json',
        '/identities/x',
        '/%zz',
      ]) {
        assert.equal((await get(path)).status, 404, path);
      }
      assert.equal((await get('/graphql')).status, 405);
      assert.equal((await get('/nothing', { method: 'POST' })).status, 405);
    });

    test('no token for another page, nor by another name for this machine', async () => {
      const asked = (headers) => get('/identities/admin', { method: 'POST', headers }).then(({ status }) => status);
      assert.equal(await asked({}), 200);
      assert.equal(await asked({ origin: 'http://elsewhere.example' }), 403);
      assert.equal(await asked({ 'sec-fetch-site': 'cross-site' }), 403);
      assert.equal(await askedByName(world.url, 'rebound.example'), 403);
    });

    test('signing in and the list of accounts come with less script than the budget', async () => {
      const visit = await world.open(null);
      const session = await visit.page.context().newCDPSession(visit.page);
      await session.send('Network.enable');
      const sizes = new Map();
      const scripts = new Map();
      session.on('Network.responseReceived', ({ requestId, type, response }) => {
        if (type === 'Script') scripts.set(requestId, response.url);
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
        sizes.set(requestId, encodedDataLength),
      );
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      await visit.page.reload();
      await visit.page.getByRole('button', { name: /^Admin/ }).click();
      await visit.heading('Accounts').waitFor();
      await visit.settled();
      await visit.page.waitForLoadState('networkidle');
      await comesTrue(() => [...scripts.keys()].every((id) => sizes.has(id)), 'each script has come');
      const total = [...scripts.keys()].reduce((sum, id) => sum + sizes.get(id), 0);
      assert.ok(total > 50_000 && total < BUDGET, `${total} bytes: ${[...scripts.values()].join(' ')}`);
      await visit.closeWithoutFault();
    });
  });
}
