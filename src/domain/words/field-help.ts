import type { AccountField } from '../vocabulary';
import type { Helped } from './words';

/** What each field of an account holds. What it is called is in labels.ts, where messages name it. */
export const FIELD_HELP: Readonly<Record<AccountField, Helped>> = {
  NAME: {
    en: 'What the account is called. On a managed account it comes from the reseller.',
    de: 'Wie das Konto heißt. Bei einem verwalteten Konto kommt der Name vom Reseller.',
  },
  ACCOUNTING_NO: {
    en: 'The number of the account in accounting. Several accounts may have the same.',
    de: 'Die Nummer des Kontos in der Buchhaltung. Mehrere Konten können dieselbe haben.',
  },
  EMAIL: {
    en: 'Where the account is reached by e-mail.',
    de: 'Wo das Konto per E-Mail zu erreichen ist.',
  },
  BILLING_ADDRESS: {
    en: 'The postal address for invoices. It is changed, and locked, as a whole.',
    de: 'Die Postanschrift für Rechnungen. Sie wird als Ganzes geändert und gesperrt.',
  },
  SYNCHRONIZATION_OPTIONS: {
    en: 'How provisioning systems know the account: a value for each system and key.',
    de: 'Wie Bereitstellungssysteme das Konto kennen: ein Wert je System und Schlüssel.',
  },
  STATUS: {
    en: 'Active, suspended or deleted. An edit does not change it: suspending, reactivating and deleting do.',
    de: 'Aktiv, suspendiert oder gelöscht. Nicht das Bearbeiten ändert ihn, sondern Suspendieren, Reaktivieren und Löschen.',
  },
  PARENT: {
    en: "The account above this one; of a managed account, the tenant reseller's.",
    de: 'Das Konto über diesem; bei einem verwalteten Konto das des Resellers.',
  },
  BILL_TO: {
    en: "The account that pays; of a managed account, the tenant reseller's. Without one the account pays for itself.",
    de: 'Das Konto, das zahlt; bei einem verwalteten Konto das des Resellers. Ist keines genannt, zahlt das Konto selbst.',
  },
  CURRENCY: {
    en: 'What the account is billed in. It is fixed once anything is recorded on the account.',
    de: 'Worin das Konto abgerechnet wird. Sie steht fest, sobald auf dem Konto etwas erfasst ist.',
  },
  ENABLE_ORDERING: {
    en: 'Whether the account is open for back-orders. It does not decide who may sell to the account.',
    de: 'Ob das Konto für Back-Ordering offen ist. Wer dem Konto verkaufen darf, hängt nicht davon ab.',
  },
  SEPARATE_INVOICES: {
    en: 'Whether the account gets invoices of its own. Otherwise its lines join an invoice on the account that pays.',
    de: 'Ob das Konto eigene Rechnungen bekommt. Sonst stehen seine Zeilen auf einer Rechnung des Kontos, das zahlt.',
  },
  RESPONSIBLE_USER: {
    en: 'The person who looks after the account and has full access to it.',
    de: 'Wer sich um das Konto kümmert und vollen Zugriff darauf hat.',
  },
  PERMISSION_RULE: {
    en: 'Who else has access to the account. Without a rule only administrators and the responsible user have.',
    de: 'Wer sonst noch Zugriff auf das Konto hat. Ohne Regel sind es nur Administratoren und der verantwortliche Benutzer.',
  },
  CUSTOM_FIELDS: {
    en: 'The values of the fields that the distributor has added to accounts.',
    de: 'Die Werte der Felder, die der Distributor für Konten hinzugefügt hat.',
  },
};
