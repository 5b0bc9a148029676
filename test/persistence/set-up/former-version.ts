import { randomUUID } from 'node:crypto';
import { sourceSubscriptionKey } from '../../../src/domain/identifiers';
import { lineAmount, total } from '../../../src/domain/money';
import { createDataSource } from '../../../src/persistence/engine/data-source';
import { aCustomer, anOwnAccount, copy, type Setup } from '../../support/resellers';
import { aTransferredAccount } from '../../support/transfers';
import type { World } from '../../support/world';

/** The last migration of the version before. */
const LAST = 'FoldAnew1796000000000';

/** Takes back what this version's migrations did, the newest first. */
export async function takeBack(world: World): Promise<void> {
  const source = await createDataSource({ url: world.ownerUrl, poolSize: 2 }).initialize();
  try {
    const added = source.migrations.slice(source.migrations.findIndex((one) => one.constructor.name === LAST) + 1);
    for (const _migration of added) await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** A subscription as the version before recorded and invoiced it: so many periods, on its account, the payer's, or both. */
export interface Former {
  readonly what: string;
  readonly whose: 'Alpha’s' | 'Alpha’s, handed over' | 'Beta’s' | 'own';
  readonly billingPeriod: string;
  readonly months: number;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly currency: string;
  readonly invoiced: number;
}
const MONTHS = { MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12, TRIENNIAL: 36, ONCE: 0 } as const;

/** Five mailboxes of 2.50 of Alpha's customer, in euros and running, unless told otherwise. */
const former = (
  what: string,
  billingPeriod: keyof typeof MONTHS,
  startDate: string,
  invoiced: number,
  changes: Partial<Former> = {},
): Former => ({
  ...{ what, billingPeriod, months: MONTHS[billingPeriod], startDate, invoiced, endDate: null, whose: 'Alpha’s' },
  ...{ quantity: 5, unitPrice: '2.50', currency: 'EUR' },
  ...changes,
});

export const FORMERS: readonly Former[] = [
  former('monthly from a 31st', 'MONTHLY', '2025-12-31', 4),
  former('monthly from a 30th', 'MONTHLY', '2026-01-30', 2),
  former('monthly from a 29th, none invoiced', 'MONTHLY', '2026-01-29', 0),
  former('monthly, all invoiced', 'MONTHLY', '2026-01-31', 6),
  former('quarterly from a 30th of November', 'QUARTERLY', '2025-11-30', 2),
  former('semi-annual from a 31st of August', 'SEMI_ANNUAL', '2025-08-31', 1),
  former('annual from a 29th of February', 'ANNUAL', '2024-02-29', 2),
  former('triennial', 'TRIENNIAL', '2022-05-31', 1),
  former('once, invoiced', 'ONCE', '2026-02-01', 1),
  former('once, not invoiced', 'ONCE', '2026-02-01', 0),
  former('ended within a period that is invoiced', 'MONTHLY', '2026-01-31', 3, { endDate: '2026-04-10' }),
  former('ended, not all invoiced', 'MONTHLY', '2026-01-31', 1, { endDate: '2026-03-31' }),
  former('taken back', 'MONTHLY', '2026-03-01', 0, { endDate: '2026-02-28' }),
  former('from 1980', 'ANNUAL', '1980-01-31', 47),
  former('joined on the payer', 'MONTHLY', '2026-01-31', 3, { whose: 'Beta’s', currency: 'USD' }),
  former('separate at first, joined since', 'MONTHLY', '2026-01-31', 4, { whose: 'Beta’s', currency: 'USD' }),
  former('in yen', 'MONTHLY', '2026-01-31', 2, { whose: 'own', currency: 'JPY', unitPrice: '333.333' }),
  former('in dinars', 'QUARTERLY', '2026-01-31', 1, { whose: 'own', currency: 'KWD', unitPrice: '0.333333' }),
  former('free of charge', 'MONTHLY', '2026-01-31', 2, { unitPrice: '0' }),
  former('mapped', 'MONTHLY', '2026-01-31', 3, { whose: 'Alpha’s, handed over' }),
  former('mapped, ended since', 'QUARTERLY', '2025-11-30', 1, { whose: 'Alpha’s, handed over', endDate: '2026-03-31' }),
];

/** The first day of a period, clamped to its month. */
export function startOf({ startDate, months }: Former, nth: number): string {
  const [year = 0, month = 0, day = 0] = startDate.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months * nth, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** What stands on the line of a period: the service and its days. */
export function describe(one: Former, nth: number): string {
  if (one.months === 0) return `Mailbox, ${one.startDate}`;
  const next = new Date(`${startOf(one, nth + 1)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() - 1);
  return `Mailbox, ${startOf(one, nth)} to ${next.toISOString().slice(0, 10)}`;
}

/** The periods that have begun by a day and are not invoiced, by the rule of the version before: whole, at one quantity. */
export function owedBefore(one: Former, asOf: string, quantity = one.quantity) {
  const owed: { period: string; description: string; quantity: string; amount: string }[] = [];
  const until = one.endDate !== null && one.endDate < asOf ? one.endDate : asOf;
  for (let nth = one.invoiced; startOf(one, nth) <= until && (one.months > 0 || nth === 0); nth += 1) {
    owed.push({
      ...{ period: startOf(one, nth), description: describe(one, nth), quantity: String(quantity) },
      amount: lineAmount(quantity, one.unitPrice, one.currency),
    });
  }
  return owed;
}

export type Placed = Former & { readonly accountId: string; readonly subscriptionId: string; readonly source: string };

/** An account for each of them, while this version's code can still make them. */
export async function makeAccounts(world: World, { alpha, beta }: Setup): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const [index, one] of FORMERS.entries()) {
    const source = `former-${index}`;
    const makes = {
      'Alpha’s': () => copy(world, alpha, aCustomer(source)),
      'Alpha’s, handed over': async () => (await aTransferredAccount(world, alpha, source)).id,
      'Beta’s': () => copy(world, beta, aCustomer(source)),
      own: () => anOwnAccount(world, { currency: one.currency }),
    };
    const accountId = await makes[one.whose]();
    // Who sold it named it: of a copy the source did.
    const subscriptionId = ['Alpha’s', 'Beta’s'].includes(one.whose)
      ? sourceSubscriptionKey(accountId, 'former')
      : randomUUID();
    placed.push({ ...one, accountId, subscriptionId, source });
  }
  await world.sql('DELETE FROM subscriptions');
  return placed;
}

/** Records and invoices them as the version before did: in its columns, whole periods, numbers without gaps. */
export async function liveAsBefore(world: World, placed: readonly Placed[], { beta, alpha }: Setup): Promise<void> {
  let number = 0;
  for (const one of placed) {
    // Its key was that of the account, whoever had it first.
    const source = one.whose === 'own' ? [null, null] : ['former', sourceSubscriptionKey(one.accountId, 'former')];
    await world.sql(
      `INSERT INTO subscriptions (account_id, id, service_id, quantity, unit_price, currency, billing_period, start_date,
         end_date, cancellation_date, invoiced_periods, source_subscription_id, source_key)
       SELECT $1, $2, id, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11 FROM services WHERE sku = 'MAIL'`,
      [
        ...[one.accountId, one.subscriptionId, one.quantity, one.unitPrice, one.currency, one.billingPeriod],
        ...[one.startDate, one.endDate, one.invoiced, ...source],
      ],
    );
    const payer = {
      ...{ 'Alpha’s': alpha.accountId, 'Alpha’s, handed over': alpha.accountId },
      ...{ 'Beta’s': beta.accountId, own: one.accountId },
    }[one.whose];
    const nths = Array.from({ length: one.invoiced }, (_, nth) => nth);
    const separate = one.whose !== 'Beta’s' ? nths : one.what.startsWith('separate') ? nths.slice(0, 2) : [];
    const parts: [on: string, nths: number[]][] = [
      [one.accountId, separate],
      [payer, nths.slice(separate.length)],
    ];
    for (const [on, periods] of parts.filter(([, of]) => of.length > 0)) {
      number += 1;
      const id = randomUUID();
      const amount = lineAmount(one.quantity, one.unitPrice, one.currency);
      const sum = total(
        periods.map(() => amount),
        one.currency,
      );
      await world.sql(
        `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
         VALUES ($1, $2, $3, $4, '2026-06-01', $5, $6)`,
        [on, id, `2026-${String(number).padStart(6, '0')}`, payer, one.currency, sum],
      );
      for (const [index, nth] of periods.entries()) {
        await world.sql(
          `INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount,
             charged_account_id, subscription_id, period) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            ...[on, id, index + 1, describe(one, nth), one.quantity, one.unitPrice, amount, one.accountId],
            ...[one.subscriptionId, nth],
          ],
        );
      }
    }
  }
  await world.sql('INSERT INTO invoice_counters (year, last_number) VALUES (2026, $1)', [number]);
}

/** Every row of what is billed, as JSON. */
export async function billingRows(world: World): Promise<unknown[]> {
  const tables = ['subscriptions', 'invoices', 'invoice_lines', 'invoice_counters', 'account_history'];
  return world.sql(
    `${tables.map((table) => `SELECT '${table}' AS of, to_jsonb(t) AS row FROM ${table} t`).join(' UNION ALL ')} ORDER BY 1, 2`,
  );
}
