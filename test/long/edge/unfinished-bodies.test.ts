import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../../src/domain/caller';
import { RequestError } from '../../../src/domain/errors';
import { EDGE_LIMITS, WHOLE_REQUEST_MS } from '../../../src/server/exchange/edge-limits';
import { head, openConnection, type RawConnection, within } from '../../server/raw-connection';
import { startToyServer, type ToyServer } from '../../server/toy-server';

const KIB = 1024;
const MIB = 1024 * KIB;
const PERSON: Caller = { kind: 'DISTRIBUTOR_USER', id: 'anna', groups: [] };

/** `sync` is a reseller's service; any other token is the person of that name. */
async function callerOf(token: string): Promise<Caller> {
  if (token === 'bad') throw new RequestError('UNAUTHENTICATED', 'Not you.');
  if (token === 'sync') return { kind: 'RESELLER_SYNC', id: 'bss', tenantResellerId: 'r1' };
  return { ...PERSON, id: token };
}

const bodyOf = (bytes: number) => JSON.stringify({ query: '{ who }', variables: { padding: 'x'.repeat(bytes) } });

const open: RawConnection[] = [];
let server: ToyServer;

function attack(count: number, text: string | Buffer): RawConnection[] {
  const connections = Array.from({ length: count }, () => openConnection(server.port, text));
  open.push(...connections);
  return connections;
}

afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.destroy();
  await server.stop();
});

describe('many unfinished bodies', () => {
  const limits = { heldBytes: 32 * MIB, bodyGraceMs: 1_500 };

  test('of one caller hold no more than its share, are answered and closed, and others go on meanwhile', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    const unfinished = head('mallory', MIB) + 'x'.repeat(MIB - 1);
    const connections = attack(100, unfinished);
    let [most, slowest] = [0, 0];
    const watching = setInterval(() => {
      most = Math.max(most, server.load().heldBytes);
    }, 5);
    for (let n = 0; n < 5; n += 1) {
      const startedAt = performance.now();
      expect((await server.request('/livez')).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - startedAt);
      const answer = await server.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer anna' },
        body: bodyOf(500 * KIB),
      });
      expect(answer.body).toEqual({ data: { who: 'DISTRIBUTOR_USER' } });
    }
    await within(8_000, () => connections.every(({ isClosed }) => isClosed()));
    clearInterval(watching);

    const statuses = connections.map(({ received }) => received().slice(9, 12));
    expect(new Set(statuses)).toEqual(new Set(['408', '503']));
    expect(connections.find(({ received }) => received().startsWith('HTTP/1.1 503'))?.received()).toMatch(
      /retry-after: 1[\s\S]*"code":"TEMPORARILY_UNAVAILABLE"[\s\S]*"retryable":true/i,
    );
    // Its half, and the body of the honest one.
    expect(most).toBeLessThanOrEqual(18 * MIB);
    expect(slowest).toBeLessThan(2_000);
    expect(server.load().heldBytes).toBe(0);
  });

  test('of many callers hold no more than the whole, and a newcomer has room', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    for (let n = 0; n < 60; n += 1) attack(3, head(`m${n}`, MIB) + 'x'.repeat(MIB - 1));
    let most = 0;
    for (let n = 0; n < 50; n += 1) {
      most = Math.max(most, server.load().heldBytes);
      await sleep(10);
    }
    expect((await server.ask('{ who }', { authorization: 'Bearer anna' })).status).toBe(200);
    expect(most).toBeGreaterThan(16 * MIB);
    expect(most).toBeLessThanOrEqual(32 * MIB);
  });

  test('in pieces of a byte cost what they hold, not a buffer a piece', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    const before = process.memoryUsage().rss;
    attack(4, head('mallory', 'chunked') + '1\r\nx\r\n'.repeat(400 * KIB));
    await sleep(1_200);
    expect(server.load().heldBytes).toBeLessThanOrEqual(4 * MIB);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
  });
});

