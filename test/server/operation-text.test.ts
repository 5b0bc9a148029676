import fc from 'fast-check';
import { assertTextInBounds, shapeOf } from '../../src/server/operation-text';
import { cpuMsOf } from '../support/time/cpu-time';

const KIB = 1024;
const TOO_LARGE = expect.objectContaining({ code: 'OPERATION_TOO_LARGE' });
const taken = (text: unknown, hasToken = true) => expect(() => assertTextInBounds(text, hasToken)).not.toThrow();
const refused = (text: unknown, hasToken = true) => expect(() => assertTextInBounds(text, hasToken)).toThrow(TOO_LARGE);
const nested = (depth: number, inside = '') => `{ ${'a { '.repeat(depth - 1)}${inside}${'} '.repeat(depth)}`;

describe('the text of an operation', () => {
  test('has at most 64 KiB, and 16 KiB without a token, in bytes', () => {
    taken('\n'.repeat(64 * KIB));
    refused('\n'.repeat(64 * KIB + 1));
    refused('ä'.repeat(32 * KIB + 1));
    taken('\n'.repeat(16 * KIB), false);
    refused('\n'.repeat(16 * KIB + 1), false);
  });

  test('has at most 250 brackets within each other, of whatever kind', () => {
    taken(nested(250));
    refused(nested(251));
    refused('{'.repeat(251));
    refused(`{ account(id: ${'['.repeat(249)}`);
    refused(`{ account(id: ${'{a:'.repeat(249)}`);
    taken('{ a } '.repeat(500));
  });

  test('may hold any brackets in texts and comments', () => {
    taken(nested(249, `a(b: "${'{'.repeat(300)}\\"${'{'.repeat(300)}")`));
    taken(nested(249, `a(b: """${'{'.repeat(300)}\\"""" """)`));
    taken(nested(250, `# ${'{'.repeat(300)}\n`));
    refused(nested(250, `# "\n {`));
    refused(nested(250, `a(b: "\\\\") { c }`));
    refused(nested(250, '"""\\"""{ """ {'));
  });

  test('that is no text is for others to refuse', () => {
    for (const other of [undefined, null, 7, ['{'.repeat(300)]]) taken(other);
  });

  test('is looked through in a moment, whatever it is made of', () => {
    const parts = fc.array(fc.constantFrom('"', '\\', '"""', '#', '\n', '{', '}', 'a', '\\"""'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('');
        const look = () => {
          try {
            assertTextInBounds(text.repeat(Math.floor((64 * KIB) / text.length)), true);
          } catch {
            // Refused in a moment is as good.
          }
        };
        expect(cpuMsOf(look)).toBeLessThan(300);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the shape of an operation', () => {
  const SHAPE = shapeOf(
    'query One($id: ID!) { account(id: $id) { a1: name } accounts(first: 5, filter: { search: "x" }) { totalCount } }',
  );

  test.each([
    [
      'laid out',
      'query One($id: ID!) {\n  account(id: $id) { a1: name }\n\n  accounts(first: 5 filter: {search: "x"}) {totalCount}}',
    ],
    [
      'with other values',
      'query One($id: ID!) { account(id: $id) { a1: name } accounts(first: -500, filter: { search: "y \\" {" }) { totalCount } }',
    ],
    [
      'with a text of lines',
      'query One($id: ID!) { account(id: $id) { a1: name } accounts(first: 1.5e3, filter: { search: """a "b" """ }) { totalCount } }',
    ],
    [
      'with comments',
      '# of eve@example.com "\nquery One($id: ID!) { account(id: $id) { a1: name } # "x\n accounts(first: 5, filter: { search: "x" }) { totalCount } }',
    ],
  ])('is the same for one that is %s', (_how, text) => {
    expect(shapeOf(text)).toBe(SHAPE);
  });

  test.each([
    [
      'name',
      'query Two($id: ID!) { account(id: $id) { a1: name } accounts(first: 5, filter: { search: "x" }) { totalCount } }',
    ],
    [
      'field',
      'query One($id: ID!) { account(id: $id) { a2: name } accounts(first: 5, filter: { search: "x" }) { totalCount } }',
    ],
    ['argument', 'query One($id: ID!) { account(id: $id) { a1: name } accounts(first: 5) { totalCount } }'],
  ])('is another one with another %s', (_what, text) => {
    expect(shapeOf(text)).not.toBe(SHAPE);
  });

  test('is short, and found for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => /^[0-9a-f]{16}$/.test(shapeOf(text))),
    );
    expect(shapeOf('{ a b }')).not.toBe(shapeOf('{ ab }'));
  });

  test.each(['"', '"""', '1', '-', '#', ' ', ','])('is found in time for 64 KiB of %p', (part) => {
    expect(cpuMsOf(() => shapeOf(part.repeat((64 * KIB) / part.length)))).toBeLessThan(500);
  });
});
