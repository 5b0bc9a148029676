import { createContext, type ReactNode, useContext, useMemo } from 'react';
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

type Names = Readonly<Record<string, string>>;

export interface AuditNames {
  /** What people call a table. */
  readonly record: (name: string) => string;
  /** What people call a column: as the server calls the value that is sent for it, where there is one. */
  readonly column: (name: string) => string;
  readonly mutation: (name: string) => string;
}

const NamesContext = createContext<AuditNames | null>(null);

/** The names for all that stands below, found once. */
export function NamesProvider({ children }: { readonly children: ReactNode }) {
  const { records, columns } = useWords<{ readonly records: Names; readonly columns: Names }>(WORDS);
  const { mutation, value } = usePolicyNames();
  const names = useMemo<AuditNames>(
    () => ({
      record: (name) => records[name] ?? spelledOut(name),
      column: (name) => columns[name] ?? value(inputName(name)) ?? spelledOut(name),
      mutation,
    }),
    [records, columns, mutation, value],
  );
  return <NamesContext value={names}>{children}</NamesContext>;
}

export function useNames(): AuditNames {
  const names = useContext(NamesContext);
  if (names === null) throw new Error('Used outside of its provider');
  return names;
}
