import { type DocumentNode, parse } from 'graphql';
import { DocumentStore } from '../../../src/server/apollo/document-store';
import { startToyServer } from '../toy-server';

/** So many documents, each put into a store and one asked for every time. */
async function keptOf(text: (at: number) => string, count: number): Promise<{ kept: number; store: DocumentStore }> {
  const store = new DocumentStore();
  for (let at = 0; at < count; at += 1) {
    await store.set(text(at), parse(text(at)));
    await store.get(text(0));
  }
  const found: (DocumentNode | undefined)[] = [];
  for (let at = count - 1; at >= 0; at -= 1) found.push(await store.get(text(at)));
  return { kept: found.filter((document) => document !== undefined).length, store };
}

const word = (at: number) => `a${at}`;

test.each([
  // A comment takes a hundred bytes; 20,000 of them and the text 2.08 MB.
  ['comments', (at: number) => `{ ${word(at)} }${'\n#'.repeat(20_000)}`, 32],
  ['a long text', (at: number) => `{ ${word(at)} }${' '.repeat(500_000)}`, 66],
  ['many tokens', (at: number) => `{ ${word(at)} ${'x '.repeat(1_900)}}`, 35],
])('%s are kept by what they take of memory, those used last for longest', async (_what, text, most) => {
  const { kept, store } = await keptOf(text, most + 5);
  expect(kept).toBe(most);
  expect([await store.get(text(0)), await store.get(text(1))]).toEqual([expect.anything(), undefined]);
});

test('what is small is kept, and the same text once', async () => {
  const { kept } = await keptOf((at) => `{ ${word(at)} }`, 500);
  expect(kept).toBe(500);
  const store = new DocumentStore();
  const large = parse(`{ x }${' '.repeat(20_000_000)}`);
  await store.set('small', parse('{ x }'));
  for (let times = 0; times < 3; times += 1) await store.set('large', large);
  expect([await store.get('small'), await store.get('large')]).toEqual([expect.anything(), large]);
  await store.delete('large');
  expect(await store.get('large')).toBeUndefined();
});

test('the server keeps what it parsed there, and what is not valid nowhere', async () => {
  const set = jest.spyOn(DocumentStore.prototype, 'set');
  const server = await startToyServer();
  try {
    for (const text of ['{ __typename }', '{ __typename }', '{ nothing }', '{']) await server.ask(text);
    expect(set).toHaveBeenCalledTimes(1);
  } finally {
    set.mockRestore();
    await server.stop();
  }
});
