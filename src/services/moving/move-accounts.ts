import { z } from 'zod';
import { RefusedCall, refusal } from '../../domain/errors';
import { canonicalId, sourceIdentityKey } from '../../domain/identifiers';
import { filledText, invalidInput, knownId, parse } from '../../domain/input';
import { say } from '../../domain/message';
import { type AnnouncedMove, type ClosedSubscription, closeAll } from '../../domain/moving/leaving';
import {
  decideAnnouncement,
  decideCompletion,
  decideWithdrawal,
  type Receiver,
  receiverOfMoves,
} from '../../domain/moving/moving';
import { announcementChanges, moveChanges } from '../../domain/moving/step-changes';
import { unknownToTransfer } from '../../domain/resellers/transfer';
import { moveAnnounced, movedTo, moveWithdrawn } from '../../domain/resellers/wording';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { AccountHistoryKind } from '../../domain/vocabulary';
import { findAccountStatuses } from '../../persistence/accounts/account-facts';
import { insertHistory } from '../../persistence/accounts/history-repository';
import { ChangedMeanwhileError } from '../../persistence/engine/unavailable';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import {
  announceMoves,
  billReturnsFrom,
  closeSubscriptions,
  completeAnnouncements,
  findAnnouncedMoves,
  giveToReseller,
  type MoveToAnnounce,
  releaseFromManagement,
  withdrawMoves,
} from '../../persistence/resellers/move-repository';
import { findTenantResellers, holdTenantResellers } from '../../persistence/resellers/tenant-reseller-repository';
import { findSourceIdentities } from '../../persistence/sync/source-identity-repository';
import type { Run } from '../bulk/each-for-itself';
import { eachAccount, type NamedAccount, refusedWith, type StepOutcome, type Taken, taken } from './account-steps';
import { leavingWorld, managerOf } from './leaving-facts';

interface AnnouncedItem extends NamedAccount {
  readonly sourceAccountId: string;
}

