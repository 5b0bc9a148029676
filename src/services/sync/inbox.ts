import type { ResellerSync } from '../../domain/caller';
import { DomainError, RefusedCall } from '../../domain/errors';
import { type EventOutcome, inboxNotes, type OpenProblems, type SentEvent } from '../../domain/sync/inbox';
import type { SyncPass } from '../../persistence/pass/guard-pass';
import { noteSyncProblems } from '../../persistence/sync/sync-problem-repository';
import type { Run } from '../bulk/each-for-itself';
import type { SyncActivity } from './sync-activity';

/** A call of a reseller's sync, with what it is answered and noted by. */
export interface SyncCall {
  readonly guard: {
    readonly caller: ResellerSync;
    readonly run: Run<SyncPass>;
    /** Runs what is only noted of the call; null in a dry run, which leaves nothing (S32). */
    readonly note: Run<SyncPass> | null;
  };
  readonly resources: { readonly syncActivity: SyncActivity };
  readonly reportFault: (fault: unknown) => void;
}

/**
 * Keeps the sender's inbox once its events are decided: what was refused stands in it until the same is taken (S33). A call of
 * which nothing is refused, and nothing was before, costs no statement. What keeps it from being noted fails nobody: the events
 * are what they are.
 */
export async function keepInbox(
  { guard, resources, reportFault }: SyncCall,
  outcomes: readonly EventOutcome[],
  open: OpenProblems,
): Promise<void> {
  const { note, caller } = guard;
  if (note === null) return;
  const accepted = outcomes.filter(({ refusals }) => refusals.length === 0).length;
  const refused = outcomes.filter(({ refusals: [first] }) => first !== undefined && !first.retryable).length;
  resources.syncActivity.count(caller.tenantResellerId, { accepted, refused });
  // Nearly every call: nothing is to be worked out for it.
  if (refused === 0 && open.size === 0) return;
  const notes = inboxNotes(caller.tenantResellerId, outcomes, open);
  if (notes.refused.length === 0 && notes.taken.length === 0) return;
  try {
    await note((pass) => noteSyncProblems(pass, notes));
  } catch (error) {
    // Of a database that is away, or a reseller that was just suspended, the sender hears with its next call.
    if (!(error instanceof DomainError)) reportFault(error);
  }
}

/** Does a single event and keeps the inbox; `took` says what it came to, where it is not refused. */
export async function singleEvent<T>(
  call: SyncCall,
  event: SentEvent,
  work: (pass: SyncPass) => Promise<T>,
  took: (result: T) => Pick<EventOutcome, 'outcome' | 'recorded'>,
): Promise<T> {
  let open: OpenProblems = new Map();
  try {
    const result = await call.guard.run(async (pass) => {
      const done = await work(pass);
      open = pass.openProblems;
      return done;
    });
    await keepInbox(call, [{ event, refusals: [], ...took(result) }], open);
    return result;
  } catch (error) {
    // What refuses the call as a whole refuses no event of it.
    if (error instanceof DomainError && !(error instanceof RefusedCall)) {
      await keepInbox(call, [{ event, refusals: error.refusals, outcome: null, recorded: [] }], open);
    }
    throw error;
  }
}
