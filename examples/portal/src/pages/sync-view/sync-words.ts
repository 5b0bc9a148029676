import { defineWords } from '../../words/words.ts';

/** What a sync's fields are called here: the server has these labels for people of the distributor only. */
export const SYNC_WORDS = defineWords(
  {
    name: 'Name',
    sourceId: 'Source id',
    sourceVersion: 'Source version',
    accountingNo: 'Accounting no.',
    email: 'E-mail',
    status: 'Status',
    currency: 'Currency',
    address: 'Billing address',
    synced: 'Last synced',
    origin: 'Origin',
    since: 'Managed since',
    never: 'Not yet',
    empty: '–',
  },
  {
    name: 'Name',
    sourceId: 'Quell-ID',
    sourceVersion: 'Quellversion',
    accountingNo: 'Buchungs-Nr.',
    email: 'E-Mail',
    status: 'Status',
    currency: 'Währung',
    address: 'Rechnungsadresse',
    synced: 'Zuletzt synchronisiert',
    origin: 'Herkunft',
    since: 'Verwaltet seit',
    never: 'Noch nicht',
    empty: '–',
  },
);
