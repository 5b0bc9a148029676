import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { partOf, partsWorld } from './world.mjs';

const PARTS = ['contacts', 'relations', 'subscriptions', 'invoices', 'history', 'audit'];
/** What opens each dialog, on the distributor's own account. */
const DIALOGS = [
  ['contacts', /^Add contact/],
  ['contacts', /^Change /],
  ['contacts', /^Remove /],
  ['relations', /^Relate/],
  ['relations', /^Remove /],
  ['subscriptions', /^Change /],
  ['subscriptions', /^Cancel /],
  ['invoices', /^Generate invoices/],
  ['invoices', /^Create invoice/],
  ['invoices', /^Credit /],
];
const DAILY = /Create|Credit|Add/;
const LOOKS = [
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

/** Each part and dialog as axe-core and a small window find it, and what is shown when nothing can be had. */
export function describePartStates(world) {
  const parts = partsWorld(world);

  describe("the account's parts in every look", () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });
    const open = async (part, options, identity = 'admin', id = world.accounts.own) => {
      visit = await parts.open(identity, id, part, options);
      await visit.settled();
      return partOf(visit);
    };

    for (const part of PARTS) {
      for (const look of LOOKS.slice(0, world.isLong ? LOOKS.length : 1)) {
        test(`${part} at ${look.width}, ${look.scheme}`, async () => {
          const { part: shown } = await open(part, look);
          // What is folded is looked at too.
          for (const fold of await shown.locator('details > summary, .unfold').all()) await fold.click();
          await visit.settled();
          assert.deepEqual(await visit.axe(), []);
          assert.equal(await visit.overflow(), 0);
        });
      }
    }

    // Those that ask for most, every day.
    const dialogs = world.isLong ? DIALOGS : DIALOGS.filter(([, button]) => DAILY.test(button.source));
    for (const [part, button] of dialogs) {
      for (const look of LOOKS.slice(world.isLong ? 0 : 1, world.isLong ? LOOKS.length : 2)) {
        test(`${button.source} of ${part} at ${look.width}, ${look.scheme}`, async () => {
          const { part: shown, dialog } = await open(part, look);
          await shown.getByRole('button', { name: button }).first().click();
          await dialog.waitFor();
          await visit.settled();
          for (const box of await dialog.getByRole('checkbox').all()) await box.click({ force: true });
          assert.deepEqual(await visit.axe(), []);
          const wide = await dialog.evaluate((node) => node.scrollWidth - node.clientWidth);
          assert.ok(wide <= 0, `${wide} pixels wider`);
          await visit.page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        });
      }
    }

    test('a part that cannot be had says so, and comes back', async () => {
      visit = await world.open('admin', '/');
      const lose = (route) =>
        route.request().postData().includes('query Contacts') ? route.abort() : route.fallback();
      await visit.page.route('**/graphql', lose);
      await visit.page.goto(new URL(`/accounts/${world.accounts.own}/contacts`, world.url).href);
      const { part, press } = partOf(visit);
      await part.getByText('No connection').waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.page.unroute('**/graphql', lose);
      await press('Try again');
      await part.locator('.contact').first().waitFor();
      visit.complaints.splice(0);
    });

    if (world.isLong) {
      test('an empty account says of each part that there is nothing yet', async () => {
        const id = await parts.ownAccount('Empty');
        for (const [part, text] of [
          ['contacts', 'No contacts yet'],
          ['relations', 'Nothing is related here'],
          ['subscriptions', 'No subscriptions yet'],
          ['invoices', 'No invoices yet'],
        ]) {
          const { part: shown } = await open(part, {}, 'anna', id);
          await shown.getByText(text).waitFor();
          assert.deepEqual(await visit.axe(), []);
          await visit.closeWithoutFault();
        }
        visit = null;
      });
    }
  });
}
