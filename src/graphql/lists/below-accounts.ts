import type { AccountView } from '../../domain/accounts/account-view';
import { mayReadAudit } from '../../domain/accounts/audit';
import type { Caller } from '../../domain/caller';
import { AUDIT_KEYSET } from '../../persistence/accounts/audit-repository';
import { CONTACT_KEYSET } from '../../persistence/accounts/contact-repository';
import { HISTORY_KEYSET } from '../../persistence/accounts/history-repository';
import { RELATION_KEYSET } from '../../persistence/accounts/relation-repository';
import { INVOICE_KEYSET } from '../../persistence/billing/invoice-repository';
import type { Keyset } from '../../persistence/engine/keyset';
import { SALES_DOCUMENT_KEYSET } from '../../persistence/selling/sales-document-repository';
import { SUBSCRIPTION_KEYSET } from '../../persistence/selling/subscription-repository';
import type { RequestContext } from '../request/context';
import type { Connection } from '../request/mappers';
import { keysetPage, orderOf, type PageArguments, readConnection } from './connection';

/** A list of what lies below an account, and who is shown it of an account that is there. */
interface ListBelow<Item> {
  readonly keyset: Keyset<Item>;
  readonly isFor: (caller: Caller) => boolean;
}

/** How a list below an account is asked for. */
export interface BelowArguments extends PageArguments {
  readonly kind?: string | null;
}

const isPerson = ({ kind }: Caller) => kind !== 'RESELLER_SYNC';
const list = <Item>(keyset: Keyset<Item>, isFor: ListBelow<Item>['isFor']): ListBelow<Item> => ({ keyset, isFor });

/** The lists below accounts, by the field that answers each. */
export const LISTS_BELOW = {
  contacts: list(CONTACT_KEYSET, isPerson),
  relations: list(RELATION_KEYSET, isPerson),
  history: list(HISTORY_KEYSET, isPerson),
  invoices: list(INVOICE_KEYSET, isPerson),
  salesDocuments: list(SALES_DOCUMENT_KEYSET, isPerson),
  /** A sync caller sees what its customers are billed for. */
  subscriptions: list(SUBSCRIPTION_KEYSET, () => true),
  audit: list(AUDIT_KEYSET, mayReadAudit),
};

/** A page of what lies below an account; one statement for all accounts of the answer that ask for the same page. */
export function belowAccount<Item>({ keyset, isFor }: ListBelow<Item>) {
  return (view: AccountView, page: BelowArguments, context: RequestContext): Promise<Connection<Item>> | null =>
    view.isThere && isFor(context.knownCaller)
      ? readConnection(context.budget, orderOf(keyset), page, () =>
          context.loaders.page(keyset, view.id, keysetPage(keyset, page)),
        )
      : null;
}

/** Reads such a page before it is known whether the account is there: of one that is not, nothing is found. */
export async function readBelow(
  list: keyof typeof LISTS_BELOW,
  accountId: string,
  page: BelowArguments,
  { knownCaller, loaders }: RequestContext,
): Promise<void> {
  const { keyset, isFor } = LISTS_BELOW[list] as ListBelow<unknown>;
  if (isFor(knownCaller)) await loaders.page(keyset, accountId, keysetPage(keyset, page));
}
