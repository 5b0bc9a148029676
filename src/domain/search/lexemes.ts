import { folded } from '../folding';
import { duplicateKeys } from './possible-duplicate';
import { searchTokens } from './search';

/** What an account is found by, and its name ordered by. */
export const FOUND_BY = ['name', 'accountingNo', 'email'] as const;

/** What of an account is searched. */
export interface FoundBy {
  readonly name: string;
  readonly accountingNo: string | null;
  readonly email: string | null;
}

/** What an account is found by: the words of its texts, and what another has that may be the same customer. */
export function accountLexemes({ name, accountingNo, email }: FoundBy): string[] {
  return [
    ...duplicateKeys({ email, accountingNo }),
    ...searchTokens([name, accountingNo, inOnePiece(accountingNo), email]),
  ];
}

/** What a service of the price list is found by. */
export function serviceLexemes({ sku, name }: { readonly sku: string; readonly name: string }): string[] {
  return searchTokens([sku, name]);
}

/** K 1234 is typed as K1234 as well. */
function inOnePiece(accountingNo: string | null): string | null {
  return accountingNo === null ? null : folded(accountingNo).replace(/\s+/gu, '');
}
