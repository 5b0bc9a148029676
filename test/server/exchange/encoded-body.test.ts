import { type IncomingHttpHeaders, request as open } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { EncodedBody } from '../../../src/server/exchange/encoded-body';
import { startToyServer, type ToyServer } from '../toy-server';

const PAGE = `<p>${'GraphiQL '.repeat(500)}</p>`;

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('a body in the encoding that the caller takes', () => {
  let server: ToyServer;
  const page = new EncodedBody(Buffer.from(PAGE));

  beforeAll(async () => {
    server = await startToyServer({
      graphiql: async () => ({ html: page, contentSecurityPolicy: "default-src 'none'" }),
    });
  });
  afterAll(() => server.stop());

  /** As it comes: `fetch` would decode it. */
  const ask = (headers: Record<string, string>, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const asked = open(server.url, { method, headers: { accept: 'text/html', ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on('error', reject).end();
    });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.1, gzip', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['deflate', undefined],
    ['identity', undefined],
    ['br;q=0, gzip;q=0, identity;q=0', undefined],
  ])('who takes %s is sent %s', async (taken, encoding) => {
    const { status, headers, body } = await ask({ 'accept-encoding': taken });
    expect([status, headers['content-encoding'], headers['content-length']]).toEqual([
      200,
      encoding,
      String(body.length),
    ]);
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((content: Buffer) => content);
    expect(decode(body).toString()).toBe(PAGE);
    if (encoding !== undefined) expect(body.length).toBeLessThan(PAGE.length / 10);
  });

  test('who names no encoding is sent the content as it is', async () => {
    const { headers, body } = await ask({});
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, PAGE]);
  });

  test('caches are told what it depends on, and to ask each time', async () => {
    const { headers } = await ask({ 'accept-encoding': 'br' });
    expect(headers).toMatchObject({ vary: 'accept, accept-encoding', 'cache-control': 'private, no-cache' });
  });

  test.each(['br', 'gzip', 'identity'])('who has it in %s is sent nothing but that it is the same', async (taken) => {
    const { headers } = await ask({ 'accept-encoding': taken });
    const tag = headers.etag ?? '';
    for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await ask({ 'accept-encoding': taken, 'if-none-match': condition });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
      expect(again.headers['content-security-policy']).toBe("default-src 'none'");
    }
    expect((await ask({ 'accept-encoding': taken, 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('each encoding and each content has a tag of its own', async () => {
    const tags = new Set<string | undefined>();
    for (const taken of ['br', 'gzip', 'identity']) tags.add((await ask({ 'accept-encoding': taken })).headers.etag);
    tags.add(new EncodedBody(Buffer.from('other')).tag('br'));
    expect(tags.size).toBe(4);
  });

  test.each(['br', 'gzip', 'identity'])('HEAD in %s has the head of a GET', async (taken) => {
    const [got, head] = [await ask({ 'accept-encoding': taken }), await ask({ 'accept-encoding': taken }, 'HEAD')];
    for (const name of ['content-length', 'content-encoding', 'etag', 'vary', 'content-type', 'cache-control']) {
      expect(head.headers[name]).toEqual(got.headers[name]);
    }
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  test('each encoding is made once', async () => {
    const body = new EncodedBody(Buffer.from(PAGE));
    expect(await body.as('br')).toBe(await body.as('br'));
    expect(await body.as('gzip')).toBe(await body.as('gzip'));
  });
});
