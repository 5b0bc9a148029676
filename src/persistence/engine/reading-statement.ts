/** A SELECT, also after WITH or in brackets; and for how long a lock is waited for, which writes nothing. */
const READS = /^[\s(]*(select|with)\b|^set local lock_timeout\b/i;
/** What writes inside a statement that begins so. Locks (FOR UPDATE) do not. */
const WRITES = /;|\b(into|insert\s+into|delete\s+from|merge\s+into|update\s+(only\b|[\w.]+(\s+(as\s+)?\w+)?\s+set\b))/i;
/** What could hide a write from this look at it, and nothing of ours needs. */
const HIDES = /\/\*|\$[a-z_]*\$|\be'/i;
const TEXT_OR_COMMENT = /'(?:[^']|'')*'|--[^\n]*/g;
const QUOTED_NAME = /"(?:[^"]|"")*"/g;

/** Statements that were looked at: the texts of our code, so a few hundred; their parameters are apart. */
const known = new Set<string>();
const MOST_KNOWN = 2_000;

/** Throws unless the statement reads, or locks, and nothing else. What writes is a guard pass's to send (writing.ts). */
export function assertReads(statement: string): void {
  if (known.has(statement)) return;
  const bare = statement.replace(TEXT_OR_COMMENT, "''").replace(QUOTED_NAME, 'a_name');
  if (READS.test(bare) && !WRITES.test(bare) && !HIDES.test(statement)) {
    if (known.size < MOST_KNOWN) known.add(statement);
    return;
  }
  const shown = (WRITES.exec(bare)?.[0] ?? bare).trim().replace(/\s+/g, ' ').slice(0, 40);
  throw new Error(`This statement writes without a guard pass: ${shown}`);
}
