import type { Worded } from './words';

/** Words for the values of enums about tenant resellers and what their syncs send. */
export const RESELLER_ENUMS = {
  TenantResellerStatus: {
    ACTIVE: {
      en: ['Active', 'What its sync sends is taken.'],
      de: ['Aktiv', 'Was seine Synchronisation sendet, wird angenommen.'],
    },
    SUSPENDED: {
      en: ['Suspended', 'Nothing that its sync sends is taken for now; it is to be sent again later.'],
      de: [
        'Suspendiert',
        'Was seine Synchronisation sendet, wird vorerst nicht angenommen und ist später zu wiederholen.',
      ],
    },
    ENDED: {
      en: ['Ended', 'Nothing that its sync sends is taken any more. Its customers stay managed and locked.'],
      de: [
        'Beendet',
        'Was seine Synchronisation sendet, wird nicht mehr angenommen. Seine Kunden bleiben verwaltet und gesperrt.',
      ],
    },
  },
  ApiOptionsEntity: {
    ACCOUNT: {
      en: ['Account', 'Accounts, copied or created.'],
      de: ['Konto', 'Kopierte und angelegte Konten.'],
    },
  },
  GoLiveObstacle: {
    NOT_TRANSFERRED: {
      en: ['Not transferred', 'The account is billed to the reseller and not handed over yet.'],
      de: ['Nicht übergeben', 'Das Konto wird dem Reseller berechnet und ist ihm noch nicht übergeben.'],
    },
    SUBSCRIPTION_NOT_MAPPED: {
      en: ['Subscription without source id', "It has subscriptions that run and need their ids in the reseller's BSS."],
      de: ['Abonnement ohne Quell-ID', 'Es hat laufende Abonnements, die ihre IDs aus dem BSS des Resellers brauchen.'],
    },
    CURRENCY_DIFFERS: {
      en: ['Another currency', "It is billed in another currency than the reseller's, and stays so."],
      de: ['Andere Währung', 'Es wird in einer anderen Währung abgerechnet als der Reseller, und das bleibt so.'],
    },
    SERVICE_WITHOUT_PRICE: {
      en: [
        'Service without a price',
        'A subscription that runs is for a service without a present price: it goes on, but could not be sold again.',
      ],
      de: [
        'Dienst ohne Preis',
        'Ein laufendes Abonnement ist für einen Dienst, der jetzt keinen Preis hat: Es läuft weiter, ließe sich aber nicht noch einmal verkaufen.',
      ],
    },
    BILLED_BELOW: {
      en: ['Others depend on it', 'Other accounts are billed to it or lie below it, so that it cannot be transferred.'],
      de: [
        'Andere hängen daran',
        'Andere Konten werden ihm berechnet oder liegen darunter; deshalb kann es nicht übergeben werden.',
      ],
    },
  },
  SourceStatus: {
    ACTIVE: {
      en: ['Active', "The customer is in use in the reseller's BSS."],
      de: ['Aktiv', 'Der Kunde ist im BSS des Resellers in Gebrauch.'],
    },
    SUSPENDED: {
      en: ['Suspended', "The customer is suspended in the reseller's BSS."],
      de: ['Suspendiert', 'Der Kunde ist im BSS des Resellers suspendiert.'],
    },
  },
  SyncOutcome: {
    CREATED: {
      en: ['Created', 'The customer was copied, or the subscription recorded: it is new here.'],
      de: ['Angelegt', 'Der Kunde wurde kopiert oder das Abonnement erfasst: Es ist hier neu.'],
    },
    APPLIED: {
      en: ['Applied', 'What was sent was newer and took effect.'],
      de: ['Übernommen', 'Was gesendet wurde, war neuer und ist wirksam.'],
    },
    UNCHANGED: {
      en: ['Unchanged', 'What was sent is what is here already.'],
      de: ['Unverändert', 'Was gesendet wurde, ist hier schon so.'],
    },
    STALE: {
      en: ['Out of date', 'What was sent is older than what is here. Do not send it again.'],
      de: ['Veraltet', 'Was gesendet wurde, ist älter als das, was hier ist. Senden Sie es nicht noch einmal.'],
    },
    REJECTED: {
      en: ['Rejected', 'It was refused and nothing was changed; the errors say why, and whether to send it again.'],
      de: [
        'Abgelehnt',
        'Es wurde abgelehnt und nichts geändert; die Fehler sagen warum und ob es noch einmal zu senden ist.',
      ],
    },
  },
  SyncWarning: {
    SOURCE_CURRENCY_IGNORED: {
      en: ['Currency ignored', "The currency at the source is not the account's, which stays."],
      de: ['Währung übergangen', 'Die Währung der Quelle ist nicht die des Kontos; die des Kontos bleibt.'],
    },
    RESPONSIBLE_USER_UNSET: {
      en: ['No responsible user', 'The copy has no responsible user, since the API options name none.'],
      de: [
        'Kein verantwortlicher Benutzer',
        'Die Kopie hat keinen verantwortlichen Benutzer, weil die API-Optionen keinen nennen.',
      ],
    },
    PERMISSION_RULE_UNSET: {
      en: ['No sharing rule', 'The copy has no sharing rule, since the API options name none.'],
      de: ['Keine Freigaberegel', 'Die Kopie hat keine Freigaberegel, weil die API-Optionen keine nennen.'],
    },
    COUNTRY_UNKNOWN: {
      en: ['Country unknown', 'There is no such country. Two letters were kept, anything else was left out.'],
      de: ['Land unbekannt', 'Dieses Land gibt es nicht. Zwei Buchstaben wurden behalten, alles andere weggelassen.'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;
