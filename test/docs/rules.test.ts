import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLEnumType, isEnumType, Kind, parse, print, validate, visit } from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { buildSchema, readSchemaFiles } from '../../src/graphql/build-schema';
import { writtenFiles } from './repository-files';

const SCHEMA = join(packageRoot(), 'schema');
const RULES = readFileSync(join(packageRoot(), 'docs', 'rules.md'), 'utf8');
const { schema } = buildSchema(SCHEMA);

describe('docs/rules.md', () => {
  test.each(['AccountErrorCode', 'AccountAction', 'AccountField', 'LockReason', 'DenialReason', 'AccountViewerKind'])(
    'names every %s',
    (name) => {
      const values = enumOf(name)
        .getValues()
        .map((value) => value.name);
      expect(values.length).toBeGreaterThan(2);
      expect(values.filter((value) => !RULES.includes(`\`${value}\``))).toEqual([]);
    },
  );

  test.each(['SyncWarning', 'DriftWarning', 'SyncOutcome', 'RelationKind'])('tells of every %s', (name) => {
    const values = enumOf(name)
      .getValues()
      .map((value) => value.name);
    expect(values.filter((value) => !new RegExp(`\\b${value}\\b`).test(RULES))).toEqual([]);
  });

  test('has a heading for every number that the schema names, and one only', () => {
    const numbers = [...headings()].sort();
    expect(new Set(numbers).size).toBe(numbers.length);
    const named = numbersInDescriptions();
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((number) => !numbers.includes(number))).toEqual([]);
  });

  test('refers to no rule that it does not have', () => {
    const numbers = new Set(headings());
    const named = [...RULES.matchAll(/\bS\d+a?\b/g)].map(([number]) => number);
    expect(named.filter((number) => !numbers.has(number))).toEqual([]);
  });

  test('has a row for every code, and says of six only that they are retryable, two of them for a sync', () => {
    const rows = [...RULES.matchAll(/^\| `([A-Z_]+)` +\| ([^|]+?) +\|/gm)]
      .map(([, code = '', retryable = '']) => ({ code, retryable }))
      .filter(({ retryable }) => /^(no|\*\*yes\*\*|of a sync's cancellation only|of a sync only)$/.test(retryable));
    expect(rows.map(({ code }) => code)).toEqual(
      enumOf('AccountErrorCode')
        .getValues()
        .map((value) => value.name),
    );
    expect(rows.filter(({ retryable }) => retryable !== 'no').map(({ code }) => code)).toEqual([
      'ACCOUNT_NOT_COPIED',
      'MOVE_PENDING',
      'RESELLER_SUSPENDED',
      'TEMPORARILY_UNAVAILABLE',
      'OUTCOME_UNKNOWN',
      'NOT_FOUND',
    ]);
  });

  test('is right about them: the code calls no other refusal retryable', () => {
    const rooms = ['src/domain', 'src/services', 'src/persistence'];
    const sources = rooms
      .flatMap((room) => writtenFiles(room))
      .map((path) => readFileSync(join(packageRoot(), path), 'utf8'));
    const marked = sources.flatMap((source) => [...source.matchAll(/retryable: true/g)]);
    const codes = sources.flatMap((source) =>
      [...source.matchAll(/refusal\(\s*'([A-Z_]+)',[^;]*?retryable: true/g)].map(([, code]) => code),
    );
    expect(codes).toHaveLength(marked.length);
    expect([...new Set(codes)].sort()).toEqual([
      'ACCOUNT_NOT_COPIED',
      'MOVE_PENDING',
      'NOT_FOUND',
      'RESELLER_SUSPENDED',
      'TEMPORARILY_UNAVAILABLE',
    ]);
  });

  test('has examples that the schema takes', () => {
    const examples = [...RULES.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, example = '']) => example);
    expect(examples).not.toEqual([]);
    expect(examples.flatMap((example) => validate(schema, parse(example)))).toEqual([]);
  });

  test('is where the schema says that the numbers are explained', () => {
    expect(schema.getQueryType()?.description).toContain('docs/rules.md');
  });
});

function enumOf(name: string): GraphQLEnumType {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`);
  return type;
}

function headings(): string[] {
  return [...RULES.matchAll(/^### (S\d+a?) \S/gm)].map(([, number = '']) => number);
}

/** The rules that descriptions name, also those between the two of "S11-S14". */
function numbersInDescriptions(): Set<string> {
  const numbers = new Set<string>();
  visit(parse(print(readSchemaFiles(SCHEMA))), {
    enter(node) {
      if (!('description' in node) || node.description?.kind !== Kind.STRING) return;
      for (const [, first, last = first] of node.description.value.matchAll(/\bS(\d+)(?:-S(\d+))?\b/g)) {
        for (let number = Number(first); number <= Number(last); number += 1) numbers.add(`S${number}`);
      }
    },
  });
  return numbers;
}
