import {
  accountCreated,
  contactAdded,
  contactChanged,
  contactRemoved,
  deletedByPerson,
  edited,
  related,
  relationLabelled,
  ribbon,
  statusChangedByPerson,
  synchronizationRequested,
  unrelated,
} from '../../src/domain/accounts/wording';
import { CREDITED, INVOICE_ISSUED } from '../../src/domain/billing/wording';
import { resellerAccountMade, transferredTo } from '../../src/domain/resellers/wording';
import { sold, subscriptionChanged, subscriptionEnded, subscriptionSold } from '../../src/domain/selling/wording';
import { copiedFrom, deletedByReseller, refreshedFrom, statusChangedByReseller } from '../../src/domain/sync/wording';
import { actorName, listed } from '../../src/domain/wording';
import { ALPHA_ID, anAdministrator, aSubscription, aSync, aUser } from './builders';

test('the ribbon is word for word what the product says', () => {
  expect(ribbon('Alpha')).toBe('This account is managed by Alpha Tenant Reseller');
  expect(ribbon('Alpha Cloud')).toBe('This account is managed by Alpha Cloud Tenant Reseller');
});

test("S13's history line is word for word what the product says", () => {
  expect(statusChangedByReseller('SUSPENDED', 'Alpha')).toBe(
    "Account's Status Changed to Suspended due to changes on Alpha",
  );
  expect(statusChangedByReseller('ACTIVE', 'Alpha')).toBe("Account's Status Changed to Active due to changes on Alpha");
});

test('a status that a person changed is not put down to a reseller', () => {
  expect(statusChangedByPerson('SUSPENDED')).toBe("Account's Status Changed to Suspended");
  expect(statusChangedByPerson('ACTIVE')).toBe("Account's Status Changed to Active");
});

const ANN = { firstName: 'Ann', lastName: 'Lee', email: 'ann@x.example', phone: null, jobTitle: null };
const LEE = { ...ANN, firstName: null };

test.each([
  [copiedFrom('Alpha'), 'Copied from Alpha with the first paid subscription'],
  [refreshedFrom('Alpha', ['name']), 'Name updated from Alpha'],
  [refreshedFrom('Alpha', ['e-mail', 'billing address']), 'E-mail, billing address updated from Alpha'],
  [deletedByReseller('Alpha', '2026-03-31'), 'Deleted due to a deletion on Alpha; subscriptions end on 2026-03-31'],
  [deletedByPerson('2026-03-31'), 'Deleted; subscriptions end on 2026-03-31'],
  [synchronizationRequested('M365'), 'Synchronization with M365 requested'],
  [sold('OFFER', 'Renewal', '12.50', 'EUR'), 'Offer "Renewal" of 12.50 EUR'],
  [sold('OPPORTUNITY', 'Lead', '0.00', 'EUR'), 'Opportunity "Lead" of 0.00 EUR'],
  [resellerAccountMade('Alpha'), 'Is the account of the tenant reseller Alpha'],
  [transferredTo('Alpha'), 'Transferred to Alpha, which manages it from now on'],
  [accountCreated(), 'Created'],
  [edited(['Name', 'E-mail']), 'Changed: Name, E-mail'],
  [subscriptionSold(5, 'Mailbox', '2026-01-31'), 'Subscription to 5 × Mailbox from 2026-01-31'],
  [subscriptionEnded(5, 'Mailbox', '2026-06-30'), 'Subscription to 5 × Mailbox ends on 2026-06-30'],
  [contactAdded(ANN), 'Contact Ann Lee added'],
  [contactAdded(LEE), 'Contact Lee added'],
  [contactChanged(ANN, { ...ANN, phone: '1' }, ['Phone']), 'Contact Ann Lee changed: Phone'],
  [contactChanged(LEE, ANN, ['First name', 'E-mail']), 'Contact Ann Lee (formerly Lee) changed: First name, E-mail'],
  [contactRemoved(ANN), 'Contact Ann Lee removed'],
  [related({ kind: 'EMAIL', targetId: 'm-1', label: null }), 'Related to e-mail m-1'],
  [related({ kind: 'DOCUMENT', targetId: 'd-1', label: 'Frame' }), 'Related to document d-1 ("Frame")'],
  [unrelated({ kind: 'TASK', targetId: 't-1', label: null }), 'No longer related to task t-1'],
  [unrelated({ kind: 'EVENT', targetId: 'e-1', label: 'Fair' }), 'No longer related to event e-1 ("Fair")'],
  [
    relationLabelled({ kind: 'CONTACT', targetId: 'c-1', label: 'Old' }, 'New'),
    'Relation to contact c-1 labelled "New"',
  ],
  [relationLabelled({ kind: 'CASE', targetId: 'c-2', label: null }, 'New'), 'Relation to case c-2 labelled "New"'],
])('the history reads "%s"', (line, text) => {
  expect(line).toBe(text);
});

test.each([
  [INVOICE_ISSUED, ['2026-000001', '12.50', 'EUR'], 'Invoice 2026-000001: 12.50 EUR'],
  [CREDITED, ['CN-2026-000001', '2.50', 'EUR'], 'Credit note CN-2026-000001: 2.50 EUR'],
])("Postgres's format() writes the line of an issued document: %s", (words, parts, line) => {
  expect(parts.reduce<string>((formatted, part) => formatted.replace('%s', part), words)).toBe(line);
});

test('the line of a changed subscription names what has changed of it, and the last of its quantities', () => {
  const before = aSubscription();
  const steps = [...before.quantities, { from: '2026-02-16', quantity: 11 }];
  expect(subscriptionChanged(before, { ...before, quantities: steps })).toBe(
    'Subscription to Mailbox changed: 11 from 2026-02-16',
  );
  expect(subscriptionChanged(before, { ...before, endDate: '2026-12-31' })).toBe(
    'Subscription to Mailbox changed: ends on 2026-12-31',
  );
  expect(subscriptionChanged({ ...before, endDate: '2036-12-31' }, before)).toBe(
    'Subscription to Mailbox changed: no end',
  );
  // Of a deleted account, which ended it before: it says its end, not nothing.
  const deleted = { ...before, endDate: '2026-03-31' };
  expect(subscriptionChanged(deleted, { ...deleted, cancellationDate: '2026-06-30' })).toBe(
    'Subscription to Mailbox changed: ends on 2026-03-31',
  );
  const moved = { ...before, startDate: '2026-02-01', quantities: [{ from: '2026-02-01', quantity: 5 }] };
  expect(subscriptionChanged(before, moved)).toBe(
    'Subscription to Mailbox changed: starts on 2026-02-01, 5 from 2026-02-01',
  );
});

test('the history shows a person by id and a sync by its reseller', () => {
  expect(actorName(aUser('anna'), 'Alpha')).toBe('anna');
  expect(actorName(anAdministrator('root'), null)).toBe('root');
  expect(actorName(aSync(), 'Alpha')).toBe('Alpha Tenant Reseller');
  expect(actorName(aSync(), null)).toBe(`${ALPHA_ID} Tenant Reseller`);
});

test.each([
  [[], ''],
  [['name'], 'name'],
  [['name', 'e-mail'], 'name and e-mail'],
  [['name', 'e-mail', 'status'], 'name, e-mail and status'],
])('%j is listed as "%s"', (items, text) => {
  expect(listed(items)).toBe(text);
});
