import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comesTrue } from '../../comes-to.mjs';
import { createOwn } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

const NAME = 'query Name($id: ID!) { account(id: $id) { name email } }';
const DELETE = `mutation Delete($input: AccountReferenceInput!) { deleteAccount(input: $input) {
  userErrors { message } } }`;
const ERRORS = [{ message: 'It broke.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];

/** What comes without an answer, or late, to a page that somebody has typed into. */
export function describeUnanswered(world) {
  const stateOf = async (id) => (await world.ask('admin', NAME, { id })).account;
  const answering = (page, operation, answer) =>
    page.route('**/graphql', (route) =>
      route.request().postData().includes(operation) ? answer(route) : route.fallback(),
    );
  const edit = async (id) => {
    const visit = await openAccount(world, 'anna', id);
    await visit.withClock();
    await visit.action('Edit').click();
    await visit.field('EMAIL').locator('input').fill('typed@mail.example');
    return visit;
  };

  describe('what is not answered', () => {
    test('is no account that is not there: the page stays, with what was typed', async () => {
      const { id, name } = await createOwn(world);
      const visit = await edit(id);
      await answering(visit.page, 'account(id:', (route) =>
        route.fulfill({ json: { data: { account: null }, errors: ERRORS } }),
      );
      await visit.later(15_000);
      const old = visit.main.getByText('This could not be refreshed just now.');
      await old.waitFor({ state: 'attached' });
      await visit.quiet();
      assert.equal(await visit.field('EMAIL').locator('input').inputValue(), 'typed@mail.example');
      assert.equal(await visit.page.locator('h1').textContent(), name);
      await visit.page.unroute('**/graphql');
      await visit.send();
      await old.waitFor({ state: 'detached' });
      assert.equal((await stateOf(id)).email, 'typed@mail.example');
      await visit.closeWithoutFault();
    });

    test('is nothing that was saved', async () => {
      const { id } = await createOwn(world);
      const visit = await edit(id);
      await answering(visit.page, 'mutation UpdateAccount', (route) =>
        route.fulfill({ json: { data: { updateAccount: null }, errors: ERRORS } }),
      );
      await visit.dialog.locator('button[type="submit"]').click();
      await visit.dialog.getByText('It broke.').waitFor();
      assert.equal(await visit.page.getByText('Your changes are saved.').count(), 0);
      await visit.page.unroute('**/graphql');
      await visit.send();
      assert.equal((await stateOf(id)).email, 'typed@mail.example');
      await visit.closeWithoutFault();
    });

    test('what one has saved oneself is nobody else’s change, while the rest of the page is asked for', async () => {
      const { id } = await createOwn(world);
      const visit = await edit(id);
      let letGo;
      const held = new Promise((resolve) => {
        letGo = resolve;
      });
      await answering(visit.page, 'query AccountCore', (route) => held.then(() => route.continue()));
      const fresh = visit.page.waitForResponse((response) =>
        response.request().postData().includes('query AccountFields'),
      );
      await visit.dialog.locator('button[type="submit"]').click();
      await fresh;
      await visit.main.locator('[data-field="EMAIL"]').getByText('typed@mail.example').waitFor({ state: 'attached' });
      assert.equal(await visit.page.getByText('Somebody else has changed this account').count(), 0);
      letGo();
      await visit.dialog.waitFor({ state: 'detached' });
      await visit.closeWithoutFault();
    });

    test('what is denied meanwhile is not sent from a part of the page either, and says why', async () => {
      const { id } = await createOwn(world);
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      await visit.action('Add contact').click();
      const last = visit.dialog.getByLabel('Last name', { exact: true });
      await last.fill('Kept');
      assert.deepEqual((await world.ask('admin', DELETE, { input: { accountId: id } })).deleteAccount.userErrors, []);
      await visit.later(15_000);
      const denied = visit.dialog.locator('button[aria-disabled="true"]');
      await denied.waitFor();
      const { permissions } = await standingOf(world, 'anna', id);
      const { message } = permissions.find(({ action }) => action === 'ADD_CONTACT');
      await visit.dialog.locator('.notice').getByText(message, { exact: true }).waitFor();
      assert.deepEqual(await visit.axe(), []);
      await denied.click({ force: true });
      await last.press('Enter');
      assert.equal(await visit.dialog.locator('.notice').count(), 1);
      assert.equal(await last.inputValue(), 'Kept');
      await visit.closeWithoutFault();
    });

    test('what is denied meanwhile is not sent by the Enter key either', async () => {
      const { id } = await createOwn(world);
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      await visit.action('Synchronize').click();
      const system = visit.dialog.getByRole('textbox');
      await system.fill('crm');
      assert.deepEqual((await world.ask('admin', DELETE, { input: { accountId: id } })).deleteAccount.userErrors, []);
      await visit.later(15_000);
      await visit.dialog.locator('button[aria-disabled="true"]').waitFor();
      const sent = [];
      visit.page.on('request', (request) => sent.push(request.postData() ?? ''));
      await system.press('Enter');
      // What the page asks for later is seen: what the key had sent would have been before.
      await visit.later(15_000);
      await comesTrue(() => sent.some((body) => body.includes('query AccountStanding')));
      assert.deepEqual(
        sent.filter((body) => body.includes('mutation')),
        [],
      );
      assert.equal(await system.inputValue(), 'crm');
      await visit.closeWithoutFault();
    });
  });
}
