import { setTimeout as sleep } from 'node:timers/promises';
import type { CustomerSyncItem, Fetch, PaidSubscriptionInput } from '../../client/src/index.ts';

/** What becomes of one call; left out: it is taken. */
export type Behaviour =
  | { readonly does: 'take'; readonly afterMs?: number }
  /** The answer is this, and nothing is taken. */
  | {
      readonly does: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Record<string, string>;
      readonly afterMs?: number;
    }
  /** The connection breaks, before or after it is taken. */
  | { readonly does: 'break'; readonly taken: boolean }
  /** It is taken, and never answered. */
  | { readonly does: 'hang' }
  /** Taken twice, as something in between may send it again. */
  | { readonly does: 'takeTwice' };

/** One call as it came. */
export interface SeenCall {
  readonly operationName: string;
  readonly token: string;
  readonly headers: Record<string, string>;
  readonly bytes: number;
  readonly items: readonly CustomerSyncItem[];
  readonly input: Record<string, unknown>;
  readonly at: number;
  /** How many are under way with it. */
  readonly underWay: number;
}

interface KnownCustomer {
  version: bigint;
  readonly subscriptions: Set<string>;
}

export const graphql = (body: unknown): Behaviour => ({ does: 'answer', status: 200, body });
export const turnedAway = (status: number, code: string, headers: Record<string, string> = {}): Behaviour => ({
  does: 'answer',
  status,
  headers,
  body: { data: null, errors: [{ message: `told ${code}`, extensions: { code } }] },
});
export const UNAVAILABLE = turnedAway(503, 'TEMPORARILY_UNAVAILABLE', { 'retry-after': '0' });
/** Of the call as a whole. */
export const refusedCall = (code: string, retryable: boolean): Behaviour =>
  graphql({
    data: {
      syncCustomers: { results: [], userErrors: [{ code, message: `told ${code}`, path: ['input'], retryable }] },
    },
  });

/**
 * The sync's server in this process, as `fetch` reaches it: takes customers as the product does, as far as a sender can tell,
 * and behaves as a test says.
 */
export class FakeServer {
  readonly calls: SeenCall[] = [];
  readonly customers = new Map<string, KnownCustomer>();
  /** Each item that was taken, in the order in which it was. */
  readonly taken: CustomerSyncItem[] = [];
  mostAtOnce = 0;
  /** Customers of whom two calls were under way at the same time. */
  readonly overlaps = new Set<string>();
  /** What is refused of an item; null: nothing. */
  refuse: (item: CustomerSyncItem) => { code: string; retryable: boolean; path?: string[] } | null = () => null;
  #underWay: SeenCall[] = [];

  constructor(private readonly behave: (call: SeenCall, nth: number) => Behaviour | undefined = () => undefined) {}

  readonly fetch: Fetch = async (_url, { headers, body, signal }) => {
    const { operationName, variables } = JSON.parse(body);
    const items: CustomerSyncItem[] = variables.input?.items ?? [];
    const call: SeenCall = {
      operationName,
      token: headers.authorization ?? '',
      headers,
      bytes: Buffer.byteLength(body),
      items,
      input: variables.input ?? variables,
      at: performance.now(),
      underWay: this.#underWay.length + 1,
    };
    this.#begin(call);
    try {
      return await this.#answer(call, this.behave(call, this.calls.length - 1) ?? { does: 'take' }, signal);
    } finally {
      this.#underWay = this.#underWay.filter((one) => one !== call);
    }
  };

  #begin(call: SeenCall): void {
    const busy = new Set(this.#underWay.flatMap(({ items }) => items.map(({ customer }) => customer.sourceAccountId)));
    for (const { customer } of call.items)
      if (busy.has(customer.sourceAccountId)) this.overlaps.add(customer.sourceAccountId);
    this.#underWay.push(call);
    this.calls.push(call);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay.length);
  }

  async #answer(call: SeenCall, behaviour: Behaviour, signal: AbortSignal) {
    switch (behaviour.does) {
      case 'take':
        await waiting(behaviour.afterMs ?? 0, signal);
        return reply(200, { data: { syncCustomers: this.#take(call) } });
      case 'takeTwice':
        await waiting(0, signal);
        this.#take(call);
        return reply(200, { data: { syncCustomers: this.#take(call) } });
      case 'answer':
        await waiting(behaviour.afterMs ?? 0, signal);
        return reply(behaviour.status, behaviour.body, behaviour.headers);
      case 'break':
        await waiting(0, signal);
        if (behaviour.taken) this.#take(call);
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
        });
      case 'hang':
        this.#take(call);
        return waiting(60_000, signal) as never;
    }
  }

  #take({ items, input }: SeenCall) {
    const results = items.map((item, position) => {
      const { customer } = item;
      const subscriptions = item.paidSubscriptions ?? [];
      const { sourceAccountId, sourceVersion } = customer;
      const refusal = this.refuse(item) ?? this.#notCopied(sourceAccountId, subscriptions);
      if (refusal) {
        const { code, retryable, path = ['customer', 'sourceAccountId'] } = refusal;
        const error = { code, message: `told ${code}`, path: ['input', 'items', String(position), ...path], retryable };
        return result(sourceAccountId, 'REJECTED', [], [error]);
      }
      if (input.dryRun) return result(sourceAccountId, 'CREATED', [], []);
      return this.#record(item, BigInt(sourceVersion), subscriptions);
    });
    return { results, userErrors: [] };
  }

  #notCopied(id: string, subscriptions: readonly PaidSubscriptionInput[]): ReturnType<FakeServer['refuse']> {
    const isHere = this.customers.has(id) || subscriptions.length > 0;
    return isHere ? null : { code: 'ACCOUNT_NOT_COPIED', retryable: true };
  }

  #record(item: CustomerSyncItem, version: bigint, subscriptions: readonly PaidSubscriptionInput[]) {
    const { sourceAccountId } = item.customer;
    this.taken.push(item);
    const known = this.customers.get(sourceAccountId);
    const customer = known ?? { version, subscriptions: new Set<string>() };
    this.customers.set(sourceAccountId, customer);
    const outcome = snapshotOutcome(known?.version, version);
    if (version > customer.version) customer.version = version;
    const results = subscriptions.map(({ sourceSubscriptionId }) => {
      const isNew = !customer.subscriptions.has(sourceSubscriptionId);
      customer.subscriptions.add(sourceSubscriptionId);
      return { sourceSubscriptionId, outcome: isNew ? 'CREATED' : 'UNCHANGED' };
    });
    return result(sourceAccountId, outcome, results, []);
  }
}

function snapshotOutcome(known: bigint | undefined, version: bigint): string {
  if (known === undefined) return 'CREATED';
  if (version === known) return 'UNCHANGED';
  return version > known ? 'APPLIED' : 'STALE';
}

function result(sourceAccountId: string, outcome: string, subscriptionResults: unknown[], userErrors: unknown[]) {
  const account = outcome === 'REJECTED' ? null : { id: `account of ${sourceAccountId}` };
  return { sourceAccountId, outcome, account, subscriptionResults, warnings: [], changes: [], userErrors };
}

function reply(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  return { status, headers: new Headers({ 'content-type': type, ...headers }), text: async () => text };
}

async function waiting(ms: number, signal: AbortSignal): Promise<void> {
  // A call is never answered at once.
  await sleep(ms, undefined, { signal }).catch(() => {
    throw signal.reason;
  });
}
