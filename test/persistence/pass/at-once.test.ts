import { atOnce } from '../../../src/persistence/pass/at-once';

const later = (milliseconds: number, work: () => unknown) =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
  });
const fail = (message: string) => () => {
  throw new Error(message);
};

test('what is sent at once answers in its order', async () => {
  expect(await atOnce([later(5, () => 'first'), later(0, () => 2)])).toEqual(['first', 2]);
});

test('of several that fail the first tells why, whichever is heard of first', async () => {
  await expect(atOnce([later(0, () => 1), later(10, fail('the cause')), later(0, fail('aborted'))])).rejects.toThrow(
    'the cause',
  );
});

test('all have ended when it ends', async () => {
  let isDone = false;
  const last = later(20, () => {
    isDone = true;
  });
  await expect(atOnce([later(0, fail('early')), last])).rejects.toThrow('early');
  expect(isDone).toBe(true);
});
