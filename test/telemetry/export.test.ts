import { setTimeout as sleep } from 'node:timers/promises';
import { aTraceparent, startTracedProgram, type TracedProgram } from './traced-program';

/** What becomes of requests while traces cannot be sent. Each test has a server of its own, as an outage is told once. */

let program: TracedProgram;
beforeEach(async () => {
  program = await startTracedProgram({ OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=a%20b' });
});
afterEach(() => program.stop());

const READ = 'query($id: ID!) { account(id: $id) { name } }';

async function expectAnswers(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const since = performance.now();
    const { status, body } = await program.ask(READ, { variables: { id: program.accountId } });
    expect([status, body]).toEqual([200, { data: { account: { name: 'Direct' } } }]);
    expect(performance.now() - since).toBeLessThan(2_000);
  }
}

const warnings = () => program.lines().filter(({ level }) => Number(level) >= 40);

async function untilWarned(): Promise<void> {
  for (let look = 0; look < 200 && warnings().length === 0; look += 1) await sleep(50);
}

test('the headers that are set go with what is sent', async () => {
  const { traceId, header } = aTraceparent();
  await program.ask(READ, { variables: { id: program.accountId }, headers: header });
  await program.receiver.trace(traceId);
  expect(program.receiver.headers.at(-1)).toMatchObject({ 'x-tenant': 'a b', 'content-type': 'application/json' });
  expect(warnings()).toEqual([]);
});

test.each<[string, (receiver: TracedProgram['receiver']) => unknown]>([
  ['is down', (receiver) => receiver.stop()],
  ['answers 500', (receiver) => receiver.answerWith((response) => void response.writeHead(500).end())],
  ['does not answer', (receiver) => receiver.answerWith(() => undefined)],
])('a receiver that %s harms no request, has one line, and holds up no stop', async (_how, fail) => {
  await fail(program.receiver);
  await expectAnswers(5);
  await untilWarned();
  await expectAnswers(5);
  await sleep(1_500);
  expect(warnings()).toEqual([expect.objectContaining({ msg: 'traces are lost: they cannot be sent' })]);
  const since = performance.now();
  await program.stop();
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(warnings().slice(1)).toEqual([
    expect.objectContaining({ msg: 'traces were lost by the stop', droppedSpans: expect.any(Number) }),
  ]);
  program = { ...program, stop: async () => undefined };
});

test('what was not sent yet goes before the stop', async () => {
  const { traceId, header } = aTraceparent();
  await program.ask(READ, { variables: { id: program.accountId }, headers: header });
  const { receiver } = program;
  await program.stop();
  program = { ...program, stop: async () => undefined };
  expect(receiver.spans.filter((span) => span.traceId === traceId).length).toBeGreaterThan(2);
});
