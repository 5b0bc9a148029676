import { parseSync } from '@swc/core';

/** A node of the syntax tree, as swc gives it. */
type Node = Readonly<Record<string, unknown>>;

/** By which JavaScript decides on what it compares. */
const COMPARING = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof']);
/** Of `a && b` the first decides, and the second is what comes of it. */
const DECIDING = new Set(['&&', '||']);
/** Calls that decide by what they are given, be it a value or a function. */
const ASKING = new Set([
  ...[
    'includes',
    'has',
    'indexOf',
    'lastIndexOf',
    'startsWith',
    'endsWith',
    'match',
    'matchAll',
    'search',
    'test',
    'is',
  ],
  ...['find', 'findIndex', 'findLast', 'findLastIndex', 'filter', 'some', 'every', 'localeCompare'],
]);
/** How the portal asks what the server says of a name. */
const ASKED_OF_SERVER = new Set(['denied', 'lock']);

/** The names that stand in conditions of a source, themselves or by a constant that holds them. */
export function namesInConditions(source: string, names: ReadonlySet<string>): readonly string[] {
  const tree = parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' });
  const constants = constantsOf(tree, names);
  const found: string[] = [];

  const visitAll = (value: unknown, decides: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visitAll(one, decides);
    else if (isNode(value)) visit(value, decides);
  };
  const visitParts = (node: Node, deciding: readonly string[], decides: boolean): void => {
    for (const [part, value] of Object.entries(node)) visitAll(value, decides || deciding.includes(part));
  };
  const visit = (node: Node, decides: boolean): void => {
    const { type } = node;
    if (decides) found.push(...textsOf(node).filter((text) => names.has(text)));
    if (decides && type === 'Identifier') found.push(...(constants.get(String(node.value)) ?? []));
    if (typeof type === 'string' && /^Ts\w*(Type|Annotation|Instantiation)$/.test(type)) return;
    if (type === 'BinaryExpression' && COMPARING.has(String(node.operator)))
      visitParts(node, ['left', 'right'], decides);
    else if (type === 'BinaryExpression' && DECIDING.has(String(node.operator))) visitParts(node, ['left'], decides);
    else if (type === 'CallExpression' && ASKED_OF_SERVER.has(calledOf(node))) visitAll(node.callee, decides);
    else if (type === 'CallExpression' && ASKING.has(calledOf(node)))
      visitParts(node, ['arguments', 'callee'], decides);
    else if (type === 'SwitchStatement') visitParts(node, ['discriminant'], decides);
    // Of an `if`, a loop, a case and `a ? b : c`; in a tree of swc nothing else is called so.
    else visitParts(node, ['test'], decides);
  };
  visit(tree as unknown as Node, false);
  return found;
}

/** Constants that hold such names as text, or in a list or a set: what decides by them decides by the names. */
function constantsOf(tree: unknown, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const constants = new Map<string, readonly string[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'VariableDeclarator' && isNode(value.id) && value.id.type === 'Identifier') {
      const held = listedIn(value.init).filter((text) => names.has(text));
      if (held.length > 0) constants.set(String(value.id.value), held);
    }
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return constants;
}

/** The texts of `'a'`, `['a']`, `new Set(['a'])`, `['a'] as const` and the like; not those of tables and calls. */
function listedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listedIn);
  if (!isNode(value)) return [];
  if (value.type === 'NewExpression') return listedIn(value.arguments);
  if (value.type === 'ArrayExpression') return listedIn(value.elements);
  // An element of a list, an argument, or a value with its type.
  if (isNode(value.expression)) return listedIn(value.expression);
  return textsOf(value);
}

function textsOf(node: Node): readonly string[] {
  if (node.type === 'StringLiteral') return [String(node.value)];
  if (node.type === 'TemplateElement') return [String(node.raw)];
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) return node.quasis.filter(isNode).flatMap(textsOf);
  return [];
}

/** `filter` of `filter(…)`, of `list.filter(…)` and of `list?.filter(…)`. */
function calledOf({ callee }: Node): string {
  if (!isNode(callee)) return '';
  const { property, value } = isNode(callee.base) ? callee.base : callee;
  return String(isNode(property) ? property.value : value);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
