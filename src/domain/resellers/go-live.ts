import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { TenantReseller } from '../tenant-reseller';
import type { GoLiveObstacle } from '../vocabulary';

/** An account of a plan to go live: billed to the reseller, and not managed by it (S28). */
export interface GoLiveAccount {
  readonly id: string;
  /** As it is ordered by. */
  readonly sortName: string;
  /** The day of the plan: what runs on it needs a source id. */
  readonly today: string;
  readonly currencyDiffers: boolean;
}

/** What of an account of the plan stands below others, or beside it. */
export interface GoLiveFacts {
  readonly runs: boolean;
  /** Whether a service that runs has no price for its period in the account's currency. */
  readonly lacksPrice: boolean;
  /** Whether other accounts are billed to it or lie below it. */
  readonly isNamed: boolean;
}

/** What an account of the plan still needs, in the contract's order. */
export function goLiveObstacles(
  { currencyDiffers }: Pick<GoLiveAccount, 'currencyDiffers'>,
  { runs, lacksPrice, isNamed }: GoLiveFacts,
): GoLiveObstacle[] {
  return [
    'NOT_TRANSFERRED',
    ...(runs ? (['SUBSCRIPTION_NOT_MAPPED'] as const) : []),
    ...(currencyDiffers ? (['CURRENCY_DIFFERS'] as const) : []),
    ...(lacksPrice ? (['SERVICE_WITHOUT_PRICE'] as const) : []),
    ...(isNamed ? (['BILLED_BELOW'] as const) : []),
  ];
}

/** So many accounts are named to whoever would activate back-ordering too early. */
export const MOST_IN_THE_WAY = 50;

/**
 * What speaks against activating back-ordering: accounts that are billed to the reseller and run, and that it does not
 * manage. Its sync would copy them a second time. Nothing once it is active: again is no change (S1, S28).
 */
export function activationRefusals(
  { name: reseller, backOrderingActive }: Pick<TenantReseller, 'name' | 'backOrderingActive'>,
  inTheWay: readonly { readonly name: string }[],
  path: readonly string[],
): Refusal[] {
  if (backOrderingActive) return [];
  return inTheWay
    .slice(0, MOST_IN_THE_WAY)
    .map(({ name: account }) =>
      refusal('GO_LIVE_INCOMPLETE', say('goLive.notTransferred', { account, reseller }), path),
    );
}
