/**
 * The list is a table to whoever hears it. It has the roles rather than the elements, as its rows stand where they are
 * scrolled to, and are cards on a telephone: browsers take a table's elements for none when they are laid out otherwise.
 */
/** `end`: how many rows there are; null as long as nobody knows. */
export const tableOf = (label: string, end: number | null) =>
  ({ role: 'table', 'aria-label': label, 'aria-rowcount': end === null ? -1 : end + 1 }) as const;
export const ROWS = { role: 'rowgroup' } as const;
export const CELL = { role: 'cell' } as const;
export const HEADING = { role: 'columnheader' } as const;
export const headingSorted = (order: 'ascending' | 'descending' | 'none') =>
  ({ ...HEADING, 'aria-sort': order }) as const;

/** `index` counts from 0; the row of the headings is the first that is counted aloud. */
export const rowAt = (index: number) => ({ role: 'row', 'aria-rowindex': index + 2 }) as const;
export const HEADINGS = rowAt(-1);
