import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { partOf, partsWorld, plain, textsOf } from './world.mjs';

/** Contacts and relations: shown, added, changed and removed; refused at their fields; denied with the reason. */
export function describeRecords(world) {
  const parts = partsWorld(world);

  describe('contacts and relations', () => {
    let visit;
    const open = async (identity, id, part, options) => {
      visit = await parts.open(identity, id, part, options);
      await visit.settled();
      return partOf(visit);
    };
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    for (const kind of world.isLong ? ['copied', 'own'] : ['copied']) {
      test(`the contacts of the ${kind} account are those that the server has, to write to and to call`, async () => {
        const { part } = await open('anna', world.accounts[kind], 'contacts');
        const { contacts } = await parts.read(
          world.accounts[kind],
          'contacts { edges { node { firstName lastName email phone jobTitle } } }',
        );
        const people = contacts.edges.map(({ node }) => node);
        await comesTo(
          () => textsOf(part.getByRole('heading', { level: 3 })),
          people.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ')),
        );
        assert.deepEqual(
          await part.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
          people.flatMap(({ email, phone }) => [
            `mailto:${email}`,
            ...(phone === null ? [] : [`tel:${phone.replaceAll(' ', '')}`]),
          ]),
        );
      });
    }

    test('a contact is added, changed and removed, and each is read back', async () => {
      const id = await parts.copiedAccount('PEOPLE');
      const names = async () =>
        (await parts.read(id, 'contacts { edges { node { firstName lastName phone } } }')).contacts.edges.map(
          ({ node }) => node,
        );
      const { part, dialog, told, item, press, fill } = await open('bob', id, 'contacts');
      await part.getByText('No contacts yet').waitFor();
      await press('Add contact');
      await fill('First name', 'Ann');
      await fill('Last name', 'Devon');
      await press('Add contact', dialog);
      await item('Ann Devon').waitFor();
      await told.getByText('Ann Devon was added.').waitFor();
      assert.deepEqual(await names(), [{ firstName: 'Ann', lastName: 'Devon', phone: null }]);

      await press('Change Ann Devon');
      await fill('First name', '');
      await fill('Phone', '030 1');
      await press('Save', dialog);
      await item('030 1').waitFor();
      assert.deepEqual(await names(), [{ firstName: null, lastName: 'Devon', phone: '030 1' }]);

      await press('Remove Devon');
      await dialog.getByText('Devon is removed from this account for good').waitFor();
      await press('Remove', dialog);
      await part.getByText('No contacts yet').waitFor();
      await told.getByText('Devon was removed.').waitFor();
      assert.deepEqual(await names(), []);
      // The button that had the focus is gone with the contact.
      await part.locator('h2:focus').waitFor();
    });

    test('a refusal stands at its field, which has the focus, and what was typed stays', async () => {
      const { dialog, press, fill, toldOf, part } = await open('anna', world.accounts.own, 'contacts');
      const before = await part.getByRole('listitem').count();
      await press('Add contact');
      await fill('First name', 'Somebody');
      await press('Add contact', dialog);
      const lastName = dialog.getByRole('textbox', { name: 'Last name', exact: true });
      await dialog.locator('[aria-invalid="true"]:focus').waitFor();
      assert.match(await toldOf(lastName), /Last name/);
      assert.equal(await dialog.locator('[aria-invalid="true"]').count(), 1);
      assert.equal(await dialog.getByRole('textbox', { name: 'First name', exact: true }).inputValue(), 'Somebody');
      await fill('First name', '');
      await visit.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await comesTo(() => part.getByRole('listitem').count(), before);
    });

    test('what others do to a contact meanwhile is told, and takes nothing of what was typed', async () => {
      const accountId = await parts.ownAccount('Edited by two');
      const { contact } = await parts.act('addContact', { accountId, lastName: 'Contested' });
      const { dialog, press, fill, item } = await open('anna', accountId, 'contacts');
      await visit.page.clock.install();
      await visit.page.reload();
      await item('Contested').waitFor();
      await press('Change Contested');
      await fill('Phone', '030 99');
      await parts.act('updateContact', { accountId, contactId: contact.id, jobTitle: 'Chief' });
      await visit.later(15_000);
      await dialog.getByText('Somebody else has changed this meanwhile').waitFor();
      await parts.act('removeContact', { accountId, contactId: contact.id });
      await visit.later(15_000);
      await item('Contested').waitFor({ state: 'detached' });
      await press('Save', dialog);
      await dialog.getByRole('alert').waitFor();
      assert.equal(await dialog.getByRole('textbox', { name: 'Phone', exact: true }).inputValue(), '030 99');
    });

    test('who may only read sees each button disabled, with the reason of the server', async () => {
      const id = world.accounts.copied;
      const query = 'query Parts($id: ID!) { account(id: $id) { actionPermissions { action message } } }';
      const { account } = await world.ask('reader', query, { id });
      const reason = account.actionPermissions.find(({ action }) => action === 'ADD_CONTACT').message;
      const { part, toldOf, dialog } = await open('reader', id, 'contacts');
      const buttons = await part.getByRole('button').all();
      assert.ok(buttons.length > 2);
      for (const button of buttons) {
        assert.equal(await button.getAttribute('aria-disabled'), 'true');
        assert.equal(plain(await toldOf(button)), reason);
      }
      // A tap says why, and does nothing else.
      await buttons[0].click({ force: true });
      await visit.page.getByRole('tooltip').getByText(reason).waitFor();
      assert.equal(await dialog.count(), 0);
    });

    describe('of relations', () => {
      let id;
      before(async () => {
        id = await parts.ownAccount('Related to much');
      });

      test('one of each kind is made, filtered by its kind, and removed', async () => {
        const { accountPolicy } = await world.ask(
          'admin',
          '{ accountPolicy { enums { enum values { value label } } } }',
        );
        const kinds = accountPolicy.enums.find(({ enum: name }) => name === 'RelationKind').values;
        assert.equal(kinds.length, 6);
        const made = kinds.slice(0, world.isLong ? 6 : 3);
        const { part, dialog, item, press, fill } = await open('anna', id, 'relations');
        for (const { value, label } of made) {
          await press('Relate');
          await dialog.getByRole('button', { name: /Kind/ }).click();
          await visit.page.getByRole('option', { name: label, exact: true }).click();
          await fill('Related record', `record-${value}`);
          await fill('Label', `The ${value}`);
          await press('Relate', dialog);
          await item(`record-${value}`).waitFor();
        }
        const read = async () =>
          (await parts.read(id, 'relations { edges { node { kind targetId label } } }')).relations.edges.map(
            ({ node }) => node,
          );
        assert.deepEqual(
          await read(),
          made.map(({ value }) => ({ kind: value, targetId: `record-${value}`, label: `The ${value}` })),
        );
        for (const { value, label } of made) {
          await part.getByRole('radio', { name: label, exact: true }).click();
          await item(`record-${value}`).waitFor();
          await comesTo(() => part.getByRole('listitem').count(), 1);
        }
        await part.getByRole('radio', { name: 'All', exact: true }).click();
        await press('Remove The TASK');
        await press('Remove', dialog);
        await item('record-TASK').waitFor({ state: 'detached' });
        assert.equal((await read()).length, made.length - 1);
      });

      test('a record without an id is refused at its field', async () => {
        const { dialog, press, fill, toldOf } = await open('anna', id, 'relations');
        await press('Relate');
        await fill('Label', 'Kept');
        await press('Relate', dialog);
        await dialog.locator('[aria-invalid="true"]:focus').waitFor();
        assert.match(await toldOf(dialog.locator('[aria-invalid="true"]')), /Related record/);
        assert.equal(await dialog.getByRole('textbox', { name: 'Label', exact: true }).inputValue(), 'Kept');
      });
    });
  });
}
