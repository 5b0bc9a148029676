import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { day } from '../days.mjs';
import { partOf, partsWorld, plain, textsOf, written } from './world.mjs';

const FIELDS = `subscriptions { edges { node { id service { name sku } quantity quantities { from quantity } unitPrice currency
  startDate endDate nextInvoiceDate billingPeriod priceSource status overbilled { period amount currency } } } }`;

/** Subscriptions: shown as they are, changed and cancelled where that may be done, and growing while one looks. */
export function describeSubscriptions(world) {
  const parts = partsWorld(world);

  describe('subscriptions', () => {
    let visit;
    let id;
    const sell = (accountId, quantity, startDate) =>
      parts.act('createSubscription', { accountId, sku: 'SEATS', quantity, billingPeriod: 'MONTHLY', startDate });
    const subscriptions = async (account) =>
      (await parts.read(account, FIELDS)).subscriptions.edges.map(({ node }) => node);
    const open = async (identity, account, options) => {
      visit = await parts.open(identity, account, 'subscriptions', options);
      await visit.settled();
      return partOf(visit);
    };
    before(async () => {
      id = await parts.ownAccount('Of subscriptions');
      await sell(id, 5, day(-70));
    });
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    for (const [kind, locale, language] of [
      ['copied', 'en-GB', 'en'],
      ['own', 'de-DE', 'de'],
    ]) {
      test(`those of the ${kind} account are told as the server has them, in ${locale}`, async () => {
        const { part } = await open('anna', world.accounts[kind], { locale });
        const { accountPolicy } = await world.ask(
          'admin',
          `{ accountPolicy(locale: "${language}") { enums { enum values { value label } } } }`,
        );
        const label = (name, value) =>
          accountPolicy.enums.find(({ enum: one }) => one === name).values.find((one) => one.value === value).label;
        const { money, day: asDay } = written(locale);
        const sold = await subscriptions(world.accounts[kind]);
        await comesTo(() => part.locator('.subscription').count(), sold.length);
        const cards = await part.locator('.subscription').all();
        for (const [index, one] of sold.entries()) {
          const facts = await textsOf(cards[index].locator('.facts dd'));
          assert.deepEqual(facts.slice(0, 4), [
            String(one.quantity),
            `${money(one.unitPrice, one.currency)}, ${label('BillingPeriod', one.billingPeriod)}`,
            label('PriceSource', one.priceSource),
            asDay(one.startDate),
          ]);
          assert.equal(facts[5], asDay(one.nextInvoiceDate));
          const steps = one.quantities.length < 2 ? [] : one.quantities;
          assert.deepEqual(
            await textsOf(cards[index].locator('.step strong')),
            steps.map(({ quantity }) => String(quantity)),
          );
          for (const { from } of steps) await cards[index].getByText(asDay(from)).first().waitFor();
        }
      });
    }

    test('on a copied account both buttons say why they cannot be pressed', async () => {
      const query = 'query Parts($id: ID!) { account(id: $id) { actionPermissions { action message } } }';
      const { account } = await world.ask('admin', query, { id: world.accounts.copied });
      const reason = account.actionPermissions.find(({ action }) => action === 'CREATE_SUBSCRIPTION').message;
      const { part, toldOf } = await open('admin', world.accounts.copied);
      await comesTo(() => part.locator('.item-actions').getByRole('button').count(), 4);
      const buttons = await part.locator('.item-actions').getByRole('button').all();
      for (const button of buttons) {
        assert.equal(await button.getAttribute('aria-disabled'), 'true');
        assert.equal(plain(await toldOf(button)), reason);
      }
    });

    test('a step is added; a refused one stands at its field with what was typed', async () => {
      const { part, dialog, press, fill, typeDay, toldOf } = await open('bob', id);
      await press('Change Cloud seats');
      await press('Add a step', dialog);
      const second = dialog.getByRole('group', { name: 'Step 2', exact: true });
      await typeDay(second, day(-20));
      await fill('Quantity', '0', 1);
      await press('Save', dialog);
      const refused = dialog.locator('input[aria-invalid="true"]:focus');
      await refused.waitFor();
      await comesTo(() => refused.inputValue(), '0');
      assert.match(await toldOf(refused), /Quantity/);
      await fill('Quantity', '9', 1);
      await press('Save', dialog);
      await dialog.waitFor({ state: 'detached' });
      await part.locator('.step strong').getByText('9', { exact: true }).waitFor();
      assert.deepEqual((await subscriptions(id))[0].quantities, [
        { from: day(-70), quantity: 5 },
        { from: day(-20), quantity: 9 },
      ]);
    });

    test('what was invoiced too much is told period by period', async () => {
      const account = await parts.ownAccount('Overbilled');
      await sell(account, 5, day(-10));
      await parts.act('generateInvoices', { accountId: account });
      const { part, dialog, press, fill } = await open('anna', account);
      await press('Change Cloud seats');
      await fill('Quantity', '2');
      await press('Save', dialog);
      await part.getByText('More was invoiced than is owed now').waitFor();
      const [{ overbilled }] = await subscriptions(account);
      assert.equal(overbilled.length, 1);
      const { money, day: asDay } = written('en-GB');
      const [{ period, amount, currency }] = overbilled;
      assert.deepEqual(await textsOf(part.locator('.overbilled li')), [
        `Period from ${asDay(period)}: ${money(amount, currency)}`,
      ]);
    });

    test('one is cancelled for a day; a day before its start is refused there', async () => {
      const account = await parts.ownAccount('To be cancelled');
      await sell(account, 1, day(-10));
      const { part, dialog, press, typeDay } = await open('anna', account);
      await press('Cancel Cloud seats');
      await typeDay(dialog, day(-30));
      await press('Cancel subscription', dialog);
      await dialog.locator('.field[data-invalid] .field-error').waitFor();
      await typeDay(dialog, day(5));
      await press('Cancel subscription', dialog);
      await dialog.waitFor({ state: 'detached' });
      await part.getByText('Cancelled', { exact: true }).waitFor();
      assert.equal((await subscriptions(account))[0].endDate, day(5));
    });

    test('a subscription that grows at the reseller gets its step while the page is open', async () => {
      const source = { sourceSubscriptionId: 'GROWS-1', sku: 'SEATS', billingPeriod: 'MONTHLY', startDate: day(-40) };
      const grow = (sourceVersion, quantities) =>
        world.sync(world.resellers.alpha, { sourceAccountId: 'GROWS', name: 'Grows' }, [
          { ...source, sourceVersion, quantities },
        ]);
      const first = { from: day(-40), quantity: 3 };
      const { account } = await grow('1', [first]);
      const { part } = await open('anna', account.id);
      await visit.page.clock.install();
      await visit.page.reload();
      await part.locator('.subscription').waitFor();
      await visit.settled();
      assert.equal(await part.locator('.step').count(), 0);
      await visit.page.evaluate(() => {
        window.sameDocument = true;
      });
      await grow('2', [first, { from: day(-1), quantity: 41 }]);
      await visit.later(15_000);
      await part.locator('.step strong').getByText('41', { exact: true }).waitFor();
      assert.ok(await visit.page.evaluate(() => window.sameDocument));
    });
  });
}
