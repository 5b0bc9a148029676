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
      { type: 'CHOICE', options: ['su\u0308d'], defaultValue: 'su\u0308d' },
      { type: 'CHOICE', options: ['s\u00fcd'], defaultValue: 's\u00fcd' },
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

  const PLACES: Readonly<Record<string, string>> = {
    ...{
      Code: 'code',
      Label: 'label',
      Type: 'type',
      Required: 'required',
      Options: 'options',
      Default: 'defaultValue',
    },
  };
  const CODE = 'must be a letter, then at most 63 letters, digits and underscores';
  test.each([
    [{ code: '1a' }, `Code ${CODE}`],
    [{ code: ' a' }, `Code ${CODE}`],
    [{ code: 'a.b' }, `Code ${CODE}`],
    [{ code: '__proto__' }, `Code ${CODE}`],
    [{ code: 'a'.repeat(65) }, `Code ${CODE}`],
    [{ label: ' ' }, 'Label must not be blank'],
    [{ label: 'x'.repeat(256) }, 'Label must have at most 255 characters'],
    [{ type: 'LIST' }, 'Type must be one of TEXT, NUMBER, BOOLEAN, DATE, CHOICE'],
    [{ required: null }, 'Required must be of type boolean and not empty'],
    [{ type: 'CHOICE' }, 'Options must name the choices'],
    [{ type: 'CHOICE', options: [] }, 'Options must name the choices'],
    [{ type: 'CHOICE', options: ['a', 'a'] }, 'Options must name each choice once'],
    [{ type: 'CHOICE', options: [...MANY, 'one more'] }, 'Options must have at most 200 entries'],
    [{ options: ['a'] }, 'Options must be left out of a TEXT'],
    [{ defaultValue: 1 }, 'Default value must be of type string and not empty'],
    [{ type: 'CHOICE', options: ['a'], defaultValue: 'b' }, 'Default value must be one of a'],
  ])('is refused at the place of the fault: %.60j', (change, message) => {
    const path = ['input', PLACES[message.split(' ')[0] ?? '']];
    expect(parseDefinition({ ...SENT, ...change }).refusals).toMatchObject([{ code: 'INVALID_INPUT', message, path }]);
  });

  test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'of a required field "%s" is refused, or is enforced like any other',
    (code) => {
      const { value } = parseDefinition({ ...SENT, code, required: true });
      if (value) expect(missingFields([value], {})).toHaveLength(1);
    },
  );
});
