import { duplicateKeys } from '../../../src/domain/search/possible-duplicate';

const email = (text: string) => duplicateKeys({ email: text, accountingNo: null });
const accountingNo = (text: string) => duplicateKeys({ email: null, accountingNo: text });

describe('e-mails are one without case, in every alphabet', () => {
  test.each([
    ['Ann@Customers.Example', 'ann@customers.example'],
    ['ÖFFNER@MÜLLER.EXAMPLE', 'öffner@müller.example'],
    ['ИВАН@ПОЧТА.РФ', 'иван@почта.рф'],
    ['ΝΙΚΟΣ@ΤΑΧΥΔΡΟΜΕΙΟ.GR', 'νικος@ταχυδρομειο.gr'],
    ['GROSS@STRASSE.EXAMPLE', 'groß@straße.example'],
    [' ann@customers.example ', 'ann@customers.example'],
    ['ann\u200b@customers.example', 'ann@customers.example'],
    ['anne\u0301@x.example', 'ann\u00e9@x.example'],
  ])('%s and %s', (one, other) => {
    expect(email(one)).toEqual(email(other));
    expect(email(one)).toHaveLength(1);
  });

  test.each([
    ['ann.a@x.example', 'anna@x.example'],
    ['ann-a@x.example', 'anna@x.example'],
    ['muller@x.example', 'müller@x.example'],
  ])('but not %s and %s', (one, other) => {
    expect(email(one)).not.toEqual(email(other));
  });
});

describe('accounting numbers are one as people write them', () => {
  test.each([
    ['K 1234', 'K-1234'],
    ['K1234', 'k - 1234'],
    ['K–1234', 'K—1234'],
    ['１２３', '123'],
    ['DE\u00a012 34', 'DE1234'],
  ])('%s and %s', (one, other) => {
    expect(accountingNo(one)).toEqual(accountingNo(other));
    expect(accountingNo(one)).toHaveLength(1);
  });

  test.each([
    ['K1234', 'K1243'],
    ['12.3', '1.23'],
    ['01', '1'],
  ])('but not %s and %s', (one, other) => {
    expect(accountingNo(one)).not.toEqual(accountingNo(other));
  });
});

test('an e-mail is no accounting number, and what says nothing is neither', () => {
  expect(email('1')).not.toEqual(accountingNo('1'));
  expect(duplicateKeys({ email: ' \u200b', accountingNo: '- -' })).toEqual([]);
  expect(duplicateKeys({ email: null, accountingNo: null })).toEqual([]);
});
