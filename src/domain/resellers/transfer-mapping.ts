import { z } from 'zod';
import { runsOn } from '../calendar';
import { type Refusal, refusal } from '../errors';
import { canonicalId } from '../identifiers';
import { filledText, invalidInput, knownId } from '../input';
import { say } from '../message';

/** A subscription under the id that it has in the reseller's BSS. */
export interface MappedSubscription {
  readonly subscriptionId: string;
  readonly sourceSubscriptionId: string;
}

/** The mapping as it will be stored, and everything that speaks against it. */
export interface MappingPlan {
  readonly mapped: readonly MappedSubscription[];
  readonly refusals: readonly Refusal[];
}

/** The subscriptions of an account that is handed over, as they are sent. */
export const mappingInput = z.array(z.object({ subscriptionId: knownId, sourceSubscriptionId: filledText() }));

/** What speaks against ids that no subscription can have, whatever the account has. */
export function idsOfNone(sent: readonly { readonly subscriptionId: string }[], path: readonly string[]): Refusal[] {
  return sent.flatMap(({ subscriptionId }, index) =>
    canonicalId(subscriptionId) === null ? [unknownSubscription([...path, String(index)])] : [],
  );
}

/** The account has no subscription of the id that stands there. */
export function unknownSubscription(path: readonly string[]): Refusal {
  return refusal('NOT_FOUND', say('notFound.subscription'), [...path, 'subscriptionId']);
}

/**
 * All that run today or later must be mapped, or the reseller's BSS would report them as new and they would be billed
 * twice; those that have ended may be (S24).
 */
export function planMapping(
  known: readonly { readonly id: string; readonly endDate: string | null }[],
  sent: readonly MappedSubscription[],
  today: string,
  path: readonly string[],
): MappingPlan {
  const ids = new Set(known.map(({ id }) => id));
  const bySubscription = new Map<string, string>();
  const refusals: Refusal[] = [];
  for (const [index, one] of sent.entries()) {
    const at = [...path, String(index)];
    const id = canonicalId(one.subscriptionId);
    if (!id || !ids.has(id)) refusals.push(unknownSubscription(at));
    else if (bySubscription.has(id) || [...bySubscription.values()].includes(one.sourceSubscriptionId)) {
      refusals.push(invalidInput(at, 'input.namedTwice'));
    } else bySubscription.set(id, one.sourceSubscriptionId);
  }
  const mapped = [...bySubscription].map(([subscriptionId, sourceSubscriptionId]) => ({
    subscriptionId,
    sourceSubscriptionId,
  }));
  // What is missing is told once the rest can be read: it may be what was refused.
  if (refusals.length > 0) return { mapped, refusals };
  const running = known.filter(({ endDate }) => runsOn(endDate, today));
  const missing = running.map(({ id }) => id).filter((id) => !bySubscription.has(id));
  if (missing.length === 0) return { mapped, refusals };
  return { mapped, refusals: [invalidInput(path, 'input.notMapped', { missing: missing.join(', ') })] };
}
