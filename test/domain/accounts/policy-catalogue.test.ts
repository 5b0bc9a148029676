import { FIELDS } from '../../../src/domain/accounts/account-fields';
import { VALUE_WORDS } from '../../../src/domain/accounts/policy-catalogue';

/** What `accountPolicy` says to people and tools (S23): the words are API, so they are written out here. */
const ACTION_TEXTS = [
  ['SYNCHRONIZE', 'Synchronize', 'Synchronize the account with a provisioning system.'],
  ['DELETE', 'Delete', 'Delete the account; it stays readable with its invoices and history.'],
  ['SUSPEND', 'Suspend', 'Suspend the account.'],
  ['REACTIVATE', 'Reactivate', 'Make a suspended account active again.'],
  ['CREATE_OPPORTUNITY', 'Create opportunity', 'Open a sales opportunity for the account.'],
  ['CREATE_OFFER', 'Create offer', 'Make the account an offer.'],
  ['CREATE_ORDER', 'Create order', 'Take an order for the account.'],
  [
    'CREATE_SUBSCRIPTION',
    'Create subscription',
    'Sell the account a subscription, or change or cancel one that the distributor sold.',
  ],
  ['EDIT', 'Edit', 'Change what is not locked.'],
  ['GENERATE_INVOICES', 'Generate invoices', 'Invoice what is pending, and credit what was invoiced.'],
  ['VIEW_PENDING_INVOICES', 'View pending invoices', 'See what would be invoiced by a day.'],
  ['CREATE_INVOICE', 'Create invoice', 'Invoice by hand; on a managed account it is billed to the tenant reseller.'],
  ['ADD_CONTACT', 'Add contact', "Add, change or remove contacts of the distributor's own."],
  ['RELATE', 'Relate', 'Relate the account with e-mails, tasks, events, documents, contacts and cases.'],
];

/** The names that the product gives the fields, and the fields of `Account` that show them. */
const FIELD_TEXTS = [
  ['NAME', 'Name', 'name'],
  ['ACCOUNTING_NO', 'Accounting No', 'accountingNo'],
  ['EMAIL', 'E-mail', 'email'],
  ['BILLING_ADDRESS', 'Billing address', 'billingAddress'],
  ['SYNCHRONIZATION_OPTIONS', 'Synchronization options', 'synchronizationOptions'],
  ['STATUS', 'Status', 'status'],
  ['PARENT', 'Parent', 'parent'],
  ['BILL_TO', 'Bill To', 'billTo'],
  ['CURRENCY', 'Currency', 'currency'],
  ['ENABLE_ORDERING', 'Enable Ordering', 'enableOrdering'],
  ['SEPARATE_INVOICES', 'Separate Invoices', 'separateInvoices'],
  ['RESPONSIBLE_USER', 'Responsible User', 'responsibleUser'],
  ['PERMISSION_RULE', 'Sharing rule', 'permissionRule'],
  ['CUSTOM_FIELDS', 'Custom fields', 'customFields'],
];

test('the catalogue says of each of the 14 actions what it is called and what it does', () => {
  const said = Object.entries(VALUE_WORDS.AccountAction).map(([action, { en }]) => [action, ...en]);
  expect(said).toEqual(ACTION_TEXTS);
});

test('the catalogue says of each of the 14 fields what it is called and what shows it', () => {
  const said = Object.entries(FIELDS).map(([field, { accountField }]) => [
    field,
    VALUE_WORDS.AccountField[field as keyof typeof FIELDS].en[0],
    accountField,
  ]);
  expect(said).toEqual(FIELD_TEXTS);
});

test('in German each is called what the portal calls it', () => {
  const labels = ({ AccountAction, AccountField }: typeof VALUE_WORDS) =>
    [AccountAction, AccountField].map((values) => Object.values(values).map(({ de: [label] }) => label));
  expect(labels(VALUE_WORDS)).toEqual([
    [
      ...['Synchronisieren', 'Löschen', 'Suspendieren', 'Reaktivieren', 'Verkaufschance anlegen', 'Angebot anlegen'],
      ...[
        'Auftrag anlegen',
        'Abonnement anlegen',
        'Bearbeiten',
        'Rechnungen erzeugen',
        'Anstehende Rechnungen ansehen',
      ],
      ...['Rechnung anlegen', 'Kontakt hinzufügen', 'Verknüpfen'],
    ],
    [
      ...['Name', 'Buchhaltungsnummer', 'E-Mail', 'Rechnungsadresse', 'Synchronisationsoptionen', 'Status'],
      ...['Übergeordnetes Konto', 'Rechnungsempfänger', 'Währung', 'Bestellen erlauben', 'Getrennte Rechnungen'],
      ...['Verantwortlicher Benutzer', 'Freigaberegel', 'Individuelle Felder'],
    ],
  ]);
});
