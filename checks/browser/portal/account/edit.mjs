import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { createOwn, KINDS, transfer } from './kinds.mjs';
import { openAccount } from './page.mjs';

const STATE = `query State($id: ID!) { account(id: $id) { name email accountingNo currency revision
  customFields { definition { code } value } salesDocuments { edges { node { title } } } } }`;
const UPDATE = `mutation Update($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { message } } }`;

/** Editing: what is free, what is refused, and what others change meanwhile. */
export function describeEdit(world) {
  const stateOf = async (id) => (await world.ask('admin', STATE, { id })).account;
  const noteOf = ({ customFields }) => customFields.find(({ definition }) => definition.code === 'note').value;
  const edit = async (identity, id) => {
    const visit = await openAccount(world, identity, id);
    await visit.action('Edit').click();
    await visit.dialog.getByLabel('Note', { exact: true }).waitFor();
    return visit;
  };
  const input = (visit, field) => visit.field(field).locator('input');
  const save = (visit) => visit.dialog.getByRole('button', { name: 'Save', exact: true });

  describe('an account is edited', () => {
    test('by keys alone, and what was locked stays', async () => {
      const id = await KINDS.copied(world);
      const visit = await openAccount(world, 'bob', id);
      const { page } = visit;
      await tabTo(page, 'Edit');
      await page.keyboard.press('Enter');
      await visit.dialog.getByLabel('Note', { exact: true }).waitFor();
      assert.equal(await visit.field('NAME').locator('input').count(), 0, 'what is locked is read');
      await tabTo(page, 'Note');
      await page.keyboard.type('Typed by keys');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('Your changes are saved.').waitFor();
      assert.equal(noteOf(await stateOf(id)), 'Typed by keys');
      await page.waitForFunction(() => document.activeElement?.textContent === 'Edit');
      await visit.closeWithoutFault();
    });

    test('leaves the focus where it was, also where its fields came late', async () => {
      const { id, name } = await createOwn(world);
      const visit = await openAccount(world, 'anna', world.accounts.own);
      let letGo;
      const held = new Promise((resolve) => {
        letGo = resolve;
      });
      await visit.page.route('**/graphql', async (route) => {
        if (route.request().postData().includes('query AccountFields')) await held;
        await route.fallback();
      });
      await visit.goesTo(`/accounts/${id}`);
      await visit.heading(name).waitFor();
      await visit.action('Edit').click();
      await visit.dialog.locator('.skeleton').first().waitFor();
      letGo();
      await visit.dialog.getByLabel('Note', { exact: true }).waitFor();
      await visit.page.keyboard.press('Escape');
      await visit.dialog.waitFor({ state: 'detached' });
      await visit.getsFocus(visit.action('Edit'), 'the button that opened it');
      await visit.closeWithoutFault();
    });

    test('a check first tells what would be saved, and saves nothing', async () => {
      const { id } = await createOwn(world);
      const before = await stateOf(id);
      const visit = await edit('anna', id);
      await input(visit, 'ACCOUNTING_NO').fill('BOTTM');
      await visit.dialog.getByRole('button', { name: 'Check first' }).click();
      await visit.dialog.getByText('Accounting No – becomes BOTTM').waitFor();
      assert.deepEqual(await stateOf(id), before);
      await visit.send();
      assert.equal((await stateOf(id)).accountingNo, 'BOTTM');
      await visit.closeWithoutFault();
    });

    test('a refusal stands at its field, which has the focus', async () => {
      const { id } = await createOwn(world);
      const visit = await edit('anna', id);
      await input(visit, 'CURRENCY').fill('XXZ');
      await input(visit, 'EMAIL').fill('kept@mail.example');
      await save(visit).click();
      await visit.field('CURRENCY').locator('.field-error').waitFor();
      await visit.getsFocus(input(visit, 'CURRENCY'), 'what is refused');
      await comesTo(() => visit.dialog.locator('.field-error').count(), 1);
      assert.equal(await input(visit, 'EMAIL').inputValue(), 'kept@mail.example');
      assert.deepEqual(await visit.axe(), []);
      await input(visit, 'CURRENCY').fill('EUR');
      await visit.send();
      assert.equal((await stateOf(id)).email, 'kept@mail.example');
      await visit.closeWithoutFault();
    });

    test('a refusal goes with its line, and does not come to the one after it', async () => {
      const { id } = await createOwn(world);
      const visit = await edit('anna', id);
      const add = visit.dialog.getByRole('button', { name: 'Add an option' });
      const part = (number, place) =>
        visit.dialog
          .getByRole('group', { name: `Option ${number}` })
          .getByRole('textbox')
          .nth(place);
      const key = (number) => part(number, 1);
      for (const [number, text] of [
        [1, ''],
        [2, 'second'],
      ]) {
        await add.click();
        await part(number, 0).fill('crm');
        await key(number).fill(text);
      }
      await save(visit).click();
      await visit.dialog.locator('.field-error').first().waitFor();
      await comesTo(() => key(1).getAttribute('aria-invalid'), 'true');
      await visit.dialog.getByRole('button', { name: 'Remove option 1' }).click();
      await comesTo(() => key(1).inputValue(), 'second');
      await comesTo(() => visit.dialog.locator('.field-error').count(), 0);
      await visit.send();
      await visit.closeWithoutFault();
    });

    for (const [choice, email] of [
      ['Save over the newer state', 'mine@mail.example'],
      ['Take theirs', 'theirs@mail.example'],
    ]) {
      test(`an edit that lost the race keeps what was typed: ${choice}`, async () => {
        const { id } = await createOwn(world);
        const visit = await edit('anna', id);
        await input(visit, 'EMAIL').fill('mine@mail.example');
        await visit.dialog.getByLabel('Note', { exact: true }).fill('My note');
        const theirs = { accountId: id, email: 'theirs@mail.example', accountingNo: 'THEIRS' };
        assert.deepEqual((await world.ask('admin', UPDATE, { input: theirs })).updateAccount.userErrors, []);
        await save(visit).click();
        const told = visit.dialog.locator('.race');
        await told.waitFor();
        for (const part of ['E-mail', 'theirs@mail.example', 'mine@mail.example', 'Accounting No', 'THEIRS']) {
          await told.filter({ hasText: part }).waitFor();
        }
        assert.equal(await input(visit, 'EMAIL').inputValue(), 'mine@mail.example');
        assert.equal((await stateOf(id)).email, 'theirs@mail.example');
        await visit.dialog.getByRole('button', { name: choice }).click();
        if (choice === 'Take theirs') {
          await told.waitFor({ state: 'detached' });
          await comesTo(() => input(visit, 'EMAIL').inputValue(), 'theirs@mail.example');
          await save(visit).click();
        }
        await visit.dialog.waitFor({ state: 'detached' });
        const after = await stateOf(id);
        assert.deepEqual([after.email, after.accountingNo, noteOf(after)], [email, 'THEIRS', 'My note']);
        await visit.closeWithoutFault();
      });
    }

    test('a field that is locked meanwhile keeps what was typed, and is not sent', async () => {
      const { id, name, subscriptionId } = await createOwn(world, { billToId: world.resellers.alpha.accountId });
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      await visit.action('Edit').click();
      await input(visit, 'NAME').fill('Typed in vain');
      await visit.dialog.getByLabel('Note', { exact: true }).fill('Sent');
      await transfer(world, id, subscriptionId);
      await visit.later(15_000);
      await visit.dialog.getByText('It was locked while you were typing.').waitFor();
      assert.equal(await input(visit, 'NAME').inputValue(), 'Typed in vain');
      await comesTo(() => input(visit, 'NAME').isEditable(), false);
      await visit.dialog
        .getByText(/is managed by Alpha/)
        .first()
        .waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.dialog.getByRole('button', { name: 'Save over the newer state' }).click();
      await visit.dialog.waitFor({ state: 'detached' });
      const after = await stateOf(id);
      assert.deepEqual([after.name, noteOf(after)], [name, 'Sent']);
      await visit.closeWithoutFault();
    });

    test('whoever would lose what was typed is asked first', async () => {
      const { accountId } = world.resellers.alpha;
      const { id } = await createOwn(world, { billToId: accountId });
      const visit = await openAccount(world, 'anna', id);
      await visit.field('BILL_TO').getByRole('link').click();
      await visit.heading('Alpha').waitFor();
      await visit.action('Edit').click();
      await visit.dialog.getByLabel('Note', { exact: true }).fill('Typed');
      const question = visit.page.getByRole('dialog', { name: 'Leave without saving?' });
      for (const leave of [
        () => visit.page.keyboard.press('Escape'),
        () => visit.page.evaluate(() => history.back()),
      ]) {
        await leave();
        await question.waitFor();
        await question.getByRole('button', { name: 'Go on editing' }).click();
        await question.waitFor({ state: 'detached' });
        assert.equal(await visit.dialog.getByLabel('Note', { exact: true }).inputValue(), 'Typed');
      }
      await visit.page.waitForURL(new RegExp(`${accountId}$`));
      await visit.page.keyboard.press('Escape');
      await question.getByRole('button', { name: 'Leave', exact: true }).click();
      await visit.dialog.waitFor({ state: 'detached' });
      assert.equal(noteOf(await stateOf(accountId)), null);
      await visit.closeWithoutFault();
    });

    test('an offer of which no answer came is made once, however often it is sent', async () => {
      const { id } = await createOwn(world);
      const visit = await openAccount(world, 'anna', id);
      const { page, dialog } = visit;
      await visit.action('Create offer').click();
      await dialog.getByLabel('Title', { exact: true }).fill('Once');
      await dialog.getByRole('combobox', { name: 'SKU', exact: true }).fill('Cloud');
      await page.getByRole('option', { name: /^Cloud/ }).click();
      await page.route('**/graphql', async (route) => {
        if (!route.request().postData().includes('createOffer')) return route.continue();
        await route.fetch();
        return route.abort();
      });
      await dialog.locator('button[type="submit"]').click();
      await dialog.getByText('No answer came').waitFor();
      assert.equal(await dialog.getByLabel('Title', { exact: true }).inputValue(), 'Once');
      await page.unroute('**/graphql');
      await visit.send();
      assert.equal((await stateOf(id)).salesDocuments.edges.length, 1);
      await visit.close();
    });
  });
}

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement: node } = document;
      return (node.labels?.[0] ?? node).textContent.trim();
    });
    if (label === name) return;
  }
  throw new Error(`No key leads to "${name}"`);
}
