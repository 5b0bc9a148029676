import { type Refusal, refusal } from '../errors';
import { invalidInput } from '../input';
import { say } from '../message';
import { statusRefusal } from '../resellers/reseller-status';
import { receiverRefusal, sourceAccountTaken } from '../resellers/transfer';
import { isManagedAs } from '../sync/customer-standing';
import type { TenantReseller } from '../tenant-reseller';
import type { AccountStatus } from '../vocabulary';
import { type AnnouncedMove, type LeavingFacts, unpaidRefusal } from './leaving';

/** Who is to manage an account next, locked, and how its own account stands. */
export interface Receiver {
  readonly reseller: TenantReseller;
  readonly accountStatus: AccountStatus | null;
}

/** What a step comes to: refused, taken, or neither, because it was before. */
export type Step<Taken> = { readonly refusal: Refusal } | { readonly taken: Taken } | 'TAKEN_BEFORE';

/** Why nobody can move to this reseller; null when accounts can (S29, S30). */
export function receiverOfMoves({ reseller, accountStatus }: Receiver, path: readonly string[]): Refusal | null {
  return statusRefusal(reseller, path) ?? receiverRefusal(reseller, accountStatus, path);
}

/** Announces the move of a managed account. `owner` is whose the source id is at the new reseller; null for nobody's (S29). */
export function decideAnnouncement(
  facts: LeavingFacts,
  receiver: Receiver,
  sourceAccountId: string,
  owner: string | null,
  path: readonly string[],
): Step<AnnouncedMove> {
  const { account, announced } = facts;
  const { reseller } = receiver;
  const at = [...path, 'accountId'];
  if (!account.management) return refused(invalidInput(at, 'input.notManaged'));
  const target = { tenantResellerId: reseller.id, sourceAccountId };
  if (isSameMove(announced, target)) return 'TAKEN_BEFORE';
  if (announced) return refused(invalidInput(at, 'input.moveAnnounced'));
  if (isManagedAs(account, reseller.id, sourceAccountId)) return 'TAKEN_BEFORE';
  if (account.management.tenantResellerId === reseller.id) {
    return refused(invalidInput(at, 'input.managedByIt', { reseller: reseller.name }));
  }
  const against = againstMoving(facts, reseller, at);
  if (against) return refused(against);
  if (owner !== null && owner !== account.id) {
    return refused(sourceAccountTaken(reseller, [...path, 'sourceAccountId']));
  }
  return { taken: target };
}

/** Completes the move that is announced; `receiver` is its reseller as it is now (S29). */
export function decideCompletion(
  facts: LeavingFacts,
  receiver: Receiver | null,
  path: readonly string[],
): Step<{ readonly move: AnnouncedMove; readonly reseller: TenantReseller }> {
  const { announced, lastStep } = facts;
  if (!announced || !receiver) return notAnnounced(facts, lastStep === 'MOVED', path);
  const against =
    receiverOfMoves(receiver, path) ?? againstMoving(facts, receiver.reseller, path) ?? unpaidRefusal(facts, path);
  return against ? refused(against) : { taken: { move: announced, reseller: receiver.reseller } };
}

/** Withdraws what is announced (S29). */
export function decideWithdrawal(facts: LeavingFacts, path: readonly string[]): Step<AnnouncedMove> {
  const { announced, lastStep } = facts;
  return announced ? { taken: announced } : notAnnounced(facts, lastStep === 'MOVE_WITHDRAWN', path);
}

function notAnnounced({ account }: LeavingFacts, wasDone: boolean, path: readonly string[]): Step<never> {
  if (!account.management) return refused(invalidInput(path, 'input.notManaged'));
  return wasDone ? 'TAKEN_BEFORE' : refused(invalidInput(path, 'input.noMoveAnnounced'));
}

function againstMoving({ account }: LeavingFacts, reseller: TenantReseller, path: readonly string[]): Refusal | null {
  if (account.status === 'DELETED') return invalidInput(path, 'input.accountDeleted');
  if (account.currency === reseller.currency) return null;
  const { name, currency } = reseller;
  return refusal('CURRENCY_DIFFERS', say('reseller.otherCurrency', { reseller: name, currency }), path);
}

function isSameMove(announced: AnnouncedMove | null, other: AnnouncedMove): boolean {
  return announced?.tenantResellerId === other.tenantResellerId && announced.sourceAccountId === other.sourceAccountId;
}

function refused(one: Refusal): { readonly refusal: Refusal } {
  return { refusal: one };
}
