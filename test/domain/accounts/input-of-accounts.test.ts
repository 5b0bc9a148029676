import fc from 'fast-check';
import type { SynchronizationOption } from '../../../src/domain/accounts/account-input';
import { billingAddress, synchronizationOptions } from '../../../src/domain/accounts/account-input';
import { parse } from '../../../src/domain/input';
import { anOption } from '../builders';

describe('a billing address', () => {
  const read = (sent: unknown) => parse(billingAddress(), sent, ['input', 'billingAddress']);

  test('is read whole, what is left out or empty being null', () => {
    expect(read({ country: 'DE', city: 'Ko\u0308ln', line2: '' }).value).toEqual({
      line1: null,
      line2: null,
      city: 'K\u00f6ln',
      region: null,
      postalCode: null,
      country: 'DE',
    });
  });

  test.each([null, undefined, {}, { line1: '', city: null, country: '' }])('%j is no address', (sent) => {
    expect(read(sent)).toEqual({ value: null });
  });

  test('is refused with the place of each fault in it', () => {
    const { refusals } = read({ line1: 'a\0', postalCode: '1'.repeat(1001), country: 'Germany' });
    expect(refusals?.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['INVALID_INPUT', 'line1'],
      ['INVALID_INPUT', 'postalCode'],
      ['INVALID_INPUT', 'country'],
    ]);
  });
});

describe('synchronization options', () => {
  const read = (sent: unknown) => parse(synchronizationOptions, sent, ['input', 'synchronizationOptions']);
  const many = (count: number) => Array.from({ length: count }, (_, index) => anOption('M365', `key-${index}`));

  test.each([null, undefined, []])('%j is none at all', (sent) => {
    expect(read(sent)).toEqual({ value: [] });
  });

  test('come out in the order of system code and key, in which case of letters counts', () => {
    const sorted = [anOption('A', 'B'), anOption('A', 'a'), anOption('B', 'a'), anOption('a', 'a')];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: 4 }), (sent) => {
        expect(read(sent)).toEqual({ value: sorted });
      }),
    );
  });

  test('of one system and key twice are refused, also when they only look different before NFC', () => {
    const twice = (one: SynchronizationOption, other: SynchronizationOption) =>
      read([one, anOption('B'), other]).refusals?.map(({ message, path }) => [message, path.join('.')]);
    const refused = (key: string) => [
      [`Synchronization options must not have "${key}" of "A" twice`, 'input.synchronizationOptions'],
    ];
    expect(twice(anOption('A', 'k', '1'), anOption('A', 'k', '2'))).toEqual(refused('k'));
    expect(twice(anOption('A', '\u00e9'), anOption('A', 'e\u0301'))).toEqual(refused('\u00e9'));
    // The twins: another key, another system.
    expect(twice(anOption('A', 'k'), anOption('A', 'K'))).toBeUndefined();
    expect(twice(anOption('A', 'k'), anOption('a', 'k'))).toBeUndefined();
  });

  test('are at most 100', () => {
    expect(read(many(100)).value).toHaveLength(100);
    expect(read(many(101)).refusals).toMatchObject([
      { message: 'Synchronization options must have at most 100 entries', path: ['input', 'synchronizationOptions'] },
    ]);
  });

  test('need a system and a key, and may do without a value', () => {
    expect(read([{ systemCode: 'M365', key: 'k' }]).value).toEqual([anOption('M365', 'k', null)]);
    expect(read([{ systemCode: 'M365', key: 'k', value: '' }]).value).toEqual([anOption('M365', 'k', null)]);
    expect(read([anOption('M365'), anOption(' ', 'k'), anOption('B', '')]).refusals?.map(({ path }) => path)).toEqual([
      ['input', 'synchronizationOptions', '1', 'systemCode'],
      ['input', 'synchronizationOptions', '2', 'key'],
    ]);
  });
});
