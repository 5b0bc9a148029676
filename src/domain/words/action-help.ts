import type { AccountAction } from '../vocabulary';
import type { Helped } from './words';

/** What each action does. What it is called is in labels.ts, where messages name it. */
export const ACTION_HELP: Readonly<Record<AccountAction, Helped>> = {
  SYNCHRONIZE: {
    en: 'Synchronize the account with a provisioning system.',
    de: 'Das Konto mit einem Bereitstellungssystem synchronisieren.',
  },
  DELETE: {
    en: 'Delete the account; it stays readable with its invoices and history.',
    de: 'Das Konto löschen; es bleibt mit seinen Rechnungen und seinem Verlauf lesbar.',
  },
  SUSPEND: {
    en: 'Suspend the account.',
    de: 'Das Konto suspendieren.',
  },
  REACTIVATE: {
    en: 'Make a suspended account active again.',
    de: 'Ein suspendiertes Konto wieder aktiv setzen.',
  },
  CREATE_OPPORTUNITY: {
    en: 'Open a sales opportunity for the account.',
    de: 'Für das Konto eine Verkaufschance anlegen.',
  },
  CREATE_OFFER: {
    en: 'Make the account an offer.',
    de: 'Dem Konto ein Angebot machen.',
  },
  CREATE_ORDER: {
    en: 'Take an order for the account.',
    de: 'Für das Konto einen Auftrag annehmen.',
  },
  CREATE_SUBSCRIPTION: {
    en: 'Sell the account a subscription, or change or cancel one that the distributor sold.',
    de: 'Dem Konto ein Abonnement verkaufen oder eines ändern oder kündigen, das der Distributor verkauft hat.',
  },
  EDIT: {
    en: 'Change what is not locked.',
    de: 'Ändern, was nicht gesperrt ist.',
  },
  GENERATE_INVOICES: {
    en: 'Invoice what is pending, and credit what was invoiced.',
    de: 'Berechnen, was ansteht, und gutschreiben, was berechnet wurde.',
  },
  VIEW_PENDING_INVOICES: {
    en: 'See what would be invoiced by a day.',
    de: 'Sehen, was bis zu einem Tag berechnet würde.',
  },
  CREATE_INVOICE: {
    en: 'Invoice by hand; on a managed account it is billed to the tenant reseller.',
    de: 'Von Hand eine Rechnung anlegen; bei einem verwalteten Konto geht sie an den Reseller.',
  },
  ADD_CONTACT: {
    en: "Add, change or remove contacts of the distributor's own.",
    de: 'Eigene Kontakte des Distributors hinzufügen, ändern oder entfernen.',
  },
  RELATE: {
    en: 'Relate the account with e-mails, tasks, events, documents, contacts and cases.',
    de: 'Das Konto mit E-Mails, Aufgaben, Terminen, Dokumenten, Kontakten und Fällen verknüpfen.',
  },
};
