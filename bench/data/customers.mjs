import { createHash } from 'node:crypto';

// The generated accounts. What is said here in SQL of the number `n` stands a second time as JavaScript, for what the
// resellers' services send: an answer UNCHANGED shows that the two are the same.

export const RESELLERS = 50;
export const RULES = 20;
export const GROUPS = 10;
const WORDS = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hazel',
  'Iris',
  'Juniper',
  'Kapok',
  'Larch',
];
const TRADES = [
  'Bakery',
  'Brewery',
  'Carpentry',
  'Dairy',
  'Foundry',
  'Gardens',
  'Joinery',
  'Laundry',
  'Media',
  'Tours',
];

const listOf = (words) => `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])`;
/** Names are spread over the alphabet, numbers over everything. `h` counts own and copied accounts apart. */
const WORD = `${listOf(WORDS)}[1 + h % ${WORDS.length}]`;
const TRADE = `${listOf(TRADES)}[1 + h / ${WORDS.length} % ${TRADES.length}]`;

/** The numbers of the generated accounts with what follows of each. Every other one is a copy. */
export const GENERATED = `(SELECT n, h, n % 2 = 1 AS is_copy, 'c-' || n AS source_id, ${WORD} AS word, ${TRADE} AS trade,
    'A-' || n AS accounting_no, 'c' || n || '@customers.example' AS email,
    CASE WHEN h % 50 = 13 THEN 'DELETED' WHEN h % 40 = 7 THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status,
    CASE WHEN h % 3 = 0 THEN 'user-' || h % 400 END AS responsible,
    CASE WHEN h % 25 <> 24 THEN bench.uuid('rule:' || h % ${RULES}) END AS rule_id, h % ${RESELLERS} AS reseller,
    timestamptz '2025-01-01 00:00:00Z' + h % 20000000 * interval '1 second' AS since
  FROM (SELECT n, n / 2 AS h FROM generate_series($1::int, $2::int) n) numbers)`;

export const SKUS = ['MAIL-10', 'OFFICE-50', 'BACKUP-1T', 'PHONE-1'];
export const START_DATE = '2026-01-31';

/** The reseller of the copy with this number. */
export function resellerOf(n) {
  return Math.floor(n / 2) % RESELLERS;
}

/** The number is that of a copy whose sync is answered: it is not deleted. */
export function isLivingCopy(n) {
  return n % 2 === 1 && Math.floor(n / 2) % 50 !== 13;
}

/** What the reseller's service sends of it: of a seeded copy, exactly what is here. */
export function snapshotOf(n) {
  const h = Math.floor(n / 2);
  return {
    sourceAccountId: `c-${n}`,
    sourceVersion: '1',
    name: `${WORDS[h % WORDS.length]} ${TRADES[Math.floor(h / WORDS.length) % TRADES.length]} ${n}`,
    accountingNo: `A-${n}`,
    email: `c${n}@customers.example`,
    billingAddress: { line1: `Main Street ${n}`, city: 'Berlin', postalCode: '10115', country: 'DE' },
    status: h % 40 === 7 ? 'SUSPENDED' : 'ACTIVE',
    synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: `t-${n}` }],
  };
}

export function paidSubscription(sourceSubscriptionId, sku = SKUS[0]) {
  return { sourceSubscriptionId, sku, quantity: 5, billingPeriod: 'MONTHLY', startDate: START_DATE };
}

/** The id of a reseller, as the seed makes it of a text. */
export function resellerId(reseller) {
  const hash = createHash('md5').update(`reseller:${reseller}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join('-');
}
