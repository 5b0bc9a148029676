import { type HttpAnswer, type Program, startProgram } from '../support/program';
import { aCustomer, aPaidSubscription, copy, setUpResellers, type TestReseller } from '../support/resellers';
import { aBilledAccount, handOver } from '../support/transfers';
import { type Door, isCommit, openDoor, type Passage } from '../support/wire/door';
import { createWorld, type World } from '../support/world';

/** The answer to COMMIT is lost: nobody knows whether the change was made, and no answer says that it was not. */

let world: World;
let door: Door;
let program: Program;
let alpha: TestReseller;
let accountId: string;
let tokens: { administrator: string; sync: string };

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
  accountId = await copy(world, alpha);
  door = await openDoor(world.ownerUrl);
  program = await startProgram({
    ...world,
    portalUrl: door.through(world.portalUrl),
    syncUrl: door.through(world.syncUrl),
  });
  const { issuer } = program;
  if (!issuer) throw new Error('There is no local issuer');
  tokens = {
    administrator: await issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true }),
    sync: await issuer.tokenForSync({ tenantResellerId: alpha.id }),
  };
});
afterEach(() => {
  door.guard = null;
});
afterAll(async () => {
  await program.stop();
  await door.close();
  await world.close();
});

const USER_ERRORS = 'userErrors { code message retryable }';

function mutate(
  who: 'administrator' | 'sync',
  mutation: string,
  input: object,
  selection: string,
): Promise<HttpAnswer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  return program.post(
    { query: `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`, variables: { input } },
    { authorization: `Bearer ${tokens[who]}` },
  );
}

/** The connection breaks at the next COMMIT: after it has gone on to the database, or before. */
const LOST: [what: string, isMade: boolean, at: (passage: Passage) => void][] = [
  ['after it was made', true, ({ loseAnswer }) => loseAnswer()],
  ['before it was made', false, ({ cut }) => cut()],
];

function atCommit(number: number, act: (passage: Passage) => void): void {
  let commits = 0;
  door.guard = (passage) => {
    if (isCommit(passage) && ++commits === number) act(passage);
    else passage.pass();
  };
}

const UNKNOWN = { code: 'OUTCOME_UNKNOWN', retryable: false };

describe.each(LOST)('the connection breaks at COMMIT, %s', (_what, isMade, act) => {
  test('createInvoice does not know; sent again with its key there is one invoice', async () => {
    const input = {
      accountId,
      lines: [{ description: `Work ${isMade}`, quantity: '1', unitPrice: '10.00' }],
      idempotencyKey: `once-${isMade}`,
    };
    const send = () => mutate('administrator', 'createInvoice', input, `invoice { number } ${USER_ERRORS}`);
    const invoices = () => world.sql(`SELECT FROM invoice_lines WHERE description = 'Work ${isMade}'`);
    atCommit(1, act);
    const { status, headers, body } = await send();
    expect(body.data.createInvoice).toEqual({ invoice: null, userErrors: [expect.objectContaining(UNKNOWN)] });
    expect(body.data.createInvoice.userErrors[0].message).not.toMatch(/nothing was changed|try again/i);
    // A gateway that tries again by the status would make it twice.
    expect([status, headers.get('retry-after')]).toEqual([200, null]);
    expect(await invoices()).toHaveLength(isMade ? 1 : 0);
    expect((await send()).body.data.createInvoice).toEqual({ invoice: { number: expect.any(String) }, userErrors: [] });
    expect(await invoices()).toHaveLength(1);
  });

  test('syncCustomers says so of each item, which may be sent again', async () => {
    const items = ['x-1', 'x-2'].map((id) => ({
      customer: aCustomer(`${id}-${isMade}`),
      paidSubscriptions: [aPaidSubscription(`${id}-s-${isMade}`)],
    }));
    const send = () => mutate('sync', 'syncCustomers', { items }, `results { outcome ${USER_ERRORS} } ${USER_ERRORS}`);
    // The first time, the reseller itself is looked at.
    await mutate('sync', 'syncCustomers', { items: [] }, USER_ERRORS);
    atCommit(1, act);
    const { results, userErrors } = (await send()).body.data.syncCustomers;
    expect(userErrors).toEqual([]);
    expect(results).toHaveLength(2);
    for (const result of results) {
      expect(result).toEqual({
        outcome: 'REJECTED',
        userErrors: [expect.objectContaining({ code: 'OUTCOME_UNKNOWN', retryable: true })],
      });
    }
    const again = (await send()).body.data.syncCustomers.results;
    expect(again.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      isMade ? ['UNCHANGED', 'UNCHANGED'] : ['CREATED', 'CREATED'],
    );
  });

  test('transferAccounts says so of each account of its set; the same again says what is so', async () => {
    const ids = [await aBilledAccount(world, alpha), await aBilledAccount(world, alpha)];
    const input = { tenantResellerId: alpha.id, accounts: ids.map((id) => handOver(id, `t-${id}`)) };
    const transfer = async () =>
      (await mutate('administrator', 'transferAccounts', input, `results { accountId ${USER_ERRORS} }`)).body.data
        .transferAccounts;
    atCommit(1, act);
    expect((await transfer()).results).toEqual(
      ids.map((accountId) => ({ accountId, userErrors: [expect.objectContaining(UNKNOWN)] })),
    );
    expect((await transfer()).results).toEqual(ids.map((accountId) => ({ accountId, userErrors: [] })));
  });
});

