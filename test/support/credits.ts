import type { Caller, Person } from '../../src/domain/caller';
import { aCustomer, admin, aPaidSubscription, record, see, type TestReseller } from './resellers';
import type { World } from './world';

const LINE = 'id description quantity unitPrice amount credited period from account { id name } subscription { id }';
const INVOICE = `id kind number issueDate currency total reason account { id } billTo { id }
  corrects { id number kind lines { id credited } } lines { ${LINE} }`;

/** What an answer holds; a test reads what it is about. */
// biome-ignore lint/suspicious/noExplicitAny: as World.mutate
export type Shown = any;

/** What of createCreditNote's input is not as `credit` has it. */
export interface Credited {
  readonly accountId?: string;
  readonly invoiceId?: string;
  readonly lines?: readonly { readonly invoiceLineId: string; readonly amount: string }[];
  readonly reason?: string;
  readonly idempotencyKey?: string;
}

/** Invoices and credit notes of a world, through its API. */
export type CreditDesk = ReturnType<typeof aCreditDesk>;

export function aCreditDesk(world: World, reseller: TestReseller) {
  /** The one invoice that is pending. */
  const generate = async (accountId: string): Promise<Shown> => {
    const payload = await world.mutate(admin, 'generateInvoices', { accountId }, `invoices { ${INVOICE} }`);
    expect(payload).toMatchObject({ userErrors: [], invoices: [{ kind: 'INVOICE' }] });
    return payload.invoices[0];
  };
  return {
    generate,
    byHand: async (accountId: string): Promise<Shown> => {
      const lines = [{ description: 'Workshop', quantity: '1', unitPrice: '40' }];
      return (await world.mutate(admin, 'createInvoice', { accountId, lines }, `invoice { ${INVOICE} }`)).invoice;
    },
    /** Takes amounts of an invoice's lines back, from the first on, unless told otherwise. */
    credit: (
      invoice: Shown,
      amounts: readonly string[],
      sent: Credited = {},
      caller: Person = admin,
    ): Promise<Shown> => {
      const lines = amounts.map((amount, index) => ({ invoiceLineId: invoice.lines[index].id, amount }));
      const input = { accountId: invoice.account.id, invoiceId: invoice.id, lines, reason: 'Too much', ...sent };
      return world.mutate(caller, 'createCreditNote', input, `account { id } invoice { ${INVOICE} }`);
    },
    listed: async (id: string, caller: Caller = admin): Promise<Shown[]> =>
      (await see(world, caller, id, `invoices(first: 50) { edges { node { ${INVOICE} } } }`)).invoices.edges.map(
        ({ node }: { node: Shown }) => node,
      ),
    /** The newest lines of an account's history: kind, text and actor. */
    history: async (id: string): Promise<string[]> =>
      (await see(world, admin, id, 'history(first: 3) { edges { node { kind text actor } } }')).history.edges.map(
        ({ node }: { node: Shown }) => `${node.kind} ${node.text} ${node.actor}`,
      ),
    /** What is pending by today, and what was invoiced too much. */
    moneyOf: async (id: string) => {
      const { pendingInvoices, subscriptions } = await see(
        world,
        admin,
        id,
        'pendingInvoices { total } subscriptions { edges { node { overbilled { period amount } } } }',
      );
      return {
        pending: pendingInvoices.map(({ total }: Shown) => total),
        overbilled: subscriptions.edges.flatMap(({ node }: Shown) => node.overbilled),
      };
    },
    /** A customer of the reseller's with ten mailboxes a month from New Year on, invoiced by today. */
    anInvoicedCustomer: async (source: string): Promise<{ id: string; invoice: Shown }> => {
      const paid = aPaidSubscription('s-1', { startDate: '2026-01-01', quantity: 10, sourceVersion: '1' });
      const { account } = await record(world, reseller, aCustomer(source), paid);
      return { id: account.id, invoice: await generate(account.id) };
    },
  };
}
