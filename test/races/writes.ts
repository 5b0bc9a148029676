import { sourceIdentityKey } from '../../src/domain/identifiers';
import { admin, aPaidSubscription, type TestReseller } from '../support/resellers';
import type { World } from '../support/world';
import type { Operation, Payload } from './side';

/** One of the distributor's writes on an account, and how often it stands there. */
export interface Write {
  readonly operation: (accountId: string) => Operation;
  /** SQL for how often it is there, of accounts `a`. */
  readonly there: string;
  /** The kind of the line that it leaves in the history. */
  readonly line: string;
}

const LINES = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
const byHand = (accountId: string, mutation: string, input: object): Operation => ({
  caller: admin,
  mutation,
  input: { accountId, ...input },
});

/** The four writes of a distributor that are raced with whatever changes what they may do. */
export const WRITES: Readonly<Record<'edit' | 'sell' | 'invoice' | 'contact', Write>> = {
  // Of what stays the distributor's: it may be changed on a managed account, too (S15).
  edit: {
    operation: (id) => byHand(id, 'updateAccount', { enableOrdering: false, separateInvoices: false }),
    there: '(NOT a.enable_ordering AND NOT a.separate_invoices)::int',
    line: 'EDITED',
  },
  sell: {
    operation: (id) => byHand(id, 'createOrder', { title: 'Raced', lines: LINES }),
    there: '(SELECT count(*)::int FROM sales_documents d WHERE d.account_id = a.id)',
    line: 'SOLD',
  },
  invoice: {
    operation: (id) =>
      byHand(id, 'createInvoice', { lines: [{ description: 'Raced', quantity: '1', unitPrice: '10' }] }),
    there: '(SELECT count(*)::int FROM invoices i WHERE i.account_id = a.id)',
    line: 'INVOICED',
  },
  contact: {
    operation: (id) => byHand(id, 'addContact', { lastName: 'Raced' }),
    there: '(SELECT count(*)::int FROM account_contacts c WHERE c.account_id = a.id)',
    line: 'CONTACT_CHANGED',
  },
};
export const ALL_WRITES = Object.keys(WRITES) as (keyof typeof WRITES)[];

/** What is there of an account after a race. */
export interface Standing {
  readonly status: string;
  readonly managed: boolean;
  readonly times: number;
  /** Those of a managed account must all be billed to the reseller (S20). */
  readonly billedElsewhere: number;
  /** The kinds of its lines of history, oldest first. */
  readonly history: readonly string[];
}

/** Null when there is no account of this id. */
export async function standingOf(world: World, id: string, write: Write): Promise<Standing | null> {
  const [row] = await world.sql<Standing>(
    `SELECT a.status, a.tenant_reseller_id IS NOT NULL AS managed, ${write.there} AS times,
       (SELECT count(*)::int FROM invoices i
        WHERE i.account_id = a.id AND i.bill_to_id IS DISTINCT FROM coalesce(a.bill_to_id, a.id)) AS "billedElsewhere",
       ARRAY(SELECT kind FROM account_history WHERE account_id = a.id ORDER BY at) AS history
     FROM accounts a WHERE a.id = $1`,
    [id],
  );
  return row ?? null;
}

export const codesOf = (payload: Payload): string[] => payload.userErrors.map((error: { code: string }) => error.code);

/** What was refused, with its reasons, or nothing. */
export const refusalOf = (payload: Payload): string =>
  payload.userErrors
    .map(({ code, reasons }: { code: string; reasons: string[] }) => [code, ...reasons].join(' '))
    .join();

/** The id that the copy of a customer has, before it is there. */
export const copyIdOf = (reseller: TestReseller, source: string): string => sourceIdentityKey(reseller.id, source);

/** The first paid subscription of a customer: it makes the copy. */
export const copyOf = (reseller: TestReseller, customer: object): Operation => ({
  caller: reseller.sync,
  mutation: 'recordPaidSubscription',
  input: { customer, subscription: aPaidSubscription() },
  selection: 'outcome account { id }',
});
