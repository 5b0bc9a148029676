import { z } from 'zod';
import { canonicalId } from '../../domain/identifiers';
import { invalidInput, knownId, parse } from '../../domain/input';
import {
  type Leaving,
  planRelease,
  type ReleasedSubscription,
  releasedInput,
  unpaidRefusal,
} from '../../domain/moving/leaving';
import { releaseChanges } from '../../domain/moving/step-changes';
import type { Prices } from '../../domain/resellers/price-list';
import { unknownToTransfer } from '../../domain/resellers/transfer';
import { idsOfNone } from '../../domain/resellers/transfer-mapping';
import { releasedFrom } from '../../domain/resellers/wording';
import { insertHistory } from '../../persistence/accounts/history-repository';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import {
  closeSubscriptions,
  keepSubscriptions,
  releaseFromManagement,
} from '../../persistence/resellers/move-repository';
import { loadPrices } from '../../persistence/resellers/service-repository';
import type { Run } from '../bulk/each-for-itself';
import { eachAccount, type NamedAccount, refusedWith, type StepOutcome, type Taken, taken } from './account-steps';
import { type LeavingWorld, leavingWorld, managerOf } from './leaving-facts';

/** An account to release, as it is sent. */
export const releaseInput = z.object({ accountId: knownId, subscriptions: releasedInput.nullish() });

interface ReleaseItem extends NamedAccount {
  readonly subscriptions: readonly ReleasedSubscription[];
}

/** Ends the management of accounts as of today, each for itself (S29). */
export function releaseAccounts(
  run: Run<AdministratorPass>,
  input: {
    readonly accounts: readonly {
      readonly accountId: string;
      readonly subscriptions?: readonly ReleasedSubscription[] | null;
    }[];
    readonly dryRun?: boolean | null;
  },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<StepOutcome[]> {
  const items = input.accounts.map(({ accountId, subscriptions }, index) => ({
    accountId,
    subscriptions: subscriptions ?? [],
    path: ['input', 'accounts', String(index)],
  }));
  return eachAccount(run, items, (pass, some) => release(pass, some, today), onFault, input.dryRun === true);
}

async function release(
  pass: AdministratorPass,
  items: readonly ReleaseItem[],
  today: string,
): Promise<readonly Taken[]> {
  const ids = items.flatMap(({ accountId }) => canonicalId(accountId) ?? []);
  const world = await leavingWorld(pass, ids, today);
  const skus = [...world.facts.values()].flatMap(({ running }) => running.map(({ service }) => service.sku));
  const prices = await loadPrices(pass, skus);
  const released: (Leaving & { readonly accountId: string; readonly resellerName: string })[] = [];
  const decisions = items.map((item) => {
    const decision = decide(item, world, prices, today);
    if (decision === 'TAKEN_BEFORE') return refusedWith([]);
    if (!('closed' in decision)) return refusedWith(decision);
    released.push(decision);
    return taken(pass, () => releaseChanges(pass.caller, decision.facts, decision));
  });
  await write(pass, released);
  return decisions;
}

function decide(item: ReleaseItem, world: LeavingWorld, prices: Prices, today: string) {
  const read = parse(releaseInput, item, item.path);
  if (read.refusals) return read.refusals;
  const sent = read.value.subscriptions ?? [];
  const below = [...item.path, 'subscriptions'];
  const unknown = idsOfNone(sent, below);
  if (unknown.length > 0) return unknown;
  const path = [...item.path, 'accountId'];
  const id = canonicalId(item.accountId) ?? '';
  const facts = world.facts.get(id);
  if (!facts) return [unknownToTransfer(path)];
  const { account, announced, lastStep } = facts;
  if (!account.management) return lastStep === 'RELEASED' ? 'TAKEN_BEFORE' : [invalidInput(path, 'input.neverManaged')];
  const resellerName = managerOf(world, account);
  if (announced) return [invalidInput(path, 'input.noReleaseWhileMoving')];
  const unpaid = unpaidRefusal(facts, path);
  if (unpaid) return [unpaid];
  const known = world.subscriptionIds.get(id) ?? new Set<string>();
  const plan = planRelease(facts, sent, known, prices, today, below);
  return 'closed' in plan ? { ...plan, accountId: id, resellerName, facts } : plan;
}

async function write(
  pass: AdministratorPass,
  released: readonly (Leaving & { readonly accountId: string; readonly resellerName: string })[],
): Promise<void> {
  if (released.length === 0) return;
  await releaseFromManagement(
    pass,
    released.map(({ accountId }) => accountId),
  );
  await closeSubscriptions(
    pass,
    released.flatMap(({ closed }) => closed),
  );
  await keepSubscriptions(
    pass,
    released.flatMap(({ kept }) => kept),
  );
  await insertHistory(
    pass,
    pass.actor,
    released.map(({ accountId, resellerName }) => ({
      accountId,
      lines: [{ kind: 'RELEASED', text: releasedFrom(resellerName) }],
    })),
  );
}
