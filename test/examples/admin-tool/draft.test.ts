import fc from 'fast-check';
import { at, filled, type Path, sent, withValue } from '../../../examples/admin-tool/src/form/draft.ts';
import { type JsonSchema, shapeOf, typesOf } from '../../../examples/admin-tool/src/form/json-schema.ts';
import { placeOf, refusalsIn } from '../../../examples/admin-tool/src/form/refusal-places.ts';

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const path: fc.Arbitrary<Path> = fc.array(fc.oneof(name, fc.nat(3)), { minLength: 1, maxLength: 4 });
const value = fc.oneof(fc.constant(null), fc.constant(''), fc.boolean(), fc.nat(), fc.string());

describe('a draft', () => {
  test('has what was put there, and keeps all that stands beside it', () => {
    fc.assert(
      fc.property(path, value, name, value, (place, put, beside, other) => {
        const before = withValue({}, [beside], other);
        const after = withValue(before, place, put);
        expect(at(after, place)).toEqual(put);
        if (place[0] !== beside && typeof place[0] === 'string') expect(at(after, [beside])).toEqual(other);
        expect(at(before, [beside])).toEqual(other);
      }),
    );
  });

  test('is sent without what is left out, and with what is empty', () => {
    const draft = {
      left: undefined,
      none: null,
      blank: '',
      of: { left: undefined, none: null },
      list: [{ left: undefined }],
    };
    expect(sent(draft)).toEqual({ none: null, blank: '', of: { none: null }, list: [{}] });
    expect(Object.keys(sent(draft) as object)).toEqual(['none', 'blank', 'of', 'list']);
  });
});

const TEXT: JsonSchema = { type: 'string', maxLength: 5 };
const root: JsonSchema = { $defs: { text: TEXT, none: { type: 'null' } } };

/** The same value, as schemas may have it. */
const NULLABLE: readonly JsonSchema[] = [
  { type: ['string', 'null'], maxLength: 5 },
  { anyOf: [TEXT, { type: 'null' }] },
  { oneOf: [{ type: 'null' }, { $ref: '#/$defs/text' }] },
  { anyOf: [{ $ref: '#/$defs/text' }, { $ref: '#/$defs/none' }] },
  { anyOf: [{ anyOf: [TEXT, { const: null }] }] },
  { allOf: [{ maxLength: 5 }, { type: ['null', 'string'] }] },
];

describe('the shape of a value', () => {
  test.each(NULLABLE)('is a text that may be null: %j', (schema) => {
    const { kind, isNullable, schema: own } = shapeOf(schema, root);
    expect({ kind, isNullable, maxLength: own.maxLength }).toEqual({ kind: 'text', isNullable: true, maxLength: 5 });
  });

  test.each([TEXT, { $ref: '#/$defs/text' }, { allOf: [{ $ref: '#/$defs/text' }] }] as readonly JsonSchema[])(
    'is a text that may not: %j',
    (schema) => {
      expect(shapeOf(schema, root)).toMatchObject({ kind: 'text', isNullable: false });
    },
  );

  test.each([
    [{ enum: ['a', 'b', null] }, ['a', 'b'], false],
    [{ anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] }, ['a', 'b'], true],
    [{ anyOf: [{ const: 'a' }, { const: 'b' }, { type: 'null' }] }, ['a', 'b'], true],
    [{ type: ['string', 'null'], enum: ['a', null] }, ['a'], true],
  ] as readonly (readonly [JsonSchema, readonly string[], boolean])[])(
    'is a choice: %j',
    (schema, choices, isNullable) => {
      expect(shapeOf(schema, root)).toMatchObject({ kind: 'choice', choices, ...(isNullable ? { isNullable } : {}) });
    },
  );

  test('of an object is one, also where values of it stand for each other', () => {
    const schema = {
      type: 'object',
      properties: { a: TEXT, b: TEXT },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    };
    expect(shapeOf(schema, root)).toMatchObject({ kind: 'object', isNullable: false });
  });

  test('of what may be of several kinds is any', () => {
    expect(shapeOf({ type: ['string', 'number', 'null'] }, root)).toMatchObject({ kind: 'any', isNullable: true });
    expect(shapeOf(true, root)).toMatchObject({ kind: 'any', isNullable: true });
  });

  test.each([
    [{ type: 'object', additionalProperties: TEXT }, ['object']],
    [{ type: 'array', prefixItems: [TEXT, TEXT], items: false }, ['array']],
    [{ oneOf: [{ properties: { a: TEXT } }, { type: 'object', properties: { b: TEXT } }] }, ['object']],
    [{ anyOf: [{ type: 'integer' }, { items: TEXT }, { type: 'null' }] }, ['integer', 'array']],
    [{ oneOf: [{ type: 'integer' }, {}] }, null],
  ] as readonly (readonly [JsonSchema, readonly string[] | null])[])(
    'of what no controls can be made of is any, of the types that it may be of: %j',
    (schema, types) => {
      const { kind, schema: own } = shapeOf(schema, root);
      expect([kind, typesOf(own)]).toEqual(['any', types]);
    },
  );
});

describe('a form that is filled in from a record', () => {
  const list: JsonSchema = {
    type: 'array',
    items: { type: 'object', properties: { code: TEXT, value: { type: ['string', 'null'] } }, required: ['code'] },
  };

  test('takes values of the same names, also from within, and null as null', () => {
    const record = [{ definition: { code: 'x', more: 1 }, value: null }];
    expect(filled(list, list, record)).toEqual([{ code: 'x', value: null }]);
  });

  test('takes nothing where something that is needed is missing', () => {
    expect(filled(list, list, [{ value: 'x' }])).toBeUndefined();
    expect(filled(list, list, { code: 'x' })).toBeUndefined();
  });

  test('takes the id of a record where a text is asked for', () => {
    expect(filled(TEXT, TEXT, { id: 'some', name: 'Some' })).toBe('some');
    expect(filled(TEXT, TEXT, { name: 'Some' })).toBeUndefined();
  });
});

describe('a refusal', () => {
  const refusal = (...steps: string[]) => ({ code: 'CODE', message: 'No.', path: steps });
  const draft = { plain: 'x', items: [{ code: 'one' }, { code: 'two', deep: { name: 'y' } }] };

  test.each([
    [refusal('input', 'plain'), ['plain']],
    [refusal('input', 'items', '1', 'deep', 'name'), ['items', 1, 'deep', 'name']],
    [refusal('input', 'items', 'two'), ['items', 1]],
    [refusal('input', 'items', 'nobody'), ['items']],
    [refusal('input', 'items', '7', 'code'), ['items']],
    [refusal('input'), []],
    [refusal(), []],
  ])('of %j stands at its value, or at what holds it', (told, place) => {
    expect(placeOf(told, draft)).toEqual(place);
  });

  test('is found wherever in an answer it stands', () => {
    const [whole, item] = [refusal('input'), refusal('input', 'items', '0')];
    expect(
      refusalsIn({ userErrors: [whole], results: [{ userErrors: [] }, { userErrors: [item] }], account: null }),
    ).toEqual([whole, item]);
    expect(refusalsIn(null)).toEqual([]);
  });
});
