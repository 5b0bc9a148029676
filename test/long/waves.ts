import type { Reseller } from './example';
import { SKU } from './example';
import { type Answer, post } from './http-client';

/** Customers of a reseller in wave after wave of changes: in wave v each customer is sent with version v. */
export const CUSTOMERS = 150;
export const PER_CALL = 50;
const CALLS_A_WAVE = CUSTOMERS / PER_CALL;

type Status = 'ACTIVE' | 'SUSPENDED';

/** Some customers change their status often, some seldom, some never. */
export function statusAt(customer: number, wave: number): Status {
  return wave > 1 && (wave * (customer % 7)) % 5 > 2 ? 'SUSPENDED' : 'ACTIVE';
}

/** A paid subscription comes with the first wave, and a further one with every third. */
export function subscriptionsUpTo(customer: number, wave: number): string[] {
  const bought = [1, ...Array.from({ length: Math.floor(wave / 3) }, (_, index) => 3 * (index + 1))];
  return bought.map((at) => `s-${customer}-${at}`);
}

/** The status lines that the history must hold after that wave, in order. */
export function statusLines(customer: number, wave: number, reseller: string): string[] {
  const waves = Array.from({ length: wave }, (_, index) => index + 1);
  return waves.slice(1).flatMap((at) => {
    const status = statusAt(customer, at);
    if (status === statusAt(customer, at - 1)) return [];
    const word = status === 'ACTIVE' ? 'Active' : 'Suspended';
    return [`Account's Status Changed to ${word} due to changes on ${reseller}`];
  });
}

export function itemAt(customer: number, wave: number) {
  const isNew = wave === 1 || wave % 3 === 0;
  return {
    customer: {
      sourceAccountId: `c-${customer}`,
      sourceVersion: String(wave),
      name: `Customer ${customer} v${wave}`,
      status: statusAt(customer, wave),
      billingAddress: { city: `City ${wave}`, country: 'DE' },
    },
    paidSubscriptions: isNew
      ? [
          {
            sourceSubscriptionId: `s-${customer}-${wave}`,
            sku: SKU,
            quantity: 1,
            billingPeriod: 'MONTHLY',
            startDate: '2026-01-31',
          },
        ]
      : [],
  };
}

const SYNC_CUSTOMERS = `mutation Wave($input: SyncCustomersInput!) {
  syncCustomers(input: $input) {
    results { sourceAccountId outcome userErrors { code message retryable } }
    userErrors { code message retryable }
  }
}`;

interface Result {
  readonly sourceAccountId: string;
  readonly outcome: string;
  readonly userErrors: readonly { code: string; message: string; retryable: boolean }[];
}

/**
 * Sends the waves of one reseller in their order, each call until it is acknowledged whole. Several senders of one
 * reseller send the same calls at the same time, yet no customer's versions ever come out of order.
 */
export class Sender {
  readonly acknowledged = new Map<number, number>();
  readonly outcomes = new Map<string, number>();
  calls = 0;
  cutOff = 0;
  #done = 0;

  constructor(
    readonly reseller: Reseller,
    private readonly goesBackwards: boolean,
  ) {}

  get wavesDone(): number {
    return Math.floor(this.#done / CALLS_A_WAVE);
  }

  /** Sends until `enough`, or until the server is gone. */
  async sendUntil(url: string, enough: (sender: Sender) => boolean): Promise<void> {
    while (!enough(this)) {
      const { wave, customers } = this.#next();
      const items = customers.map((customer) => itemAt(customer, wave));
      this.calls += 1;
      const answer = await post(url, this.reseller.token, SYNC_CUSTOMERS, { input: { items } });
      if (answer.kind === 'cut off') {
        this.cutOff += 1;
        return;
      }
      if (this.#take(resultsOf(answer), wave)) this.#done += 1;
    }
  }

  #next(): { wave: number; customers: number[] } {
    const position = this.#done % CALLS_A_WAVE;
    const call = this.goesBackwards ? CALLS_A_WAVE - 1 - position : position;
    return {
      wave: this.wavesDone + 1,
      customers: Array.from({ length: PER_CALL }, (_, index) => call * PER_CALL + index),
    };
  }

  /** Whether the whole call is acknowledged; what is not is sent again with its neighbours. */
  #take(results: readonly Result[], wave: number): boolean {
    if (results.length !== PER_CALL) return false;
    for (const { sourceAccountId, outcome, userErrors } of results) {
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
      const [refusal] = userErrors;
      if (refusal && !refusal.retryable) throw new Error(`${sourceAccountId} v${wave}: ${JSON.stringify(refusal)}`);
      if (!refusal) this.acknowledged.set(Number(sourceAccountId.slice(2)), wave);
    }
    return results.every(({ outcome }) => outcome !== 'REJECTED');
  }
}

/** None for a call that is refused as a whole and may be sent again. */
function resultsOf(answer: Answer & { kind: 'answered' }): readonly Result[] {
  const payload = answer.body.data?.syncCustomers;
  const errors = [...(answer.body.errors ?? []), ...(payload?.userErrors ?? [])];
  const fatal = errors.find((error) => (error.extensions?.code ?? error.code) !== 'TEMPORARILY_UNAVAILABLE');
  if (fatal) throw new Error(`A call was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return payload?.results ?? [];
}
