import { sharedCheck } from '../../src/server/shared-check';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('those who ask at once, or soon after, are answered together; later ones anew', async () => {
  let asked = 0;
  const check = sharedCheck(async () => {
    asked += 1;
    return asked;
  }, 1000);
  expect(await Promise.all([check(), check(), check()])).toEqual([1, 1, 1]);
  jest.advanceTimersByTime(999);
  expect(await check()).toBe(1);
  jest.advanceTimersByTime(1);
  expect(await check()).toBe(2);
});

test('a clock that is set back meanwhile does not make an answer hold for longer', async () => {
  let asked = 0;
  const check = sharedCheck(async () => {
    asked += 1;
    return asked;
  }, 1000);
  expect(await check()).toBe(1);
  jest.setSystemTime(Date.now() - 3_600_000);
  jest.advanceTimersByTime(999);
  expect(await check()).toBe(1);
  jest.advanceTimersByTime(1);
  expect(await check()).toBe(2);
});

test('a check that is under way is waited for, however long it takes', async () => {
  let finish = (_answer: string): void => undefined;
  const check = sharedCheck(() => new Promise<string>((resolve) => (finish = resolve)), 1000);
  const first = check();
  jest.advanceTimersByTime(60_000);
  const second = check();
  finish('done');
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
});

test('a check that failed is an answer too, for as long', async () => {
  let asked = 0;
  const check = sharedCheck(async () => {
    asked += 1;
    throw new Error('broken');
  }, 1000);
  await expect(check()).rejects.toThrow('broken');
  await expect(check()).rejects.toThrow('broken');
  expect(asked).toBe(1);
  jest.advanceTimersByTime(1000);
  await expect(check()).rejects.toThrow('broken');
  expect(asked).toBe(2);
});
