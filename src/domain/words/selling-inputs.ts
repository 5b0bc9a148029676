import type { Helped } from './words';

/** What is to be filled in where something is sold, priced or invoiced. */
export const SELLING_INPUTS = {
  title: {
    en: 'What the opportunity, offer or order is about.',
    de: 'Worum es bei der Verkaufschance, dem Angebot oder dem Auftrag geht.',
  },
  'SellInput.lines': {
    en: 'The services, and how many of each.',
    de: 'Die Dienste und wie viel von jedem.',
  },
  sku: {
    en: "The service, by its SKU. It needs a price for the billing period in the account's currency.",
    de: 'Der Dienst, nach seiner SKU. Er braucht für den Abrechnungszeitraum einen Preis in der Währung des Kontos.',
  },
  'SaveServiceInput.sku': {
    en: 'What the service is known by. A service that has this SKU already is replaced.',
    de: 'Woran der Dienst zu erkennen ist. Gibt es einen mit dieser SKU, wird er ersetzt.',
  },
  'PriceListEntryInput.sku': {
    en: 'The service, by its SKU. It need not have a price of its own.',
    de: 'Der Dienst, nach seiner SKU. Er braucht keinen eigenen Preis zu haben.',
  },
  billingPeriod: {
    en: 'How often it is charged. It also decides which price of the service counts.',
    de: 'Wie oft berechnet wird. Danach richtet sich auch, welcher Preis des Dienstes gilt.',
  },
  'PriceInput.billingPeriod': {
    en: 'The price is for subscriptions that are charged this often.',
    de: 'Der Preis gilt für Abonnements, die so oft berechnet werden.',
  },
  'PriceListEntryInput.billingPeriod': {
    en: 'The entry is for subscriptions that are charged this often.',
    de: 'Der Eintrag gilt für Abonnements, die so oft berechnet werden.',
  },
  'PriceInput.currency': {
    en: 'The price is for accounts that are billed in this currency, e.g. "EUR".',
    de: 'Der Preis gilt für Konten, die in dieser Währung abgerechnet werden, z. B. „EUR“.',
  },
  'PriceListEntryInput.currency': {
    en: 'The entry is for accounts that are billed in this currency, e.g. "EUR".',
    de: 'Der Eintrag gilt für Konten, die in dieser Währung abgerechnet werden, z. B. „EUR“.',
  },
  amount: {
    en: 'The price of one unit for one billing period, e.g. "12.50".',
    de: 'Der Preis einer Einheit für einen Abrechnungszeitraum, z. B. „12.50“.',
  },
  'CreditLineInput.amount': {
    en: "How much of the line to take back, in the invoice's currency, and no more than what is left of it.",
    de: 'Wie viel von der Zeile zurückgenommen wird, in der Währung der Rechnung und nicht mehr, als von ihr übrig ist.',
  },
  validFrom: {
    en: 'The first day of the price (YYYY-MM-DD). It counts for subscriptions that start on this day or later.',
    de: 'Der erste Tag des Preises (JJJJ-MM-TT). Er gilt für Abonnements, die an diesem Tag oder später beginnen.',
  },
  'SaveServiceInput.prices': {
    en: 'All prices of the service, one for each currency and billing period. Without a price it is not offered.',
    de: 'Alle Preise des Dienstes, einer je Währung und Abrechnungszeitraum. Ohne Preis wird er nicht angeboten.',
  },
  'SavePriceListInput.prices': {
    en: 'All prices of the list, past and future. Those from before today must be sent as they are.',
    de: 'Alle Preise der Liste, vergangene und künftige. Die von vor heute sind so zu senden, wie sie sind.',
  },
  'SavePriceListInput.code': {
    en: 'What the price list is known by. A list that has this code already is replaced.',
    de: 'Woran die Preisliste zu erkennen ist. Gibt es eine mit diesem Code, wird sie ersetzt.',
  },
  'SavePriceListInput.name': {
    en: 'What people read for the price list.',
    de: 'Was für die Preisliste zu lesen ist.',
  },
  'SaveServiceInput.name': {
    en: 'What people read for the service.',
    de: 'Was für den Dienst zu lesen ist.',
  },
  quantity: {
    en: 'How many units, a whole number.',
    de: 'Wie viele Einheiten, eine ganze Zahl.',
  },
  'InvoiceLineInput.quantity': {
    en: 'How many units the line charges, more than 0, e.g. "2.5".',
    de: 'Wie viele Einheiten die Zeile berechnet, mehr als 0, z. B. „2.5“.',
  },
  'PaidSubscriptionInput.quantity': {
    en: 'How many units from the start date on. Send either this or quantities from their days.',
    de: 'Wie viele Einheiten vom Startdatum an. Senden Sie entweder dies oder Mengen ab ihren Tagen.',
  },
  quantities: {
    en: 'How many units from which day on, in the order of the days. The first is from the start date.',
    de: 'Wie viele Einheiten ab welchem Tag, in der Folge der Tage. Die erste Menge gilt ab dem Startdatum.',
  },
  from: {
    en: 'The first day of this quantity (YYYY-MM-DD).',
    de: 'Der erste Tag dieser Menge (JJJJ-MM-TT).',
  },
  'CreateSubscriptionInput.startDate': {
    en: 'The first day that is billed (YYYY-MM-DD), past or future. Left out, it is today.',
    de: 'Der erste Tag, der berechnet wird (JJJJ-MM-TT), auch vergangen oder künftig. Ohne Angabe ist es heute.',
  },
  'PaidSubscriptionInput.startDate': {
    en: 'The first day that is billed (YYYY-MM-DD), past or future.',
    de: 'Der erste Tag, der berechnet wird (JJJJ-MM-TT), auch vergangen oder künftig.',
  },
  endDate: {
    en: 'The last day that is billed (YYYY-MM-DD), past or future. The day before the start takes it all back.',
    de: 'Der letzte Tag, der berechnet wird (JJJJ-MM-TT), auch vergangen oder künftig. Der Tag vor dem Start nimmt alles zurück.',
  },
  'ChangeSubscriptionInput.endDate': {
    en: 'The last day that is billed (YYYY-MM-DD). Left out, the end stays as it is; empty, it is withdrawn.',
    de: 'Der letzte Tag, der berechnet wird (JJJJ-MM-TT). Ohne Angabe bleibt das Ende, wie es ist; leer wird es zurückgezogen.',
  },
  'PaidSubscriptionInput.endDate': {
    en: 'The last day that is billed (YYYY-MM-DD); it needs a source version. Left out, the subscription runs on.',
    de: 'Der letzte Tag, der berechnet wird (JJJJ-MM-TT); braucht eine Quellversion. Ohne Angabe läuft das Abonnement weiter.',
  },
  'DeleteManagedAccountInput.endDate': {
    en: 'The day on which the subscriptions end (YYYY-MM-DD); left out, today. Those that end before keep their day.',
    de: 'Der Tag, an dem die Abonnements enden (JJJJ-MM-TT); ohne Angabe heute. Was früher endet, behält seinen Tag.',
  },
  subscriptionId: {
    en: 'Which subscription of the account is meant.',
    de: 'Welches Abonnement des Kontos gemeint ist.',
  },
  asOf: {
    en: 'Periods that have begun by this day are invoiced (YYYY-MM-DD). Left out, it is today; it cannot lie ahead.',
    de: 'Zeiträume, die bis zu diesem Tag begonnen haben, werden berechnet (JJJJ-MM-TT). Ohne Angabe ist es heute; er kann nicht in der Zukunft liegen.',
  },
  subscriptionIds: {
    en: 'Invoice these subscriptions only. Left out, all that are pending.',
    de: 'Nur diese Abonnements berechnen. Ohne Angabe alle, für die etwas ansteht.',
  },
  'CreateInvoiceInput.billToId': {
    en: 'Who pays for the invoice. Left out, whoever pays for the account; a managed account has its reseller only.',
    de: 'Wer die Rechnung zahlt. Ohne Angabe, wer für das Konto zahlt; bei einem verwalteten nur der Reseller.',
  },
  'CreateInvoiceInput.lines': {
    en: 'What is charged, line by line.',
    de: 'Was berechnet wird, Zeile für Zeile.',
  },
  description: {
    en: 'What the line charges for, as the invoice is to say it.',
    de: 'Wofür die Zeile ist, wie es auf der Rechnung stehen soll.',
  },
  'InvoiceLineInput.unitPrice': {
    en: 'The price of one unit in the account\'s currency, e.g. "12.50".',
    de: 'Der Preis einer Einheit in der Währung des Kontos, z. B. „12.50“.',
  },
  'CreateCreditNoteInput.accountId': {
    en: 'The account that the invoice is on.',
    de: 'Das Konto, auf das die Rechnung lautet.',
  },
  invoiceId: {
    en: 'The invoice to take lines back from.',
    de: 'Die Rechnung, von der Zeilen zurückgenommen werden.',
  },
  'CreateCreditNoteInput.lines': {
    en: 'The lines to take back, each once.',
    de: 'Die Zeilen, die zurückgenommen werden, jede einmal.',
  },
  invoiceLineId: {
    en: 'Which line of the invoice is meant.',
    de: 'Welche Zeile der Rechnung gemeint ist.',
  },
  reason: {
    en: 'Why the lines are taken back. The credit note keeps it.',
    de: 'Warum die Zeilen zurückgenommen werden. Die Gutschrift hält es fest.',
  },
} as const satisfies Readonly<Record<string, Helped>>;
