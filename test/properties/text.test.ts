import fc from 'fast-check';
import { parse, text } from '../../src/domain/input';

test('text never comes out with what Postgres cannot hold, whatever was sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (sent) => {
      const { value, refusals } = parse(text(), sent, ['input']);
      if (refusals) return expect(refusals).toMatchObject([{ code: 'INVALID_INPUT' }]);
      expect(value.isWellFormed() && !value.includes('\0')).toBe(true);
    }),
  );
});
