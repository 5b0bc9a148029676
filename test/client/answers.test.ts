import { type CustomerSyncItem, createSyncClient } from '../../client/src/index.ts';
import { type Behaviour, FakeServer, graphql, refusedCall, turnedAway, UNAVAILABLE } from './fake-server';
import { anItem, clientOf, customers, QUICK, run, statuses, tally } from './runs';

const times = (count: number, behaviour: Behaviour) => (_call: unknown, nth: number) =>
  nth < count ? behaviour : undefined;
const holding = (id: string, behaviour: Behaviour) => (call: { items: readonly CustomerSyncItem[] }) =>
  call.items.some(({ customer }) => customer.sourceAccountId === id) ? behaviour : undefined;
const html = (status: number): Behaviour => ({ does: 'answer', status, body: '<html>Bad gateway</html>' });

describe('what may succeed later is sent again until it is taken', () => {
  test.each<[string, Behaviour]>([
    ['503 of the server', UNAVAILABLE],
    ['503 of a page in between', html(503)],
    ['502 of a page in between', html(502)],
    ['429', html(429)],
    ['504, nobody knows what became of it', turnedAway(504, 'OUTCOME_UNKNOWN')],
    ['408', turnedAway(408, 'REQUEST_TIMEOUT')],
    ['a connection that breaks before', { does: 'break', taken: false }],
    ['a connection that breaks after it was taken', { does: 'break', taken: true }],
    ['no answer in time', { does: 'hang' }],
    ['TEMPORARILY_UNAVAILABLE of the call', refusedCall('TEMPORARILY_UNAVAILABLE', true)],
    ['an answer that nobody understands, once', html(200)],
  ])('%s', async (_what, behaviour) => {
    const server = new FakeServer(times(2, behaviour));
    const ran = await run(server, customers(3), { options: { timeoutMs: 50 } });
    expect([statuses(ran), ran.stopped]).toEqual([['TAKEN', 'TAKEN', 'TAKEN'], null]);
    // What took too long goes in halves.
    expect([3, 4]).toContain(server.calls.length);
  });

  test('an item that is TEMPORARILY_UNAVAILABLE, and what came after it of the same customer, in order', async () => {
    const server = new FakeServer();
    let refused = 0;
    server.refuse = ({ customer }) => {
      if (customer.sourceAccountId !== 'c-1' || customer.sourceVersion !== '1' || refused === 2) return null;
      refused += 1;
      return { code: 'TEMPORARILY_UNAVAILABLE', retryable: true };
    };
    const { paidSubscriptions: _, ...snapshot } = anItem('c-1', 2);
    const ran = await run(server, [anItem('c-1', 1), snapshot, anItem('c-2')]);
    expect(ran.outcomes).toMatchObject([
      { status: 'TAKEN', outcome: 'CREATED' },
      { status: 'TAKEN', outcome: 'APPLIED' },
      { status: 'TAKEN', outcome: 'CREATED' },
    ]);
    expect(server.customers.get('c-1')?.version).toBe(2n);
  });

  test('with fewer calls at a time, and no sooner than the server asks for', async () => {
    const server = new FakeServer((_call, nth) =>
      nth === 0 ? turnedAway(503, 'TEMPORARILY_UNAVAILABLE', { 'retry-after': '1' }) : undefined,
    );
    await run(server, customers(2));
    const [first, second] = server.calls;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test('a call that takes too long is sent again in halves', async () => {
    const server = new FakeServer(({ items }) => (items.length > 100 ? { does: 'hang' } : undefined));
    const ran = await run(server, customers(500), { options: { timeoutMs: 40 } });
    expect(tally(statuses(ran))).toEqual({ TAKEN: 500 });
  });
});

test('the server has no room: fewer calls at a time, and as many as may be again when it has', async () => {
  const server = new FakeServer((_call, nth) =>
    nth < 12 ? { ...UNAVAILABLE, afterMs: 10 } : { does: 'take', afterMs: 10 },
  );
  const ran = await run(server, customers(40_000), { options: { concurrency: 8 } });
  expect([tally(statuses(ran)), ran.stopped]).toEqual([{ TAKEN: 40_000 }, null]);
  const underWay = server.calls.map((call) => call.underWay);
  const mostOf = (from: number, to?: number) => Math.max(...underWay.slice(from, to));
  // Eight fail together, then four of those that are let through.
  expect([mostOf(0, 8), mostOf(8, 12)]).toEqual([8, 4]);
  expect(mostOf(12, 16)).toBeLessThanOrEqual(3);
  expect(mostOf(12)).toBe(8);
});

describe('an item that the server cannot take fails none of its neighbours', () => {
  test.each<[string, Behaviour, string]>([
    ['a form that is wrong', turnedAway(400, 'BAD_REQUEST'), 'BAD_REQUEST'],
    ['a body that is too large', turnedAway(413, 'PAYLOAD_TOO_LARGE'), 'PAYLOAD_TOO_LARGE'],
    ['the same, said by something in between', html(413), 'HTTP_413'],
    ['an answer that would be too large', turnedAway(400, 'OPERATION_TOO_LARGE'), 'OPERATION_TOO_LARGE'],
  ])('%s', async (_what, behaviour, code) => {
    const server = new FakeServer(holding('c-77', behaviour));
    const ran = await run(server, customers(120));
    expect(tally(statuses(ran))).toEqual({ TAKEN: 119, REFUSED: 1 });
    expect(ran.outcomes[77]).toMatchObject({ status: 'REFUSED', errors: [{ code, path: [] }] });
  });

  test('a call that is never answered because of it', async () => {
    const server = new FakeServer(holding('c-7', { does: 'hang' }));
    const options = { timeoutMs: 15, retry: { ...QUICK, giveUpAfterMs: 300 } };
    const ran = await run(server, customers(20), { options });
    expect(tally(statuses(ran))).toEqual({ TAKEN: 19, UNSETTLED: 1 });
    expect(ran.outcomes[7]).toMatchObject({ reason: 'TEMPORARILY_UNAVAILABLE', mayBeTaken: true });
    expect(ran.stopped).toBeNull();
  });

  test('a fault that it causes each time', async () => {
    const server = new FakeServer(holding('c-77', turnedAway(500, 'INTERNAL_SERVER_ERROR')));
    const ran = await run(server, customers(120));
    expect(tally(statuses(ran))).toEqual({ TAKEN: 119, UNSETTLED: 1 });
    expect(ran.outcomes[77]).toMatchObject({ reason: 'FAULT', mayBeTaken: true });
    expect(ran.stopped).toBeNull();
  });
});

describe('what an item is answered with', () => {
  const refusing = async (code: string, retryable: boolean, options = {}) => {
    const server = new FakeServer();
    server.refuse = ({ customer }) =>
      customer.sourceAccountId === 'c-1' ? { code, retryable, path: ['customer', 'name'] } : null;
    const ran = await run(server, customers(3), { options });
    return { server, ran };
  };

  test('a refusal: with its code and where it stands in the item', async () => {
    const { server, ran } = await refusing('INVALID_INPUT', false);
    expect(statuses(ran)).toEqual(['TAKEN', 'REFUSED', 'TAKEN']);
    expect(ran.outcomes[1]).toMatchObject({ errors: [{ code: 'INVALID_INPUT', path: ['customer', 'name'] }] });
    expect(server.calls).toHaveLength(1);
  });

  test('a code that this client does not know and that is not retryable: a refusal', async () => {
    expect(statuses((await refusing('OF_TOMORROW', false)).ran)).toEqual(['TAKEN', 'REFUSED', 'TAKEN']);
  });

  test('ACCOUNT_NOT_COPIED: not a customer here yet, and sent once', async () => {
    const { server, ran } = await refusing('ACCOUNT_NOT_COPIED', true);
    expect(statuses(ran)).toEqual(['TAKEN', 'NOT_HERE_YET', 'TAKEN']);
    expect(server.calls).toHaveLength(1);
  });

  test('MOVE_PENDING: unsettled at once, or after the patience that it is given, and never a loop', async () => {
    const { server, ran } = await refusing('MOVE_PENDING', true);
    expect(ran.outcomes[1]).toMatchObject({ status: 'UNSETTLED', reason: 'MOVE_PENDING', mayBeTaken: false });
    expect([server.calls.length, ran.stopped]).toEqual([1, null]);
    const patient = await refusing('MOVE_PENDING', true, {
      patienceMs: 1_000,
      retry: { ...QUICK, longestDelayMs: 400 },
    });
    expect(patient.ran.outcomes[1]).toMatchObject({ status: 'UNSETTLED', reason: 'MOVE_PENDING' });
    expect(patient.server.calls.length).toBeLessThan(6);
    expect(patient.server.calls.length).toBeGreaterThan(2);
  });

  test('MOVE_PENDING, waited for longer than the server may be away: a call that breaks meanwhile stops nothing', async () => {
    const server = new FakeServer((_call, nth) => (nth === 4 ? { does: 'break', taken: false } : undefined));
    let waits = 8;
    server.refuse = () => {
      waits -= 1;
      return waits > 0 ? { code: 'MOVE_PENDING', retryable: true } : null;
    };
    const options = { patienceMs: 10_000, retry: { firstDelayMs: 2, longestDelayMs: 30, giveUpAfterMs: 60 } };
    const ran = await run(server, customers(1), { options });
    expect([statuses(ran), ran.stopped]).toEqual([['TAKEN'], null]);
  });

  test('TEMPORARILY_UNAVAILABLE for too long: unsettled, and the others are taken', async () => {
    const { ran } = await refusing('TEMPORARILY_UNAVAILABLE', true, { retry: { ...QUICK, giveUpAfterMs: 40 } });
    expect(statuses(ran)).toEqual(['TAKEN', 'UNSETTLED', 'TAKEN']);
    expect([ran.outcomes[1], ran.stopped]).toMatchObject([{ reason: 'TEMPORARILY_UNAVAILABLE' }, null]);
  });
});

describe('what stops everything', () => {
  test.each<[string, Behaviour]>([
    ['RESELLER_ENDED', refusedCall('RESELLER_ENDED', false)],
    ['RESELLER_SUSPENDED', refusedCall('RESELLER_SUSPENDED', true)],
    ['NOT_TAKEN', refusedCall('OF_TOMORROW', false)],
    ['NOT_TAKEN', turnedAway(400, 'GRAPHQL_VALIDATION_FAILED')],
    ['FORBIDDEN', turnedAway(403, 'FORBIDDEN')],
    ['FORBIDDEN', html(403)],
    ['UNAUTHENTICATED', turnedAway(401, 'UNAUTHENTICATED')],
    ['MALFORMED_ANSWER', html(200)],
    ['MALFORMED_ANSWER', html(404)],
    ['MALFORMED_ANSWER', graphql({ data: { syncCustomers: { results: [], userErrors: [] } } })],
    ['MALFORMED_ANSWER', { does: 'answer', status: 302, body: '', headers: { location: '/login' } }],
    ['FAULT', turnedAway(500, 'INTERNAL_SERVER_ERROR')],
  ])('%s: each item is told to be kept, and little was sent', async (reason, behaviour) => {
    const server = new FakeServer(() => behaviour);
    const ran = await run(server, customers(200), { options: { concurrency: 1 } });
    expect(ran.stopped).toMatchObject({ reason });
    expect(tally(statuses(ran)).UNSETTLED).toBeGreaterThan(100);
    expect(ran.outcomes).toHaveLength(200);
    expect(server.calls.length).toBeLessThan(60);
  });

  test('an answer that nobody understands: what came is told', async () => {
    const ran = await run(new FakeServer(() => html(200)), customers(1));
    expect(ran.stopped?.message).toContain('status 200, text/html, "<html>Bad gateway</html>"');
  });

  test('nothing answers for too long: with why', async () => {
    const server = new FakeServer(() => ({ does: 'break', taken: false }));
    const ran = await run(server, customers(3), { options: { retry: { ...QUICK, giveUpAfterMs: 50 } } });
    expect(ran.stopped).toMatchObject({ reason: 'UNREACHABLE', message: expect.stringContaining('ECONNRESET') });
    expect(ran.outcomes).toMatchObject(Array.from({ length: 3 }, () => ({ reason: 'STOPPED', mayBeTaken: true })));
  });

  test('a suspended reseller, waited for as long as is asked: taken when it is lifted', async () => {
    const server = new FakeServer(times(3, refusedCall('RESELLER_SUSPENDED', true)));
    const options = { patienceMs: 5_000, retry: { ...QUICK, longestDelayMs: 20 } };
    const ran = await run(server, customers(3), { options });
    expect([tally(statuses(ran)), ran.stopped]).toEqual([{ TAKEN: 3 }, null]);
  });
});

describe('a refused token', () => {
  const old = ({ token }: { token: string }) =>
    token === 'Bearer old' ? turnedAway(401, 'UNAUTHENTICATED') : undefined;

  test('is asked for anew once, by however many calls', async () => {
    const server = new FakeServer(old);
    let asked = 0;
    const token = () => {
      asked += 1;
      return asked === 1 ? 'old' : 'new\n';
    };
    const ran = await run(server, customers(3_000), { options: { token } });
    expect([tally(statuses(ran)), asked]).toEqual([{ TAKEN: 3_000 }, 2]);
  });

  test('that is no better the second time stops everything, as does a text with what no token has', async () => {
    const server = new FakeServer(old);
    expect((await run(server, customers(1), { options: { token: () => 'old' } })).stopped?.reason).toBe(
      'UNAUTHENTICATED',
    );
    expect(server.calls).toHaveLength(2);
    const never = new FakeServer();
    const { stopped } = await run(never, customers(1), { options: { token: 'two words' } });
    expect([stopped?.reason, never.calls.length]).toEqual(['UNAUTHENTICATED', 0]);
  });

  test('that cannot be had for a moment is asked for again', async () => {
    let asked = 0;
    const token = async () => {
      asked += 1;
      if (asked < 3) throw new Error('The issuer is away');
      return 'new';
    };
    expect(statuses(await run(new FakeServer(), customers(1), { options: { token } }))).toEqual(['TAKEN']);
  });
});

test('the secret of what stands in front goes with each call', async () => {
  const server = new FakeServer();
  await run(server, customers(1), { options: { gatewaySecret: 'a secret' } });
  expect(server.calls[0]?.headers['x-gateway-secret']).toBe('a secret');
});

test.each([
  [{ url: 'sync.example' }, 'url'],
  [{ concurrency: 0 }, 'concurrency'],
  [{ concurrency: 65 }, 'concurrency'],
])('a client is not made of %p', (options, named) => {
  expect(() => createSyncClient({ url: 'http://sync.example', token: 't', ...options })).toThrow(named);
  expect(clientOf(new FakeServer())).toBeDefined();
  expect(() => clientOf(new FakeServer()).syncCustomers([], { concurrency: 0 })).toThrow('concurrency');
});

describe('a signal', () => {
  test('lets calls under way end, and tells of each item whether it was sent', async () => {
    const stop = new AbortController();
    const server = new FakeServer((_call, nth) => {
      if (nth === 0) stop.abort();
      return { does: 'take', afterMs: 20 };
    });
    const ran = await run(server, customers(1_000), { options: { concurrency: 1 }, run: { signal: stop.signal } });
    expect(ran.stopped).toMatchObject({ reason: 'ABORTED' });
    expect(tally(statuses(ran))).toEqual({ TAKEN: 500, UNSETTLED: 500 });
    expect(ran.outcomes.at(-1)).toMatchObject({ reason: 'ABORTED', mayBeTaken: false });
    expect(server.calls).toHaveLength(1);
  });

  test('ends those that take too long: they may be taken', async () => {
    const stop = new AbortController();
    const server = new FakeServer(() => {
      setTimeout(() => stop.abort(), 10);
      return { does: 'hang' };
    });
    const ran = await run(server, customers(2), { run: { signal: stop.signal, finishMs: 20 } });
    expect(ran.outcomes).toMatchObject([
      { status: 'UNSETTLED', reason: 'ABORTED', mayBeTaken: true },
      { status: 'UNSETTLED', reason: 'ABORTED', mayBeTaken: true },
    ]);
  });

  test('that was given before sends nothing', async () => {
    const server = new FakeServer();
    const ran = await run(server, customers(2), { options: { signal: AbortSignal.abort() } });
    expect([ran.stopped?.reason, server.calls.length]).toEqual(['ABORTED', 0]);
  });
});