/** Announces that accounts move to another tenant reseller, each for itself (S29). */
export async function announceMove(
  run: Run<AdministratorPass>,
  input: {
    readonly toTenantResellerId: string;
    readonly dryRun?: boolean | null;
    readonly accounts: readonly { readonly accountId: string; readonly sourceAccountId: string }[];
  },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<StepOutcome[]> {
  const items = input.accounts.map((item, index) => ({ ...item, path: ['input', 'accounts', String(index)] }));
  const announce = (pass: AdministratorPass, some: readonly AnnouncedItem[]) =>
    announceSet(pass, input.toTenantResellerId, some, today);
  // A call that names no account is refused as one that does.
  if (items.length === 0) await run((pass) => receivingReseller(pass, input.toTenantResellerId));
  return eachAccount(run, items, announce, onFault, input.dryRun === true);
}

const TO = ['input', 'toTenantResellerId'];
/** An account whose move is announced, as it is sent. */
export const announcementInput = z.object({ accountId: knownId, sourceAccountId: filledText() });

async function announceSet(
  pass: AdministratorPass,
  toId: string,
  items: readonly AnnouncedItem[],
  today: string,
): Promise<readonly Taken[]> {
  const receiver = await receivingReseller(pass, toId);
  const { reseller } = receiver;
  const world = await leavingWorld(pass, idsOf(items), today);
  const sources = items.map(({ sourceAccountId, path }) =>
    parse(announcementInput.shape.sourceAccountId, sourceAccountId, [...path, 'sourceAccountId']),
  );
  const keys = sources.flatMap(({ value }) => (value === undefined ? [] : sourceIdentityKey(reseller.id, value)));
  const identities = await findSourceIdentities(pass.transaction, keys);
  const owners = new Map([...identities].map(([key, { accountId }]) => [key, accountId]));
  const announced: MoveToAnnounce[] = [];
  const decisions = items.map((item, index): Taken => {
    const { value: source, refusals } = sources[index] ?? {};
    if (source === undefined) return refusedWith(refusals ?? []);
    const accountId = canonicalId(item.accountId) ?? '';
    const facts = world.facts.get(accountId);
    if (!facts) return refusedWith([unknownToTransfer([...item.path, 'accountId'])]);
    const key = sourceIdentityKey(reseller.id, source);
    const step = decideAnnouncement(facts, receiver, source, owners.get(key) ?? null, item.path);
    if (step === 'TAKEN_BEFORE') return refusedWith([]);
    if ('refusal' in step) return refusedWith([step.refusal]);
    announced.push({ ...step.taken, accountId, key, isReturn: owners.has(key) });
    owners.set(key, accountId);
    return taken(pass, () => announcementChanges(accountId, null, step.taken));
  });
  if (announced.length > 0) {
    const had = await announceMoves(pass, announced);
    // A copy that was made of one meanwhile is found when this is decided anew.
    if (had.size < announced.length) throw new ChangedMeanwhileError('a source id');
    await tell(pass, announced, 'MOVE_ANNOUNCED', () => moveAnnounced(reseller.name));
  }
  return decisions;
}

/** Completes announced moves, each for itself: the new reseller manages the accounts from now on (S29). */
export function completeMove(
  run: Run<AdministratorPass>,
  input: { readonly accountIds: readonly string[]; readonly dryRun?: boolean | null },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<StepOutcome[]> {
  return eachAccount(
    run,
    named(input.accountIds),
    (pass, items) => completeSet(pass, items, today),
    onFault,
    input.dryRun === true,
  );
}

interface Completed extends AnnouncedMove {
  readonly accountId: string;
  readonly key: string;
  readonly reseller: TenantReseller;
  readonly formerName: string;
  readonly closed: readonly ClosedSubscription[];
}

async function completeSet(
  pass: AdministratorPass,
  items: readonly NamedAccount[],
  today: string,
): Promise<readonly Taken[]> {
  const receivers = await receiversOf(pass, await findAnnouncedMoves(pass.transaction, idsOf(items)));
  const world = await leavingWorld(pass, idsOf(items), today);
  const completed: Completed[] = [];
  const decisions = items.map((item): Taken => {
    const accountId = canonicalId(item.accountId) ?? '';
    const facts = world.facts.get(accountId);
    if (!facts) return refusedWith([unknownToTransfer(item.path)]);
    const { announced } = facts;
    const receiver = announced && (receivers.get(announced.tenantResellerId) ?? null);
    // Announced after the resellers were held.
    if (announced && !receiver) throw new ChangedMeanwhileError('a move');
    const step = decideCompletion(facts, receiver, item.path);
    if (step === 'TAKEN_BEFORE') return refusedWith([]);
    if ('refusal' in step) return refusedWith([step.refusal]);
    const { move, reseller } = step.taken;
    const key = sourceIdentityKey(move.tenantResellerId, move.sourceAccountId);
    const closed = closeAll(facts.running, today);
    completed.push({ ...move, accountId, key, reseller, closed, formerName: managerOf(world, facts.account) });
    return taken(pass, () => moveChanges(pass.caller, facts, move, reseller, closed));
  });
  if (completed.length > 0) await writeCompleted(pass, completed, today);
  return decisions;
}

async function writeCompleted(pass: AdministratorPass, completed: readonly Completed[], today: string): Promise<void> {
  await completeAnnouncements(pass, completed);
  await releaseFromManagement(pass, idsOf(completed));
  await closeSubscriptions(
    pass,
    completed.flatMap(({ closed }) => closed),
  );
  await billReturnsFrom(pass, completed, today);
  await giveToReseller(pass, completed);
  await tell(pass, completed, 'MOVED', ({ formerName, reseller }) => movedTo(formerName, reseller.name));
}

/** Withdraws announced moves, each for itself (S29). */
export function withdrawMove(
  run: Run<AdministratorPass>,
  input: { readonly accountIds: readonly string[]; readonly dryRun?: boolean | null },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<StepOutcome[]> {
  return eachAccount(
    run,
    named(input.accountIds),
    (pass, items) => withdrawSet(pass, items, today),
    onFault,
    input.dryRun === true,
  );
}

async function withdrawSet(
  pass: AdministratorPass,
  items: readonly NamedAccount[],
  today: string,
): Promise<readonly Taken[]> {
  const world = await leavingWorld(pass, idsOf(items), today);
  const withdrawn: (AnnouncedMove & { readonly accountId: string; readonly key: string })[] = [];
  const decisions = items.map((item): Taken => {
    const accountId = canonicalId(item.accountId) ?? '';
    const facts = world.facts.get(accountId);
    if (!facts) return refusedWith([unknownToTransfer(item.path)]);
    const step = decideWithdrawal(facts, item.path);
    if (step === 'TAKEN_BEFORE') return refusedWith([]);
    if ('refusal' in step) return refusedWith([step.refusal]);
    const move = step.taken;
    withdrawn.push({ ...move, accountId, key: sourceIdentityKey(move.tenantResellerId, move.sourceAccountId) });
    return taken(pass, () => announcementChanges(accountId, move, null));
  });
  if (withdrawn.length > 0) {
    await withdrawMoves(pass, withdrawn);
    const targets = await findTenantResellers(
      pass.transaction,
      withdrawn.map(({ tenantResellerId }) => tenantResellerId),
    );
    await tell(pass, withdrawn, 'MOVE_WITHDRAWN', ({ tenantResellerId }) =>
      moveWithdrawn(targets.get(tenantResellerId)?.name ?? ''),
    );
  }
  return decisions;
}

function named(accountIds: readonly string[]): NamedAccount[] {
  return accountIds.map((accountId, index) => ({ accountId, path: ['input', 'accountIds', String(index)] }));
}

function idsOf(items: readonly { readonly accountId: string }[]): string[] {
  return items.flatMap(({ accountId }) => canonicalId(accountId) ?? []);
}

/** The reseller that a call names; what speaks against it refuses the call. */
async function receivingReseller(pass: AdministratorPass, sentId: string): Promise<Receiver> {
  const id = canonicalId(sentId);
  if (!id) throw new RefusedCall(invalidInput(TO, 'input.uuid'));
  const receiver = (await receiversOf(pass, new Map([['', { tenantResellerId: id, sourceAccountId: '' }]]))).get(id);
  if (!receiver) throw new RefusedCall(refusal('NOT_FOUND', say('notFound.tenantReseller'), TO));
  const against = receiverOfMoves(receiver, TO);
  if (against) throw new RefusedCall(against);
  return receiver;
}

async function receiversOf(
  pass: AdministratorPass,
  moves: ReadonlyMap<string, AnnouncedMove>,
): Promise<Map<string, Receiver>> {
  const ids = [...new Set([...moves.values()].map(({ tenantResellerId }) => tenantResellerId))];
  const resellers = [...(await holdTenantResellers(pass, ids)).values()];
  const statuses = await findAccountStatuses(
    pass.transaction,
    resellers.map(({ accountId }) => accountId),
  );
  return new Map(
    resellers.map((reseller) => [reseller.id, { reseller, accountStatus: statuses.get(reseller.accountId) ?? null }]),
  );
}

function tell<Item extends { readonly accountId: string }>(
  pass: AdministratorPass,
  items: readonly Item[],
  kind: AccountHistoryKind,
  text: (item: Item) => string,
): Promise<void> {
  const lines = items.map((item) => ({ accountId: item.accountId, lines: [{ kind, text: text(item) }] }));
  return insertHistory(pass, pass.actor, lines);
}
