import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { KINDS } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

const AFTER = `query After($id: ID!) { account(id: $id) {
  status
  customFields { definition { code } value }
  synchronizationOptions { systemCode key }
  contacts { edges { node { lastName } } }
  relations { edges { node { targetId } } }
  salesDocuments { edges { node { kind title total lines { quantity } } } }
  subscriptions { edges { node { quantity startDate service { sku } } } }
  invoices { edges { node { lines { description } } } }
} }`;

/**
 * How each action is done on the page, and what must have come of it, read from the gateway. What is typed is new each time, so
 * that nothing else can have brought it about.
 */
const DEEDS = {
  EDIT: {
    do: async (visit, text) => {
      await visit.dialog.getByLabel('Note', { exact: true }).fill(text);
      await visit.send();
    },
    done: ({ customFields }, text) => customFields.some(({ value }) => value === text),
  },
  SYNCHRONIZE: {
    do: async (visit, text) => {
      await visit.dialog.getByLabel('System', { exact: true }).fill(text);
      await visit.send();
    },
    done: ({ synchronizationOptions }, text) => synchronizationOptions.some(({ systemCode }) => systemCode === text),
  },
  SUSPEND: { do: (visit) => visit.send(), done: ({ status }) => status === 'SUSPENDED' },
  REACTIVATE: { do: (visit) => visit.send(), done: ({ status }) => status === 'ACTIVE' },
  DELETE: { do: (visit) => visit.send(), done: ({ status }) => status === 'DELETED' },
  ADD_CONTACT: {
    do: async (visit, text) => {
      await visit.dialog.getByLabel('Last name', { exact: true }).fill(text);
      await visit.send();
    },
    done: ({ contacts }, text) => contacts.edges.some(({ node }) => node.lastName === text),
  },
  RELATE: {
    do: async (visit, text) => {
      await visit.dialog.getByLabel('Related record', { exact: true }).fill(text);
      await visit.send();
    },
    done: ({ relations }, text) => relations.edges.some(({ node }) => node.targetId === text),
  },
  CREATE_OPPORTUNITY: { do: sell, done: (account, text) => isSold(account, 'OPPORTUNITY', text) },
  CREATE_OFFER: { do: sell, done: (account, text) => isSold(account, 'OFFER', text) },
  CREATE_ORDER: { do: sell, done: (account, text) => isSold(account, 'ORDER', text) },
  CREATE_SUBSCRIPTION: {
    do: async (visit) => {
      await chooseService(visit, 'Backup');
      await visit.dialog.getByLabel('Quantity', { exact: true }).fill('7');
      await visit.send();
    },
    done: ({ subscriptions }) =>
      subscriptions.edges.some(({ node }) => node.quantity === 7 && node.service.sku === 'BACKUP'),
  },
  VIEW_PENDING_INVOICES: {
    do: (visit) => visit.page.waitForURL(/\/invoices$/),
    done: () => true,
  },
  GENERATE_INVOICES: {
    do: (visit) => visit.send(),
    done: ({ invoices }, _, before) => invoices.edges.length > before.invoices.edges.length,
  },
  CREATE_INVOICE: {
    do: async (visit, text) => {
      await visit.dialog.getByLabel('Description', { exact: true }).fill(text);
      await visit.dialog.getByLabel('Quantity', { exact: true }).fill('1.5');
      await visit.dialog.getByLabel('Unit price', { exact: true }).fill('80');
      await visit.send();
    },
    done: ({ invoices }, text) =>
      invoices.edges.some(({ node }) => node.lines.some(({ description }) => description === text)),
  },
};

/** Of what is done every day. */
const SLICE = ['EDIT', 'SUSPEND', 'CREATE_OFFER', 'CREATE_SUBSCRIPTION'];

/** Whatever is allowed is done, on every kind of account. */
export function describeDeeds(world) {
  const deeds = Object.entries(DEEDS).filter(([action]) => world.isLong || SLICE.includes(action));
  describe('what is allowed is done', () => {
    for (const kind of world.isLong ? Object.keys(KINDS) : ['own']) {
      test(kind, async () => {
        const done = [];
        for (const [action, deed] of deeds) {
          // Each on an account of its own: what was done changes what may be done.
          const id = await KINDS[kind](world);
          const { permissions } = await standingOf(world, 'anna', id);
          const { label, allowed } = permissions.find((one) => one.action === action);
          if (!allowed) continue;
          await doIt(world, id, label, deed);
          done.push(action);
        }
        assert.ok(done.length >= 2, 'something is allowed on every kind');
      });
    }
  });
}

async function doIt(world, id, label, deed) {
  const text = `Deed ${randomUUID()}`;
  const visit = await openAccount(world, 'anna', id);
  const { account: before } = await world.ask('anna', AFTER, { id });
  assert.ok(label === 'View pending invoices' || !deed.done(before, text, before), `${label} is not done yet`);
  await visit.action(label).click();
  await deed.do(visit, text);
  const { account } = await world.ask('anna', AFTER, { id });
  assert.ok(deed.done(account, text, before), `${label} was done`);
  await visit.closeWithoutFault();
}

async function sell(visit, text) {
  await visit.dialog.getByLabel('Title', { exact: true }).fill(text);
  await chooseService(visit, 'Cloud');
  await visit.dialog.getByLabel('Quantity', { exact: true }).fill('12');
  await visit.send();
}

async function chooseService({ dialog, page }, typed) {
  await dialog.getByRole('combobox', { name: 'SKU', exact: true }).fill(typed);
  await page.getByRole('option', { name: new RegExp(`^${typed}`) }).click();
}

function isSold({ salesDocuments }, kind, title) {
  return salesDocuments.edges.some(({ node }) => {
    const [line] = node.lines;
    return node.kind === kind && node.title === title && node.total === '118.80' && line.quantity === 12;
  });
}
