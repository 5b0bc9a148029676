import type { Helped } from './words';

/** What is to be filled in where tenant resellers are set up, where accounts come and go, and in what their syncs send. */
export const RESELLER_INPUTS = {
  tenantResellerId: {
    en: 'Which tenant reseller is meant.',
    de: 'Welcher Reseller gemeint ist.',
  },
  'CreateTenantResellerInput.name': {
    en: 'What the reseller is to be called. Its own account has the same name.',
    de: 'Wie der Reseller heißen soll. Sein eigenes Konto hat denselben Namen.',
  },
  'UpdateTenantResellerInput.name': {
    en: 'The new name of the reseller. It shows at once on the accounts that it manages.',
    de: 'Der neue Name des Resellers. Er steht sofort an den Konten, die er verwaltet.',
  },
  'CreateTenantResellerInput.currency': {
    en: 'What the reseller and its customers are billed in, e.g. "EUR".',
    de: 'Worin der Reseller und seine Kunden abgerechnet werden, z. B. „EUR“.',
  },
  'UpdateTenantResellerInput.currency': {
    en: 'What customers that are copied from now on are billed in, e.g. "EUR". The others keep theirs.',
    de: 'Worin Kunden abgerechnet werden, die von nun an kopiert werden, z. B. „EUR“. Die übrigen behalten ihre.',
  },
  'CreateTenantResellerInput.separateInvoices': {
    en: 'Whether the customers that are copied from the reseller get invoices of their own.',
    de: 'Ob die Kunden, die vom Reseller kopiert werden, eigene Rechnungen bekommen.',
  },
  'UpdateTenantResellerInput.separateInvoices': {
    en: 'Whether customers that are copied from now on get invoices of their own. The others keep what they have.',
    de: 'Ob Kunden, die von nun an kopiert werden, eigene Rechnungen bekommen. Bei den übrigen bleibt es, wie es ist.',
  },
  'CreateTenantResellerInput.email': {
    en: "The e-mail address of the reseller's own account. Empty: an existing account keeps the one that it has.",
    de: 'Die E-Mail-Adresse des eigenen Kontos des Resellers. Leer: Ein Konto, das es gibt, behält seine.',
  },
  'CreateTenantResellerInput.accountId': {
    en: "An account of the distributor's own that becomes the reseller's. Left out, a new one is made.",
    de: 'Ein eigenes Konto des Distributors, das zum Konto des Resellers wird. Ohne Angabe wird eines angelegt.',
  },
  priceListId: {
    en: "The price list for subscriptions that are recorded from now on. Without one, the services' own prices count.",
    de: 'Die Preisliste für Abonnements, die von nun an erfasst werden. Ohne Liste gelten die eigenen Preise der Dienste.',
  },
  'UpdateTenantResellerInput.status': {
    en: "Whether what the reseller's sync sends is taken from now on.",
    de: 'Ob von nun an angenommen wird, was die Synchronisation des Resellers sendet.',
  },
  'TransferAccountsInput.tenantResellerId': {
    en: 'The reseller that is to manage the accounts. They must be billed to it.',
    de: 'Der Reseller, der die Konten verwalten soll. Sie müssen ihm berechnet werden.',
  },
  accounts: {
    en: 'The accounts, each for itself: one that is refused changes nothing for the others.',
    de: 'Die Konten, jedes für sich: Wird eines abgelehnt, ändert das für die übrigen nichts.',
  },
  'TransferAccountInput.accountId': {
    en: 'The account to hand over. It must be billed to the reseller.',
    de: 'Das Konto, das übergeben wird. Es muss dem Reseller berechnet werden.',
  },
  'TransferAccountInput.subscriptions': {
    en: "Every subscription that still runs, with its id in the reseller's BSS. Otherwise it would be billed twice.",
    de: 'Jedes laufende Abonnement mit seiner ID im BSS des Resellers. Sonst würde es zweimal berechnet.',
  },
  'ReleaseAccountInput.accountId': {
    en: 'The account to release. A reseller manages it, and no move of it is announced.',
    de: 'Das Konto, das zurückgegeben wird. Ein Reseller verwaltet es, und kein Wechsel ist angekündigt.',
  },
  'ReleaseAccountInput.subscriptions': {
    en: 'Every subscription that still runs, with what becomes of it.',
    de: 'Jedes laufende Abonnement und was aus ihm wird.',
  },
  goesOn: {
    en: "Yes: the subscription goes on as the distributor's own. No: it ends on the day before the release.",
    de: 'Ja: Das Abonnement läuft als eigenes des Distributors weiter. Nein: Es endet am Tag vor der Rückgabe.',
  },
  'ReleaseSubscriptionInput.unitPrice': {
    en: "What one unit costs from the next period on, if the subscription goes on. Left out, the service's own price.",
    de: 'Was eine Einheit vom nächsten Zeitraum an kostet, wenn das Abonnement weiterläuft. Ohne Angabe der Preis des Dienstes.',
  },
  toTenantResellerId: {
    en: 'The reseller that the accounts are to move to. It must be active.',
    de: 'Der Reseller, zu dem die Konten wechseln sollen. Er muss aktiv sein.',
  },
  'AnnounceAccountInput.accountId': {
    en: 'The account that is to move. Another reseller manages it now.',
    de: 'Das Konto, das wechseln soll. Jetzt verwaltet es ein anderer Reseller.',
  },
  'AnnounceAccountInput.sourceAccountId': {
    en: "The id that the account has in the new reseller's BSS.",
    de: 'Die ID, die das Konto im BSS des neuen Resellers hat.',
  },
  accountIds: {
    en: 'The accounts whose announced moves are meant, each for itself.',
    de: 'Die Konten, deren angekündigte Wechsel gemeint sind, jedes für sich.',
  },
  entity: {
    en: 'What the options are for.',
    de: 'Wofür die Optionen sind.',
  },
  'SetApiOptionsInput.responsibleUserId': {
    en: 'Who becomes responsible for accounts that are created or copied from now on. Left out or empty: nobody.',
    de: 'Wer für Konten verantwortlich wird, die von nun an angelegt oder kopiert werden. Ohne Angabe oder leer: niemand.',
  },
  'SetApiOptionsInput.permissionRuleId': {
    en: 'The sharing rule of accounts that are created or copied from now on. Left out or empty: none.',
    de: 'Die Freigaberegel von Konten, die von nun an angelegt oder kopiert werden. Ohne Angabe oder leer: keine.',
  },
  'SavePermissionRuleInput.permissionRuleId': {
    en: 'The sharing rule to replace. Left out, a new one is made.',
    de: 'Die Freigaberegel, die ersetzt wird. Ohne Angabe wird eine neue angelegt.',
  },
  'SavePermissionRuleInput.name': {
    en: 'What people read for the sharing rule.',
    de: 'Was für die Freigaberegel zu lesen ist.',
  },
  grants: {
    en: 'Who has access by the rule, each user and group once. None: only administrators and responsible users.',
    de: 'Wer durch die Regel Zugriff hat, jeder Benutzer und jede Gruppe einmal. Niemand: nur Administratoren und Verantwortliche.',
  },
  principal: {
    en: 'Whether one user has the access or a whole group.',
    de: 'Ob ein einzelner Benutzer den Zugriff hat oder eine ganze Gruppe.',
  },
  principalId: {
    en: 'The id of the user or the group at the identity provider.',
    de: 'Die ID des Benutzers oder der Gruppe beim Identitätsanbieter.',
  },
  access: {
    en: 'How far the access is to go.',
    de: 'Wie weit der Zugriff reichen soll.',
  },
  'SaveCustomFieldDefinitionInput.code': {
    en: 'What the field is known by: a letter, then letters, digits and underscores. A field that has it is changed.',
    de: 'Woran das Feld zu erkennen ist: ein Buchstabe, dann Buchstaben, Ziffern und Unterstriche. Gibt es das Feld, wird es geändert.',
  },
  'SaveCustomFieldDefinitionInput.label': {
    en: 'What people read for the field.',
    de: 'Was für das Feld zu lesen ist.',
  },
  type: {
    en: 'What values the field takes. It cannot be changed once accounts have values.',
    de: 'Welche Werte das Feld annimmt. Haben Konten schon Werte, lässt er sich nicht mehr ändern.',
  },
  required: {
    en: 'Whether the distributor must fill in the field at the next edit of an account. A copy is never asked for it.',
    de: 'Ob der Distributor das Feld beim nächsten Bearbeiten eines Kontos ausfüllen muss. Eine Kopie braucht es nie.',
  },
  options: {
    en: 'What there is to choose from, in this order. Only for a field of the type "Choice".',
    de: 'Was zur Auswahl steht, in dieser Folge. Nur für ein Feld vom Typ „Auswahl“.',
  },
  defaultValue: {
    en: 'What accounts get that are created or copied from now on. Empty: nothing.',
    de: 'Was Konten bekommen, die von nun an angelegt oder kopiert werden. Leer: nichts.',
  },
  items: {
    en: 'The customers, each for itself: one that is refused changes nothing for the others.',
    de: 'Die Kunden, jeder für sich: Wird einer abgelehnt, ändert das für die übrigen nichts.',
  },
  customer: {
    en: "The whole state of the customer in the reseller's BSS.",
    de: 'Der ganze Stand des Kunden im BSS des Resellers.',
  },
  sourceAccountId: {
    en: "The customer's id in the reseller's BSS.",
    de: 'Die ID des Kunden im BSS des Resellers.',
  },
  sourceVersion: {
    en: 'A whole number that grows with every change of the customer at the source.',
    de: 'Eine ganze Zahl, die mit jeder Änderung des Kunden an der Quelle wächst.',
  },
  'PaidSubscriptionInput.sourceVersion': {
    en: 'A whole number that grows with every change of the subscription at the source. What is older is passed over.',
    de: 'Eine ganze Zahl, die mit jeder Änderung des Abonnements an der Quelle wächst. Älteres wird übergangen.',
  },
  'DeleteManagedAccountInput.sourceVersion': {
    en: "The version of the deletion, of the same count as that of the customer's states.",
    de: 'Die Version der Löschung, aus derselben Zählung wie die der Stände des Kunden.',
  },
  'CustomerSnapshotInput.name': {
    en: "The customer's name in the reseller's BSS.",
    de: 'Der Name des Kunden im BSS des Resellers.',
  },
  'CustomerSnapshotInput.accountingNo': {
    en: "The customer's number in the reseller's accounting. Left out, it is empty here too.",
    de: 'Die Nummer des Kunden in der Buchhaltung des Resellers. Fehlt sie, ist sie auch hier leer.',
  },
  'CustomerSnapshotInput.email': {
    en: "The customer's e-mail address in the reseller's BSS. Left out, it is empty here too.",
    de: 'Die E-Mail-Adresse des Kunden im BSS des Resellers. Fehlt sie, ist sie auch hier leer.',
  },
  'CustomerSnapshotInput.billingAddress': {
    en: "The customer's whole address in the reseller's BSS. A part that is left out is empty here too.",
    de: 'Die ganze Adresse des Kunden im BSS des Resellers. Ein Teil, der fehlt, ist auch hier leer.',
  },
  'CustomerSnapshotInput.status': {
    en: "Whether the customer is active or suspended in the reseller's BSS.",
    de: 'Ob der Kunde im BSS des Resellers aktiv oder suspendiert ist.',
  },
  'CustomerSnapshotInput.currency': {
    en: 'The currency at the source. It is passed over: a copied account has that of the tenant reseller.',
    de: 'Die Währung der Quelle. Sie wird übergangen: Ein kopiertes Konto hat die des Resellers.',
  },
  'CustomerSnapshotInput.synchronizationOptions': {
    en: "How provisioning systems know the customer at the reseller's. Send all of them.",
    de: 'Wie Bereitstellungssysteme den Kunden beim Reseller kennen. Senden Sie alle.',
  },
  paidSubscriptions: {
    en: 'Paid subscriptions of the customer that are new or changed. The first one copies the customer here.',
    de: 'Bezahlte Abonnements des Kunden, die neu oder geändert sind. Das erste kopiert den Kunden hierher.',
  },
  subscription: {
    en: 'The paid subscription that the customer bought.',
    de: 'Das bezahlte Abonnement, das der Kunde gekauft hat.',
  },
  sourceSubscriptionId: {
    en: "The subscription's id in the reseller's BSS.",
    de: 'Die ID des Abonnements im BSS des Resellers.',
  },
  trial: {
    en: 'Whether it is a trial. A trial is not paid and is refused: send it when it becomes paid.',
    de: 'Ob es ein Testabonnement ist. Ein solches ist nicht bezahlt und wird abgelehnt: Senden Sie es, wenn es bezahlt wird.',
  },
} as const satisfies Readonly<Record<string, Helped>>;
