import { parseContact, planContactChange } from '../../../src/domain/accounts/contact';
import { parseRelation } from '../../../src/domain/accounts/relation';
import { relationId } from '../../../src/domain/identifiers';

const ANN = { firstName: 'Ann', lastName: 'Lee', email: 'ann@x.example', phone: null, jobTitle: null };

describe('a contact (S18)', () => {
  test('needs a last name and nothing else', () => {
    expect(parseContact({ lastName: 'Lee' }).value).toMatchObject({ ...ANN, firstName: null, email: null });
    for (const lastName of ['', ' ', null, 'x'.repeat(256), 'a\0']) {
      expect(parseContact({ ...ANN, lastName }).refusals).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', 'lastName'] },
      ]);
    }
  });

  test('keeps what a change leaves out, and is cleared by null', () => {
    expect(planContactChange(ANN, { phone: '+49 30 1', email: null })).toMatchObject({
      details: { ...ANN, phone: '+49 30 1', email: null },
      labels: ['E-mail', 'Phone'],
      refusals: [],
    });
  });

  test('is not changed by what it holds already', () => {
    expect(planContactChange(ANN, { ...ANN, phone: '' })).toMatchObject({ details: ANN, labels: [], refusals: [] });
  });

  test('keeps its last name', () => {
    expect(planContactChange(ANN, { lastName: null })).toMatchObject({
      details: ANN,
      labels: [],
      refusals: [{ code: 'INVALID_INPUT', message: 'Last name must not be blank', path: ['input', 'lastName'] }],
    });
  });

  test.each([
    ['firstName', 'First name', 255],
    ['lastName', 'Last name', 255],
    ['email', 'E-mail', 1000],
    ['phone', 'Phone', 1000],
    ['jobTitle', 'Job title', 1000],
  ])('%s is called "%s" in the history and has at most %d characters', (detail, label, max) => {
    const longest = 'x'.repeat(max);
    expect(planContactChange(ANN, { [detail]: longest })).toMatchObject({
      details: { ...ANN, [detail]: longest },
      labels: [label],
      refusals: [],
    });
    const tooLong = planContactChange(ANN, { [detail]: `${longest}x` });
    expect(tooLong.refusals).toMatchObject([{ path: ['input', detail] }]);
    expect(parseContact({ ...ANN, [detail]: longest }).value).toMatchObject({ ...ANN, [detail]: longest });
    expect(parseContact({ ...ANN, [detail]: `${longest}x` }).refusals).toMatchObject([{ path: ['input', detail] }]);
  });

  test('leaves out what is none of its details', () => {
    const stored = { ...ANN, id: 'i', accountId: 'a' };
    expect(planContactChange(stored, { phone: '1', id: 'other' }).details).toMatchObject({ ...ANN, phone: '1' });
  });
});

describe('a relation (S19)', () => {
  test.each(['EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE'])('may lead to a record of kind %s', (kind) => {
    expect(parseRelation({ kind, targetId: 't-1' }).value).toMatchObject({ kind, targetId: 't-1', label: null });
  });

  test('may have a label, and leads to something', () => {
    const sent = { kind: 'TASK', targetId: 't-1', label: 'Call' };
    expect(parseRelation(sent).value).toMatchObject(sent);
    expect(parseRelation({ ...sent, targetId: ' ' }).refusals).toMatchObject([
      { code: 'INVALID_INPUT', message: 'Related record must not be blank', path: ['input', 'targetId'] },
    ]);
  });

  test.each(['ORDER', 'email', '', null])('A23: may not lead to one of kind %j', (kind) => {
    expect(parseRelation({ kind, targetId: 't-1' }).refusals).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'kind'] },
    ]);
  });

  test('twice is the same one; to another record or kind, or of another account, it is another', () => {
    const id = relationId('a', 'TASK', 't-1');
    expect(id).toBe('2ed37064-01c3-5f71-bcb1-d4c45cf8ceae');
    const others = [relationId('b', 'TASK', 't-1'), relationId('a', 'CASE', 't-1'), relationId('a', 'TASK', 't-2')];
    expect(others).not.toContain(id);
  });
});
