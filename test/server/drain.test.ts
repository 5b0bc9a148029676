import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startToyServer, type ToyServer } from './toy-server';

/** A connection that reads along. */
function openSocket({ port }: ToyServer): { socket: Socket; read: () => string; closed: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()).on('error', () => {}));
  return { socket, read: () => received, closed };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

describe('a server that is told to stop', () => {
  test('finishes the request in flight, and takes no new connection meanwhile', async () => {
    const server = await startToyServer();
    const inFlight = server.ask('{ gate }');
    await until(() => server.atGate() === 1);
    const drained = server.drain(5_000);
    await sleep(50);

    await expect(server.request('/livez')).rejects.toThrow('fetch failed');
    // Longer than connections without a request are given.
    await sleep(400);
    server.openGate();
    const answer = await inFlight;
    await drained;

    expect(answer.body).toEqual({ data: { gate: 'open' } });
    expect(answer.headers.get('connection')).toBe('close');
    await server.stop();
  });

  test('is not ready at once, and refuses a request that was still on its way, to be repeated elsewhere', async () => {
    const server = await startToyServer();
    const probe = openSocket(server);
    const late = openSocket(server);
    probe.socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    late.socket.write('GET /graphql?query={__typename} HTTP/1.1\r\nHost: x\r\n');
    await until(() => server.load().connections === 2);
    // What was written stands at the server by then: it is read within a moment.
    await sleep(30);
    const drained = server.drain(5_000);
    probe.socket.write('\r\n');
    late.socket.write('\r\n');
    await Promise.all([probe.closed, late.closed, drained]);

    expect(probe.read()).toMatch(/^HTTP\/1.1 503 /);
    expect(probe.read()).toContain('"draining"');
    expect(late.read()).toMatch(/^HTTP\/1.1 503 /);
    expect(late.read()).toContain('"retryable":true');
    await server.stop();
  });

  test('where it waits first, it is not ready at once and goes on answering, over connections that it closes', async () => {
    const server = await startToyServer();
    const drained = server.drain(5_000, 1_500);
    expect((await server.request('/readyz')).status).toBe(503);
    const answer = await server.ask('{ who }');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    await drained;
    await expect(server.request('/livez')).rejects.toThrow('fetch failed');
    await server.stop();
  });

  test('stops at once when nothing is in flight, with connections kept alive or opened and never used', async () => {
    const server = await startToyServer();
    await server.ask('{ who }');
    const unused = openSocket(server);
    await until(() => server.load().connections === 2);
    const startedAt = performance.now();
    await server.drain(5_000);
    await unused.closed;

    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await server.stop();
  });

  test('cuts off at the deadline what does not end, and says so', async () => {
    const server = await startToyServer();
    const inFlight = server.ask('{ gate }').catch((error: Error) => error);
    await until(() => server.atGate() === 1);
    await server.drain(300);

    expect(await inFlight).toMatchObject({ message: 'fetch failed' });
    expect(server.logLines()).toContainEqual(expect.objectContaining({ level: 'warn', requests: 1 }));
    await server.stop();
  });

  test('answers pipelined work before it goes', async () => {
    const server = await startToyServer();
    const caller = openSocket(server);
    caller.socket.write('GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => (caller.read().match(/"alive"/g) ?? []).length === 2);
    await server.drain(1_000);
    await caller.closed;
    await server.stop();
  });
});

test('a port that is taken is an error, not a server', async () => {
  const server = await startToyServer();
  const taken = startToyServer({ port: server.port });
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.stop();
});
