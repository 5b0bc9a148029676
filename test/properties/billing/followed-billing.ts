import { aCustomer, admin, type TestReseller } from '../../support/resellers';
import type { World } from '../../support/world';
import { amountOf, BILLING_PERIODS, type Day, unitsOf } from './billing-calendar';
import type { Issued } from './billing-model';
import {
  canonical,
  digitsOf,
  type Followed,
  LINES,
  type LineAnswer,
  type Price,
  pendingOf,
  STATE,
  samePrice,
  stateOf,
} from './followed-subscription';
import type { Delivered } from './source-senders';
import { CURRENCIES, isNewer, LISTED, type SourceSubscription } from './source-states';

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

interface InvoiceAnswer {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly currency: string;
  readonly total: string;
  readonly account: { readonly id: string };
  readonly lines: readonly LineAnswer[];
}

const INVOICE = `id kind number currency total account { id } ${LINES}`;

/** Follows what the server is told and what it issues, and says by the model what it must answer next. */
export class FollowedBilling {
  readonly #subscriptions = new Map<string, Followed>();
  readonly lines: IssuedLine[] = [];
  readonly #prices = new Map<string, string>();
  readonly #deletions = new Map<string, Day>();
  /** Of the customers' snapshots, by account: each is sent with the first. */
  readonly #versions = new Map<string, number>();
  #creditNotes = 0;

  constructor(
    private readonly world: World,
    private readonly resellers: readonly TestReseller[],
  ) {}

  get today(): Day {
    return this.world.now.toISOString().slice(0, 10);
  }

  /** The accounts of the customers that are here, and those of their resellers. */
  get accounts(): string[] {
    return [...this.customers.keys(), ...this.resellers.map(({ accountId }) => accountId)];
  }

  /** The account of the subscription's customer; or the one that gathers it. Null as long as it is not here. */
  accountOf({ customer }: SourceSubscription, gathered = false): string | null {
    const [accountId = null] =
      [...this.customers].find(
        ([, one]) => one.reseller === customer.reseller && one.sourceAccountId === customer.sourceAccountId,
      ) ?? [];
    // Euros are billed to each customer on its own.
    return gathered && accountId && customer.reseller > 0
      ? (this.resellers[customer.reseller]?.accountId ?? null)
      : accountId;
  }

