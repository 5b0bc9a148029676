import { setTimeout as sleep } from 'node:timers/promises';
import { type Example, SKU } from './example';
import { type Answer, post } from './http-client';
import { eventually } from './server-process';

/** What became of one request: `ok`, `unavailable`, or in words what nobody may be answered. */
export interface Verdict {
  readonly operation: string;
  readonly verdict: string;
  readonly milliseconds: number;
  /** On performance.now()'s clock. */
  readonly endedAt: number;
}

const CUSTOMERS = 20;
const READERS = 2;
const RECORDERS = 3;
const BULK_SENDERS = 2;
const ITEMS = 20;

const RECORD = `mutation Record($input: RecordPaidSubscriptionInput!) {
  recordPaidSubscription(input: $input) { outcome account { id } userErrors { code } }
}`;
const BULK = `mutation Bulk($input: SyncCustomersInput!) {
  syncCustomers(input: $input) { results { outcome userErrors { code } } userErrors { code } }
}`;
const READ = 'query Read($id: ID!) { account(id: $id) { id name managedByReseller { ribbon } } }';
const ENTITIES = `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Account { id name allowedActions } }
}`;

/** Reads and writes of all kinds, without a pause, until it is stopped; remembers what was acknowledged. */
export class Load {
  readonly verdicts: Verdict[] = [];
  /** The source ids of subscriptions that the server said it has. */
  readonly subscriptions = new Set<string>();
  /** The version that the server said it has of a customer. */
  readonly versions = new Map<string, number>();
  #stopped = false;
  #running: Promise<unknown> = Promise.resolve();
  #next = 0;
  #accounts: string[] = [];

  constructor(
    private readonly url: string,
    private readonly example: Example,
  ) {}

  /** Copies the customers first, so that everything that follows has something to meet. */
  async start(): Promise<void> {
    for (let customer = 0; customer < CUSTOMERS; customer += 1) {
      const account = await this.#record();
      if (!account) throw new Error(`A quiet server answered ${this.verdicts.at(-1)?.verdict}`);
      this.#accounts.push(account);
    }
    this.#running = Promise.all([
      ...Array.from({ length: RECORDERS }, () => this.#repeat(() => this.#record())),
      ...Array.from({ length: BULK_SENDERS }, (_, sender) => this.#repeat(() => this.#bulk(sender))),
      ...Array.from({ length: READERS }, () => this.#repeat(() => this.#read())),
      ...Array.from({ length: READERS }, () => this.#repeat(() => this.#entities())),
    ]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Waits until every kind of request has been answered well a few times since then. */
  async recovered(since: number, milliseconds: number): Promise<void> {
    const operations = ['record', 'bulk', 'read', 'entities'];
    await eventually('everything is answered again', milliseconds, () =>
      operations.every(
        (name) => this.between(since).filter((v) => v.operation === name && v.verdict === 'ok').length > 3,
      ),
    );
  }

  between(from: number, until = Number.POSITIVE_INFINITY): Verdict[] {
    return this.verdicts.filter(({ endedAt }) => endedAt >= from && endedAt <= until);
  }

  async #repeat(operation: () => Promise<unknown>): Promise<void> {
    while (!this.#stopped) {
      await operation();
      // Refusals come quickly; a sender that is refused does not storm.
      if (this.verdicts.at(-1)?.verdict !== 'ok') await sleep(20);
    }
  }

  async #record(): Promise<string | null> {
    const number = this.#next;
    this.#next += 1;
    const sourceSubscriptionId = `load-${number}`;
    const customer = snapshot(`load-${number % CUSTOMERS}`, 1);
    const input = { customer, subscription: subscription(sourceSubscriptionId) };
    const answer = await post(this.url, this.example.europe.token, RECORD, { input });
    const payload = payloadOf(answer, 'recordPaidSubscription');
    this.#judge('record', answer, payload?.userErrors ?? [], payload?.account?.id !== undefined);
    if (!payload?.account) return null;
    this.subscriptions.add(sourceSubscriptionId);
    return payload.account.id;
  }

  async #bulk(sender: number): Promise<void> {
    const ids = Array.from({ length: ITEMS }, (_, index) => `bulk-${sender}-${index}`);
    const version = Math.min(...ids.map((id) => this.versions.get(id) ?? 0)) + 1;
    const items = ids.map((id) => ({ customer: snapshot(id, version), paidSubscriptions: [subscription(`s-${id}`)] }));
    const answer = await post(this.url, this.example.americas.token, BULK, { input: { items } });
    const payload = payloadOf(answer, 'syncCustomers');
    const results: { outcome: string; userErrors: { code: string }[] }[] = payload?.results ?? [];
    const refusals = [...(payload?.userErrors ?? []), ...results.flatMap(({ userErrors }) => userErrors)];
    this.#judge('bulk', answer, refusals, results.length === ITEMS);
    for (const [index, { outcome }] of results.entries()) {
      const id = ids[index];
      if (id !== undefined && outcome !== 'REJECTED') this.versions.set(id, version);
    }
  }

  async #read(): Promise<void> {
    const id = this.#accounts[Math.floor(Math.random() * this.#accounts.length)];
    const answer = await post(this.url, this.example.administrator, READ, { id });
    this.#judge('read', answer, [], payloadOf(answer, 'account')?.id === id);
  }

  async #entities(): Promise<void> {
    const representations = this.#accounts.map((id) => ({ __typename: 'Account', id }));
    const answer = await post(this.url, this.example.administrator, ENTITIES, { representations });
    const names: { name?: string }[] = payloadOf(answer, '_entities') ?? [];
    this.#judge('entities', answer, [], names.length === CUSTOMERS && names.every((one) => one?.name));
  }

  #judge(operation: string, answer: Answer, refusals: readonly { code: string }[], isWhole: boolean): void {
    const { milliseconds } = answer;
    const verdict = verdictOf(answer, refusals, isWhole);
    this.verdicts.push({ operation, verdict, milliseconds, endedAt: performance.now() });
  }
}

function verdictOf(answer: Answer, refusals: readonly { code: string }[], isWhole: boolean): string {
  if (answer.kind === 'cut off') return `cut off: ${answer.code}`;
  const { status, body } = answer;
  const codes = new Set([
    ...(body.errors ?? []).map((error) => error.extensions?.code ?? `uncoded: ${error.message}`),
    ...refusals.map(({ code }) => code),
  ]);
  if (codes.size === 0) return isWhole && status === 200 ? 'ok' : `${status} ${JSON.stringify(body).slice(0, 200)}`;
  const isTold = [...codes].every((code) => code === 'TEMPORARILY_UNAVAILABLE' || code === 'OUTCOME_UNKNOWN');
  return isTold ? 'unavailable' : [...codes].join(', ');
}

// biome-ignore lint/suspicious/noExplicitAny: see Body
function payloadOf(answer: Answer, field: string): any {
  return answer.kind === 'answered' ? answer.body.data?.[field] : undefined;
}

function snapshot(sourceAccountId: string, version: number) {
  const name = `${sourceAccountId} v${version}`;
  return { sourceAccountId, sourceVersion: String(version), name, status: 'ACTIVE' };
}

function subscription(sourceSubscriptionId: string) {
  return { sourceSubscriptionId, sku: SKU, quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' };
}
