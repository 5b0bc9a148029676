import type { TestReseller } from '../support/resellers';
import { admin } from '../support/resellers';
import type { World } from '../support/world';
import { amountOf, BILLING_PERIODS, type Day, DIGITS, unitsOf } from './billing-calendar';
import { type Issued, overbilled, pendingLines, quantityToday, type Subscription } from './billing-model';
import type { Delivered } from './source-senders';
import { CURRENCIES, type SourceSubscription, type Version } from './source-states';

/** A subscription as it must be here by now, with what the server issued for it. */
interface Followed {
  readonly source: SourceSubscription;
  readonly accountId: string;
  readonly currency: string;
  state: Version;
  /** Of one unit, taken when it was recorded, or when its start was corrected. */
  unitPrice: string;
  /** One of these it is now, if states have arrived since it was looked at. */
  allowed: ReadonlySet<string>;
  readonly ledger: Map<Day, Issued>;
}

/** A line that a credit note may be made of. */
export interface IssuedLine {
  readonly id: string;
  readonly invoiceId: string;
  /** On which the invoice is. */
  readonly accountId: string;
  readonly subscriptionId: string;
  readonly period: Day;
  /** In smallest units, what of it is not credited. */
  left: bigint;
}

interface LineAnswer {
  readonly id: string | null;
  readonly period: Day;
  readonly from: Day;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly credited: string;
  readonly subscription: { readonly id: string };
}

interface InvoiceAnswer {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly currency: string;
  readonly total: string;
  readonly account: { readonly id: string };
  readonly lines: readonly LineAnswer[];
}

interface StateAnswer {
  readonly id: string;
  readonly unitPrice: string;
}

const LINES = 'lines { id period from quantity unitPrice amount credited subscription { id } }';
const INVOICE = `id kind number currency total account { id } ${LINES}`;
const STATE = `id startDate endDate quantity quantities { from quantity } sourceVersion unitPrice priceSource
  overbilled { period amount currency }`;

/** Follows what the server is told and what it issues, and says by the model what it must answer next. */
export class FollowedBilling {
  readonly #subscriptions = new Map<string, Followed>();
  readonly lines: IssuedLine[] = [];
  readonly #prices = new Map<string, string>();
  #creditNotes = 0;

  constructor(
    private readonly world: World,
    private readonly resellers: readonly TestReseller[],
  ) {}

