import { usePolicyNames } from '../../../state/policy-names.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { inputName, spelledOut } from './changes.ts';

/** Tables, and the columns that no input of the server's has a word for. */
const WORDS = defineWords(
  {
    records: {
      accounts: 'Account',
      account_contacts: 'Contact',
      account_relations: 'Relation',
      account_history: 'Line of the history',
      subscriptions: 'Subscription',
      subscription_steps: 'Quantity of a subscription',
      sales_documents: 'Sales document',
      invoices: 'Invoice',
      invoice_lines: 'Line of an invoice',
      synchronization_outbox: 'Request for a synchronization',
      source_identities: 'Identity at the reseller',
    },
    columns: {
      id: 'Id',
      account_id: 'Account',
      service_id: 'Service',
      created_at: 'Created',
      updated_at: 'Changed',
      managed_since: 'Managed since',
      origin: 'Came to be managed',
      deletion_date: 'Day of the deletion',
      cancellation_date: 'Day of the cancellation',
      revision: 'Revision',
      snapshot_version: 'Version of the snapshot',
      number: 'Number',
      total: 'Total',
      issue_date: 'Day of issuing',
      unit_price: 'Unit price',
      price_source: 'Price from',
      source_key: 'Key of the source',
    },
  },
  {
    records: {
      accounts: 'Konto',
      account_contacts: 'Kontakt',
      account_relations: 'Beziehung',
      account_history: 'Zeile des Verlaufs',
      subscriptions: 'Abonnement',
      subscription_steps: 'Menge eines Abonnements',
      sales_documents: 'Verkaufsbeleg',
      invoices: 'Rechnung',
      invoice_lines: 'Zeile einer Rechnung',
      synchronization_outbox: 'Bitte um eine Synchronisation',
      source_identities: 'Identität beim Reseller',
    },
    columns: {
      id: 'Id',
      account_id: 'Konto',
      service_id: 'Dienst',
      created_at: 'Angelegt',
      updated_at: 'Geändert',
      managed_since: 'Verwaltet seit',
      origin: 'Herkunft der Verwaltung',
      deletion_date: 'Tag der Löschung',
      cancellation_date: 'Tag der Kündigung',
      revision: 'Revision',
      snapshot_version: 'Version des Snapshots',
      number: 'Nummer',
      total: 'Summe',
      issue_date: 'Tag der Ausstellung',
      unit_price: 'Einzelpreis',
      price_source: 'Preis aus',
      source_key: 'Schlüssel der Quelle',
    },
  },
);

/** What people call a table. */
export function useRecordName(): (record: string) => string {
  const { records } = useWords(WORDS);
  return (record) => (records as Readonly<Record<string, string>>)[record] ?? spelledOut(record);
}

/** What people call a column: as the server calls the value that is sent for it, where there is one. */
export function useColumnName(): (column: string) => string {
  const { columns } = useWords(WORDS);
  const names = usePolicyNames();
  return (column) =>
    (columns as Readonly<Record<string, string>>)[column] ?? names.value(inputName(column)) ?? spelledOut(column);
}
