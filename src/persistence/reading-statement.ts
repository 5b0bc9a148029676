/** What begins a write inside a statement, at its start or after WITH. Locks (FOR UPDATE) are none. */
const WRITES =
  /\b(insert\s+into|delete\s+from|merge\s+into|update\s+(only\s+)?[\w.]+(\s+(as\s+)?\w+)?\s+set|truncate|copy|alter|create|drop|grant|revoke)\b/i;
const TEXT_OR_COMMENT = /'(?:[^']|'')*'|--[^\n]*/g;
const QUOTED_NAME = /"(?:[^"]|"")*"/g;

/** Throws when the statement would write. A statement that writes is a guard pass's to send (guard-pass.ts). */
export function assertReads(statement: string): void {
  const found = WRITES.exec(statement.replace(TEXT_OR_COMMENT, "''").replace(QUOTED_NAME, 'a_name'));
  if (found) throw new Error(`This statement writes without a guard pass: ${found[0].replace(/\s+/g, ' ')}`);
}