  /** By account. */
  get customers(): Map<string, SourceSubscription['customer']> {
    return new Map([...this.#subscriptions.values()].map(({ accountId, source }) => [accountId, source.customer]));
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

  #priceOf({ sku, customer }: SourceSubscription, start: Day): Price {
    const isListed = CURRENCIES[customer.reseller] === 'KWD' && !customer.own;
    const listed = isListed ? LISTED[sku]?.findLast(({ validFrom }) => validFrom <= start) : undefined;
    if (listed) return { unitPrice: listed.amount, priceSource: 'PRICE_LIST' };
    return { unitPrice: this.#prices.get(sku) as string, priceSource: 'SERVICE' };
  }

  /** The greatest version that has arrived counts, whatever came when. */
  async arrived(delivered: readonly Delivered[]): Promise<void> {
    const before = new Map([...this.#subscriptions].map(([id, { state }]) => [id, state.start]));
    const moved = new Set<string>();
    for (const { subscription: source, state, accountId, subscriptionId } of delivered) {
      const here = this.#subscriptions.get(subscriptionId);
      if (here) {
        if (isNewer(state, here.state)) here.state = state;
        if (state.start !== before.get(subscriptionId)) moved.add(subscriptionId);
      } else {
        const price = this.#priceOf(source, state.start);
        const currency = CURRENCIES[source.customer.reseller] as string;
        const deletedOn = this.#deletions.get(accountId) ?? null;
        const terms = { source, accountId, currency, state, deletedOn, price, allowed: [price], ledger: new Map() };
        this.#subscriptions.set(subscriptionId, terms);
        moved.add(subscriptionId);
      }
    }
    // Of all of them together: a start that came and went again in between may have had its price taken anew, or have come too late.
    for (const id of moved) {
      const here = this.#subscriptions.get(id) as Followed;
      const taken = this.#priceOf(here.source, here.state.start);
      here.allowed = here.state.start === before.get(id) ? [...here.allowed, taken] : [taken];
    }
    for (const accountId of this.customers.keys()) {
      for (const { id, unitPrice, priceSource } of (await this.#see(accountId, this.today)).subscriptions) {
        const here = this.#subscriptions.get(id) as Followed;
        const price = { unitPrice, priceSource };
        if (!here.allowed.some((one) => samePrice(one, price))) expect(price).toEqual(here.allowed);
        here.price = price;
        here.allowed = [price];
      }
    }
  }

  isDeleted(accountId: string): boolean {
    return this.#deletions.has(accountId);
  }

  /** The source deletes a customer: what it has, and what is still on its way, ends on that day at the latest. */
  async deleted(accountId: string, endDate: Day): Promise<void> {
    const { reseller, sourceAccountId } = this.#customerOf(accountId);
    const sourceVersion = this.#nextVersion(accountId);
    const input = { sourceAccountId, sourceVersion, endDate };
    await this.#told(reseller, 'deleteManagedAccount', input);
    this.#deletions.set(accountId, endDate);
    for (const one of this.#subscriptions.values()) if (one.accountId === accountId) one.deletedOn = endDate;
  }

  /** It was a mistake: the subscriptions' own states decide again. */
  async restored(accountId: string): Promise<void> {
    this.#deletions.delete(accountId);
    const { reseller, sourceAccountId } = this.#customerOf(accountId);
    const customer = aCustomer(sourceAccountId, { sourceVersion: this.#nextVersion(accountId) });
    await this.#told(reseller, 'restoreManagedAccount', { customer });
    for (const one of this.#subscriptions.values()) if (one.accountId === accountId) one.deletedOn = null;
  }

  #customerOf(accountId: string) {
    return this.customers.get(accountId) as SourceSubscription['customer'];
  }

  #nextVersion(accountId: string): string {
    const version = (this.#versions.get(accountId) ?? 1) + 1;
    this.#versions.set(accountId, version);
    return String(version);
  }

  async #told(reseller: number, mutation: string, input: unknown): Promise<void> {
    const { sync } = this.resellers[reseller] as TestReseller;
    const { outcome, userErrors } = await this.world.mutate(sync, mutation, input, 'outcome');
    expect({ outcome, userErrors }).toEqual({ outcome: 'APPLIED', userErrors: [] });
  }

  /** Of every customer, the states and what was billed too much by today, and what is pending by these days. */
  async compare(...days: readonly Day[]): Promise<void> {
    for (const accountId of this.customers.keys()) {
      for (const asOf of days) {
        const { pendingInvoices, subscriptions } = await this.#see(accountId, asOf);
        const expected = [...this.#subscriptions].filter(([, one]) => one.accountId === accountId);
        expect(byId(subscriptions)).toEqual(byId(expected.map(([id, one]) => stateOf(id, one, this.today))));
        const lines = pendingInvoices.flatMap((one) => one.lines);
        expect(canonical(lines)).toEqual(pendingOf(expected, asOf));
        for (const { id, credited } of lines) expect([id, Number(credited)]).toEqual([null, 0]);
        assertTotals(pendingInvoices);
      }
    }
  }

  async #see(id: string, asOf: Day) {
    const query = `query ($id: ID!, $asOf: Date) { account(id: $id) {
      pendingInvoices(asOf: $asOf) { currency total ${LINES} } subscriptions { edges { node { ${STATE} } } } } }`;
    const { account } = await this.world.ask(admin, query, { id, asOf });
    type StateAnswer = ReturnType<typeof stateOf>;
    const subscriptions: StateAnswer[] = account.subscriptions.edges.map(({ node }: { node: StateAnswer }) => node);
    return { pendingInvoices: account.pendingInvoices as InvoiceAnswer[], subscriptions };
  }

  /**
   * Issues by a day, on an account, in so many calls at once: together they issue what was pending and nothing twice;
   * then nothing is left by that day. `everySecond` names only every second of the subscriptions.
   */
  async issue(accountId: string, asOf: Day, calls: number, everySecond = false): Promise<void> {
    const joined = this.resellers.findIndex((reseller) => reseller.accountId === accountId);
    const owing = [...this.#subscriptions]
      // Euros are billed to each customer on its own.
      .filter(([, one]) => (joined > 0 ? one.source.customer.reseller === joined : one.accountId === accountId))
      .filter((_, nth) => !everySecond || nth % 2 === 0);
    const expected = pendingOf(owing, asOf);
    const input = { accountId, asOf, ...(everySecond ? { subscriptionIds: owing.map(([id]) => id) } : {}) };
    const generate = () => this.world.mutate(admin, 'generateInvoices', input, `invoices { ${INVOICE} }`);
    const answers = await Promise.all(Array.from({ length: calls }, generate));
    const invoices: InvoiceAnswer[] = answers.flatMap((answer) => answer.invoices);
    expect(canonical(invoices.flatMap((invoice) => invoice.lines))).toEqual(expected);
    assertTotals(invoices);
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
      const units = unitsOf(amount, digitsOf(currency));
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
    const amount = amountOf(units, digitsOf(currency));
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
        return `${id} ${unitsOf(amount, digitsOf(currency)) - unitsOf(credited, digitsOf(currency))}`;
      }),
    );
    expect(left.sort()).toEqual(this.lines.map((line) => `${line.id} ${line.left}`).sort());
  }
}

/** A total is the sum of its lines, none of which is less than nothing. */
function assertTotals(invoices: readonly Pick<InvoiceAnswer, 'currency' | 'total' | 'lines'>[]): void {
  for (const { currency, total, lines } of invoices) {
    const amounts = lines.map((line) => unitsOf(line.amount, digitsOf(currency)));
    expect(amounts.filter((amount) => amount < 0n)).toEqual([]);
    expect(total).toBe(
      amountOf(
        amounts.reduce((sum, amount) => sum + amount, 0n),
        digitsOf(currency),
      ),
    );
  }
}

const byId = <T extends { id: string }>(list: readonly T[]) =>
  list.toSorted((one, other) => (one.id < other.id ? -1 : 1));
