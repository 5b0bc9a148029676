/** A piece of a definition as Postgres prints it: text, or what stands in brackets. */
type Part = string | Part[];

/**
 * A definition in the one form that all of equal meaning have: what was dumped and restored is printed with other brackets
 * and line breaks than what the migrations wrote, `((a OR b) OR c)` as `(a OR b OR c)`. Texts and quoted names are left
 * alone (test/persistence/integrity/definition.test.ts).
 */
export function meaningOf(definition: string): string {
  return printed(simplified(parsed(definition))).trim();
}

/** Text in quotes, a bracket, a word, or blanks. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|[^\s()'"]+|\s+|['"]/g;

function parsed(definition: string): Part[] {
  const open: Part[][] = [[]];
  for (const [token] of definition.matchAll(TOKENS)) {
    const inner = open.at(-1) ?? [];
    if (token === '(') {
      const group: Part[] = [];
      inner.push(group);
      open.push(group);
    } else if (token === ')' && open.length > 1) open.pop();
    else inner.push(/^\s+$/.test(token) ? ' ' : token);
  }
  return open[0] ?? [];
}

function simplified(parts: readonly Part[]): Part[] {
  const inner = parts.map((part) => (typeof part === 'string' ? part : unwrapped(simplified(part))));
  for (const operator of ['OR', 'AND']) {
    if (inner.includes(operator)) return joined(operandsOf(inner, operator), operator);
  }
  return inner;
}

/** What stands between the operators, without the brackets around an operand that is itself a chain of them. */
function operandsOf(parts: readonly Part[], operator: string): Part[][] {
  const operands: Part[][] = [[]];
  for (const part of parts) {
    if (part === operator) operands.push([]);
    else operands.at(-1)?.push(part);
  }
  return operands.map((operand) => {
    const [only, ...others] = operand.filter((part) => part !== ' ');
    // Only where it is the whole operand: what is negated or cast is another thing without its brackets.
    return only !== undefined && others.length === 0 && isChain(only, operator) ? only : operand;
  });
}

function joined(operands: readonly Part[][], operator: string): Part[] {
  return operands.flatMap((operand, at) => (at === 0 ? trimmed(operand) : [' ', operator, ' ', ...trimmed(operand)]));
}

function trimmed(parts: readonly Part[]): Part[] {
  return parts.slice(parts[0] === ' ' ? 1 : 0, parts.at(-1) === ' ' && parts.length > 1 ? -1 : undefined);
}

/** Brackets around nothing but brackets say nothing, unless they hold a list. */
function unwrapped(parts: Part[]): Part[] {
  const [only, ...others] = parts.filter((part) => part !== ' ');
  const isDouble = others.length === 0 && Array.isArray(only) && !only.some(isComma);
  return isDouble ? only : parts;
}

/** Whether it is a bracket that joins its parts with this operator and no other. */
function isChain(part: Part, operator: string): part is Part[] {
  const other = operator === 'OR' ? 'AND' : 'OR';
  return Array.isArray(part) && part.includes(operator) && !part.includes(other) && !part.some(isComma);
}

function isComma(part: Part): boolean {
  return typeof part === 'string' && /,$/.test(part) && !/^['"]/.test(part);
}

function printed(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `(${printed(part)})`)).join('');
}