test('the twin: where the answer comes, it is told', async () => {
  const input = { accountId, lines: [{ description: 'Plain', quantity: '1', unitPrice: '10.00' }] };
  const { body } = await mutate('administrator', 'createInvoice', input, `invoice { number } ${USER_ERRORS}`);
  expect(body.data.createInvoice).toEqual({ invoice: { number: expect.any(String) }, userErrors: [] });
});

test('a connection that breaks before says that nothing was changed, with a 503 to try again after', async () => {
  door.guard = (passage) => {
    if (passage.statement.includes('INSERT INTO public.invoices')) passage.cut();
    else passage.pass();
  };
  const input = { accountId, lines: [{ description: 'Broken', quantity: '1', unitPrice: '10.00' }] };
  const { status, headers, body } = await mutate(
    'administrator',
    'createInvoice',
    input,
    `invoice { number } ${USER_ERRORS}`,
  );
  expect(body.data.createInvoice.userErrors).toMatchObject([{ code: 'TEMPORARILY_UNAVAILABLE', retryable: true }]);
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect(await world.sql(`SELECT FROM invoice_lines WHERE description = 'Broken'`)).toEqual([]);
});

test('what cannot be read after the commit says that the change was made, and is not to be sent again', async () => {
  let isMade = false;
  door.guard = (passage) => {
    if (isMade && passage.statement.includes('public.invoice_lines')) passage.cut();
    else passage.pass();
    if (isCommit(passage)) isMade = true;
  };
  const input = { accountId, lines: [{ description: 'Unread', quantity: '1', unitPrice: '10.00' }] };
  const { status, headers, body } = await mutate(
    'administrator',
    'createInvoice',
    input,
    `invoice { number lines { description } } ${USER_ERRORS}`,
  );
  expect(body.errors).toMatchObject([
    {
      message: expect.stringMatching(/^The change was made/),
      extensions: { code: 'OUTCOME_UNKNOWN', retryable: false },
    },
  ]);
  expect([status, headers.get('retry-after')]).toEqual([200, null]);
  expect(await world.sql(`SELECT FROM invoice_lines WHERE description = 'Unread'`)).toHaveLength(1);
});

const calm = () => new Promise((resolve) => setTimeout(resolve, 1100));

/** What a probe sees, which asks until it is let through: on a busy machine the checks take longer than one has patience. */
async function readyInTheEnd(): Promise<void> {
  for (let asked = 0; asked < 20; asked += 1) {
    if ((await program.get('/readyz')).status === 200) return;
    await calm();
  }
  throw new Error('The server never became ready');
}

test('an outage has two lines in the log, with its cause, however much fails in it', async () => {
  let from = 0;
  const lines = () =>
    program
      .log()
      .slice(from)
      .split('\n')
      // What takes long on a busy machine has lines of its own, and is no outage.
      .filter((line) => line.includes('"level":40') && !line.includes('something took too long'));
  const ask = () =>
    program.post({ query: '{ accountViewer { id } }' }, { authorization: `Bearer ${tokens.administrator}` });
  const read = () =>
    mutate(
      'administrator',
      'createInvoice',
      { accountId, lines: [{ description: 'x', quantity: '1', unitPrice: '1' }] },
      USER_ERRORS,
    );
  /** An outage is over when each login was answered after a calm second. */
  const untilItIsOver = async () => {
    for (let asked = 0; asked < 20 && lines().at(-1)?.includes('is not to be had'); asked += 1) {
      await calm();
      await Promise.all([ask(), mutate('sync', 'syncCustomers', { items: [] }, USER_ERRORS)]);
    }
  };
  // Of what was broken before.
  await untilItIsOver();
  await calm();
  await readyInTheEnd();
  from = program.log().length;
  door.shut();
  const failed = await Promise.all(Array.from({ length: 12 }, read));
  expect(failed.map(({ status }) => status)).toEqual(failed.map(() => 503));
  // An answer holds for a second.
  await calm();
  expect(await program.get('/readyz')).toMatchObject({ status: 503 });
  door.open();
  await calm();
  expect((await ask()).status).toBe(200);
  expect((await read()).status).toBe(200);
  await readyInTheEnd();
  await untilItIsOver();
  const [began, ended, ...more] = lines();
  expect(more).toEqual([]);
  expect(began).toMatch(/the database is not to be had"/);
  expect(began).toMatch(/ECONN|Connection terminated/);
  expect(ended).toMatch(/the database is to be had again/);
});