describe('a body that comes slowly', () => {
  const limits = { bodyGraceMs: 600, bodyBytesPerSecond: 50 * KIB };

  async function send(pieces: number, size: number, everyMs: number): Promise<RawConnection> {
    const body = bodyOf(pieces * size);
    const [connection] = attack(1, head('sync', body.length));
    if (connection === undefined) throw new Error('no connection');
    for (let at = 0; at < body.length && !connection.isClosed(); at += size) {
      connection.socket.write(body.slice(at, at + size));
      await sleep(everyMs);
    }
    return connection;
  }

  test('is refused below the lowest rate, once its first moments are over', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    const startedAt = performance.now();
    const { received, isClosed } = await send(200, 100, 20);
    await within(2_000, isClosed);

    expect(received()).toMatch(/^HTTP\/1.1 408 [\s\S]*connection: close[\s\S]*"code":"REQUEST_TIMEOUT"/i);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });

  test('is refused when it stops, however quickly it came before', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    const [connection] = attack(1, head('sync', MIB) + 'x'.repeat(MIB - 1));
    await within(3_000, () => connection?.isClosed() === true);
    expect(connection?.received()).toMatch(/^HTTP\/1.1 408 /);
  });

  test('is taken above it, however long that takes', async () => {
    server = await startToyServer({ authenticate: callerOf, limits });
    // Several times the lowest rate: a machine that is busy comes to each piece later.
    const { received } = await send(40, 16 * KIB, 30);
    await within(2_000, () => received().includes('RESELLER_SYNC'));
    expect(received()).toMatch(/^HTTP\/1.1 200 /);
  });

  test('has ten seconds and then 100 kB a second, so that 16 MiB pass, when nothing else is said', async () => {
    server = await startToyServer();
    expect(EDGE_LIMITS).toMatchObject({ bodyGraceMs: 10_000, bodyBytesPerSecond: 100_000, heldBytes: 256 * MIB });
    expect(10_000 + (16 * MIB * 1000) / EDGE_LIMITS.bodyBytesPerSecond).toBeLessThan(WHOLE_REQUEST_MS);
  });
});

describe('before the token is verified', () => {
  test('no more of a body is read than came along with its head', async () => {
    let letIn: () => void = () => undefined;
    const verified = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    server = await startToyServer({
      authenticate: async () => {
        await verified;
        return PERSON;
      },
    });
    // Node tells of each request, with the server's end of its connection.
    let ours: Socket | undefined;
    const listen = (told: unknown) => {
      ours = (told as { socket: Socket }).socket;
    };
    subscribe('http.server.request.start', listen);
    const body = bodyOf(900 * KIB);
    const [connection] = attack(1, head('anna', body.length) + body);
    await within(5_000, () => ours !== undefined);
    await sleep(300);
    unsubscribe('http.server.request.start', listen);
    expect(server.load().heldBytes).toBe(0);
    expect(ours?.bytesRead).toBeGreaterThan(0);
    expect(ours?.bytesRead).toBeLessThan(200 * KIB);
    letIn();
    await within(2_000, () => connection?.received().includes('DISTRIBUTOR_USER') === true);
  });

  test('nothing is held for one that is refused, nor for who sends none', async () => {
    server = await startToyServer({ authenticate: callerOf, introspection: 'authenticated' });
    const connections = [...attack(50, head('bad', MIB)), ...attack(50, head(null, MIB))];
    await within(4_000, () => connections.every(({ isClosed }) => isClosed()));
    expect(new Set(connections.map(({ received }) => received().slice(9, 12)))).toEqual(new Set(['401']));
  });

  test('who goes away meanwhile leaves nothing behind', async () => {
    let [asked, letIn]: [number, () => void] = [0, () => undefined];
    const verified = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    server = await startToyServer({
      authenticate: async () => {
        asked += 1;
        await verified;
        return PERSON;
      },
    });
    const connections = attack(20, head('anna', MIB));
    await within(5_000, () => asked === 20);
    for (const { socket } of connections) socket.destroy();
    await within(5_000, () => server.load().connections === 0);
    letIn();
    await within(5_000, () => server.load().requests === 0);
    expect(server.load()).toEqual({ connections: 0, requests: 0, heldBytes: 0, closedForRoom: 0 });
    expect(server.logLines().filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('who sends no token where the schema is public', () => {
  test('may send enough to ask for it, and no more', async () => {
    server = await startToyServer();
    const post = (bytes: number) =>
      server.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ __typename }', variables: { padding: 'x'.repeat(bytes) } }),
      });
    expect((await post(63 * KIB)).status).toBe(200);
    const refused = await post(65 * KIB);
    expect(refused.status).toBe(413);
    expect(refused.body.errors[0].message).toBe('The body is larger than 64 KiB.');
  });
});

test('requests of one caller do not take all there is room for', async () => {
  server = await startToyServer({ authenticate: callerOf, maxConnections: 40 });
  const gate = JSON.stringify({ query: '{ gate }' });
  const connections = attack(30, head('mallory', gate.length) + gate);
  await within(2_000, () => connections.filter(({ received }) => received().startsWith('HTTP/1.1 503')).length >= 10);
  expect((await server.ask('{ who }', { authorization: 'Bearer anna' })).status).toBe(200);
  server.openGate();
  await within(2_000, () => connections.filter(({ received }) => received().startsWith('HTTP/1.1 200')).length === 20);
});
