import { findContact } from '../../persistence/contact-repository';
import type { RequestContext } from '../context';
import type { ResolversTypes } from '../generated/types';
import { accountAfter } from './account-payload';

/** Answers with a contact as it is now; null when it was removed meanwhile. */
export async function contactAfter(
  context: RequestContext,
  accountId: string,
  id: string,
): Promise<Awaited<ResolversTypes['ContactPayload']>> {
  const account = await accountAfter(context, accountId);
  const contact = account && (await findContact(context.sql, account.id, id));
  return { account, contact, userErrors: [] };
}
