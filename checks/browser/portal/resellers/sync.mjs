import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { comeBackUntil, factsIn } from './world.mjs';

const HEALTH = `query ($id: ID!) { tenantReseller(id: $id) { syncHealth { acceptedLastDay refusedLastDay openProblems } } }`;
const ACCOUNTS = '{ accounts(first: 200) { edges { node { id name managedByReseller { sourceAccountId } } } } }';

/** What a sync sent and was refused, and what a sync sees. */
export function describeResellersSync(world) {
  describe("a reseller's sync", () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('what is refused while the inbox is open shows in it, and goes when it is taken', async () => {
      const { beta } = world.resellers;
      visit = await world.open('admin', `/resellers/${beta.id}/sync`);
      const { page, main } = visit;
      await page.getByText('All is well').waitFor();
      const paid = { sourceSubscriptionId: 's-1', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-01' };
      const customer = { sourceAccountId: 'HILAA', name: 'HILARION-Abastos' };
      const refused = await world.sync(beta, customer, [{ ...paid, sku: 'NOBODY-OFFERS-THIS' }]);
      assert.equal(refused.outcome, 'REJECTED');
      const problem = main.locator('.problem', { hasText: 'HILAA' });
      // Nobody touches the page: it asks by itself while it is looked at.
      if (world.isLong) await problem.waitFor();
      else await comeBackUntil(page, problem);
      await problem.getByText(refused.userErrors[0].message).waitFor();
      const facts = await factsIn(problem);
      assert.equal(facts.Customer, 'HILAA');
      assert.equal(facts.Subscription, 's-1');
      assert.equal(facts['How often'], '1');
      assert.equal(facts.Where, 'input.items.0.paidSubscriptions.0.sku');
      const { syncHealth } = (await world.ask('admin', HEALTH, { id: beta.id })).tenantReseller;
      const figures = main.locator('.figures');
      await figures.locator('dd').nth(3).getByText(String(syncHealth.openProblems), { exact: true }).waitFor();
      const told = await factsIn(figures);
      assert.equal(told['Open problems'], '1');
      assert.equal(told['Taken in 24 hours'], String(syncHealth.acceptedLastDay));
      assert.equal(told['Refused in 24 hours'], String(syncHealth.refusedLastDay));

      const taken = await world.sync(beta, customer, [{ ...paid, sku: 'SEATS' }]);
      assert.equal(taken.outcome, 'CREATED');
      await comeBackUntil(page, page.getByText('All is well'));
      await page.getByRole('radio', { name: 'Closed' }).click();
      await problem.getByText(/^Closed /).waitFor();
    });

    test('sees its own customers and nothing else, and is refused nothing', async () => {
      const { alpha, gamma } = world.resellers;
      visit = await world.open(`sync-${alpha.id}`);
      const { page, main } = visit;
      const refused = [];
      const answers = [];
      page.on('response', (response) => {
        if (!response.url().endsWith('/graphql')) return;
        answers.push(
          response.json().then(
            ({ errors }) => errors && refused.push(errors),
            () => undefined,
          ),
        );
        if (!response.ok()) refused.push(response.status());
      });
      await page.reload();
      await page.getByRole('heading', { name: 'You see what Alpha’s sync sees' }).waitFor();
      const own = (await world.ask(`sync-${alpha.id}`, ACCOUNTS)).accounts.edges.map(({ node }) => node);
      await main.locator('tbody tr').first().waitFor();
      await comesTo(
        () => main.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.account)),
        own.map(({ id }) => id),
      );
      assert.equal(await main.getByText('Blondel père et fils').count(), 0, `that is a customer of ${gamma.name}`);

      await page.getByRole('searchbox').fill('futterk');
      await main.locator('tbody tr', { hasText: 'Wang' }).waitFor({ state: 'detached' });
      await main.getByRole('link', { name: 'Alfreds Futterkiste' }).click();
      await page.getByRole('heading', { name: 'Alfreds Futterkiste' }).waitFor();
      const facts = await factsIn(main.locator('.card').first());
      assert.equal(facts['Source id'], 'ALFKI');
      assert.equal(facts['E-mail'], 'orders@futter.example');
      await comesTo(() => main.locator('.problem').count(), 2, 'its subscriptions');
      await main.getByText('futter.example', { exact: true }).waitFor();

      await page.getByRole('link', { name: 'Inbox and health' }).click();
      await page.getByRole('heading', { name: 'Sync inbox' }).waitFor();
      await page.getByRole('link', { name: 'Services and prices' }).click();
      await main.locator('#sync-services').waitFor();
      await page.getByRole('searchbox').fill('cloud sea');
      const seats = main.locator('[data-sku="SEATS"]');
      await seats.waitFor();
      // By its list, not at the service's own price.
      await seats.getByText('€7.90').waitFor();

      await page.goto(new URL(`/customers/${world.accounts.own}`, world.url).href);
      await page.getByText('There is no such customer here').waitFor();
      await Promise.all(answers);
      assert.ok(answers.length >= 8, 'the answers were looked at');
      assert.deepEqual(refused, []);
    });
  });
}
