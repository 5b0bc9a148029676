import { head, openConnection, within } from './raw-connection';
import { startToyServer, type ToyServer } from './toy-server';

/** What HTTP allows and few send: it means what it means elsewhere. */

let server: ToyServer;
let authorization: string;

beforeAll(async () => {
  server = await startToyServer();
  authorization = `Bearer ${server.tokens.person}`;
});
afterAll(() => server.stop());

/** The whole of what is answered to this head and body. */
async function say(text: string): Promise<string> {
  const connection = openConnection(server.port, text);
  await within(5_000, () => connection.isClosed());
  return connection.received();
}

const HEADERS = () =>
  `Host: elsewhere.example\r\nAuthorization: ${authorization}\r\napollo-require-preflight: 1\r\nConnection: close\r\n\r\n`;
const QUERY = `query=${encodeURIComponent('{ who }')}`;

describe('operationName', () => {
  const post = (operationName: unknown, query = '{ who }') =>
    server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, operationName }),
    });
  const get = (rest: string) =>
    server.request(`/graphql?${QUERY}${rest}`, { headers: { authorization, 'apollo-require-preflight': '1' } });
  const WHO = { data: { who: 'DISTRIBUTOR_USER' } };

  test('that is empty is as if it were not there', async () => {
    expect((await get('&operationName=')).body).toEqual(WHO);
    expect((await get('&operationName')).body).toEqual(WHO);
    expect((await post('')).body).toEqual(WHO);
    expect((await post(null)).body).toEqual(WHO);
  });

  test('that names one is taken, and one that names none is refused', async () => {
    expect((await post('A', 'query A { who } query B { __typename }')).body).toEqual(WHO);
    for (const answer of [await post('C', 'query A { who }'), await get('&operationName=C')]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].message).toContain('"C"');
    }
    expect((await post('', 'query A { who } query B { who }')).status).toBe(400);
  });
});

describe('a target in absolute form, as a proxy sends it', () => {
  test.each(['http://elsewhere.example', 'https://elsewhere.example:8443', 'HTTP://x'])(
    '%s leads where its path does',
    async (origin) => {
      expect(await say(`GET ${origin}/graphql?${QUERY} HTTP/1.1\r\n${HEADERS()}`)).toMatch(
        /^HTTP\/1.1 200 [\s\S]*\{"data":\{"who":"DISTRIBUTOR_USER"\}\}/,
      );
      expect(await say(`GET ${origin}/livez HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 200 /);
      expect(await say(`GET ${origin} HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 302 /);
      expect(await say(`GET ${origin}?a=b HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 302 /);
      expect(await say(`GET ${origin}/nothing HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 404 /);
    },
  );

  test.each(['ftp://x/graphql', '//x/graphql', '*'])('%s is none of ours', async (target) => {
    expect(await say(`GET ${target} HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 404 /);
  });
});

describe('HEAD', () => {
  test.each(['/', '/livez', '/readyz', `/graphql?${QUERY}`])(
    'of %s has the head of a GET, and nothing after it',
    async (path) => {
      const [got, headOnly] = [
        await say(`GET ${path} HTTP/1.1\r\n${HEADERS()}`),
        await say(`HEAD ${path} HTTP/1.1\r\n${HEADERS()}`),
      ];
      const shown = (text: string) =>
        (text.split('\r\n\r\n')[0] ?? '')
          .split('\r\n')
          .filter((line) => !/^(date|x-request-id|keep-alive):/i.test(line));
      expect(shown(headOnly)).toEqual(shown(got));
      expect(headOnly.split('\r\n\r\n')[1]).toBe('');
    },
  );

  test('of GraphiQL too', async () => {
    const answer = await say(`HEAD /graphql HTTP/1.1\r\nAccept: text/html\r\n${HEADERS()}`);
    expect(answer).toMatch(/^HTTP\/1.1 200 [\s\S]*content-type: text\/html/i);
    expect(answer).not.toContain('<p>');
  });

  test('changes nothing', async () => {
    const query = encodeURIComponent('mutation { touch(n: 1) }');
    expect(await say(`HEAD /graphql?query=${query} HTTP/1.1\r\n${HEADERS()}`)).toMatch(/^HTTP\/1.1 405 /);
  });
});

describe('Expect: 100-continue', () => {
  const body = JSON.stringify({ query: '{ who }' });
  const expecting = (length: number, token: string | null = server.tokens.person, value = '100-continue') =>
    head(token, length, `Expect: ${value}\r\nConnection: close\r\n`);

  test.each(['100-continue', '100-Continue'])('%s: the body is asked for, and read', async (value) => {
    const connection = openConnection(server.port, expecting(body.length, server.tokens.person, value));
    await within(2_000, () => connection.received().includes('HTTP/1.1 100 Continue\r\n\r\n'));
    connection.socket.write(body);
    await within(2_000, () => connection.isClosed());
    expect(connection.received()).toMatch(/100 Continue\r\n\r\nHTTP\/1.1 200 [\s\S]*"DISTRIBUTOR_USER"/);
  });

  test('who does not wait for it is answered all the same', async () => {
    expect(await say(expecting(body.length) + body)).toMatch(/HTTP\/1.1 200 /);
  });

  test.each([
    ['a body that is too large', () => expecting(3 * 1024 * 1024), 413],
    ['a token that is none', () => expecting(body.length, 'x.y.z'), 401],
  ])('of %s the refusal comes instead', async (_what, text, status) => {
    const said = await say(text());
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(said).not.toContain('100 Continue');
  });

  test('of another path and with another expectation too', async () => {
    const other = expecting(body.length).replace('POST /graphql', 'POST /livez');
    expect(await say(other)).toMatch(/^HTTP\/1.1 405 /);
    expect(await say(expecting(body.length, null, 'the-impossible'))).toMatch(/^HTTP\/1.1 417 /);
  });
});
