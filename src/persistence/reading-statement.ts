/** What begins a write inside a statement, at its start or after WITH. Locks (FOR UPDATE) are none. */
const WRITES =
  /\b(insert\s+into|delete\s+from|merge\s+into|update\s+(only\s+)?[\w."]+(\s+(as\s+)?\w+)?\s+set|truncate|copy|alter|create|drop|grant|revoke)\b/i;
/** What stands in quotes or behind dashes is no SQL of ours. */
const TEXT_OR_COMMENT = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*/g;

/** Throws when the statement would write. A statement that writes is a guard pass's to send (guard-pass.ts). */
export function assertReads(statement: string): void {
  const found = WRITES.exec(statement.replace(TEXT_OR_COMMENT, "''"));
  if (found) throw new Error(`This statement writes without a guard pass: ${found[0].replace(/\s+/g, ' ')}`);
}
