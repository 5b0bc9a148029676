import { RequestError } from '../../src/domain/errors';
import { Fate } from '../../src/graphql/request/fate';

let fate: Fate;
beforeEach(() => {
  fate = new Fate();
});

test('a call that is given up begins nothing more, so that nothing is changed behind its answer', () => {
  expect(fate.giveUp()).toBe(false);
  expect(() => fate.begin('createInvoice')).toThrow(RequestError);
});

test('one that had begun may have changed something, and may begin nothing else', () => {
  fate.begin('createInvoice');
  expect(fate.giveUp()).toBe(true);
  expect(() => fate.begin('createInvoice')).toThrow(RequestError);
});

test('a dry run that had begun changes nothing; once given up it begins nothing either', () => {
  fate.begin('updateAccount', { isDryRun: true });
  expect(fate.giveUp()).toBe(false);
  expect(() => fate.begin('updateAccount', { isDryRun: true })).toThrow(RequestError);
});

test('errors below a mutation that was made are told from all others', () => {
  fate.made.add('first');
  expect([['first', 'invoice'], ['second'], [], undefined].map((path) => fate.wasMade(path))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('an answer is unavailable when each of its mutations is, and there are some', () => {
  fate.unavailable.add('first');
  expect([[], ['first'], ['first', 'second']].map((fields) => fate.areAllUnavailable(fields))).toEqual([
    false,
    true,
    false,
  ]);
});
