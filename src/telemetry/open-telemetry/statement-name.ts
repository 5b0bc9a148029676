/** What a statement does, by its first word, or by the one that writes behind WITH. */
const VERBS = /^(?:select|insert|update|delete|merge|commit|rollback to|rollback|savepoint|release|set)\b/i;
const WRITES_BEHIND_WITH =
  /\b(insert|update|delete|merge)\s+(?:into|from|only\s+\w+|\w+(?:\s+(?:as\s+)?\w+)?\s+set)\b/i;
const TABLE =
  /\b(?:(?:into|update)\s+(?:only\s+)?(?:public\.)?"?(\w+)|(?:from|join)\s+(?:only\s+)?(?:public\.)?"?(\w+)\b(?!"?\s*[(.]))/gi;
/** What WITH calls something is no table. */
const CALLED =
  /(?:\bwith(?:\s+recursive)?|,)\s*"?([a-z_]+)"?\s*(?:\([^()]*\))?\s*as\s*(?:(?:not\s+)?materialized\s*)?\(/gi;
const NO_TABLES = new Set(['only', 'select', 'set', 'lateral', 'unnest', 'of']);
const TEXT_OR_COMMENT = /'(?:[^']|'')*'|--[^\n]*/g;

/** The name of a statement in a trace, and its parts. */
export interface StatementName {
  /** The verb, and the table if one is named: "SELECT accounts". */
  readonly summary: string;
  readonly verb: string;
  readonly table: string | null;
}

const START: StatementName = { summary: 'START TRANSACTION', verb: 'START TRANSACTION', table: null };

/** Texts of our code, so a few hundred. */
const known = new Map<string, StatementName>();
const MOST_KNOWN = 2_000;

/** Names the statement by what stands in our code and never in a value (test/telemetry/statement-name.test.ts). */
export function statementName(sql: string): StatementName {
  // Says who asks, and is another each time.
  if (sql.startsWith('START TRANSACTION')) return START;
  const found = known.get(sql);
  if (found) return found;
  const name = nameOf(sql.replace(TEXT_OR_COMMENT, "''"));
  if (known.size < MOST_KNOWN) known.set(sql, name);
  return name;
}

function nameOf(bare: string): StatementName {
  const opening = bare.replace(/^[\s(]+/, '');
  if (!/^with\b/i.test(opening)) {
    const verb = VERBS.exec(opening)?.[0].toUpperCase() ?? 'OTHER';
    return named(verb, /^(SELECT|INSERT|UPDATE|DELETE|MERGE)$/.test(verb) ? tablesOf(bare)[0] : undefined);
  }
  const write = WRITES_BEHIND_WITH.exec(bare);
  if (write === null) return named('SELECT', tablesOf(bare)[0]);
  return named((write[1] ?? '').toUpperCase(), tablesOf(bare.slice(write.index))[0]);
}

function tablesOf(bare: string): string[] {
  const called = new Set([...bare.matchAll(CALLED)].map(([, name]) => name));
  return [...bare.matchAll(TABLE)].flatMap(([, written, read]) => {
    const name = written ?? read ?? '';
    return called.has(name) || NO_TABLES.has(name.toLowerCase()) ? [] : [name];
  });
}

function named(verb: string, table: string | undefined): StatementName {
  return { summary: table === undefined ? verb : `${verb} ${table}`, verb, table: table ?? null };
}
