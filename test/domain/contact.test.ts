import { parseContact, planContactChange } from '../../src/domain/contact';
import { relationId } from '../../src/domain/identifiers';
import { parseRelation } from '../../src/domain/relation';

const ANN = { firstName: 'Ann', lastName: 'Lee', email: 'ann@x.example', phone: null, jobTitle: null };

describe('a contact (S18)', () => {
  test('needs a last name and nothing else', () => {
    expect(parseContact({ lastName: 'Lee' }).value).toEqual({ ...ANN, firstName: null, email: null });
    for (const lastName of ['', ' ', null, 'x'.repeat(256), 'a\0']) {
      expect(parseContact({ ...ANN, lastName }).refusals).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', 'lastName'] },
      ]);
    }
  });

  test('keeps what a change leaves out, and is cleared by null', () => {
    expect(planContactChange(ANN, { phone: '+49 30 1', email: null })).toEqual({
      details: { ...ANN, phone: '+49 30 1', email: null },
      labels: ['E-mail', 'Phone'],
      refusals: [],
    });
  });

  test('is not changed by what it holds already', () => {
    expect(planContactChange(ANN, { ...ANN, phone: '' })).toEqual({ details: ANN, labels: [], refusals: [] });
  });

  test('keeps its last name', () => {
    expect(planContactChange(ANN, { lastName: null }).refusals).toMatchObject([{ path: ['input', 'lastName'] }]);
  });
});

describe('a relation (S19)', () => {
  test.each(['EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE'])('may lead to a record of kind %s', (kind) => {
    expect(parseRelation({ kind, targetId: 't-1' }).value).toEqual({ kind, targetId: 't-1', label: null });
  });

  test.each(['ORDER', 'email', '', null])('A23: may not lead to one of kind %j', (kind) => {
    expect(parseRelation({ kind, targetId: 't-1' }).refusals).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'kind'] },
    ]);
  });

  test('twice is the same one; to another record or kind, or of another account, it is another', () => {
    const id = relationId('a', 'TASK', 't-1');
    expect(relationId('a', 'TASK', 't-1')).toBe(id);
    const others = [relationId('b', 'TASK', 't-1'), relationId('a', 'CASE', 't-1'), relationId('a', 'TASK', 't-2')];
    expect(others).not.toContain(id);
  });
});
