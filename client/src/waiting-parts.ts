import { MOST, type Part } from './parts.ts';

/** How much waits at most to be sent; more is not read from the source. */
const WAITING = { parts: 2 * MOST.itemsOfCall, bytes: 2 * MOST.bytesOfCall };

/** Parts that wait to be sent, in the order in which those of one customer go. */
export class WaitingParts<Item> {
  #parts: Part<Item>[] = [];
  #bytes = 0;
  /** Customers of whom something is under way. */
  readonly #busy = new Set<string>();

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  get hasRoom(): boolean {
    return this.#parts.length < WAITING.parts && this.#bytes < WAITING.bytes;
  }

  add(parts: readonly Part<Item>[]): void {
    this.#parts.push(...parts);
    for (const { bytes } of parts) this.#bytes += bytes;
  }

  /** Those of a call that has ended: some wait again, before all others of their customers. */
  handBack(call: readonly Part<Item>[], again: readonly Part<Item>[]): void {
    for (const { customer } of call) this.#busy.delete(customer);
    this.#parts.unshift(...again);
    for (const { bytes } of again) this.#bytes += bytes;
  }

  /** Takes all that is left. */
  drain(): Part<Item>[] {
    this.#bytes = 0;
    return this.#parts.splice(0);
  }

  /**
   * What can go in one call now, and when the next may: none of a customer of whom something is under way or must wait, and
   * of each customer in order. `isWorthIt` is asked before a call that could hold more.
   */
  take(now: number, isWorthIt: (oldest: number) => boolean): { call: Part<Item>[]; notBefore: number } {
    const call: Part<Item>[] = [];
    const passedOver = new Set(this.#busy);
    const left: Part<Item>[] = [];
    let [bytes, subscriptions, most, isFull] = [0, 0, MOST.itemsOfCall as number, false];
    let notBefore = Number.POSITIVE_INFINITY;
    for (const part of this.#parts) {
      const isLate = part.notBefore > now;
      if (isLate && !passedOver.has(part.customer)) notBefore = Math.min(notBefore, part.notBefore);
      const fits =
        call.length < Math.min(most, part.most) &&
        (call.length === 0 ||
          (bytes + part.bytes <= MOST.bytesOfCall && subscriptions + part.subscriptions <= MOST.subscriptionsOfCall));
      if (isLate || !fits || passedOver.has(part.customer)) {
        isFull ||= !fits;
        passedOver.add(part.customer);
        left.push(part);
        continue;
      }
      call.push(part);
      bytes += part.bytes;
      subscriptions += part.subscriptions;
      most = Math.min(most, part.most);
    }
    isFull ||= call.length >= most;
    const [first] = call;
    if (first === undefined || (!isFull && !isWorthIt(first.since))) return { call: [], notBefore };
    this.#parts = left;
    this.#bytes -= bytes;
    for (const { customer } of call) this.#busy.add(customer);
    return { call, notBefore };
  }
}
