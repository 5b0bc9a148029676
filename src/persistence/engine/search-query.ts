import { FOLDING_VERSION } from '../../domain/folding';
import { formerTerms } from '../../domain/search/former-search';
import { accountLexemes, type FoundBy } from '../../domain/search/lexemes';
import { type Prefixes, searchParts, sortKey } from '../../domain/search/search';
import { integer } from './column';
import type { Reader } from './database';
import { value } from './select';
import { type Fragment, keyword, sql } from './sql';

/**
 * Stands in every search vector of this folding beside its tokens, none of which begins with a sign. In the vector and not
 * in a column of its own: a server of the version before, which still writes, takes it away with the tokens it writes.
 */
const MARK = `~${FOLDING_VERSION}`;

/** What a row is found by, as its search vector holds it: for `array_to_tsvector`. */
export function marked(lexemes: readonly string[]): string[] {
  return [MARK, ...lexemes];
}

/** What an account is ordered and found by, as its row holds it. */
export function foundBy(account: FoundBy): { readonly sortName: string; readonly lexemes: string[] } {
  return { sortName: sortKey(account.name), lexemes: marked(accountLexemes(account)) };
}

/** Rows that were folded by a version before this one; the words of the index that finds them. */
export function isOfFormerFolding(search: Fragment): Fragment {
  return sql`NOT ${search} @@ ${keyword(`'''${MARK}'''::tsquery`)}`;
}

/** Whether any row of the table was folded by a version before. In the order of ids, or the table would be read for it. */
async function hasFormerFolding(
  reader: Reader,
  of: { readonly $: Fragment; readonly id: Fragment; readonly search: Fragment },
): Promise<boolean> {
  const rows = await reader.query(
    sql`SELECT ${value('one', integer(), sql`1`)} FROM ${of.$} WHERE ${isOfFormerFolding(of.search)}
      ORDER BY ${of.id} LIMIT 1`,
  );
  return rows.length > 0;
}

/** Whether a row is found by a search, whichever folding it is of; null when that searches for nothing. */
export async function isFound(
  reader: Reader,
  of: { readonly $: Fragment; readonly id: Fragment; readonly search: Fragment },
  search: string,
): Promise<Fragment | null> {
  const parts = searchParts(search);
  if (parts.length === 0) return null;
  const former = (await hasFormerFolding(reader, of)) ? formerTerms(search) : [];
  const asked = queryOf(parts, former);
  const formerLookedUp = former.filter(isSelective);
  const isFormerLimited = former.length === 0 || formerLookedUp.length > 0;
  const lookedUp = isFormerLimited
    ? queryOf(parts.map((ways) => ways.map(mostSelective)).filter(isLimiting), formerLookedUp)
    : '';
  const inIndex = sql`${of.search} @@ ${lookedUp === '' ? asked : lookedUp}::tsquery`;
  // Joined to nothing the vector is no longer the index's, and the query is asked of what that has found.
  return lookedUp === '' || lookedUp === asked
    ? inIndex
    : sql`(${inIndex} AND (${of.search} || ''::tsvector) @@ ${asked}::tsquery)`;
}

/** As Postgres takes it (tsquery). */
function queryOf(parts: readonly (readonly Prefixes[])[], former: Prefixes): string {
  const all = (prefixes: Prefixes) => prefixes.map(prefix).join(' & ');
  const now = parts.map((ways) => either(ways.map(all))).join(' & ');
  return now === '' ? '' : either(former.length === 0 ? [now] : [now, all(former)]);
}

/** A letter begins a word in every other row: it is not looked up beside what has more. */
function isSelective(prefix: string): boolean {
  return !/^[a-z0-9]$/.test(prefix);
}

/**
 * Of words that were typed without a blank those that fewest rows have, as far as one sees: numbers, else the long ones.
 * Every account's number may begin with the same letters, which would all be read for one.
 */
function mostSelective(prefixes: Prefixes): Prefixes {
  const [best = []] = [/[0-9]{3}/, /.{4}/u, /.{2}|[^a-z0-9]/u]
    .map((kind) => prefixes.filter((one) => kind.test(one)))
    .filter(({ length }) => length > 0);
  return best;
}

/** Whether each way of finding it still asks for something. */
function isLimiting(ways: readonly Prefixes[]): boolean {
  return ways.every(({ length }) => length > 0);
}

function either(ways: readonly string[]): string {
  return ways.length === 1 ? (ways[0] ?? '') : `(${ways.map((way) => `(${way})`).join(' | ')})`;
}

function prefix(term: string): string {
  return `${quoted(term)}:*`;
}

/** Quoted, every character stands for itself: nothing of the caller's is an operator. */
function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
