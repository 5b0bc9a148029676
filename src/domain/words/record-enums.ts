import type { Worded } from './words';

/** Words for the values of enums that tell of what happened: the history of an account, and the audit. */
export const RECORD_ENUMS = {
  AccountHistoryKind: {
    COPIED: {
      en: ['Copied', 'The account was copied from the reseller with the first paid subscription.'],
      de: ['Kopiert', 'Das Konto wurde mit dem ersten bezahlten Abonnement vom Reseller kopiert.'],
    },
    TRANSFERRED: {
      en: ['Transferred', 'The account was handed to a tenant reseller.'],
      de: ['Übergeben', 'Das Konto wurde einem Reseller übergeben.'],
    },
    REFRESHED: {
      en: ['Refreshed', 'The reseller changed values that come from its BSS; the line names the fields.'],
      de: ['Aktualisiert', 'Der Reseller hat Werte geändert, die aus seinem BSS kommen; die Zeile nennt die Felder.'],
    },
    STATUS_CHANGED: {
      en: ['Status changed', 'The account was suspended or made active again, by the distributor or the reseller.'],
      de: [
        'Status geändert',
        'Das Konto wurde vom Distributor oder vom Reseller suspendiert oder wieder aktiv gesetzt.',
      ],
    },
    EDITED: {
      en: ['Edited', 'The distributor created or edited the account, or changed it with its tenant reseller.'],
      de: ['Bearbeitet', 'Der Distributor hat das Konto angelegt, bearbeitet oder mit seinem Reseller geändert.'],
    },
    DELETED: {
      en: ['Deleted', 'The account was deleted; the line names the day on which its subscriptions end.'],
      de: ['Gelöscht', 'Das Konto wurde gelöscht; die Zeile nennt den Tag, an dem seine Abonnements enden.'],
    },
    SYNCHRONIZED: {
      en: ['Synchronized', 'A synchronization with a provisioning system was asked for.'],
      de: ['Synchronisiert', 'Eine Synchronisation mit einem Bereitstellungssystem wurde angefordert.'],
    },
    SOLD: {
      en: ['Sold', 'A subscription was recorded, sold, changed or ended, or an opportunity, offer or order was made.'],
      de: [
        'Verkauft',
        'Ein Abonnement wurde erfasst, verkauft, geändert oder beendet oder eine Verkaufschance, ein Angebot oder ein Auftrag angelegt.',
      ],
    },
    INVOICED: {
      en: ['Invoiced', 'An invoice was issued that is on the account or has lines of it.'],
      de: ['Berechnet', 'Eine Rechnung wurde ausgestellt, die auf das Konto lautet oder Zeilen von ihm enthält.'],
    },
    CREDITED: {
      en: ['Credited', 'A credit note was issued that is on the account or takes back lines of it.'],
      de: [
        'Gutgeschrieben',
        'Eine Gutschrift wurde ausgestellt, die auf das Konto lautet oder Zeilen von ihm zurücknimmt.',
      ],
    },
    RESTORED: {
      en: ['Restored', 'The reseller had deleted the account by mistake and brought it back.'],
      de: ['Wiederhergestellt', 'Der Reseller hatte das Konto versehentlich gelöscht und hat es zurückgeholt.'],
    },
    CONTACT_CHANGED: {
      en: ['Contact changed', 'A contact was added, changed or removed.'],
      de: ['Kontakt geändert', 'Ein Kontakt wurde hinzugefügt, geändert oder entfernt.'],
    },
    RELATION_CHANGED: {
      en: ['Relation changed', 'A relation was made, labelled or removed.'],
      de: ['Beziehung geändert', 'Eine Beziehung wurde hergestellt, bezeichnet oder entfernt.'],
    },
    RELEASED: {
      en: ['Released', "The account was released from its reseller and is the distributor's own."],
      de: ['Zurückgegeben', 'Das Konto wurde vom Reseller zurückgegeben und ist ein eigenes des Distributors.'],
    },
    MOVE_ANNOUNCED: {
      en: ['Move announced', 'A move of the account to another reseller was announced.'],
      de: ['Wechsel angekündigt', 'Ein Wechsel des Kontos zu einem anderen Reseller wurde angekündigt.'],
    },
    MOVE_WITHDRAWN: {
      en: ['Move withdrawn', 'The announced move to another reseller was withdrawn.'],
      de: ['Wechsel zurückgezogen', 'Der angekündigte Wechsel zu einem anderen Reseller wurde zurückgezogen.'],
    },
    MOVED: {
      en: ['Moved', 'The account moved to another reseller.'],
      de: ['Gewechselt', 'Das Konto ist zu einem anderen Reseller gewechselt.'],
    },
  },
  AuditOperation: {
    INSERT: {
      en: ['Added', 'A row was added.'],
      de: ['Hinzugefügt', 'Eine Zeile wurde hinzugefügt.'],
    },
    UPDATE: {
      en: ['Changed', 'A row was changed.'],
      de: ['Geändert', 'Eine Zeile wurde geändert.'],
    },
    DELETE: {
      en: ['Removed', 'A row was removed.'],
      de: ['Entfernt', 'Eine Zeile wurde entfernt.'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;
