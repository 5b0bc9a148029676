import { runsOn } from '../calendar';
import { type Refusal, refusal } from '../errors';
import { canonicalId } from '../identifiers';
import { filledText, invalidInput, parse } from '../input';
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

const sourceSubscriptionId = filledText();

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
    const source = parse(sourceSubscriptionId, one.sourceSubscriptionId, [...at, 'sourceSubscriptionId']);
    if (source.refusals) refusals.push(...source.refusals);
    else if (!id || !ids.has(id)) {
      refusals.push(refusal('NOT_FOUND', say('notFound.subscription'), [...at, 'subscriptionId']));
    } else if (bySubscription.has(id) || [...bySubscription.values()].includes(source.value)) {
      refusals.push(invalidInput(at, 'input.namedTwice'));
    } else bySubscription.set(id, source.value);
  }
  const mapped = [...bySubscription].map(([subscriptionId, source]) => ({
    subscriptionId,
    sourceSubscriptionId: source,
  }));
  // What is missing is told once the rest can be read: it may be what was refused.
  if (refusals.length > 0) return { mapped, refusals };
  const running = known.filter(({ endDate }) => runsOn(endDate, today));
  const missing = running.map(({ id }) => id).filter((id) => !bySubscription.has(id));
  if (missing.length === 0) return { mapped, refusals };
  return { mapped, refusals: [invalidInput(path, 'input.notMapped', { missing: missing.join(', ') })] };
}
