import type { GraphQLResolveInfo } from 'graphql';
import { findContact } from '../../persistence/accounts/contact-repository';
import type { ResolversTypes } from '../generated/types';
import type { RequestContext } from '../request/context';
import { accountAfter } from './account-payload';

/** Answers with a contact as it is now; null when it was removed meanwhile. */
export async function contactAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  accountId: string,
  id: string,
): Promise<Awaited<ResolversTypes['ContactPayload']>> {
  const account = await accountAfter(context, info, accountId);
  const contact = account && (await findContact(context.sql, account.id, id));
  return { account, contact, userErrors: [] };
}
