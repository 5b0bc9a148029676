import fc from 'fast-check';
import { asNumber } from '../../../examples/admin-tool/src/form/number-text.ts';

describe('a number that is typed', () => {
  test('is what was meant at the end, and a number or the text at every step to it', () => {
    const texts = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.stringMatching(/^\d{0,4}$/))
      .map(([whole, part]) => `${whole}${part === '' ? '' : `.${part}`}`);
    fc.assert(
      fc.property(texts, (text) => {
        expect(asNumber(text)).toBe(Number(text));
        for (let typed = 1; typed < text.length; typed++) {
          const step = text.slice(0, typed);
          expect([Number.parseFloat(step), step]).toContain(asNumber(step));
        }
      }),
    );
  });

  test.each(['1,5', '1e3', '0x10', 'one', '-', '.', '1.2.3', '9007199254740993', '12345678901234567890'])(
    '%s is none, and stays as it is',
    (text) => expect(asNumber(text)).toBe(text),
  );

  test.each(['', '  '])('"%s" is nothing', (text) => expect(asNumber(text)).toBeUndefined());
});
