import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { partOf, partsWorld } from './world.mjs';

const LINES = 'invoices { edges { node { number total billTo { name } lines { description quantity unitPrice } } } }';

/** The invoice by hand: exact decimals, refusals at their fields, no second one after a lost answer, and by keys alone. */
export function describeInvoicesByHand(world) {
  const parts = partsWorld(world);

  describe('an invoice by hand', () => {
    let visit;
    const issued = async (id) => (await parts.read(id, LINES)).invoices.edges.map(({ node }) => node);
    const open = async (identity, id, options) => {
      visit = await parts.open(identity, id, 'invoices', options);
      await visit.settled();
      return partOf(visit);
    };
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('takes decimals as they are written in German, to the last digit', async () => {
      const id = await parts.ownAccount('By hand in German');
      const { part, dialog, press, fill, toldOf } = await open('bob', id, { locale: 'de-DE' });
      await press('Rechnung anlegen');
      await dialog.getByText('By hand in German').waitFor();
      await fill('Beschreibung', 'Schulung');
      await fill('Menge', '1.5');
      await fill('Einzelpreis', '1.234,50');
      await press('Rechnung anlegen', dialog);
      // It could be fifteen as well: nothing is sent.
      const quantity = dialog.locator('input[aria-invalid="true"]:focus');
      await quantity.waitFor();
      assert.match(await toldOf(quantity), /1234,50/);
      await fill('Menge', '1,5');
      await press('Zeile hinzufügen', dialog);
      await fill('Beschreibung', 'Genau', 1);
      await fill('Menge', '0,000001', 1);
      await fill('Einzelpreis', '123.456.789.012,123456', 1);
      await press('Rechnung anlegen', dialog);
      await dialog.waitFor({ state: 'detached' });
      const [invoice] = await issued(id);
      assert.deepEqual(
        invoice.lines.map((line) => ({ ...line })),
        [
          { description: 'Schulung', quantity: '1.5', unitPrice: '1234.50' },
          { description: 'Genau', quantity: '0.000001', unitPrice: '123456789012.123456' },
        ],
      );
      await part.getByRole('button', { name: invoice.number, exact: true }).click();
      await part.getByText('123.456.789.012,123456').waitFor();
    });

    test('refusals stand at their fields, line by line, and what was typed stays', async () => {
      const id = await parts.ownAccount('By hand refused');
      const { dialog, press, fill, toldOf } = await open('anna', id);
      await press('Create invoice');
      await fill('Description', 'Right');
      await fill('Unit price', '10');
      await press('Add a line', dialog);
      await fill('Quantity', '0', 1);
      await fill('Unit price', '1.1234567', 1);
      await press('Create invoice', dialog);
      await dialog.locator('input[aria-invalid="true"]').first().waitFor();
      const second = dialog.getByRole('group', { name: 'Line 2', exact: true });
      for (const label of ['Description', 'Quantity', 'Unit price']) {
        assert.match(await toldOf(second.getByRole('textbox', { name: label, exact: true })), new RegExp(label));
      }
      await comesTo(() => dialog.locator('input[aria-invalid="true"]').count(), 3);
      assert.equal(await second.getByRole('textbox', { name: 'Unit price' }).inputValue(), '1.1234567');
      assert.deepEqual(await issued(id), []);
      await press('Remove line 2', dialog);
      await press('Create invoice', dialog);
      await dialog.waitFor({ state: 'detached' });
      assert.equal((await issued(id))[0].total, '10.00');
    });

    test('is billed to the reseller of a copied account, which is said before', async () => {
      const id = await parts.copiedAccount('HANDED');
      const { dialog, press, fill } = await open('anna', id);
      await press('Create invoice');
      await dialog.getByText('Alpha', { exact: true }).waitFor();
      await dialog.getByRole('button', { name: /is locked/ }).waitFor();
      await fill('Description', 'Workshop');
      await fill('Unit price', '800');
      await press('Create invoice', dialog);
      await dialog.waitFor({ state: 'detached' });
      const [{ billTo, total }] = await issued(id);
      assert.deepEqual([billTo.name, total], ['Alpha', '800.00']);
    });

    test('an answer that is lost loses nothing: sent again, it makes no second invoice', async () => {
      const id = await parts.ownAccount('By hand, lost');
      const { dialog, press, fill } = await open('anna', id);
      await press('Create invoice');
      await fill('Description', 'Once');
      await fill('Unit price', '12.50');
      let lost = 0;
      const lose = async (route) => {
        if (!route.request().postData().includes('mutation CreateInvoice')) return route.fallback();
        await route.fetch();
        lost += 1;
        await route.abort();
      };
      await visit.page.route('**/graphql', lose);
      await press('Create invoice', dialog);
      await dialog.getByText(/No answer came/).waitFor();
      assert.equal((await issued(id)).length, 1);
      assert.equal(await dialog.getByRole('textbox', { name: 'Description', exact: true }).inputValue(), 'Once');
      await visit.page.unroute('**/graphql', lose);
      await press('Create invoice', dialog);
      await dialog.waitFor({ state: 'detached' });
      assert.deepEqual([lost, (await issued(id)).length], [1, 1]);
      // What the browser says of the answer that was lost on purpose.
      visit.complaints.splice(0);
    });

    test('with the keyboard alone', async () => {
      const id = await parts.ownAccount('By keys');
      const { part, dialog, told } = await open('anna', id);
      const { keyboard } = visit.page;
      const focused = () => visit.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      const tabTo = async (text) => {
        for (let presses = 0; presses < 80 && (await focused()) !== text; presses++) await keyboard.press('Tab');
        assert.equal(await focused(), text);
      };
      await part.getByRole('heading', { name: 'Issued invoices and credit notes' }).focus();
      await tabTo('Create invoice');
      await keyboard.press('Enter');
      // The first field has the focus.
      await dialog.locator('input:focus').waitFor();
      await keyboard.type('Typed');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.type('3.30');
      await tabTo('Add a line');
      await keyboard.press('Enter');
      // The new line has the focus.
      await dialog.getByRole('group', { name: 'Line 2', exact: true }).locator('input:focus').waitFor();
      await keyboard.type('Second');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.type('1');
      await keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await told.getByText(/was issued: €4\.30/).waitFor();
      await comesTo(focused, 'Create invoice');
      const [{ lines }] = await issued(id);
      assert.deepEqual(
        lines.map(({ description }) => description),
        ['Typed', 'Second'],
      );
    });
  });
}
