import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { day } from '../days.mjs';
import { partOf, partsWorld, textOf, textsOf, written } from './world.mjs';

const LINES = 'lines { description quantity unitPrice amount credited period from }';
const ISSUED = `invoices { edges { node { id number total currency issueDate reason corrects { number } billTo { name } ${LINES} } } }`;

/** Pending and issued invoices and credit notes: to the cent as the server has them, and made for real. */
export function describeInvoices(world) {
  const parts = partsWorld(world);

  describe('invoices', () => {
    let visit;
    const issued = async (id) => (await parts.read(id, ISSUED)).invoices.edges.map(({ node }) => node);
    const pending = async (id, asOf) =>
      (await parts.read(id, `pendingInvoices(asOf: "${asOf}") { total currency ${LINES} }`)).pendingInvoices;
    const open = async (identity, id, options) => {
      visit = await parts.open(identity, id, 'invoices', options);
      await visit.settled();
      return partOf(visit);
    };
    /** The amounts of the lines of a table, as they are shown; what was credited stands below. */
    const amounts = async (place) =>
      (await textsOf(place.locator('tbody tr td:nth-child(5)'))).map((text) =>
        text.replace(/ \S+(?: €)? credited.*| [\d.,]+ € gutgeschrieben/, ''),
      );
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    const both = ['en-GB', 'de-DE'];
    for (const [kind, locales] of [
      ['copied', world.isLong ? both : ['en-GB']],
      ['own', world.isLong ? both : ['de-DE']],
    ]) {
      for (const locale of locales) {
        test(`of the ${kind} account, pending and issued are those of the server, in ${locale}`, async () => {
          const id = world.accounts[kind];
          const { part } = await open('anna', id, { locale });
          const { money, decimal, day: asDay } = written(locale);
          const expected = await pending(id, day(0));
          assert.ok(expected.length > 0);
          await comesTo(() => part.locator('article.card').count(), expected.length);
          const cards = await part.locator('article.card').all();
          for (const [index, { total, currency, lines }] of expected.entries()) {
            assert.equal(await textOf(cards[index].locator('.total')), money(total, currency));
            assert.deepEqual(
              await amounts(cards[index]),
              lines.map(({ amount }) => money(amount, currency)),
            );
          }
          const invoices = await issued(id);
          assert.ok(invoices.some(({ corrects }) => corrects !== null));
          await comesTo(() => part.locator('li.invoice').count(), invoices.length);
          const items = await part.locator('li.invoice').all();
          for (const [
            index,
            { number, total, currency, issueDate, reason, corrects, billTo, lines },
          ] of invoices.entries()) {
            const head = await textOf(items[index]);
            const told = [number, asDay(issueDate), money(total, currency), reason, corrects?.number, billTo?.name];
            for (const text of told.filter(Boolean)) assert.ok(head.includes(text), `${text} in ${head}`);
            await items[index].getByRole('button', { name: number, exact: true }).click();
            await items[index].locator('tbody tr').first().waitFor();
            assert.deepEqual(
              await amounts(items[index]),
              lines.map(({ amount }) => money(amount, currency)),
            );
            assert.deepEqual(
              await textsOf(items[index].locator('tbody td:nth-child(3)')),
              lines.map(({ quantity }) => decimal(quantity)),
            );
            assert.deepEqual(
              await textsOf(items[index].locator('tbody td:nth-child(4)')),
              lines.map(({ unitPrice }) => money(unitPrice, currency)),
            );
          }
        });
      }
    }

    test('what is pending by any day is shown, also by one ahead', async () => {
      const id = world.accounts.own;
      const { part, typeDay } = await open('anna', id);
      const lines = part.locator('article.card tbody tr');
      const now = await lines.count();
      await typeDay(part.getByRole('group', { name: 'As of' }).first(), day(60));
      const [{ total, currency, lines: ahead }] = await pending(id, day(60));
      assert.ok(ahead.length > now);
      const { money } = written('en-GB');
      await part.locator('article.card .total').getByText(money(total, currency), { exact: true }).waitFor();
      await comesTo(() => lines.count(), ahead.length);
    });

    describe('that are made', () => {
      let id;
      before(async () => {
        id = await parts.copiedAccount('BILLED');
      });

      test('a day ahead is refused at its field; by today they are issued, and then there is nothing left', async () => {
        const { part, dialog, told, press, typeDay, toldOf } = await open('bob', id);
        await press('Generate invoices');
        await typeDay(dialog, day(3));
        await press('Generate invoices', dialog);
        const refused = dialog.locator('.field[data-invalid]');
        await refused.locator('.field-error').waitFor();
        assert.match(await textOf(refused.locator('.field-error')), /As of/);
        assert.match(await toldOf(dialog.getByRole('spinbutton').first()), /As of/);
        assert.deepEqual(await issued(id), []);
        await typeDay(dialog, day(0));
        await press('Generate invoices', dialog);
        await dialog.waitFor({ state: 'detached' });
        const [invoice, ...others] = await issued(id);
        assert.deepEqual(others, []);
        const { money } = written('en-GB');
        await told.getByText(`${invoice.number} was issued: ${money(invoice.total, invoice.currency)}.`).waitFor();
        await part.getByRole('button', { name: invoice.number, exact: true }).waitFor();
        assert.equal(invoice.billTo.name, 'Alpha');

        await part.getByText(/^Nothing is pending by/).waitFor();
        await press('Generate invoices');
        await dialog.getByText('Nothing is pending by this day.').waitFor();
        await press('Generate invoices', dialog);
        await dialog.locator('.notice').waitFor();
        assert.equal((await issued(id)).length, 1);
      });

      test('a credit note takes back what is left at most, in the way that one writes it', async () => {
        const account = await parts.copiedAccount('CREDITED', 4);
        const { invoices } = await parts.act('generateInvoices', { accountId: account });
        const [{ number, lines }] = invoices;
        const { part, dialog, press, toldOf } = await open('anna', account, { locale: 'de-DE' });
        await press(`Gutschreiben ${number}`);
        await dialog.getByRole('checkbox').first().click({ force: true });
        const amount = dialog.getByRole('textbox', { name: 'Betrag', exact: true });
        await comesTo(() => amount.inputValue(), lines[0].amount.replace('.', ','));
        await amount.fill('1.000,00');
        await dialog.getByRole('textbox', { name: 'Grund', exact: true }).fill('Kulanz');
        await press('Gutschrift anlegen', dialog);
        await dialog.locator('input[aria-invalid="true"]:focus').waitFor();
        assert.match(await toldOf(amount), /Betrag/);
        assert.deepEqual(
          [await amount.inputValue(), await dialog.getByRole('textbox', { name: 'Grund' }).inputValue()],
          ['1.000,00', 'Kulanz'],
        );
        await amount.fill('1,5');
        await press('Gutschrift anlegen', dialog);
        await dialog.waitFor({ state: 'detached' });
        await part.getByText('Kulanz').waitFor();
        const [note, invoice] = await issued(account);
        assert.deepEqual([note.total, note.corrects.number, invoice.lines[0].credited], ['-1.50', number, '1.50']);
        // Of a credit note there is none.
        assert.equal(await part.getByRole('button', { name: `Gutschreiben ${note.number}` }).count(), 0);
      });
    });

    test('an account without invoices of its own says where they stand', async () => {
      const id = await parts.copiedAccount('JOINED');
      await parts.act('updateAccount', { accountId: id, separateInvoices: false });
      const { invoices } = await parts.act('generateInvoices', { accountId: id });
      const { part } = await open('admin', id);
      await part.getByText('No invoices yet').waitFor();
      await visit.page.locator('.notice').getByRole('link', { name: 'Alpha', exact: true }).click();
      await visit.heading('Alpha').waitFor();
      await visit.page.getByRole('link', { name: 'Invoices', exact: true }).click();
      const joined = part.locator('li.invoice').filter({ hasText: invoices[0].number });
      await joined.getByRole('button', { name: invoices[0].number, exact: true }).click();
      await joined.getByRole('link', { name: 'Customer JOINED' }).first().waitFor();
    });

    test("what the caller may not see of it is told with the server's reason", async () => {
      visit = await world.open('anna', '/');
      await visit.page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = await response.json();
        const account = body.data?.account;
        if (account?.pendingInvoices) account.pendingInvoices = null;
        const permission = account?.actionPermissions?.find(({ action }) => action === 'VIEW_PENDING_INVOICES');
        if (permission) Object.assign(permission, { allowed: false, message: 'Somebody says no.' });
        await route.fulfill({ response, json: body });
      });
      await visit.page.goto(new URL(`/accounts/${world.accounts.own}/invoices`, world.url).href);
      const { part } = partOf(visit);
      await part.getByText('Pending invoices are not for you').waitFor();
      await part.getByText('Somebody says no.').last().waitFor();
    });
  });
}
