import type { Worded } from './words';

/** Words for the codes of refusals. A refusal itself says more, in its message. */
export const REFUSAL_CODE_WORDS = {
  ACCOUNT_NOT_FOUND: {
    en: ['Account not found', 'There is no account of this id that you may see.'],
    de: ['Konto nicht gefunden', 'Es gibt kein Konto mit dieser ID, das Sie sehen dürfen.'],
  },
  ACTION_NOT_ALLOWED: {
    en: ['Not allowed', 'This cannot be done to the account now; the reasons say why.'],
    de: ['Nicht erlaubt', 'Das geht mit diesem Konto jetzt nicht; die Gründe sagen warum.'],
  },
  FIELD_LOCKED: {
    en: ['Field locked', 'The field may not be changed here, and nothing was saved.'],
    de: ['Feld gesperrt', 'Das Feld darf hier nicht geändert werden, und nichts wurde gespeichert.'],
  },
  ACCOUNT_DELETED: {
    en: ['Account deleted', "The customer is deleted, or the reseller's own account is; its source id is spent."],
    de: ['Konto gelöscht', 'Der Kunde oder das eigene Konto des Resellers ist gelöscht; die Quell-ID ist verbraucht.'],
  },
  ACCOUNT_NOT_COPIED: {
    en: ['Not copied yet', 'The customer has no paid subscription here yet. Send it again later.'],
    de: ['Noch nicht kopiert', 'Der Kunde hat hier noch kein bezahltes Abonnement. Senden Sie es später noch einmal.'],
  },
  ACCOUNT_ALREADY_MANAGED: {
    en: ['Already managed', 'A tenant reseller manages the account already.'],
    de: ['Schon verwaltet', 'Das Konto wird schon von einem Reseller verwaltet.'],
  },
  BACK_ORDERING_INACTIVE: {
    en: ['Back-ordering inactive', 'The reseller has not gone live: nothing of it is copied yet.'],
    de: ['Back-Ordering nicht aktiv', 'Der Reseller ist noch nicht gestartet: Von ihm wird noch nichts kopiert.'],
  },
  NOT_A_PAID_SUBSCRIPTION: {
    en: ['Not paid', 'A trial is not paid. Send it when it becomes paid.'],
    de: ['Nicht bezahlt', 'Ein Testabonnement ist nicht bezahlt. Senden Sie es, wenn es bezahlt wird.'],
  },
  SERVICE_NOT_OFFERED: {
    en: [
      'Service not offered',
      "The service has no price for this billing period in the account's currency, or is unknown.",
    ],
    de: [
      'Dienst nicht im Angebot',
      'Der Dienst ist unbekannt oder hat für diesen Abrechnungszeitraum keinen Preis in der Währung des Kontos.',
    ],
  },
  SOURCE_VERSION_CONFLICT: {
    en: ['Version conflict', 'The same source version was recorded with other content.'],
    de: ['Versionskonflikt', 'Dieselbe Quellversion wurde mit anderem Inhalt erfasst.'],
  },
  SUBSCRIPTION_CONFLICT: {
    en: ['Subscription conflict', 'The subscription was recorded with other content, or cancelled for another day.'],
    de: ['Abonnementkonflikt', 'Das Abonnement wurde mit anderem Inhalt erfasst oder zu einem anderen Tag gekündigt.'],
  },
  NOTHING_TO_INVOICE: {
    en: ['Nothing to invoice', 'Nothing is pending by that day.'],
    de: ['Nichts zu berechnen', 'Bis zu diesem Tag steht nichts zur Berechnung an.'],
  },
  BILL_TO_MUST_BE_RESELLER: {
    en: ['Wrong Bill To', 'The account is billed to its tenant reseller only, or must be before it is handed over.'],
    de: [
      'Falscher Rechnungsempfänger',
      'Das Konto wird nur seinem Reseller berechnet oder muss es werden, bevor es übergeben wird.',
    ],
  },
  CUSTOM_FIELD_REQUIRED: {
    en: ['Custom field missing', 'A required custom field would be left without a value.'],
    de: ['Individuelles Feld fehlt', 'Ein erforderliches individuelles Feld bliebe ohne Wert.'],
  },
  CUSTOM_FIELD_UNKNOWN: {
    en: ['Custom field unknown', 'There is no custom field of this code.'],
    de: ['Individuelles Feld unbekannt', 'Es gibt kein individuelles Feld mit diesem Code.'],
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: ['Key used before', 'The idempotency key was used with other input: take another one.'],
    de: [
      'Schlüssel schon benutzt',
      'Der Idempotenzschlüssel wurde mit anderen Eingaben benutzt: Nehmen Sie einen anderen.',
    ],
  },
  SOURCE_ACCOUNT_TAKEN: {
    en: ['Source id taken', 'The reseller has a customer of this source id here, or had one.'],
    de: ['Quell-ID vergeben', 'Der Reseller hat oder hatte hier schon einen Kunden mit dieser Quell-ID.'],
  },
  CONCURRENT_EDIT: {
    en: ['Changed meanwhile', 'Somebody else has changed the account: read it again before you save.'],
    de: ['Inzwischen geändert', 'Jemand anders hat das Konto geändert: Lesen Sie es neu, bevor Sie speichern.'],
  },
  GO_LIVE_INCOMPLETE: {
    en: ['Not ready to go live', 'An account with subscriptions that run is not handed over to the reseller yet.'],
    de: ['Noch nicht startbereit', 'Ein Konto mit laufenden Abonnements ist dem Reseller noch nicht übergeben.'],
  },
  INVOICE_FIRST: {
    en: ['Invoice first', 'Periods begun before today are pending: generate the invoices of the account first.'],
    de: [
      'Zuerst berechnen',
      'Zeiträume, die vor heute begonnen haben, sind noch nicht berechnet: Erzeugen Sie zuerst die Rechnungen des Kontos.',
    ],
  },
  MOVE_PENDING: {
    en: ['Move pending', 'An account is about to become this customer. Send it again once the move is completed.'],
    de: [
      'Wechsel steht aus',
      'Ein Konto wird gerade zu diesem Kunden. Senden Sie es noch einmal, wenn der Wechsel abgeschlossen ist.',
    ],
  },
  RESELLER_SUSPENDED: {
    en: ['Reseller suspended', 'The distributor has suspended the reseller. Send it again when that is over.'],
    de: [
      'Reseller suspendiert',
      'Der Distributor hat den Reseller suspendiert. Senden Sie es noch einmal, wenn das aufgehoben ist.',
    ],
  },
  RESELLER_ENDED: {
    en: ['Reseller ended', 'The distributor does no business with the reseller any more. Do not send it again.'],
    de: [
      'Zusammenarbeit beendet',
      'Der Distributor macht mit dem Reseller keine Geschäfte mehr. Senden Sie es nicht noch einmal.',
    ],
  },
  CURRENCY_DIFFERS: {
    en: ['Another currency', 'The reseller that the account is to move to has another currency.'],
    de: ['Andere Währung', 'Der Reseller, zu dem das Konto wechseln soll, hat eine andere Währung.'],
  },
  TEMPORARILY_UNAVAILABLE: {
    en: ['Unavailable for now', 'The database was not to be had in time, and nothing was changed. Try again.'],
    de: [
      'Vorübergehend nicht verfügbar',
      'Die Datenbank war nicht rechtzeitig zu haben, und nichts wurde geändert. Versuchen Sie es noch einmal.',
    ],
  },
  OUTCOME_UNKNOWN: {
    en: ['Outcome unknown', 'It is not known whether the change was saved: look before you send it again.'],
    de: [
      'Ausgang unbekannt',
      'Ob die Änderung gespeichert wurde, ist nicht bekannt: Sehen Sie nach, bevor Sie sie noch einmal senden.',
    ],
  },
  NOT_FOUND: {
    en: ['Not found', 'There is nothing of this id that you may see.'],
    de: ['Nicht gefunden', 'Es gibt nichts mit dieser ID, das Sie sehen dürfen.'],
  },
  INVALID_INPUT: {
    en: ['Invalid input', 'A value has the wrong form or does not fit; the message says what is taken.'],
    de: ['Ungültige Eingabe', 'Ein Wert hat die falsche Form oder passt nicht; die Meldung sagt, was möglich ist.'],
  },
} as const satisfies Readonly<Record<string, Worded>>;
