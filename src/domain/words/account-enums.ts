import type { Worded } from './words';

/** Words for the values of enums that say something of an account, by enum and value. */
export const ACCOUNT_ENUMS = {
  AccountStatus: {
    ACTIVE: {
      en: ['Active', 'The account is in use.'],
      de: ['Aktiv', 'Das Konto ist in Gebrauch.'],
    },
    SUSPENDED: {
      en: ['Suspended', 'The account is suspended. Billing goes on.'],
      de: ['Suspendiert', 'Das Konto ist suspendiert. Die Abrechnung läuft weiter.'],
    },
    DELETED: {
      en: [
        'Deleted',
        'The account is kept for its invoices and its history; only invoicing what is owed is still possible.',
      ],
      de: [
        'Gelöscht',
        'Das Konto bleibt wegen seiner Rechnungen und seines Verlaufs erhalten; nur was ansteht, lässt sich noch berechnen.',
      ],
    },
  },
  ManagementOrigin: {
    COPIED_FROM_RESELLER: {
      en: ['Copied from the reseller', "It was copied here with the customer's first paid subscription."],
      de: ['Vom Reseller kopiert', 'Es wurde mit dem ersten bezahlten Abonnement des Kunden hierher kopiert.'],
    },
    TRANSFERRED_TO_RESELLER: {
      en: ['Transferred to the reseller', "It was the distributor's own account and was handed to the reseller."],
      de: ['Dem Reseller übergeben', 'Es war ein eigenes Konto des Distributors und wurde dem Reseller übergeben.'],
    },
    MOVED_FROM_RESELLER: {
      en: ['Moved from another reseller', 'Another reseller managed it before.'],
      de: ['Von einem anderen Reseller gewechselt', 'Vorher hat es ein anderer Reseller verwaltet.'],
    },
  },
  DriftWarning: {
    CURRENCY_DIFFERS_FROM_RESELLER: {
      en: [
        'Currency differs from the reseller',
        "The reseller's currency was changed since; the account keeps the one that it has.",
      ],
      de: [
        'Andere Währung als der Reseller',
        'Die Währung des Resellers wurde seitdem geändert; das Konto behält seine eigene.',
      ],
    },
    RESPONSIBLE_USER_UNSET: {
      en: ['No responsible user', 'Nobody is responsible for the account: name a responsible user.'],
      de: ['Kein verantwortlicher Benutzer', 'Für das Konto ist niemand verantwortlich: Tragen Sie jemanden ein.'],
    },
    PERMISSION_RULE_UNSET: {
      en: [
        'No sharing rule',
        'Only administrators and the responsible user see the account: choose a sharing rule if others should.',
      ],
      de: [
        'Keine Freigaberegel',
        'Nur Administratoren und der verantwortliche Benutzer sehen das Konto: Wählen Sie eine Freigaberegel, wenn andere es sehen sollen.',
      ],
    },
    POSSIBLE_DUPLICATE: {
      en: [
        'Possible duplicate',
        'Another account has the same e-mail or accounting number. The two are never merged by themselves.',
      ],
      de: [
        'Mögliche Dublette',
        'Ein anderes Konto hat dieselbe E-Mail oder Buchhaltungsnummer. Von selbst werden die beiden nie zusammengeführt.',
      ],
    },
  },
  AccountOrderField: {
    NAME: {
      en: ['Name', 'By name, whatever its case and accents.'],
      de: ['Name', 'Nach dem Namen, ohne Rücksicht auf Groß- und Kleinschreibung und Akzente.'],
    },
    UPDATED_AT: {
      en: ['Last change', 'By the time of the last change of the account.'],
      de: ['Letzte Änderung', 'Nach dem Zeitpunkt, zu dem das Konto zuletzt geändert wurde.'],
    },
    CREATED_AT: {
      en: ['Creation', 'By the time at which the account was created or copied here.'],
      de: ['Erstellung', 'Nach dem Zeitpunkt, zu dem das Konto hier angelegt oder hierher kopiert wurde.'],
    },
  },
  OrderDirection: {
    ASC: {
      en: ['Ascending', 'From A to Z, from old to new.'],
      de: ['Aufsteigend', 'Von A bis Z, von alt nach neu.'],
    },
    DESC: {
      en: ['Descending', 'From Z to A, from new to old.'],
      de: ['Absteigend', 'Von Z bis A, von neu nach alt.'],
    },
  },
  AccountChangeSubject: {
    FIELD: {
      en: ['Field', 'A field of the account would change.'],
      de: ['Feld', 'Ein Feld des Kontos würde sich ändern.'],
    },
    MANAGEMENT: {
      en: ['Management', 'Who manages the account would change, or whom it is announced to move to.'],
      de: ['Verwaltung', 'Es würde sich ändern, wer das Konto verwaltet oder zu wem ein Wechsel angekündigt ist.'],
    },
    SUBSCRIPTION: {
      en: ['Subscription', 'A subscription of the account would be recorded or changed.'],
      de: ['Abonnement', 'Ein Abonnement des Kontos würde erfasst oder geändert.'],
    },
  },
  CustomFieldType: {
    TEXT: {
      en: ['Text', 'A text of any kind.'],
      de: ['Text', 'Ein beliebiger Text.'],
    },
    NUMBER: {
      en: ['Number', 'A number, with decimals if need be.'],
      de: ['Zahl', 'Eine Zahl, wenn nötig mit Nachkommastellen.'],
    },
    BOOLEAN: {
      en: ['Yes or no', 'One of the two, or nothing.'],
      de: ['Ja oder nein', 'Eines von beiden oder nichts.'],
    },
    DATE: {
      en: ['Day', 'A day of the calendar (YYYY-MM-DD).'],
      de: ['Tag', 'Ein Kalendertag (JJJJ-MM-TT).'],
    },
    CHOICE: {
      en: ['Choice', "One of the field's options."],
      de: ['Auswahl', 'Eine der Optionen des Feldes.'],
    },
  },
  RelationKind: {
    EMAIL: {
      en: ['E-mail', 'An e-mail that was sent or received.'],
      de: ['E-Mail', 'Eine gesendete oder empfangene E-Mail.'],
    },
    TASK: {
      en: ['Task', 'Something to be done.'],
      de: ['Aufgabe', 'Etwas, das zu tun ist.'],
    },
    EVENT: {
      en: ['Event', 'An entry of a calendar.'],
      de: ['Termin', 'Ein Eintrag eines Kalenders.'],
    },
    DOCUMENT: {
      en: ['Document', 'A document, e.g. a contract.'],
      de: ['Dokument', 'Ein Dokument, z. B. ein Vertrag.'],
    },
    CONTACT: {
      en: ['Contact', 'A contact that another system keeps, none of those that were added to the account here.'],
      de: [
        'Kontakt',
        'Ein Kontakt, den ein anderes System führt, keiner von denen, die hier zum Konto hinzugefügt wurden.',
      ],
    },
    CASE: {
      en: ['Case', 'A case, e.g. of support.'],
      de: ['Fall', 'Ein Fall, z. B. des Kundendienstes.'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;
