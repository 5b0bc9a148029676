import { missingFields, parseDefinition } from '../../../src/domain/accounts/custom-field';

const SENT = { code: 'note', label: 'Note', type: 'TEXT', required: false };
const READ = { ...SENT, options: null, defaultValue: null };
const MANY = Array.from({ length: 200 }, (_, index) => `choice ${index}`);

describe('a definition of a custom field', () => {
  test.each([
    [{}, {}],
    [{ options: null, defaultValue: null }, {}],
    [{ options: [], defaultValue: 'a' }, { defaultValue: 'a' }],
    [
      { type: 'CHOICE', options: ['a', 'b'], defaultValue: 'b' },
      { type: 'CHOICE', options: ['a', 'b'], defaultValue: 'b' },
    ],
    [
      { type: 'CHOICE', options: MANY },
      { type: 'CHOICE', options: MANY },
    ],
    [
      { type: 'NUMBER', defaultValue: 0 },
      { type: 'NUMBER', defaultValue: 0 },
    ],
    [
      { type: 'BOOLEAN', defaultValue: false },
      { type: 'BOOLEAN', defaultValue: false },
    ],
    [
      { type: 'DATE', required: true },
      { type: 'DATE', required: true },
    ],
    [{ code: 'aZ_09' }, { code: 'aZ_09' }],
    [{ code: 'a'.repeat(64) }, { code: 'a'.repeat(64) }],
  ])('is read: %.60j', (sent, expected) => {
    expect(parseDefinition({ ...SENT, ...sent })).toEqual({ value: { ...READ, ...expected } });
  });

  const CODE = 'must be a letter, then at most 63 letters, digits and underscores';
  test.each([
    [{ code: '1a' }, `code ${CODE}`],
    [{ code: ' a' }, `code ${CODE}`],
    [{ code: 'a.b' }, `code ${CODE}`],
    [{ code: '__proto__' }, `code ${CODE}`],
    [{ code: 'a'.repeat(65) }, `code ${CODE}`],
    [{ label: ' ' }, 'label must not be blank'],
    [{ label: 'x'.repeat(256) }, 'label must have at most 255 characters'],
    [{ type: 'LIST' }, 'type must be one of TEXT, NUMBER, BOOLEAN, DATE, CHOICE'],
    [{ required: null }, 'required must be of type boolean and not empty'],
    [{ type: 'CHOICE' }, 'options must name the choices'],
    [{ type: 'CHOICE', options: [] }, 'options must name the choices'],
    [{ type: 'CHOICE', options: ['a', 'a'] }, 'options must name each choice once'],
    [{ type: 'CHOICE', options: [...MANY, 'one more'] }, 'options must have at most 200 choices'],
    [{ options: ['a'] }, 'options must be left out of a TEXT'],
    [{ defaultValue: 1 }, 'defaultValue must be of type string and not empty'],
    [{ type: 'CHOICE', options: ['a'], defaultValue: 'b' }, 'defaultValue must be one of a'],
  ])('is refused at the place of the fault: %.60j', (change, message) => {
    const path = ['input', message.split(' ')[0]];
    expect(parseDefinition({ ...SENT, ...change }).refusals).toEqual([{ code: 'INVALID_INPUT', message, path }]);
  });

  test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'of a required field "%s" is refused, or is enforced like any other',
    (code) => {
      const { value } = parseDefinition({ ...SENT, code, required: true });
      if (value) expect(missingFields([value], {})).toHaveLength(1);
    },
  );
});
