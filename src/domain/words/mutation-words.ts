import type { Worded } from './words';

/** What the button of each mutation says, and what it does. */
export const MUTATION_WORDS = {
  createAccount: {
    en: ['Create account', "Creates an account of the distributor's own."],
    de: ['Konto anlegen', 'Legt ein eigenes Konto des Distributors an.'],
  },
  updateAccount: {
    en: ['Edit account', 'Changes fields of the account. One locked field among the changes, and nothing is saved.'],
    de: [
      'Konto bearbeiten',
      'Ändert Felder des Kontos. Ist eines der geänderten Felder gesperrt, wird nichts gespeichert.',
    ],
  },
  synchronizeAccount: {
    en: ['Synchronize account', 'Asks for a synchronization of the account with a provisioning system.'],
    de: ['Konto synchronisieren', 'Fordert an, dass das Konto mit einem Bereitstellungssystem synchronisiert wird.'],
  },
  deleteAccount: {
    en: [
      'Delete account',
      "Deletes an account of the distributor's own: its subscriptions end today, and it stays readable.",
    ],
    de: [
      'Konto löschen',
      'Löscht ein eigenes Konto des Distributors: Seine Abonnements enden heute, und es bleibt lesbar.',
    ],
  },
  suspendAccount: {
    en: ['Suspend account', "Suspends an account of the distributor's own. Billing goes on."],
    de: ['Konto suspendieren', 'Suspendiert ein eigenes Konto des Distributors. Die Abrechnung läuft weiter.'],
  },
  reactivateAccount: {
    en: ['Reactivate account', "Makes a suspended account of the distributor's own active again."],
    de: ['Konto reaktivieren', 'Setzt ein suspendiertes eigenes Konto des Distributors wieder aktiv.'],
  },
  addContact: {
    en: ['Add contact', 'Adds a contact to the account, managed or not.'],
    de: ['Kontakt hinzufügen', 'Fügt dem Konto einen Kontakt hinzu, ob es verwaltet wird oder nicht.'],
  },
  updateContact: {
    en: ['Change contact', 'Changes a contact of the account. What is left out stays as it is.'],
    de: ['Kontakt ändern', 'Ändert einen Kontakt des Kontos. Was weggelassen wird, bleibt, wie es ist.'],
  },
  removeContact: {
    en: ['Remove contact', 'Removes a contact of the account for good.'],
    de: ['Kontakt entfernen', 'Entfernt einen Kontakt des Kontos endgültig.'],
  },
  relateAccount: {
    en: ['Relate account', 'Relates the account with a record of another kind. Relating the same twice counts once.'],
    de: [
      'Konto verknüpfen',
      'Verknüpft das Konto mit einem Datensatz anderer Art. Denselben zweimal zu verknüpfen zählt einmal.',
    ],
  },
  unrelateAccount: {
    en: ['Remove relation', 'Removes a relation of the account for good.'],
    de: ['Beziehung entfernen', 'Entfernt eine Beziehung des Kontos endgültig.'],
  },
  generateInvoices: {
    en: ['Generate invoices', 'Invoices what is pending by a day. No period is ever invoiced twice.'],
    de: ['Rechnungen erzeugen', 'Berechnet, was bis zu einem Tag ansteht. Kein Zeitraum wird zweimal berechnet.'],
  },
  createInvoice: {
    en: ['Create invoice', 'Issues an invoice by hand. A managed account is invoiced to its tenant reseller.'],
    de: [
      'Rechnung anlegen',
      'Stellt von Hand eine Rechnung aus. Die eines verwalteten Kontos geht an seinen Reseller.',
    ],
  },
  createCreditNote: {
    en: ['Create credit note', 'Takes lines of an invoice back, in whole or in part. They are not billed again.'],
    de: [
      'Gutschrift anlegen',
      'Nimmt Zeilen einer Rechnung ganz oder teilweise zurück. Sie werden nicht noch einmal berechnet.',
    ],
  },
  releaseAccounts: {
    en: ['Release accounts', "Ends the management by a reseller as of today: the accounts are the distributor's own."],
    de: [
      'Konten zurückgeben',
      'Beendet mit dem heutigen Tag die Verwaltung durch einen Reseller: Die Konten sind eigene des Distributors.',
    ],
  },
  announceMove: {
    en: ['Announce move', 'Announces that managed accounts move to another tenant reseller.'],
    de: ['Wechsel ankündigen', 'Kündigt an, dass verwaltete Konten zu einem anderen Reseller wechseln.'],
  },
  completeMove: {
    en: ['Complete move', 'Completes announced moves: the new reseller manages the accounts from now on.'],
    de: ['Wechsel abschließen', 'Schließt angekündigte Wechsel ab: Von nun an verwaltet der neue Reseller die Konten.'],
  },
  withdrawMove: {
    en: ['Withdraw move', 'Withdraws announced moves: the accounts stay with their reseller.'],
    de: ['Wechsel zurückziehen', 'Zieht angekündigte Wechsel zurück: Die Konten bleiben bei ihrem Reseller.'],
  },
  savePriceList: {
    en: [
      'Save price list',
      'Adds a price list for tenant resellers, or replaces one. What is recorded keeps its price.',
    ],
    de: [
      'Preisliste speichern',
      'Fügt eine Preisliste für Reseller hinzu oder ersetzt eine. Was erfasst ist, behält seinen Preis.',
    ],
  },
  createOpportunity: {
    en: ['Create opportunity', 'Opens a sales opportunity for the account, at the present prices.'],
    de: ['Verkaufschance anlegen', 'Legt für das Konto eine Verkaufschance an, zu den heutigen Preisen.'],
  },
  createOffer: {
    en: ['Create offer', 'Makes the account an offer, at the present prices.'],
    de: ['Angebot anlegen', 'Macht dem Konto ein Angebot, zu den heutigen Preisen.'],
  },
  createOrder: {
    en: ['Create order', 'Takes an order for the account, at the present prices. It makes no subscription.'],
    de: [
      'Auftrag anlegen',
      'Nimmt für das Konto einen Auftrag an, zu den heutigen Preisen. Ein Abonnement entsteht nicht.',
    ],
  },
  createSubscription: {
    en: ['Create subscription', 'Sells the account a subscription, at the present price.'],
    de: ['Abonnement anlegen', 'Verkauft dem Konto ein Abonnement, zum heutigen Preis.'],
  },
  cancelSubscription: {
    en: ['Cancel subscription', 'Ends a subscription that the distributor sold. What is invoiced already stays.'],
    de: [
      'Abonnement kündigen',
      'Beendet ein Abonnement, das der Distributor verkauft hat. Was berechnet ist, bleibt berechnet.',
    ],
  },
  changeSubscription: {
    en: ['Change subscription', 'Changes quantities and end of a subscription that the distributor sold.'],
    de: ['Abonnement ändern', 'Ändert Mengen und Ende eines Abonnements, das der Distributor verkauft hat.'],
  },
  createTenantReseller: {
    en: [
      'Create tenant reseller',
      'Creates a tenant reseller with an account of its own, or takes an existing account.',
    ],
    de: ['Reseller anlegen', 'Legt einen Reseller mit eigenem Konto an oder nimmt ein Konto, das es gibt.'],
  },
  updateTenantReseller: {
    en: ['Edit tenant reseller', 'Changes a tenant reseller. Customers that are copied already keep what they have.'],
    de: ['Reseller bearbeiten', 'Ändert einen Reseller. Kunden, die schon kopiert sind, behalten, was sie haben.'],
  },
  activateBackOrdering: {
    en: ['Activate back-ordering', 'Lets the reseller copy its customers from now on. It cannot be undone.'],
    de: [
      'Back-Ordering einschalten',
      'Von nun an kann der Reseller seine Kunden kopieren. Das lässt sich nicht rückgängig machen.',
    ],
  },
  transferAccounts: {
    en: ['Transfer accounts', 'Hands accounts to the reseller that they are billed to: it manages them from now on.'],
    de: ['Konten übergeben', 'Übergibt Konten dem Reseller, dem sie berechnet werden: Von nun an verwaltet er sie.'],
  },
  setApiOptions: {
    en: ['Set API options', 'Says what accounts get that are created or copied from now on. Both values are replaced.'],
    de: [
      'API-Optionen setzen',
      'Bestimmt, was Konten bekommen, die von nun an angelegt oder kopiert werden. Beide Werte werden ersetzt.',
    ],
  },
  savePermissionRule: {
    en: ['Save sharing rule', 'Adds a sharing rule, or replaces one. It holds at once for every account that has it.'],
    de: [
      'Freigaberegel speichern',
      'Fügt eine Freigaberegel hinzu oder ersetzt eine. Sie gilt sofort für jedes Konto mit ihr.',
    ],
  },
  saveCustomFieldDefinition: {
    en: ['Save custom field', 'Adds a custom field to accounts, or changes one.'],
    de: ['Individuelles Feld speichern', 'Fügt ein individuelles Feld für Konten hinzu oder ändert eines.'],
  },
  saveService: {
    en: ['Save service', 'Adds a service with its prices, or replaces one. What is recorded keeps its price.'],
    de: [
      'Dienst speichern',
      'Fügt einen Dienst mit seinen Preisen hinzu oder ersetzt einen. Was erfasst ist, behält seinen Preis.',
    ],
  },
  recordPaidSubscription: {
    en: [
      'Record paid subscription',
      'Records what a customer of the reseller bought; the first one copies the customer here.',
    ],
    de: [
      'Bezahltes Abonnement erfassen',
      'Erfasst, was ein Kunde des Resellers gekauft hat; das erste Abonnement kopiert den Kunden hierher.',
    ],
  },
  syncCustomers: {
    en: ['Synchronize customers', 'Brings customers of the reseller up to date here, each for itself.'],
    de: ['Kunden synchronisieren', 'Bringt Kunden des Resellers hier auf den neuesten Stand, jeden für sich.'],
  },
  cancelPaidSubscription: {
    en: [
      'Cancel paid subscription',
      'Ends a subscription that a customer of the reseller cancelled. The account stays.',
    ],
    de: [
      'Bezahltes Abonnement kündigen',
      'Beendet ein Abonnement, das ein Kunde des Resellers gekündigt hat. Das Konto bleibt.',
    ],
  },
  deleteManagedAccount: {
    en: ['Delete managed account', 'Deletes the copy of a customer that the reseller deleted. What is owed stays due.'],
    de: [
      'Verwaltetes Konto löschen',
      'Löscht die Kopie eines Kunden, den der Reseller gelöscht hat. Was offen ist, bleibt fällig.',
    ],
  },
  restoreManagedAccount: {
    en: ['Restore managed account', 'Brings an account back that the reseller had deleted by mistake.'],
    de: ['Verwaltetes Konto wiederherstellen', 'Holt ein Konto zurück, das der Reseller versehentlich gelöscht hatte.'],
  },
} as const satisfies Readonly<Record<string, Worded>>;
