import {
  changesOf,
  groupsOf,
  inputName,
  spelledOut,
} from '../../../examples/portal/src/pages/account/audit/changes.ts';

describe('what an entry of the audit changed', () => {
  test('is each column that differs, and no other', () => {
    const before = { id: '1', name: 'Before', address: { city: 'Berlin', line1: null }, email: null };
    const after = { id: '1', name: 'After', address: { city: 'Potsdam', line1: null }, email: null };
    expect(changesOf(before, after)).toEqual([
      { column: 'name', before: 'Before', after: 'After' },
      { column: 'address', before: { city: 'Berlin', line1: null }, after: { city: 'Potsdam', line1: null } },
    ]);
  });

  test('is the whole row that was added or removed, without what it has none of', () => {
    expect(changesOf(null, { id: '1', email: null })).toEqual([{ column: 'id', before: null, after: '1' }]);
    expect(changesOf({ id: '1', email: null }, null)).toEqual([{ column: 'id', before: '1', after: null }]);
  });

  test('tells false and nothing apart', () => {
    expect(changesOf({ ordering: null }, { ordering: false })).toEqual([
      { column: 'ordering', before: null, after: false },
    ]);
  });
});

describe('entries of one call', () => {
  const entry = (at: string, more = {}) => ({ at, actor: 'anna', mutation: 'updateAccount', login: 'portal', ...more });

  test('stand together while each is written within a moment of the one before', () => {
    const entries = ['10:00:02.900', '10:00:02.000', '10:00:01.100', '10:00:00.000'].map((time) =>
      entry(`2026-01-31T${time}Z`),
    );
    expect(groupsOf(entries).map((group) => group.length)).toEqual([3, 1]);
  });

  test.each([{ actor: 'bob' }, { mutation: 'addContact' }, { mutation: null }, { login: 'sync' }])(
    'are not those of %o',
    (other) => {
      const entries = [entry('2026-01-31T10:00:00.000Z'), entry('2026-01-31T10:00:00.000Z', other)];
      expect(groupsOf(entries)).toHaveLength(2);
    },
  );

  test('are none of none', () => expect(groupsOf([])).toEqual([]));
});

test.each([
  ['bill_to_id', 'billToId', 'Bill to id'],
  ['name', 'name', 'Name'],
])('the column %s is %s of the contract, and else %s', (column, input, spelled) => {
  expect([inputName(column), spelledOut(column)]).toEqual([input, spelled]);
});
