import type { Worded } from './words';

/** Words for the values of enums that say who may do what, and why not. */
export const RULE_ENUMS = {
  AccessLevel: {
    READ: {
      en: ['Read', 'See the account and what is pending.'],
      de: ['Lesen', 'Das Konto und seine anstehenden Rechnungen ansehen.'],
    },
    EDIT: {
      en: ['Edit', 'Also edit, sell, invoice, and change contacts and relations.'],
      de: ['Bearbeiten', 'Auch bearbeiten, verkaufen, Rechnungen ausstellen sowie Kontakte und Beziehungen ändern.'],
    },
    FULL: {
      en: [
        'Full',
        'Also synchronize, suspend, reactivate and delete, and change the responsible user and the sharing rule.',
      ],
      de: [
        'Vollzugriff',
        'Auch synchronisieren, suspendieren, reaktivieren und löschen sowie den verantwortlichen Benutzer und die Freigaberegel ändern.',
      ],
    },
  },
  PrincipalKind: {
    USER: {
      en: ['User', 'One person, by id.'],
      de: ['Benutzer', 'Eine einzelne Person, nach ihrer ID.'],
    },
    GROUP: {
      en: ['Group', 'Everyone of a group, as the identity provider says.'],
      de: ['Gruppe', 'Alle Mitglieder einer Gruppe, wie der Identitätsanbieter sie nennt.'],
    },
  },
  AccountViewerKind: {
    DISTRIBUTOR_USER: {
      en: [
        'Distributor user',
        'Someone of the distributor, who sees accounts that are shared with them or that they look after.',
      ],
      de: [
        'Benutzer des Distributors',
        'Jemand vom Distributor, der Konten sieht, die für ihn freigegeben sind oder um die er sich kümmert.',
      ],
    },
    ADMINISTRATOR: {
      en: ['Administrator', 'Someone of the distributor with full access to every account, who also sets things up.'],
      de: [
        'Administrator',
        'Jemand vom Distributor mit vollem Zugriff auf jedes Konto, der auch die Einrichtung vornimmt.',
      ],
    },
    RESELLER_SYNC: {
      en: ["Reseller's sync", "The sync service of one tenant reseller's BSS."],
      de: ['Synchronisation eines Resellers', 'Der Synchronisationsdienst aus dem BSS eines Resellers.'],
    },
  },
  MutationGuard: {
    ALLOWED_ON_MANAGED_ACCOUNT: {
      en: ['On every account', 'For users of the distributor with enough access, on managed accounts too.'],
      de: [
        'Auf jedem Konto',
        'Für Benutzer des Distributors mit genügend Zugriff, auch auf Konten, die ein Reseller verwaltet.',
      ],
    },
    BLOCKED_ON_MANAGED_ACCOUNT: {
      en: [
        'Not on managed accounts',
        'For users of the distributor with enough access, but never on a managed account.',
      ],
      de: [
        'Nicht auf verwalteten Konten',
        'Für Benutzer des Distributors mit genügend Zugriff, aber nie auf einem Konto, das ein Reseller verwaltet.',
      ],
    },
    RESELLER_SYNC: {
      en: ["Resellers' syncs only", "Only for a tenant reseller's sync service, and only for its own customers."],
      de: [
        'Nur Synchronisation von Resellern',
        'Nur für den Synchronisationsdienst eines Resellers und nur für seine eigenen Kunden.',
      ],
    },
    ADMINISTRATOR: {
      en: ['Administrators only', 'Only for administrators of the distributor.'],
      de: ['Nur Administratoren', 'Nur für Administratoren des Distributors.'],
    },
  },
  DenialReason: {
    ACCOUNT_NOT_FOUND: {
      en: ['Not found', 'There is no account of this id that you may see.'],
      de: ['Nicht gefunden', 'Es gibt kein Konto mit dieser ID, das Sie sehen dürfen.'],
    },
    ACCOUNT_DELETED: {
      en: ['Deleted', 'The account is deleted: only viewing and generating invoices remain.'],
      de: ['Gelöscht', 'Das Konto ist gelöscht: Rechnungen lassen sich noch ansehen und erzeugen, sonst nichts.'],
    },
    MANAGED_BY_RESELLER: {
      en: ['Managed by a reseller', 'A tenant reseller manages the account, and this is done there only.'],
      de: ['Von einem Reseller verwaltet', 'Ein Reseller verwaltet das Konto, und dies geschieht nur dort.'],
    },
    TENANT_RESELLER_ACCOUNT: {
      en: [
        "A reseller's own account",
        "It is a tenant reseller's own account: never handed over or billed to another, nor deleted while customers are billed to it.",
      ],
      de: [
        'Eigenes Konto eines Resellers',
        'Es ist das eigene Konto eines Resellers: Es wird nie übergeben oder einem anderen berechnet und nicht gelöscht, solange ihm Kunden berechnet werden.',
      ],
    },
    NOT_FOR_THIS_CALLER: {
      en: ['Not for this caller', 'A sync service has mutations of its own.'],
      de: ['Nicht für diesen Aufrufer', 'Ein Synchronisationsdienst hat eigene Mutationen.'],
    },
    INSUFFICIENT_ACCESS: {
      en: ['Too little access', 'You have less access to the account than this needs; ask the responsible user.'],
      de: [
        'Zu wenig Zugriff',
        'Sie haben weniger Zugriff auf das Konto, als hierfür nötig ist; fragen Sie den verantwortlichen Benutzer.',
      ],
    },
    ALREADY_IN_STATUS: {
      en: ['Already in this status', 'The account has this status already.'],
      de: ['Schon in diesem Status', 'Das Konto hat diesen Status schon.'],
    },
  },
  LockReason: {
    MASTERED_BY_RESELLER: {
      en: ['Comes from the reseller', "The value comes from the reseller's BSS and is updated from there."],
      de: ['Kommt vom Reseller', 'Der Wert kommt aus dem BSS des Resellers und wird von dort aktualisiert.'],
    },
    SET_BY_BACK_ORDERING: {
      en: ['Set by back-ordering', 'The value follows from the account being a customer of the reseller.'],
      de: ['Durch Back-Ordering gesetzt', 'Der Wert folgt daraus, dass das Konto ein Kunde des Resellers ist.'],
    },
    SET_BY_TENANT_RESELLER: {
      en: ['Set by the tenant reseller', "It is a reseller's own account; the value changes with the reseller."],
      de: ['Vom Reseller bestimmt', 'Es ist das eigene Konto eines Resellers; der Wert ändert sich mit dem Reseller.'],
    },
    INSUFFICIENT_ACCESS: {
      en: ['Too little access', 'You have less access to the account than changing this field needs.'],
      de: [
        'Zu wenig Zugriff',
        'Sie haben weniger Zugriff auf das Konto, als für eine Änderung dieses Feldes nötig ist.',
      ],
    },
    ACCOUNT_DELETED: {
      en: ['Deleted', 'The account is deleted, and none of its fields can be changed.'],
      de: ['Gelöscht', 'Das Konto ist gelöscht; keines seiner Felder lässt sich ändern.'],
    },
  },
  PolicyFact: {
    EXISTS: {
      en: ['Found', 'Whether there is an account of this id that the caller may see.'],
      de: ['Gefunden', 'Ob es ein Konto mit dieser ID gibt, das der Aufrufer sehen darf.'],
    },
    STATUS: {
      en: ['Account status', 'Whether the account is active, suspended or deleted.'],
      de: ['Kontostatus', 'Ob das Konto aktiv, suspendiert oder gelöscht ist.'],
    },
    MANAGED: {
      en: ['Managed by a reseller', 'Whether a tenant reseller manages the account.'],
      de: ['Von einem Reseller verwaltet', 'Ob ein Reseller das Konto verwaltet.'],
    },
    TENANT_RESELLER_ACCOUNT: {
      en: ["A reseller's own account", "Whether it is a tenant reseller's own account."],
      de: ['Eigenes Konto eines Resellers', 'Ob es das eigene Konto eines Resellers ist.'],
    },
    BILLED_CUSTOMERS: {
      en: ['Customers are billed to it', "Whether customers are billed to a reseller's own account."],
      de: ['Ihm werden Kunden berechnet', 'Ob dem eigenen Konto eines Resellers Kunden berechnet werden.'],
    },
    ACCESS: {
      en: ['Own access', 'How far the access of the caller to the account goes.'],
      de: ['Eigener Zugriff', 'Wie weit der Zugriff des Aufrufers auf das Konto reicht.'],
    },
    CALLER_KIND: {
      en: ['Kind of caller', 'Whether a user, an administrator or a sync service asks.'],
      de: ['Art des Aufrufers', 'Ob ein Benutzer, ein Administrator oder ein Synchronisationsdienst fragt.'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;
