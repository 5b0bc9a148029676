import { PRINTABLE_ASCII } from '../folding';

/** As long as what an index takes may be in any script. */
const MAX_LENGTH = 500;

/**
 * What two accounts have in common that may be one customer (A14): the e-mail without case, in every alphabet; the
 * accounting number as people write it, with blanks and dashes or without. Each begins with a sign, as nothing does that is
 * searched for.
 */
export function duplicateKeys(account: {
  readonly email: string | null;
  readonly accountingNo: string | null;
}): string[] {
  const email = caseless(account.email ?? '');
  const accountingNo = caseless(account.accountingNo ?? '').replace(/\p{Pd}/gu, '');
  return [
    ...(email === '' ? [] : [`~e${clipped(email)}`]),
    ...(accountingNo === '' ? [] : [`~n${clipped(accountingNo)}`]),
  ];
}

/** Unlike what is searched it keeps marks and signs: ann.a and anna are two. */
function caseless(text: string): string {
  // Most of what is stored, and nothing of what follows does anything else to it.
  if (PRINTABLE_ASCII.test(text)) return text.replaceAll(' ', '').toLowerCase();
  const visible = text.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\s]/gu, '');
  // First to capitals, which ß and SS have in common.
  return visible.toUpperCase().toLowerCase().replace(/ς/gu, 'σ').normalize('NFC');
}

function clipped(text: string): string {
  return text.length <= MAX_LENGTH ? text : [...text].slice(0, MAX_LENGTH).join('');
}
