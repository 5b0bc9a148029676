import { planEdit } from '../../../src/domain/accounts/account-edit';
import {
  type CustomFieldDefinition,
  type CustomFieldType,
  missingFields,
  parseValue,
  planCustomFields,
} from '../../../src/domain/accounts/custom-field';
import { aManagedAccount, anAdministrator, loaded } from '../builders';

function aDefinition(changes: Partial<CustomFieldDefinition> = {}): CustomFieldDefinition {
  return { code: 'note', label: 'Note', type: 'TEXT', required: false, options: null, defaultValue: null, ...changes };
}
const REGION = aDefinition({
  code: 'region',
  label: 'Region',
  type: 'CHOICE',
  required: true,
  options: ['north', 'süd'],
});

const read = (type: CustomFieldType, sent: unknown) => {
  const { value, refusals } = parseValue(
    { label: 'Size', type, options: type === 'CHOICE' ? ['north', 'süd'] : null },
    sent,
    ['input', 'customFields', 'x'],
  );
  for (const { message } of refusals ?? []) expect(message).toMatch(/^Size must ./);
  return refusals ? refusals.map(({ code, path }) => `${code} ${path.join('.')}`) : value;
};

describe('a value is of the definition’s type', () => {
  test.each<[CustomFieldType, unknown]>([
    ['TEXT', 'x'.repeat(1000)],
    ['NUMBER', 0],
    ['NUMBER', -1.5],
    ['BOOLEAN', true],
    ['BOOLEAN', false],
    ['DATE', '2024-02-29'],
    ['CHOICE', 'süd'],
    ...(['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE'] as const).map((type): [CustomFieldType, null] => [type, null]),
  ])('%s takes %.20j', (type, sent) => {
    expect(read(type, sent)).toBe(sent);
  });

  test.each<[CustomFieldType, unknown]>([
    ['TEXT', 1],
    ['TEXT', true],
    ['TEXT', 'a\0'],
    ['TEXT', '\ud800'],
    ['TEXT', 'x'.repeat(1001)],
    ['TEXT', ['a']],
    ['TEXT', {}],
    ['NUMBER', '1'],
    ['NUMBER', Number.NaN],
    ['NUMBER', Number.POSITIVE_INFINITY],
    ['NUMBER', true],
    ['BOOLEAN', 'true'],
    ['BOOLEAN', 0],
    ['DATE', '2026-02-29'],
    ['DATE', 20260131],
    ['CHOICE', 'south'],
    ['CHOICE', 'North'],
    ['CHOICE', ''],
    ['CHOICE', 0],
    ['CHOICE', 'north\0'],
    ['CHOICE', 'x'.repeat(256)],
  ])('%s refuses %.20j', (type, sent) => {
    expect(read(type, sent)).toEqual(['INVALID_INPUT input.customFields.x']);
  });
});

test.each<[CustomFieldType, string]>([
  ['NUMBER', 'Size must be a number'],
  ['BOOLEAN', 'Size must be true or false'],
  ['DATE', 'Size must be a day of the calendar, e.g. "2026-01-31"'],
  ['CHOICE', 'Size must be one of north, süd'],
])('what is no %s is told "%s"', (type, sentence) => {
  const options = type === 'CHOICE' ? ['north', 'süd'] : null;
  expect(parseValue({ label: 'Size', type, options }, 'other', ['x']).refusals?.map(({ message }) => message)).toEqual([
    sentence,
  ]);
});

test.each<CustomFieldType>(['TEXT', 'CHOICE'])('%s takes the same text however its marks are written', (type) => {
  expect(read(type, 'süd'.normalize('NFD'))).toBe('süd'.normalize('NFC'));
});

test('a choice of a definition that names none is refused', () => {
  expect(parseValue({ label: 'Size', type: 'CHOICE', options: null }, 'north', ['x']).refusals).toMatchObject([
    { message: 'Size must be one of ' },
  ]);
});

