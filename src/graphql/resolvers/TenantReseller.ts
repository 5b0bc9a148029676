import { dayOf } from '../../domain/calendar';
import { byMonth, lastMonths } from '../../domain/resellers/copied-by-month';
import { mayReadInbox } from '../../domain/sync/inbox';
import { type ListedProblem, SYNC_PROBLEM_ORDER } from '../../persistence/sync/sync-problem-repository';
import { isCounted } from '../asked/asked-below';
import type { TenantResellerResolvers } from '../generated/types';
import { accountList } from '../lists/account-list';
import { orderOf, readConnection } from '../lists/connection';

export const TenantReseller: TenantResellerResolvers = {
  account: ({ accountId }, _args, { loaders, person }) => (person ? loaders.accounts.load(accountId) : null),
  priceList: ({ priceListId }, _args, { loaders, person }) =>
    person && priceListId ? loaders.priceLists.load(priceListId) : null,
  goLivePlan: (reseller, _args, { knownCaller, resources }) =>
    knownCaller.kind === 'ADMINISTRATOR' ? { reseller, today: dayOf(resources.now()) } : null,
  customersCopiedByMonth: async ({ id }, { months }, { knownCaller, loaders, budget, resources }) => {
    if (knownCaller.kind !== 'ADMINISTRATOR') return null;
    const wanted = lastMonths(dayOf(resources.now()), months);
    const read = () => loaders.resellers.customersCopied(id, wanted);
    return budget.read(
      months,
      async () => byMonth(wanted, await read()),
      ({ length }) => length,
    );
  },
  syncProblems: ({ id }, { open, ...page }, { knownCaller, loaders, budget }) =>
    mayReadInbox(knownCaller, id)
      ? readConnection<ListedProblem>(budget, orderOf(SYNC_PROBLEM_ORDER), page, (limit, after) =>
          loaders.resellers.syncProblems(id, open ?? null, { limit, after }),
        )
      : null,
  syncHealth: async ({ id }, _args, { knownCaller, loaders, resources }) => {
    if (!mayReadInbox(knownCaller, id)) return null;
    // What this process has counted and not written yet counts as well.
    await resources.syncActivity.write();
    return loaders.resellers.syncHealth.load(id);
  },
  customers: ({ id }, page, context, info) =>
    accountList(
      context,
      { field: 'NAME', direction: 'ASC' },
      page,
      (limit, after) => context.loaders.customers(id, { limit, after }),
      () => context.loaders.customerCounts.load(id),
      isCounted(info),
    ),
};
