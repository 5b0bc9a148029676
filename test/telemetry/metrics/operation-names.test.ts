import { OperationNames } from '../../../src/telemetry/metrics/operation-names';

const MINUTE = 60_000;

/** Names with a clock that a test turns. */
function counted() {
  const forgotten: string[] = [];
  const clock = { now: 0 };
  const names = new OperationNames(
    (name) => forgotten.push(name),
    () => clock.now,
  );
  return { names, forgotten, clock, of: (name: string, caller = 'portal') => names.labelOf(name, caller) };
}

/** Each from a caller of its own, so that nobody has too many. */
const fill = ({ of }: ReturnType<typeof counted>, count: number, prefix = 'Real') => {
  for (let n = 0; n < count; n += 1) of(`${prefix}${n}`, `caller ${n}`);
};

/** Sends them as often as what is really used is sent, over two periods. */
const use = (all: ReturnType<typeof counted>, names: readonly string[]) => {
  for (const _ of [1, 2, 3]) {
    for (const [n, name] of names.entries()) for (let time = 0; time < 5; time += 1) all.of(name, `caller ${n}`);
    all.clock.now += 5 * MINUTE;
  }
};
const named = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

test('the first names are counted under their own at once', () => {
  const { of } = counted();
  expect(of('Accounts')).toBe('Accounts');
  expect(of('Accounts')).toBe('Accounts');
});

test('a name that comes late is, once it was seen often and in more than one period', () => {
  const all = counted();
  fill(all, 50);
  for (let time = 0; time < 20; time += 1) expect(all.of('Late')).toBe('other');
  all.clock.now += 5 * MINUTE;
  expect(all.of('Late')).toBe('Late');
  expect(all.forgotten).toEqual([]);
});

test('thousands of names of one caller take no more than a few places, and none that is had', () => {
  const all = counted();
  use(all, named('Real', 10));
  const seen = new Set<string>();
  for (let n = 0; n < 5_000; n += 1) seen.add(all.of(`Attack${n}`, 'attacker'));
  expect(seen.size).toBe(21);
  for (const name of named('Real', 10)) expect(all.of(name)).toBe(name);
  expect(all.of('Another', 'portal')).toBe('Another');
});

test('nor do those of many callers: a hundred names are all there are', () => {
  const all = counted();
  use(all, named('Real', 30));
  const seen = new Set<string>();
  for (let n = 0; n < 20_000; n += 1) {
    if (n % 1_000 === 0) {
      all.clock.now += MINUTE;
      for (const name of named('Real', 30)) for (let time = 0; time < 3; time += 1) all.of(name);
    }
    seen.add(all.of(`Attack${n}`, `attacker ${n}`));
  }
  expect(seen.size).toBeLessThanOrEqual(71);
  for (const name of named('Real', 30)) expect(all.of(name)).toBe(name);
  expect(all.forgotten.filter((name) => name.startsWith('Real'))).toEqual([]);
});

test('what is not used any more makes room for what is used', () => {
  const all = counted();
  use(all, named('Old', 100));
  expect(all.of('Old99')).toBe('Old99');
  use(all, ['New']);
  expect(all.of('New')).toBe('New');
  expect(all.forgotten).toHaveLength(1);
  expect(all.of(all.forgotten[0] ?? '')).toBe('other');
});

test('one that is used as much as the others pushes out none of them', () => {
  const all = counted();
  use(all, named('Real', 100));
  for (const _ of [1, 2, 3, 4]) {
    for (const name of [...named('Real', 100), 'New']) for (let time = 0; time < 5; time += 1) all.of(name);
    all.clock.now += 5 * MINUTE;
  }
  expect(all.of('New')).toBe('other');
  expect(all.forgotten).toEqual([]);
});
