const PIECES = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs;

/**
 * Whether the outermost object of a JSON text has a member twice: JSON.parse takes the last one without a word, others
 * the first. For a text that has been parsed: of one that is no JSON the answer means nothing, and may take long.
 */
export function repeatsAMember(json: string): boolean {
  const names = new Set<string>();
  let depth = 0;
  let latest = '';
  for (const [piece] of json.matchAll(PIECES)) {
    if (piece === '{' || piece === '[') depth += 1;
    else if (piece === '}' || piece === ']') depth -= 1;
    else if (piece !== ':') latest = piece;
    else if (depth === 1) {
      // What is written "\u0061lg" is the name `alg`.
      const name: string = JSON.parse(latest);
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
}