describe('an edit of custom fields (S15)', () => {
  const definitions = [aDefinition(), aDefinition({ code: 'size', label: 'Size', type: 'NUMBER' }), REGION];
  const plan = (stored: Record<string, string | number | boolean>, ...sent: { code: string; value?: unknown }[]) =>
    planCustomFields(definitions, stored, sent);

  test('changes them by code and leaves the others alone', () => {
    expect(plan({ note: 'a', size: 1 }, { code: 'size', value: 2 })).toEqual({
      customFields: { note: 'a', size: 2 },
      labels: ['Size'],
      refusals: [],
    });
  });

  test('clears with null', () => {
    expect(plan({ note: 'a' }, { code: 'note', value: null }).customFields).toEqual({});
    expect(plan({ note: 'a' }, { code: 'note' }).customFields).toEqual({});
  });

  test('is no change with what is stored, also with a choice that is no longer one', () => {
    const stored = { note: 'a', size: 0, region: 'west' };
    const sent = Object.entries(stored).map(([code, value]) => ({ code, value }));
    expect(plan(stored, ...sent)).toEqual({ customFields: stored, labels: [], refusals: [] });
    expect(plan({}, { code: 'note', value: null }).labels).toEqual([]);
  });

  test('is no change with what is stored, however it is composed', () => {
    expect(plan({ note: 'Caf\u00e9' }, { code: 'note', value: 'Cafe\u0301' })).toMatchObject({
      customFields: { note: 'Caf\u00e9' },
      labels: [],
    });
  });

  test.each(['other', '', 'NOTE', 'note.x', '__proto__', 'constructor', 'toString'])(
    'refuses "%s", which nobody has defined, at its path',
    (code) => {
      expect(plan({}, { code, value: 'a' }).refusals).toMatchObject([
        {
          code: 'CUSTOM_FIELD_UNKNOWN',
          message: 'There is no custom field of this code.',
          path: ['input', 'customFields', code],
        },
      ]);
    },
  );

  test('refuses a field that is named twice', () => {
    const { refusals } = plan({}, { code: 'note', value: 'a' }, { code: 'note', value: 'b' });
    expect(refusals).toMatchObject([
      { code: 'INVALID_INPUT', message: 'Note must be named once', path: ['input', 'customFields', 'note'] },
    ]);
  });

  test('refuses a value of another type and changes nothing by it, but what is sent beside it', () => {
    expect(plan({ size: 1 }, { code: 'size', value: 'big' }, { code: 'note', value: 'a' })).toMatchObject({
      customFields: { size: 1, note: 'a' },
      labels: ['Note'],
      refusals: [{ code: 'INVALID_INPUT', message: 'Size must be a number', path: ['input', 'customFields', 'size'] }],
    });
  });
});

describe('A20: a required custom field', () => {
  const admin = anAdministrator();
  const account = (customFields: Record<string, string> = {}) => loaded(aManagedAccount({ customFields }));

  test('without a value refuses an edit, at the field’s path; with one the edit goes through', () => {
    const edit = { separateInvoices: false };
    expect(planEdit(account(), admin, [REGION], edit).refusals).toMatchObject([
      { code: 'CUSTOM_FIELD_REQUIRED', message: 'Region is required.', path: ['input', 'customFields', 'region'] },
    ]);
    expect(planEdit(account({ region: 'north' }), admin, [REGION], edit).refusals).toEqual([]);
    const withIt = { ...edit, customFields: [{ code: 'region', value: 'süd' }] };
    expect(planEdit(account(), admin, [REGION], withIt)).toMatchObject({
      changes: { separateInvoices: false, customFields: { region: 'süd' } },
      refusals: [],
    });
  });

  test('is checked on the state that results: it cannot be cleared', () => {
    const cleared = { customFields: [{ code: 'region', value: null }] };
    expect(planEdit(account({ region: 'north' }), admin, [REGION], cleared).refusals).toMatchObject([
      { code: 'CUSTOM_FIELD_REQUIRED' },
    ]);
  });

  test.each([
    ['TEXT', ''],
    ['TEXT', ' \t'],
    ['TEXT', undefined],
    ['NUMBER', undefined],
  ] as const)('of type %s is missing with %j', (type, value) => {
    const values = value === undefined ? {} : { note: value };
    expect(missingFields([aDefinition({ type, required: true })], values)).toHaveLength(1);
  });

  test.each([
    ['NUMBER', 0],
    ['BOOLEAN', false],
    ['TEXT', 'a'],
  ] as const)('of type %s has a value with %j', (type, value) => {
    expect(missingFields([aDefinition({ type, required: true })], { note: value })).toEqual([]);
  });

  test('is the only one that may not be empty', () => {
    expect(missingFields([aDefinition({ required: false })], {})).toEqual([]);
  });

  test('A10: a custom field beside a locked one is not saved', () => {
    const edit = { email: 'new@x.example', customFields: [{ code: 'region', value: 'süd' }] };
    expect(planEdit(account(), admin, [REGION], edit).refusals).toMatchObject([
      { code: 'FIELD_LOCKED', path: ['input', 'email'] },
    ]);
  });
});
