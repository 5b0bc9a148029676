import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { partOf, partsWorld, textOf, textsOf } from './world.mjs';

/** As the windows of the tests count them. */
const DAYS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin' });

/** The history and the audit, and how a long list goes on. */
export function describeTimelines(world) {
  const parts = partsWorld(world);

  describe('history and changes', () => {
    let visit;
    let id;
    before(async () => {
      id = await parts.ownAccount('Of many contacts');
      for (let number = 0; number < 104; number++) {
        await parts.act('addContact', { accountId: id, lastName: `Person ${number}` });
      }
      await parts.act('updateAccount', {
        accountId: id,
        email: 'new@mail.example',
        billingAddress: { city: 'Potsdam', country: 'DE' },
      });
    });
    const open = async (identity, account, part, options) => {
      visit = await parts.open(identity, account, part, options);
      await visit.settled();
      return partOf(visit);
    };
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('the history is told as the server has it, the newest first, with who it was', async () => {
      const { part } = await open('anna', world.accounts.copied, 'history');
      const { history } = await parts.read(world.accounts.copied, 'history { edges { node { at text actor } } }');
      const lines = history.edges.map(({ node }) => node);
      assert.ok(lines.length > 3);
      assert.deepEqual(
        await textsOf(part.locator('.moment-said')),
        lines.map(({ text }) => text),
      );
      const first = part.getByRole('listitem').first();
      assert.ok((await textOf(first)).includes(`by ${lines[0].actor}`));
      // Each day is said once: all of it happened on one, unless a midnight was between.
      const days = new Set(lines.map(({ at }) => DAYS.format(new Date(at))));
      await comesTo(() => part.getByRole('heading', { level: 3 }).count(), days.size);
    });

    test('a long history goes on as one scrolls, and each of its pages is asked for once', async () => {
      const { part } = await open('anna', id, 'history');
      await visit.looksAway();
      await visit.quiet();
      const asked = [];
      visit.page.on('request', (request) => {
        const { variables, query = '' } = request.postDataJSON?.() ?? {};
        if (query.includes('query History')) asked.push(variables.after);
      });
      const lines = part.locator('.moment-said');
      await comesTo(() => lines.count(), 50);
      for (const count of [100, 106]) {
        await lines.last().scrollIntoViewIfNeeded();
        await visit.page.waitForFunction((wanted) => document.querySelectorAll('.moment-said').length >= wanted, count);
      }
      const texts = await textsOf(lines);
      assert.deepEqual([texts.length, new Set(texts).size], [106, 106]);
      const pages = asked.filter((after) => after !== null);
      assert.equal(new Set(pages).size, pages.length);
      assert.equal(pages.length, 2);
    });

    test('by the keyboard, the button at the end goes on', async () => {
      // A window so low that the end is far.
      const { part } = await open('anna', id, 'contacts', { height: 200 });
      await comesTo(() => part.getByRole('listitem').count(), 50);
      await part.getByRole('button', { name: 'Show more' }).press('Enter');
      await part.getByRole('listitem').filter({ hasText: 'Person 50' }).first().waitFor();
    });

    test('who changed what to what is told to administrators, in the words that people know', async () => {
      const { item } = await open('admin', id, 'audit');
      const call = item('Edit account').first();
      const text = await textOf(call);
      assert.match(text, /by admin/);
      assert.match(text, /E-mail Before: nothing After: new@mail\.example/);
      assert.match(text, /Billing address .*Potsdam/);
    });

    test('in German too', async () => {
      const { item } = await open('admin', id, 'audit', { locale: 'de-DE' });
      const text = await textOf(item('Konto bearbeiten').first());
      assert.match(text, /E-Mail Vorher: nichts Nachher: new@mail\.example/);
    });

    test('everybody else is told that it is not for them', async () => {
      const { part } = await open('anna', id, 'audit');
      await part.getByText('Not for you').waitFor();
      assert.equal(await part.getByRole('list').count(), 0);
    });
  });
}
