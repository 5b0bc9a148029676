import { setTimeout as sleep } from 'node:timers/promises';
import { anItem, SYNC, startTracedProgram, type TracedProgram } from './traced-program';

/** Stands in whatever a caller can send, and in nothing of ours; with an e-mail's and a token's shape as well as without. */
const MARK = 'zzqobere';
const MARKS = [`${MARK} strasse 57`, `${MARK}@zzqmail.example`, `eyJ${MARK}.eyJ${MARK}.${MARK}`];

let program: TracedProgram;
beforeAll(async () => {
  program = await startTracedProgram({ SLOW_OPERATION_MS: '1', LOG_LEVEL: 'trace' });
});
afterAll(() => program.stop());

const EVERY_FIELD = `mutation($input: CreateAccountInput!) { createAccount(input: $input) {
  account { id name email accountingNo } userErrors { code message path parameters { name value } } } }`;

/** Whatever the marks can be written into. */
async function sendEverywhere(mark: string): Promise<void> {
  const { tokens, managedId, issuer } = program;
  const address = { line1: mark, line2: mark, city: mark, postalCode: mark.slice(0, 20), state: mark, country: 'DE' };
  const values = { name: mark, accountingNo: mark, email: mark, billingAddress: address, currency: 'EUR' };
  const customFields = [{ key: mark, value: mark }];
  await program.ask(EVERY_FIELD, { variables: { input: values } });
  await program.ask(EVERY_FIELD, { variables: { input: { ...values, email: null, idempotencyKey: mark } } });
  await program.ask(EVERY_FIELD, { variables: { input: { ...values, customFields, id: mark, currency: mark } } });
  await program.ask(EVERY_FIELD, { variables: { input: { [mark]: mark } } });
  await program.ask(EVERY_FIELD, { variables: { input: mark, [mark]: mark } });
  // In the text: values, names that are none, what cannot be read.
  const text = JSON.stringify(mark);
  await program.ask(`{ account(id: ${text}) { id name } }`);
  await program.ask(`{ accounts(first: 3, filter: { search: ${text} }) { totalCount edges { node { name } } } }`);
  await program.ask(`{ copiedAccount(tenantResellerId: ${text}, sourceAccountId: ${text}) { id } }`);
  await program.ask(
    `mutation { updateAccount(input: { accountId: "${managedId}", name: ${text} }) { userErrors { code } } }`,
  );
  await program.ask(`# ${mark}\n{ ${MARK}Field { ${MARK} } }`);
  await program.ask(`{ accounts(first: 1) { ${text} `);
  await program.post({ query: '{ __typename }', operationName: mark }, bearer(tokens.person));
  await program.post({ query: '{ __typename }', operationName: { [mark]: mark } }, bearer(tokens.person));
  await program.post(`{"query": "${MARK}`, bearer(tokens.person));
  await program.post(
    { [mark]: mark, extensions: { persistedQuery: { version: 1, sha256Hash: mark } } },
    bearer(tokens.person),
  );
  // As a sync.
  const item = anItem(mark, { name: mark, email: mark, accountingNo: mark, billingAddress: address });
  await program.ask(SYNC, {
    token: tokens.sync,
    variables: { input: { items: [item, anItem('same', { status: mark })] } },
  });
  await program.ask(SYNC, { token: tokens.sync, variables: { input: { items: [item, item] } } });
  // Who calls, and with which headers.
  const person = { userId: `${MARK}@zzqmail.example`, groups: [mark], administrator: false };
  const token = await issuer?.tokenForPerson(person);
  await program.ask('{ accountViewer { id } }', { token: token ?? '' });
  await program.ask('{ accountViewer { id } }', { token: `${token}x` });
  const headers = {
    // One that is harmless in a log is taken as it is: request-log.test.ts.
    'x-request-id': `<${mark}>`,
    traceparent: mark,
    tracestate: `${MARK}=${MARK}`,
    baggage: `user=${MARK}`,
    cookie: MARK,
    'user-agent': mark,
    'accept-language': mark,
    'x-forwarded-for': MARK,
    'apollographql-client-name': mark,
    'x-gateway-secret': mark,
    accept: mark,
    origin: `https://${MARK}.example`,
  };
  await program.ask('{ accountViewer { id } }', { headers });
  await program.post({ query: '{ accountViewer { id } }' }, { authorization: mark });
  for (const path of [
    `/${encodeURIComponent(mark)}`,
    `/graphql?query=${encodeURIComponent(`{ ${mark} }`)}&${MARK}=1`,
  ]) {
    await program.get(path);
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('nothing that was sent stands in the log, at whatever level, or in a trace', async () => {
  for (const mark of MARKS) await sendEverywhere(mark);
  const before = program.receiver.bodies.length;
  // What names no person stands there: or the test would look at nothing.
  await program.ask('query Plain { accountViewer { id } }', { token: program.tokens.person });
  for (let look = 0; look < 60 && program.receiver.bodies.length === before; look += 1) await sleep(50);
  await sleep(1_200);
  const log = program.log();
  const sent = program.receiver.bodies.join('\n');
  expect(log.match(/"msg":"request"/g)?.length).toBeGreaterThan(60);
  expect(log.match(/"msg":"slow operation"/g)?.length).toBeGreaterThan(20);
  expect(log).toContain('"operationName":"Plain"');
  expect(sent.match(/graphql\.operation\.type/g)?.length).toBeGreaterThan(30);
  expect(sent).toContain('SELECT accounts');
  for (const text of [log, sent]) {
    for (const line of text.split('\n')) {
      const at = line.toLowerCase().indexOf('zzq');
      expect(at < 0 ? '' : line.slice(Math.max(0, at - 200), at + 100)).toBe('');
    }
    for (const token of Object.values(program.tokens)) expect(text).not.toContain(token.split('.')[2]);
  }
  // Callers are named in the log and not in traces.
  expect(log).toContain('"id":"anna"');
  expect(sent).not.toContain('anna');
  expect(sent).not.toContain(program.tenantResellerId);
  expect(sent).not.toContain(program.managedId);
});
