import { table } from '../report/table.mjs';
import { thousands } from './model/figures.mjs';

const GB = 1e9;
const DAYS = 365;
/** How many of the accounts have an invoice of their own each month. */
const INVOICED = 0.8;
/** What is kept of the audit: AUDIT_RETENTION in days, or all of some years. */
const AFTER_A_YEAR = 1;
const AFTER_THREE = 3;

/** Bytes of each table for one account, of which `rowsEach` rows are written. */
function bytesOf({ rowsEach, heapPerRow, indexesPerRow }) {
  return rowsEach * (heapPerRow + indexesPerRow);
}

/** What so many accounts take when they are there, and what is added to them by a year. */
export function sizesOf({ syncs, invoices }, { accounts, changed }) {
  const { account_audit: audit, sync_activity: _, ...below } = syncs.grown.created;
  const stock = Object.values(below).reduce((sum, one) => sum + bytesOf(one), 0);
  const refreshed = syncs.grown.changed;
  const changes = accounts * DAYS * changed;
  const { account_audit: invoiceAudit, setup_audit: setupAudit, ...invoiced } = invoices.grown;
  const invoicesOfAYear = 12 * INVOICED * accounts;
  const perInvoice = Object.values(invoiced).reduce((sum, one) => sum + bytesOf(one), 0);
  return {
    stock: accounts * stock,
    createdAudit: accounts * bytesOf(audit),
    historyOfAYear: changes * bytesOf(refreshed.account_history),
    auditOfADay: accounts * changed * bytesOf(refreshed.account_audit),
    invoicesOfAYear: invoicesOfAYear * perInvoice,
    invoiceAuditOfAYear: invoicesOfAYear * (bytesOf(invoiceAudit) + bytesOf(setupAudit)),
    walOfADay: (kinds) => accounts * ((1 - changed) * walOf(syncs, kinds.bare) + changed * walOf(syncs, kinds.changed)),
  };
}

function walOf({ perItem }, kind) {
  return perItem[kind].walBytes.median;
}

/** Disk by how much changes and how long the audit is kept. */
export function sizesTable(measured, { accounts }) {
  const rows = [0.02, 0.1, 1].flatMap((changed) => {
    const sizes = sizesOf(measured, { accounts, changed });
    const auditOf = (days) => days * (sizes.auditOfADay + sizes.invoiceAuditOfAYear / DAYS);
    const grownBy = (years, audit) => sizes.stock + years * (sizes.historyOfAYear + sizes.invoicesOfAYear) + audit;
    const total = (years) => grownBy(years, sizes.createdAudit + auditOf(years * DAYS));
    return [
      [
        `${Math.round(changed * 100)} %`,
        gigabytes(grownBy(AFTER_A_YEAR, auditOf(121))),
        gigabytes(total(AFTER_A_YEAR)),
        gigabytes(grownBy(AFTER_THREE, auditOf(396))),
        gigabytes(total(AFTER_THREE)),
        gigabytes(sizes.walOfADay({ bare: 'bare-without-images', changed: 'changed-without-images' })),
        gigabytes(sizes.walOfADay({ bare: 'bare', changed: 'changed' })),
      ],
    ];
  });
  const heads = [
    'a year, audit 90 days',
    'a year, all',
    '3 years, audit 365',
    '3 years, all',
    'WAL a day, least',
    'most',
  ];
  return table([`Changed a day; GB of ${thousands(accounts)} accounts`, ...heads], rows);
}

function gigabytes(bytes) {
  return thousands(bytes / GB);
}
