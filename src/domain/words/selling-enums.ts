import type { Worded } from './words';

/** Words for the values of enums about what is sold and billed. */
export const SELLING_ENUMS = {
  BillingPeriod: {
    MONTHLY: {
      en: ['Monthly', 'Charged in advance, every month.'],
      de: ['Monatlich', 'Wird im Voraus berechnet, jeden Monat.'],
    },
    QUARTERLY: {
      en: ['Quarterly', 'Charged in advance, every 3 months.'],
      de: ['Vierteljährlich', 'Wird im Voraus berechnet, alle 3 Monate.'],
    },
    SEMI_ANNUAL: {
      en: ['Half-yearly', 'Charged in advance, every 6 months.'],
      de: ['Halbjährlich', 'Wird im Voraus berechnet, alle 6 Monate.'],
    },
    ANNUAL: {
      en: ['Yearly', 'Charged in advance, every 12 months.'],
      de: ['Jährlich', 'Wird im Voraus berechnet, alle 12 Monate.'],
    },
    TRIENNIAL: {
      en: ['Every three years', 'Charged in advance, every 36 months.'],
      de: ['Alle drei Jahre', 'Wird im Voraus berechnet, alle 36 Monate.'],
    },
    ONCE: {
      en: ['Once', 'Charged once, e.g. for software that is bought outright or a reservation.'],
      de: ['Einmalig', 'Wird einmal berechnet, z. B. für gekaufte Software oder eine Reservierung.'],
    },
  },
  PriceSource: {
    PRICE_LIST: {
      en: ['Price list', "The price list of the tenant reseller that was valid at the subscription's start."],
      de: ['Preisliste', 'Die Preisliste des Resellers, wie sie zum Start des Abonnements galt.'],
    },
    SERVICE: {
      en: ['Service', "The service's own price."],
      de: ['Dienst', 'Der eigene Preis des Dienstes.'],
    },
    SET_BY_DISTRIBUTOR: {
      en: ['Set by the distributor', 'The distributor named the price by hand.'],
      de: ['Vom Distributor bestimmt', 'Der Distributor hat den Preis von Hand festgelegt.'],
    },
  },
  AccountSubscriptionStatus: {
    ACTIVE: {
      en: ['Active', 'The subscription runs and has no end date.'],
      de: ['Aktiv', 'Das Abonnement läuft und hat kein Enddatum.'],
    },
    CANCELLED: {
      en: ['Cancelled', 'The subscription has an end date, which may lie ahead.'],
      de: ['Gekündigt', 'Das Abonnement hat ein Enddatum, das auch in der Zukunft liegen kann.'],
    },
  },
  SalesDocumentKind: {
    OPPORTUNITY: {
      en: ['Opportunity', 'What the customer might buy.'],
      de: ['Verkaufschance', 'Was der Kunde kaufen könnte.'],
    },
    OFFER: {
      en: ['Offer', 'What the customer was offered.'],
      de: ['Angebot', 'Was dem Kunden angeboten wurde.'],
    },
    ORDER: {
      en: ['Order', 'What the customer ordered. It makes no subscription by itself.'],
      de: ['Auftrag', 'Was der Kunde bestellt hat. Ein Abonnement entsteht daraus nicht von selbst.'],
    },
  },
  InvoiceKind: {
    INVOICE: {
      en: ['Invoice', 'Asks for payment.'],
      de: ['Rechnung', 'Verlangt eine Zahlung.'],
    },
    CREDIT_NOTE: {
      en: ['Credit note', 'Takes lines of one invoice back, in whole or in part.'],
      de: ['Gutschrift', 'Nimmt Zeilen einer Rechnung ganz oder teilweise zurück.'],
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Worded>>>>;
