import type { GraphQLResolveInfo } from 'graphql';
import type { SalesDocumentKind } from '../../domain/vocabulary';
import { findSalesDocument } from '../../persistence/selling/sales-document-repository';
import { findSubscription } from '../../persistence/selling/subscription-repository';
import { createSalesDocument } from '../../services/selling/create-sales-document';
import type { ResolversTypes, SellInput } from '../generated/types';
import type { AccountGuarded, RequestContext } from '../request/context';
import { accountAfter } from './account-payload';

/** Makes an opportunity, offer or order and answers with it. */
export async function salesDocumentMade(
  context: AccountGuarded<RequestContext>,
  info: GraphQLResolveInfo,
  kind: SalesDocumentKind,
  input: SellInput,
): Promise<Awaited<ResolversTypes['SalesDocumentPayload']>> {
  const { id } = await context.guard.run((pass) => createSalesDocument(pass, kind, input));
  const account = await accountAfter(context, info, input.accountId);
  const document = account && (await findSalesDocument(context.sql, account.id, id));
  return { account, document, userErrors: [] };
}

/** Answers with a subscription that was sold or cancelled. */
export async function subscriptionAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  accountId: string,
  id: string,
): Promise<Awaited<ResolversTypes['SubscriptionPayload']>> {
  const account = await accountAfter(context, info, accountId);
  const subscription = account && (await findSubscription(context.sql, account.id, id));
  return { account, subscription, userErrors: [] };
}