  /** The accounts of the customers that are here, and those of their resellers. */
  get accounts(): string[] {
    return [...this.#customers, ...this.resellers.map(({ accountId }) => accountId)];
  }

  get #customers(): Set<string> {
    return new Set([...this.#subscriptions.values()].map(({ accountId }) => accountId));
  }

  /** A price of the service's own, in all currencies and for all periods: for what is recorded from now on. */
  async price(sku: string, amount: string): Promise<void> {
    const prices = CURRENCIES.flatMap((currency) =>
      BILLING_PERIODS.map((billingPeriod) => ({ currency, billingPeriod, amount })),
    );
    const { userErrors } = await this.world.mutate(admin, 'saveService', { sku, name: sku, prices });
    expect(userErrors).toEqual([]);
    this.#prices.set(sku, amount);
  }

  /** The greatest version that has arrived counts, whatever came when. */
  async arrived(delivered: readonly Delivered[]): Promise<void> {
    const before = new Map([...this.#subscriptions].map(([id, { state }]) => [id, state]));
    for (const { subscription: source, state, accountId, subscriptionId } of delivered) {
      const here = this.#subscriptions.get(subscriptionId);
      const unitPrice = this.#prices.get(source.sku) as string;
      if (here) {
        if (here.state.version < state.version) here.state = state;
        // A start that came and went again in between may have had its price taken anew, or have come too late.
        if (state.start !== before.get(subscriptionId)?.start) here.allowed = new Set([...here.allowed, unitPrice]);
        if (here.state.start !== before.get(subscriptionId)?.start) here.allowed = new Set([unitPrice]);
      } else {
        const currency = CURRENCIES[source.customer.reseller] as string;
        const [ledger, allowed] = [new Map(), new Set([unitPrice])];
        this.#subscriptions.set(subscriptionId, { source, accountId, currency, state, unitPrice, allowed, ledger });
      }
    }
    for (const accountId of this.#customers) {
      for (const { id, unitPrice } of (await this.#see(accountId, this.today)).subscriptions) {
        const here = this.#subscriptions.get(id) as Followed;
        expect([...here.allowed].map(sixDigits)).toContain(sixDigits(unitPrice));
        here.unitPrice = unitPrice;
        here.allowed = new Set([unitPrice]);
      }
    }
  }

  /** Of every customer, the states and what was billed too much by today, and what is pending by these days. */
  async compare(...days: readonly Day[]): Promise<void> {
    for (const accountId of this.#customers) {
      for (const asOf of days) {
        const { pendingInvoices, subscriptions } = await this.#see(accountId, asOf);
        const expected = [...this.#subscriptions].filter(([, one]) => one.accountId === accountId);
        expect(byId(subscriptions)).toEqual(byId(expected.map(([id, one]) => this.#stateOf(id, one))));
        this.#assertPending(pendingInvoices, expected, asOf);
      }
    }
  }

  async #see(id: string, asOf: Day): Promise<{ pendingInvoices: InvoiceAnswer[]; subscriptions: StateAnswer[] }> {
    const query = `query ($id: ID!, $asOf: Date) { account(id: $id) {
      pendingInvoices(asOf: $asOf) { currency total ${LINES} } subscriptions { edges { node { ${STATE} } } } } }`;
    const { account } = await this.world.ask(admin, query, { id, asOf });
    const subscriptions = account.subscriptions.edges.map(({ node }: { node: StateAnswer }) => node);
    return { pendingInvoices: account.pendingInvoices, subscriptions };
  }

  #stateOf(id: string, one: Followed) {
    const { source, state, currency, ledger, unitPrice } = one;
    const digits = DIGITS[currency] ?? 2;
    return {
      id,
      startDate: state.start,
      endDate: state.end,
      quantity: quantityToday(state, this.today),
      quantities: state.steps,
      sourceVersion: source.customer.own ? null : String(state.version),
      unitPrice,
      priceSource: 'SERVICE',
      overbilled: overbilled(asSubscription(one), ledger, this.today).map(({ period, amount }) => ({
        period,
        amount: amountOf(amount, digits),
        currency,
      })),
    };
  }

  get today(): Day {
    return this.world.now.toISOString().slice(0, 10);
  }

  #assertPending(invoices: readonly InvoiceAnswer[], owing: readonly [string, Followed][], asOf: Day): void {
    const lines = invoices.flatMap((one) => one.lines);
    expect(canonical(lines)).toEqual(this.#expected(owing, asOf));
    for (const line of lines) expect(line).toMatchObject({ id: null, credited: expect.stringMatching(/^0(\.0+)?$/) });
    for (const { currency, total, lines: own } of invoices) {
      const sum = own.reduce((all, line) => all + unitsOf(line.amount, DIGITS[currency] ?? 2), 0n);
      expect(total).toBe(amountOf(sum, DIGITS[currency] ?? 2));
    }
  }

  #expected(owing: readonly [string, Followed][], asOf: Day): string[] {
    return owing
      .flatMap(([subscription, one]) =>
        pendingLines(asSubscription(one), one.ledger, asOf).map((line) =>
          JSON.stringify({
            subscription,
            period: line.period,
            from: line.from,
            unitPrice: sixDigits(line.unitPrice),
            amount: amountOf(line.amount, DIGITS[one.currency] ?? 2),
          }),
        ),
      )
      .sort();
  }

  /**
   * Issues by a day, on an account, in so many calls at once: together they issue what was pending and nothing twice;
   * then nothing is left by that day.
   */
  async issue(accountId: string, asOf: Day, calls: number): Promise<void> {
    const joined = this.resellers.findIndex((reseller) => reseller.accountId === accountId);
    const owing = [...this.#subscriptions].filter(([, one]) =>
      // Euros are billed to each customer on its own.
      joined > 0 ? one.source.customer.reseller === joined : one.accountId === accountId,
    );
    const expected = this.#expected(owing, asOf);
    const generate = () => this.world.mutate(admin, 'generateInvoices', { accountId, asOf }, `invoices { ${INVOICE} }`);
    const answers = await Promise.all(Array.from({ length: calls }, generate));
    const invoices: InvoiceAnswer[] = answers.flatMap((answer) => answer.invoices);
    expect(canonical(invoices.flatMap((invoice) => invoice.lines))).toEqual(expected);
    for (const invoice of invoices) this.#note(invoice);
    const refusals = [...answers, await generate()].flatMap(({ userErrors }) => userErrors);
    expect(refusals.map(({ code }: { code: string }) => code)).toEqual(
      Array.from({ length: calls + 1 - invoices.length }, () => 'NOTHING_TO_INVOICE'),
    );
  }

  #note({ id: invoiceId, kind, currency, account, lines }: InvoiceAnswer): void {
    expect(kind).toBe('INVOICE');
    for (const { id, period, unitPrice, amount, subscription } of lines) {
      const { ledger } = this.#subscriptions.get(subscription.id) as Followed;
      const units = unitsOf(amount, DIGITS[currency] ?? 2);
      const before = ledger.get(period) ?? { amount: 0n, credited: 0n, unitPrice };
      ledger.set(period, { ...before, amount: before.amount + units });
      const line = { id: id as string, invoiceId, accountId: account.id, subscriptionId: subscription.id };
      this.lines.push({ ...line, period, left: units });
    }
  }

  /** Credits a part of a line, in thousandths of what is left of it. */
  async credit(line: IssuedLine, thousandths: number): Promise<void> {
    const { ledger, currency } = this.#subscriptions.get(line.subscriptionId) as Followed;
    const share = (line.left * BigInt(thousandths)) / 1000n;
    const units = share > 0n ? share : line.left;
    const amount = amountOf(units, DIGITS[currency] ?? 2);
    const { accountId, invoiceId } = line;
    const { invoice, userErrors } = await this.world.mutate(
      admin,
      'createCreditNote',
      { accountId, invoiceId, lines: [{ invoiceLineId: line.id, amount }], reason: 'Billed too much' },
      'invoice { kind currency total corrects { id } }',
    );
    expect(userErrors).toEqual([]);
    expect(invoice).toEqual({ kind: 'CREDIT_NOTE', currency, total: `-${amount}`, corrects: { id: invoiceId } });
    line.left -= units;
    this.#creditNotes += 1;
    const issued = ledger.get(line.period) as Issued;
    ledger.set(line.period, { ...issued, credited: issued.credited + units });
  }

  /** The invoices that the API gives are those that were followed; none stands twice. */
  async compareIssued(): Promise<void> {
    const query = `query ($id: ID!) { account(id: $id) { invoices(first: 200) { edges { node { ${INVOICE} } } } } }`;
    const issued: InvoiceAnswer[] = [];
    for (const id of this.accounts) {
      const { account } = await this.world.ask(admin, query, { id });
      issued.push(...account.invoices.edges.map(({ node }: { node: InvoiceAnswer }) => node));
    }
    const invoices = issued.filter(({ kind }) => kind === 'INVOICE');
    expect(issued).toHaveLength(invoices.length + this.#creditNotes);
    expect(new Set(issued.map(({ number }) => number)).size).toBe(issued.length);
    const left = invoices.flatMap(({ lines, currency }) =>
      lines.map(({ id, amount, credited }) => {
        const digits = DIGITS[currency] ?? 2;
        return `${id} ${unitsOf(amount, digits) - unitsOf(credited, digits)}`;
      }),
    );
    expect(left.sort()).toEqual(this.lines.map((line) => `${line.id} ${line.left}`).sort());
  }
}

const asSubscription = ({ source, state, currency, unitPrice }: Followed): Subscription => ({
  billingPeriod: source.billingPeriod,
  currency,
  unitPrice,
  start: state.start,
  steps: state.steps,
  end: state.end,
});

const sixDigits = (price: string) => amountOf(unitsOf(price, 6), 6);

const byId = <T extends { id: string }>(list: readonly T[]) =>
  list.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Lines in an order and a writing of their own. */
const canonical = (lines: readonly LineAnswer[]) =>
  lines
    .map(({ subscription, period, from, unitPrice, amount }) =>
      JSON.stringify({
        subscription: subscription.id,
        period,
        from,
        unitPrice: sixDigits(unitPrice),
        amount,
      }),
    )
    .sort();
