import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { identify, linesOf } from '../../client-cli/src/input-file.ts';
import { Journal, type RunIdentity } from '../../client-cli/src/journal.ts';
import { RejectedFile } from '../../client-cli/src/rejected-file.ts';
import { Watermark } from '../../client-cli/src/watermark.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const readLines = async (path: string, skipped = 0) => {
  const lines: [number, string][] = [];
  for await (const { number, text } of linesOf(path, skipped)) lines.push([number, text]);
  return lines;
};

describe('the input', () => {
  test('is read line by line, whatever its lines are and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[aä€😀 ]{0,9}$/u), { minLength: 1 }),
        fc.nat(12),
        async (texts, skipped) => {
          writeFileSync(file('input'), texts.join('\n'));
          // A line that ends with the file is none more.
          const lines = texts.at(-1) === '' ? texts.slice(0, -1) : texts;
          const expected = lines.map((text, nth) => [nth + 1, text]);
          expect(await readLines(file('input'))).toEqual(expected);
          expect(await readLines(file('input'), skipped)).toEqual(expected.slice(skipped));
          expect((await identify(file('input'))).lines).toBe(lines.length);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('may have lines longer than what is read at a time', async () => {
    const long = 'é'.repeat(400_000);
    writeFileSync(file('input'), `${long}\n${long}`);
    expect(await readLines(file('input'))).toEqual([
      [1, long],
      [2, long],
    ]);
  });

  test('is another one with any other content', async () => {
    writeFileSync(file('one'), 'a\nb\n');
    writeFileSync(file('two'), 'a\nc\n');
    expect(await identify(file('one'))).not.toEqual(await identify(file('two')));
    await expect(identify(file('none'))).rejects.toThrow('There is no file');
  });
});

describe('the position', () => {
  const run: RunIdentity = {
    input: { bytes: 4, sha256: 'abc', lines: 2 },
    url: 'http://x',
    tenantResellerId: 'r',
    dryRun: false,
  };

  test('is kept, and found by the same run', () => {
    const position = { lines: 7, counts: { CREATED: 6, REFUSED: 1 }, rejectedBytes: 40 };
    Journal.open(file('position'), run).keep(position);
    expect(Journal.open(file('position'), run).begun).toMatchObject(position);
  });

  test.each<[string, Partial<RunIdentity>]>([
    ['the input file', { input: { ...run.input, sha256: 'abd' } }],
    ['--url', { url: 'http://y' }],
    ['the reseller of the token', { tenantResellerId: 'other' }],
    ['--dry-run', { dryRun: true }],
  ])('is refused to another run: %s changed', (what, other) => {
    Journal.open(file('position'), run).keep({ lines: 1, counts: {}, rejectedBytes: 0 });
    expect(() => Journal.open(file('position'), { ...run, ...other })).toThrow(`${what} changed since`);
  });

  test.each(['', '{}', 'no JSON', '[1]', 'null'])('is never taken from what is none: %p', (text) => {
    writeFileSync(file('position'), text);
    expect(() => Journal.open(file('position'), run)).toThrow('no journal of this program');
  });
});

test('refused lines that are beyond the position come again, and stand there once', () => {
  const first = new RejectedFile(file('rejected'), 0);
  first.add({ line: 1 });
  const kept = first.bytes;
  first.add({ line: 5, errors: 'more than what comes now' });
  first.add({ line: 7 });
  first.close();
  const next = new RejectedFile(file('rejected'), kept);
  next.add({ line: 5 });
  next.add({ line: 6 });
  next.close();
  expect(readFileSync(file('rejected'), 'utf8')).toBe('{"line":1}\n{"line":5}\n{"line":6}\n');
});

test('whatever order outcomes come in, they are passed on in the order of the lines, none before one that is missing', () => {
  const order = fc.integer({ min: 1, max: 40 }).chain((count) =>
    fc.shuffledSubarray(
      Array.from({ length: count }, (_, nth) => nth + 1),
      { minLength: 0 },
    ),
  );
  fc.assert(
    fc.property(order, fc.nat(5), (lines, begun) => {
      const position = new Watermark<string>(begun);
      const passed: string[] = [];
      // Blank lines have no outcome.
      for (const line of lines) passed.push(...position.settle(begun + line, line % 7 === 0 ? null : `${line}`));
      const settled = new Set(lines);
      let gap = 1;
      while (settled.has(gap)) gap += 1;
      expect(position.settled).toBe(begun + gap - 1);
      expect(position.ahead).toBe(lines.length - (gap - 1));
      const inTurn = Array.from({ length: gap - 1 }, (_, nth) => nth + 1);
      expect(passed).toEqual(inTurn.filter((line) => line % 7 !== 0).map(String));
    }),
  );
});
