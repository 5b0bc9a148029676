import { defineWords } from '../../words/words.ts';

/** What is said of a reseller in more than one place. */
export const RESELLER_WORDS = defineWords(
  {
    name: 'Name',
    status: 'Status',
    backOrdering: 'Back-ordering',
    on: 'On',
    off: 'Not yet',
    currency: 'Currency',
    separateInvoices: 'Separate invoices',
    yes: 'Yes',
    no: 'No',
    ownAccount: 'Own account',
    hidden: 'Not visible to you',
    customers: 'Customers',
    health: 'Sync',
    priceList: 'Price list',
    noPriceList: 'None: the services’ own prices apply',
  },
  {
    name: 'Name',
    status: 'Status',
    backOrdering: 'Back-Ordering',
    on: 'Aktiv',
    off: 'Noch nicht',
    currency: 'Währung',
    separateInvoices: 'Getrennte Rechnungen',
    yes: 'Ja',
    no: 'Nein',
    ownAccount: 'Eigenes Konto',
    hidden: 'Für Sie nicht sichtbar',
    customers: 'Kunden',
    health: 'Synchronisation',
    priceList: 'Preisliste',
    noPriceList: 'Keine: Es gelten die eigenen Preise der Dienste',
  },
);
