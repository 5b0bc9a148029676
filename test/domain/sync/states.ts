import type { PaidSubscription } from '../../../src/domain/sync/sync-item';
import { anItem, aPaidSubscription, arrive } from '../builders';

/** From this day on so many units. */
export const step = (from: string, quantity: number) => ({ from, quantity });

/** The state of s-1 in a version: five mailboxes from 31 January, unless told otherwise. */
export function state(sourceVersion: bigint | null, changes: Partial<PaidSubscription> = {}): PaidSubscription {
  return aPaidSubscription({ sourceVersion, ...changes });
}

/** Lets states of subscriptions arrive one after the other, each in an item of its own. */
export function follow(...states: PaidSubscription[]) {
  const { decisions, last } = arrive(states.map((one) => anItem({}, [one])));
  return {
    /** What each came to: its outcome, or why its item was refused and where. */
    outcomes: decisions.map(({ subscriptions, refusals }) =>
      refusals.length > 0
        ? refusals.map(({ code, path }) => `${code} ${path.slice(3).join('.')}`).join()
        : subscriptions.map(({ outcome }) => outcome).join(),
    ),
    answered: last.subscriptions[0]?.subscription,
    subscription: last.state?.subscriptions.get('s-1'),
    lines: (last.state?.unwritten.history ?? []).filter(({ kind }) => kind === 'SOLD').map(({ text }) => text),
  };
}

/** Those five, and eleven from the middle of the first month on. */
export const GROWN = [step('2026-01-31', 5), step('2026-02-16', 11)];
