import fc from 'fast-check';
import { writeAnswer } from '../../../src/server/apollo/write-answer';

const MIB = 1024 * 1024;

/** Objects without a prototype, as the executor makes them. */
const bare = (entries: Record<string, unknown>) => Object.assign(Object.create(null), entries);
const lines = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) =>
    bare({ id: at, text: 'ä"\n'.repeat(length / 3), none: null, off: undefined }),
  );

describe('an answer', () => {
  test.each([
    ['small', { errors: undefined, data: bare({ a: [1, 'x', null, { b: true }] }) }],
    ['of many rows', { data: bare({ rows: lines(40_000, 30) }) }],
    ['of few large rows', { data: bare({ rows: lines(10, 300_000) }) }],
    ['of one large text', { data: { text: 'x'.repeat(3 * MIB) } }],
    ['of a large list in a large object', { data: { a: { b: lines(5_000, 60), c: 1 }, d: lines(5_000, 60) } }],
    [
      'of nothing but names',
      { data: Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`name${at}`, at])) },
    ],
    ['with errors', { errors: lines(9_000, 60), data: null }],
  ])('%s is the JSON of it', async (_, answer) => {
    expect((await writeAnswer(answer)) === `${JSON.stringify(answer)}\n`).toBe(true);
  });

  test('of any kind is the JSON of it', async () => {
    const large = fc.record({
      data: fc.jsonValue(),
      rows: fc.array(fc.jsonValue(), { minLength: 1 }),
      times: fc.nat(99),
    });
    await fc.assert(
      fc.asyncProperty(large, async ({ data, rows, times }) => {
        const padded = Array.from({ length: times + 1 }, () => [rows, 'y'.repeat(9_000)]);
        const answer = { data: { data, padded } };
        expect((await writeAnswer(answer)) === `${JSON.stringify(answer)}\n`).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  const REFUSED = { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } };

  test.each([
    ['bytes', 'x', 16 * MIB],
    ['bytes of characters that take two', 'ä', 8 * MIB],
    ['bytes of characters that are escaped', '\u0001', (16 * MIB) / 6],
  ])('holds 16 MiB of %s and no more', async (_, character, most) => {
    const rows = (length: number) => {
      const row = character.repeat(100_000);
      return Array.from({ length: Math.floor(length / 100_000) }, () => row);
    };
    await expect(writeAnswer({ data: rows(most - 300_000) })).resolves.toEqual(expect.any(String));
    await expect(writeAnswer({ data: rows(most + 200_000) })).rejects.toMatchObject(REFUSED);
  });

  test('that would take a gigabyte is refused before it is there', async () => {
    const option = bare({ systemCode: 's'.repeat(1_000), key: 'k'.repeat(1_000), value: 'v'.repeat(1_000) });
    const options = Array.from({ length: 100 }, () => option);
    const account = bare(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`a${at}`, options])));
    const startedAt = performance.now();
    await expect(
      writeAnswer({ data: { _entities: Array.from({ length: 100 }, () => account) } }),
    ).rejects.toMatchObject(REFUSED);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('that is large leaves others their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    await writeAnswer({ data: lines(30_000, 180) });
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
