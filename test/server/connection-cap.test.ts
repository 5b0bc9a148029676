import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../src/domain/caller';
import { head, openConnection, type RawConnection, within } from './raw-connection';
import { startToyServer, type ToyServer } from './toy-server';

const callerOf = async (id: string): Promise<Caller> => ({ kind: 'DISTRIBUTOR_USER', id, groups: [] });
const MOST = 40;
const LIVEZ = 'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n';

let server: ToyServer;
const open: RawConnection[] = [];

beforeEach(async () => {
  server = await startToyServer({ authenticate: callerOf, maxConnections: MOST });
});
afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.destroy();
  await server.stop();
});

function connectWith(text: string, count = 1): RawConnection[] {
  const connections = Array.from({ length: count }, () => openConnection(server.port, text));
  open.push(...connections);
  return connections;
}

const gate = JSON.stringify({ query: '{ gate }' });
const openOf = (connections: readonly RawConnection[]) => connections.filter(({ isClosed }) => !isClosed()).length;

async function expectServed(): Promise<void> {
  const [probe] = connectWith(LIVEZ);
  await within(2_000, () => probe?.received().includes('"alive"') === true);
}

describe('more connections than there may be', () => {
  test.each([
    ['that say nothing', ''],
    ['that never end their head', 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-A: '],
    ['that were answered and stay', LIVEZ],
    ['that are refused and go on sending', head(null, 1_000_000, 'Authorization: Basic eA==\r\n')],
  ])('%s keep nobody out', async (_, text) => {
    connectWith(text, MOST * 3);
    await sleep(200);
    await expectServed();
    expect((await server.ask('{ who }', { authorization: 'Bearer anna' })).status).toBe(200);
    expect(server.load().connections).toBeLessThanOrEqual(MOST);
    await within(3_000, () => openOf(open) <= MOST);
  });

  test('are closed before one that is kept alive, and this before one whose request is under way', async () => {
    const [kept] = connectWith(LIVEZ);
    const [working] = connectWith(head('anna', gate.length) + gate);
    await within(2_000, () => kept?.received().includes('"alive"') === true);
    connectWith('', MOST * 2);
    await sleep(200);
    expect([kept?.isClosed(), working?.isClosed()]).toEqual([false, false]);
    kept?.socket.write(LIVEZ);
    await within(2_000, () => kept?.received().match(/"alive"/g)?.length === 2);

    server.openGate();
    await within(2_000, () => working?.received().includes('"open"') === true);
  });

  test('with a request under way on each are refused at the door, and the operator is told once', async () => {
    for (const id of Array.from({ length: MOST + 5 }, (_, n) => `p${n}`)) connectWith(head(id, gate.length) + gate);
    await within(2_000, () => openOf(open) <= MOST);
    await sleep(200);
    expect(server.load().connections).toBeLessThanOrEqual(MOST);
    expect(server.logLines().filter(({ msg }) => String(msg).includes('make room'))).toHaveLength(1);
    server.openGate();
    await within(3_000, () => open.filter(({ received }) => received().includes('"open"')).length >= MOST / 2);
    await expectServed();
  });
});

describe('requests that one connection sends without waiting', () => {
  const WHO =
    'GET /graphql?query=%7B__schema%7Btypes%7Bname%7D%7D%7D HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: x\r\n\r\n';
  const answersIn = (connection: RawConnection | undefined) =>
    connection?.received().match(/HTTP\/1\.1 /g)?.length ?? 0;

  test('are answered, as many as anybody sends so', async () => {
    const [connection] = connectWith(WHO.repeat(30));
    await within(5_000, () => answersIn(connection) === 30);
    expect(connection?.isClosed()).toBe(false);
  });

  test('close it when they are hundreds, and others are served', async () => {
    const [connection] = connectWith(WHO.repeat(1_000));
    await within(5_000, () => connection?.isClosed() === true);
    expect(answersIn(connection)).toBeLessThan(1_000);
    await expectServed();
  });
});
