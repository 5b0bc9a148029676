import type { Caller } from '../caller';
import type { Refusal, RefusalCode } from '../errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../identifiers';
import { filledText, parse } from '../input';
import type { SyncOutcome } from '../vocabulary';

/** What of a reseller did not happen: what it was told when it sent it last, and how often it did (S33). */
export interface SyncProblem {
  /** Empty where the row only counts what is beyond the most that are kept. */
  readonly sourceAccountId: string;
  readonly sourceSubscriptionId: string | null;
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly count: bigint;
  readonly closedAt: Date | null;
}

/** How a reseller's sync fares. */
export interface SyncHealth {
  readonly lastAcceptedAt: Date | null;
  readonly acceptedLastDay: number;
  readonly refusedLastDay: number;
  readonly openProblems: number;
}

/** Administrators see the inbox of every reseller, a sync its own (S33). */
export function mayReadInbox(caller: Caller, tenantResellerId: string): boolean {
  if (caller.kind === 'RESELLER_SYNC') return caller.tenantResellerId === tenantResellerId;
  return caller.kind === 'ADMINISTRATOR';
}

/** One customer of a call or one single event, as it was sent: ids may be anything yet. */
export interface SentEvent {
  readonly sourceAccountId: string;
  /** The subscriptions that it names, with where each stands in the arguments; only looked at when it is refused. */
  readonly subscriptions: readonly { readonly sourceSubscriptionId: string; readonly path: readonly string[] }[];
}

/** What a sent event came to. */
export interface EventOutcome {
  readonly event: SentEvent;
  /** Empty: it was taken. */
  readonly refusals: readonly Refusal[];
  /** Of the customer itself; null for an event that is a subscription's alone. */
  readonly outcome: SyncOutcome | null;
  /** Which of its subscriptions are recorded, be it by this event or since before: ids that were read. */
  readonly recorded: readonly string[];
}

/** What the inbox is told of a refusal. */
export interface NotedProblem {
  readonly subjectKey: string;
  readonly customerKey: string;
  readonly sourceAccountId: string;
  readonly sourceSubscriptionId: string | null;
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly count: number;
  /** The same was sent again in the same call, and taken. */
  readonly isTaken: boolean;
}

export interface InboxNotes {
  readonly refused: readonly NotedProblem[];
  /** The open problems that are none any more, by their subject. */
  readonly taken: readonly string[];
}

/** The subjects that are open, by their customer's key. */
export type OpenProblems = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a call leaves in the inbox of its sender, its events in their order. `open`: the problems of their customers that are
 * there. Retryable refusals leave nothing, nor do ids that none could have (S33).
 */
export function inboxNotes(
  tenantResellerId: string,
  outcomes: readonly EventOutcome[],
  open: OpenProblems,
): InboxNotes {
  const refused = new Map<string, NotedProblem>();
  const refusedCustomers = new Set<string>();
  const taken = new Set<string>();
  for (const outcome of outcomes) {
    const customer = customerOf(tenantResellerId, outcome.event);
    if (!customer) continue;
    const [first] = outcome.refusals;
    if (first) {
      if (first.retryable) continue;
      const subject = subjectOf(customer, outcome.event, first.path);
      if (!subject) continue;
      const { code, message, path } = first;
      const count = (refused.get(subject.subjectKey)?.count ?? 0) + 1;
      refused.set(subject.subjectKey, { ...customer, ...subject, code, message, path, count, isTaken: false });
      refusedCustomers.add(customer.customerKey);
      taken.delete(subject.subjectKey);
      continue;
    }
    const openHere = open.get(customer.customerKey);
    // A full call names 50,000 subscriptions, mostly of customers of whom nothing is open: their keys are not worth making.
    if (!openHere && !refusedCustomers.has(customer.customerKey)) continue;
    for (const key of takenSubjects(customer.customerKey, outcome)) {
      const known = refused.get(key);
      if (known) refused.set(key, { ...known, isTaken: true });
      else if (openHere?.has(key)) taken.add(key);
    }
  }
  return { refused: [...refused.values()], taken: [...taken] };
}

interface NamedCustomer {
  readonly customerKey: string;
  readonly sourceAccountId: string;
}

function customerOf(tenantResellerId: string, { sourceAccountId: sent }: SentEvent): NamedCustomer | null {
  const sourceAccountId = idOf(sent);
  return sourceAccountId === null
    ? null
    : { sourceAccountId, customerKey: sourceIdentityKey(tenantResellerId, sourceAccountId) };
}

/** Under a subscription's path it is that subscription, else the customer; null when the id is none. */
function subjectOf({ customerKey }: NamedCustomer, { subscriptions }: SentEvent, path: readonly string[]) {
  const named = subscriptions.find((one) => one.path.every((part, at) => path[at] === part));
  if (!named) return { subjectKey: customerKey, sourceSubscriptionId: null };
  const sourceSubscriptionId = idOf(named.sourceSubscriptionId);
  if (sourceSubscriptionId === null) return null;
  return { subjectKey: sourceSubscriptionKey(customerKey, sourceSubscriptionId), sourceSubscriptionId };
}

/** A snapshot that is late says nothing of what was refused. */
function takenSubjects(customerKey: string, { outcome, recorded }: EventOutcome): string[] {
  return [
    ...(outcome === null || outcome === 'STALE' ? [] : [customerKey]),
    ...recorded.map((id) => sourceSubscriptionKey(customerKey, id.normalize('NFC'))),
  ];
}

const sourceId = filledText();

function idOf(sent: string): string | null {
  return parse(sourceId, sent, []).value ?? null;
}
