import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo, comesTrue } from '../../comes-to.mjs';
import { day } from '../days.mjs';

const MONTHS = 'query ($id: ID!) { tenantReseller(id: $id) { customersCopiedByMonth { month count } } }';

/** Customers by month, and prices from day to day. */
export function describeResellersFigures(world) {
  describe("a reseller's figures", () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('customers copied by month are those that the server counts: as bars, as a sentence and as a table', async () => {
      const { alpha } = world.resellers;
      visit = await world.open('admin', `/resellers/${alpha.id}`);
      const { page, main } = visit;
      const { customersCopiedByMonth: months } = (await world.ask('admin', MONTHS, { id: alpha.id })).tenantReseller;
      const total = months.reduce((sum, { count }) => sum + count, 0);
      assert.ok(total > 1);
      await main.locator('figcaption', { hasText: `${total} customers were copied from` }).waitFor();
      // A bar for each month that has any, with its value on it.
      const labels = main.locator('.plot .recharts-label-list text');
      await labels.first().waitFor();
      const values = async () => (await labels.allTextContents()).filter((text) => text !== '0');
      await comesTo(
        values,
        months.filter(({ count }) => count > 0).map(({ count }) => String(count)),
      );
      await comesTo(() => main.locator('.plot .plot-tick').count(), months.length);
      await page.getByText('The figures as a table').click();
      const rows = await main
        .locator('.plot-table tbody tr')
        .evaluateAll((all) =>
          all.map((row) => ({ month: row.dataset.month, count: Number(row.cells[1].textContent) })),
        );
      assert.deepEqual(rows, months);
    });

    test('the plot comes with its page, not with the first one', async () => {
      visit = await world.open('admin');
      await visit.heading('Accounts').waitFor();
      await visit.settled();
      // The library's components have class names that start with its own.
      const withPlot = async () => {
        const scripts = [...new Set(visit.requests.filter((url) => url.endsWith('.js')))];
        const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
        return texts.filter((text) => text.includes('recharts-bar')).length;
      };
      assert.equal(await withPlot(), 0);
      await visit.page.goto(new URL(`/resellers/${world.resellers.alpha.id}`, world.url).href);
      await visit.main.locator('.recharts-bar').first().waitFor();
      await comesTrue(async () => (await withPlot()) > 0);
    });

    test('a price list says what is valid today and from when something else is', async () => {
      visit = await world.open('admin', `/resellers/${world.resellers.alpha.id}/prices`);
      const line = visit.main.locator('[data-sku="SEATS"]');
      await line.waitFor();
      const entries = line.locator('.price-timeline > li');
      assert.deepEqual(await entries.evaluateAll((all) => all.map((one) => one.querySelector('time').dateTime)), [
        day(0),
        day(90),
      ]);
      assert.match(await entries.nth(0).textContent(), /€7\.90.*Valid today/);
      assert.doesNotMatch(await entries.nth(1).textContent(), /Valid today/);
    });

    test('a reseller without a list has the services’ own prices, is given one, and left without again', async () => {
      const { beta } = world.resellers;
      const listOf = async () =>
        (
          await world.ask('admin', 'query ($id: ID!) { tenantReseller(id: $id) { priceList { code } } }', {
            id: beta.id,
          })
        ).tenantReseller.priceList;
      visit = await world.open('admin', `/resellers/${beta.id}/prices`);
      const { page } = visit;
      const choose = async (name) => {
        await page.getByRole('button', { name: 'Choose a price list' }).click();
        const dialog = page.getByRole('dialog', { name: 'Choose a price list' });
        await dialog.getByRole('button', { name: /Price list/ }).click();
        await page.getByRole('option', { name }).click();
        await dialog.getByRole('button', { name: 'Save' }).click();
      };
      await page.getByText('The services’ own prices apply to what this reseller’s customers buy.').waitFor();
      await choose('Partner (PARTNER)');
      await page.getByRole('heading', { name: 'Price list Partner' }).waitFor();
      assert.deepEqual(await listOf(), { code: 'PARTNER' });
      await choose(/^None/);
      await page.getByText('The services’ own prices apply to what this reseller’s customers buy.').waitFor();
      assert.equal(await listOf(), null);
    });
  });
}
