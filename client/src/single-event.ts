import type { Caller } from './caller.ts';
import type { Operations } from './generated/operations.ts';
import { type Outcome, objection } from './outcome.ts';
import { Failures, persist } from './persist.ts';
import { type Answered, itemOutcome } from './settled-item.ts';
import { SyncStopped } from './sync-stopped.ts';

/** The mutations of one event each, and the field that answers. */
const ANSWERS = {
  RecordPaidSubscription: 'recordPaidSubscription',
  CancelPaidSubscription: 'cancelPaidSubscription',
  DeleteManagedAccount: 'deleteManagedAccount',
  RestoreManagedAccount: 'restoreManagedAccount',
} as const;

export type EventName = keyof typeof ANSWERS;

/** Sends one event until it is settled. Throws SyncStopped for what is no event's own. */
export async function sendEvent<N extends EventName, More extends object>(
  caller: Caller,
  name: N,
  variables: Operations[N]['variables'],
  signal: AbortSignal,
  more: (payload: unknown) => More,
): Promise<Outcome<More>> {
  const field = ANSWERS[name];
  const payloadOf = (data: unknown) => (data as Record<string, Answered | null | undefined> | null)?.[field];
  const isWhole = (data: unknown): data is Operations[N]['data'] => {
    const payload = payloadOf(data);
    return typeof payload?.outcome === 'string' && Array.isArray(payload.userErrors);
  };
  const failures = new Failures(caller, signal);
  for (;;) {
    const reply = await persist(caller, name, variables, isWhole, signal, failures);
    if (reply.kind === 'unfit') return objection(reply.code, reply.message);
    const payload = payloadOf(reply.data);
    if (!payload) throw new Error(`${field} has no answer`);
    const [refusal] = payload.userErrors;
    if (refusal?.code === 'RESELLER_ENDED') throw new SyncStopped('RESELLER_ENDED', refusal.message);
    if (refusal?.code === 'RESELLER_SUSPENDED') {
      if (await failures.mayWaitForPeople()) continue;
      throw new SyncStopped('RESELLER_SUSPENDED', refusal.message);
    }
    const { subscriptions: _, ...outcome } = itemOutcome(payload);
    if (outcome.status !== 'UNSETTLED') {
      return outcome.status === 'TAKEN' ? { ...outcome, ...more(payload) } : outcome;
    }
    const mayGoOn = outcome.reason === 'MOVE_PENDING' ? failures.mayWaitForPeople() : failures.mayGoOn();
    if (!(await mayGoOn)) return outcome;
  }
}
