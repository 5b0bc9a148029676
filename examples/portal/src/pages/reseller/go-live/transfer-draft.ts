import type { PlannedAccountFragment } from '../../../api/generated.ts';

/** What is typed for one account that is handed over. */
export interface TransferDraft {
  readonly sourceAccountId: string;
  /** By the subscription's id. */
  readonly subscriptions: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: TransferDraft = { sourceAccountId: '', subscriptions: {} };

/** As it is sent: every subscription that runs, so that a refusal stands at the place of its field. */
export function transferInput(
  tenantResellerId: string,
  accounts: readonly PlannedAccountFragment[],
  drafts: Readonly<Record<string, TransferDraft>>,
  dryRun: boolean,
) {
  return {
    tenantResellerId,
    dryRun,
    accounts: accounts.map(({ account: { id }, subscriptions }) => {
      const draft = drafts[id] ?? EMPTY_DRAFT;
      return {
        accountId: id,
        sourceAccountId: draft.sourceAccountId,
        subscriptions: subscriptions.map((subscription) => ({
          subscriptionId: subscription.id,
          sourceSubscriptionId: draft.subscriptions[subscription.id] ?? '',
        })),
      };
    }),
  };
}

/** Where the form has fields for the account at this position. */
export function placesAt(position: number, { subscriptions }: PlannedAccountFragment) {
  return [
    ['accounts', position, 'sourceAccountId'],
    ...subscriptions.map((_, index) => ['accounts', position, 'subscriptions', index]),
  ];
}
