/** A row as the audit has it, by column. */
type Row = Readonly<Record<string, unknown>>;

export interface Change {
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What an entry changed: the columns that differ, those of the row after it first. What a row never had is none. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const [was, is] = [rowOf(before), rowOf(after)];
  const columns = new Set([...Object.keys(is), ...Object.keys(was)]);
  return [...columns]
    .map((column) => ({ column, before: was[column] ?? null, after: is[column] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

interface Entry {
  readonly at: string;
  readonly actor: string | null;
  readonly mutation: string | null;
  readonly login: string;
}

/** The entries of one transaction are written within a moment. */
const MOMENT_MS = 1_000;

/** Neighbours that one call wrote, together: the same caller and mutation, each within a moment of the one before. */
export function groupsOf<Line extends Entry>(entries: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isOfOneCall(last, entry)) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function isOfOneCall(one: Entry, other: Entry): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(other.at));
  const isSame = one.actor === other.actor && one.mutation === other.mutation && one.login === other.login;
  return isSame && apart <= MOMENT_MS;
}

/** A column's name as that of a value of the contract: bill_to_id is billToId. */
export function inputName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What a column is called when nobody has a word for it: managed_since is Managed since. */
export function spelledOut(column: string): string {
  const text = column.replaceAll('_', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
