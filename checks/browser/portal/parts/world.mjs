import assert from 'node:assert/strict';
import { day } from '../days.mjs';

const ERRORS = 'userErrors { code message path }';
const MUTATIONS = {
  createAccount: ['CreateAccountInput', 'account { id }'],
  createSubscription: ['CreateSubscriptionInput', 'subscription { id }'],
  generateInvoices: ['GenerateInvoicesInput', 'invoices { id number lines { id amount } }'],
  addContact: ['AddContactInput', 'contact { id }'],
  updateContact: ['UpdateContactInput', 'contact { id }'],
  removeContact: ['RemoveContactInput', 'contact { id }'],
  updateAccount: ['UpdateAccountInput', 'account { id }'],
};

/** What the tests of the account's parts do beside the browser, so that no two of them stand in each other's way. */
export function partsWorld(world) {
  const act = async (name, input) => {
    const [type, answer] = MUTATIONS[name];
    const query = `mutation Parts($input: ${type}!) { done: ${name}(input: $input) { ${answer} ${ERRORS} } }`;
    const { done } = await world.ask('admin', query, { input });
    assert.deepEqual(done.userErrors, [], name);
    return done;
  };
  return {
    act,
    /** An account of the distributor's own that a sharing rule opens to everyone who has access to the seeded ones. */
    ownAccount: async (name) => {
      const query = '{ permissionRules { id name } }';
      const { permissionRules } = await world.ask('admin', query);
      const permissionRuleId = permissionRules.find((rule) => rule.name === 'Sharing').id;
      const { account } = await act('createAccount', {
        name,
        currency: 'EUR',
        responsibleUserId: 'anna',
        permissionRuleId,
      });
      return account.id;
    },
    /** A customer of alpha's, copied with so many seats. */
    copiedAccount: async (sourceAccountId, quantity = 5) => {
      const seats = { sourceSubscriptionId: `${sourceAccountId}-1`, sku: 'SEATS', quantity, billingPeriod: 'MONTHLY' };
      const customer = { sourceAccountId, name: `Customer ${sourceAccountId}` };
      const { account } = await world.sync(world.resellers.alpha, customer, [{ ...seats, startDate: day(-40) }]);
      return account.id;
    },
    /** What the server says of the account, to an administrator. */
    read: async (id, fields) => {
      const { account } = await world.ask('admin', `query Parts($id: ID!) { account(id: $id) { ${fields} } }`, { id });
      return account;
    },
    open: (identity, id, part, options) =>
      world.open(identity, `/accounts/${id}/${part}`, { until: '.part', ...options }),
  };
}

/** Reads of a text as people do: no-break blanks are blanks. */
export function plain(text) {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Amounts and days as the reader's region writes them. */
export function written(region) {
  const digitsOf = (amount) => amount.split('.')[1]?.length ?? 0;
  return {
    money: (amount, currency) => {
      const digits = digitsOf(amount);
      const options = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
      return plain(new Intl.NumberFormat(region, options).format(amount));
    },
    decimal: (amount) => plain(new Intl.NumberFormat(region, { maximumFractionDigits: 20 }).format(amount)),
    day: (text) =>
      plain(
        new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`)),
      ),
  };
}

/** A part of an account's page, in the words of the tests. */
export function partOf(visit) {
  const { page } = visit;
  const part = page.locator('.part');
  return {
    part,
    dialog: page.getByRole('dialog'),
    told: page.locator('.told'),
    item: (text) => part.getByRole('listitem').filter({ hasText: text }),
    press: (name, place = part) => place.getByRole('button', { name, exact: true }).first().click(),
    /** Fills a field of the dialog, by its label. */
    fill: (label, text, nth = 0) =>
      page.getByRole('dialog').getByRole('textbox', { name: label, exact: true }).nth(nth).fill(text),
    /** What a field of the dialog is told: help, and what is refused of it. */
    toldOf: (field) =>
      field.evaluate((node) =>
        (node.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      ),
    /** Types a day into the parts of a day field: the day last, as the month that stood there before may be too short for it. */
    typeDay: async (group, text) => {
      const [year, month, date] = text.split('-');
      const parts = { year, month, day: date };
      for (const [name, typed] of Object.entries(parts)) {
        await group.getByRole('spinbutton', { name: new RegExp(`^(${name}|${GERMAN[name]}),`, 'i') }).click();
        await page.keyboard.type(typed);
      }
    },
  };
}

const GERMAN = { day: 'Tag', month: 'Monat', year: 'Jahr' };

/** The texts of the elements, as people read them. */
export async function textsOf(locator) {
  return (await locator.allInnerTexts()).map(plain);
}

/** That of the one element, once it is there. */
export async function textOf(locator) {
  await locator.waitFor();
  const [text] = await textsOf(locator);
  return text;
}
