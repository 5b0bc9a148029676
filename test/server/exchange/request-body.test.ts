import { connect } from 'node:net';
import { within } from '../raw-connection';
import { startToyServer, type ToyServer } from '../toy-server';

type Body = string | Buffer<ArrayBuffer>;

const MIB = 1024 * 1024;

describe('the body of a GraphQL request', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  function post(body: Body, token = server.tokens.person, headers: Record<string, string> = {}) {
    return server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body,
    });
  }
  const bodyOf = (bytes: number) => JSON.stringify({ query: '{ who }', variables: { padding: 'x'.repeat(bytes) } });

  test('is taken from a person up to 1 MiB', async () => {
    expect((await post(bodyOf(MIB - 200))).body).toEqual({ data: { who: 'DISTRIBUTOR_USER' } });
  });

  test('of 1.5 MB is refused from a person and taken from a sync service', async () => {
    const refused = await post(bodyOf(1_500_000));
    expect(refused.status).toBe(413);
    expect(refused.headers.get('connection')).toBe('close');
    expect(refused.body.errors[0].extensions).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });

    expect((await post(bodyOf(1_500_000), server.tokens.sync)).body).toEqual({ data: { who: 'RESELLER_SYNC' } });
  });

  test('of 10,000 prices of a list is taken from an administrator', async () => {
    const entry = {
      sku: 'A-SKU-OF-40-CHARACTERS-AS-VENDORS-HAVE-IT',
      currency: 'EUR',
      billingPeriod: 'SEMI_ANNUAL',
      amount: '1234.56',
      validFrom: '2026-01-01',
    };
    const prices = Array.from({ length: 10_000 }, () => entry);
    const body = JSON.stringify({ query: '{ who }', variables: { input: { code: 'gold', name: 'Gold', prices } } });
    expect((await post(body, server.tokens.administrator)).body).toEqual({ data: { who: 'ADMINISTRATOR' } });
    expect((await post(body)).status).toBe(413);
    expect((await post(bodyOf(5 * MIB), server.tokens.administrator)).status).toBe(413);
  });

  test('of 17 MiB is refused from a sync service too', async () => {
    expect((await post(bodyOf(17 * MIB), server.tokens.sync)).status).toBe(413);
  });

  test('is refused without its length as soon as it is too long, and the connection closed before it ends', async () => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
    const answered = new Promise<void>((resolve) =>
      socket.on('data', (chunk) => {
        answer += chunk;
        resolve();
      }),
    );
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${server.tokens.person}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let sent = 0; sent < 17; sent += 1) socket.write(chunk);
    await answered;
    await closed;

    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('PAYLOAD_TOO_LARGE');
  });

  test('need not be sent when the caller asks first and would be refused', async () => {
    const ask = async (length: number) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${server.tokens.person}\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`,
      );
      const first = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
      socket.destroy();
      return first.split('\r\n')[0];
    };
    expect(await ask(2 * MIB)).toBe('HTTP/1.1 413 Payload Too Large');
    expect(await ask(100)).toBe('HTTP/1.1 100 Continue');
  });

  const bad: readonly [string, Body][] = [
    ['that is malformed JSON', '{"query": "{ who }"'],
    ['that is empty', ''],
    [
      'that is no UTF-8',
      Buffer.concat([
        Buffer.from('{"query":"{ who }","variables":{"a":"'),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('"}}'),
      ]),
    ],
    ['that is a list of operations', '[{"query":"{ who }"}]'],
    ['that is a text', '"{ who }"'],
    ['that is null', 'null'],
    ['without a query', '{}'],
    ['whose query is a number', '{"query":1}'],
  ];

  test.each(bad)('%s is answered with 400 BAD_REQUEST', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  test('that is a list is refused with what to do instead', async () => {
    expect((await post('[{"query":"{ who }"}]')).body.errors[0].message).toContain('one operation a request');
  });

  test('may hold any text, and is read as UTF-8', async () => {
    const body = Buffer.from(
      JSON.stringify({ query: 'query($t: String) { echo(text: $t) }', variables: { t: 'Æsir – 日本 🐘' } }),
    );
    expect((await post(body)).body).toEqual({ data: { echo: 'Æsir – 日本 🐘' } });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/graphql',
    '',
  ])('of type %p is answered with 415', async (type) => {
    const answer = await post(Buffer.from('{"query":"{ who }"}'), server.tokens.person, { 'content-type': type });
    expect(answer.status).toBe(415);
    expect(answer.body.errors[0].extensions.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'of type %p is taken',
    async (type) => {
      expect((await post('{"query":"{ who }"}', server.tokens.person, { 'content-type': type })).status).toBe(200);
    },
  );

  test('that is compressed is answered with 415', async () => {
    expect((await post('{"query":"{ who }"}', server.tokens.person, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  test('from a caller who goes away in the middle leaves the server as it was', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"`,
    );
    await within(5_000, () => server.load().requests === 1);
    socket.destroy();
    await within(5_000, () => server.load().requests === 0);

    expect((await server.ask('{ who }')).status).toBe(200);
    expect(server.logLines().filter(({ level }) => level === 'error')).toEqual([]);
    expect(server.logLines()).toContainEqual(expect.objectContaining({ path: '/graphql', aborted: true }));
  });
});
