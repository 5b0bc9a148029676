import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../../src/domain/caller';
import { head, openConnection, type RawConnection, within } from '../../server/raw-connection';
import { startToyServer, type ToyServer } from '../../server/toy-server';

const MIB = 1024 * 1024;
const callerOf = async (id: string): Promise<Caller> => ({ kind: 'RESELLER_SYNC', id, tenantResellerId: id });

/** An answer that is larger than what the kernel keeps for who does not read. */
const large = JSON.stringify({
  query: 'query ($t: String) { echo(text: $t) }',
  variables: { t: 'x'.repeat(12 * MIB) },
});

let server: ToyServer;
const open: RawConnection[] = [];

function askAndNotRead(token: string): RawConnection {
  const connection = openConnection(server.port, head(token, large.length) + large, false);
  open.push(connection);
  return connection;
}

afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.destroy();
  await server.stop();
});

test('an answer that nobody reads is dropped with its connection', async () => {
  server = await startToyServer({ authenticate: callerOf, limits: { stallMs: 400 } });
  askAndNotRead('a');
  await within(3_000, () => server.load().heldBytes > 12 * MIB);
  await within(5_000, () => server.load().connections === 0);
  expect(server.load().heldBytes).toBe(0);
  expect(server.logLines()).toContainEqual(expect.objectContaining({ status: 200, code: 'ANSWER_NOT_TAKEN' }));
  expect((await server.request('/livez')).status).toBe(200);
});

test('nor does it help to take a little now and then', async () => {
  server = await startToyServer({ authenticate: callerOf, limits: { stallMs: 1_000, answerMs: 1_500 } });
  const { socket } = askAndNotRead('a');
  const sipping = setInterval(() => socket.read(1_000), 50);
  await within(3_000, () => server.load().heldBytes > 12 * MIB);
  await within(4_000, () => server.load().connections === 0);
  clearInterval(sipping);
});

test('one that is read slowly, but read, arrives whole', async () => {
  server = await startToyServer({ authenticate: callerOf, limits: { stallMs: 500 } });
  const { socket } = askAndNotRead('a');
  let bytes = 0;
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    socket.pause();
    setTimeout(() => socket.resume(), 5);
  });
  socket.resume();
  await within(15_000, () => bytes > 12 * MIB);
});

test('a call that takes longer than an answer may lie unread is answered all the same', async () => {
  server = await startToyServer({ authenticate: callerOf, limits: { stallMs: 100 } });
  const connection = openConnection(server.port);
  open.push(connection);
  const gate = JSON.stringify({ query: '{ gate }' });
  const who = JSON.stringify({ query: '{ who }' });
  // On one connection, the second before the first is answered.
  connection.socket.write(head('a', who.length) + who + head('a', gate.length) + gate);
  await sleep(500);
  server.openGate();
  await within(2_000, () => connection.received().includes('"open"'));
});

test('answers that are not read count, and what is beyond the share of the caller is not made to wait for', async () => {
  server = await startToyServer({ authenticate: callerOf, limits: { heldBytes: 80 * MIB, stallMs: 1_500 } });
  for (let n = 0; n < 6; n += 1) askAndNotRead('greedy');
  let most = 0;
  for (let n = 0; n < 100; n += 1) {
    most = Math.max(most, server.load().heldBytes);
    await sleep(10);
  }
  expect(most).toBeGreaterThan(20 * MIB);
  expect(most).toBeLessThanOrEqual(40 * MIB);
  expect((await server.ask('{ who }', { authorization: 'Bearer honest' })).body).toEqual({
    data: { who: 'RESELLER_SYNC' },
  });
  await within(6_000, () => server.load().heldBytes === 0);
});
