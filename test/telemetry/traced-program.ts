import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type HttpAnswer, type Program, startProgram } from '../support/program';
import { aCustomer, aPaidSubscription } from '../support/resellers';
import { type SpanReceiver, startSpanReceiver } from './span-receiver';

/** The whole program with somebody to take its traces, a reseller that has gone live and one customer of it. */
export interface TracedProgram extends Program {
  readonly database: TestDatabase;
  readonly receiver: SpanReceiver;
  readonly tokens: { readonly administrator: string; readonly person: string; readonly sync: string };
  readonly tenantResellerId: string;
  /** The distributor's own. */
  readonly accountId: string;
  /** The reseller's. */
  readonly managedId: string;
  /** Sends an operation, by a token and in a trace of a gateway's. */
  ask(query: string, options?: AskOptions): Promise<HttpAnswer>;
  lines(): Record<string, unknown>[];
}

export interface AskOptions {
  readonly token?: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** What a gateway sends on. */
export function aTraceparent(flags = '01') {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, header: { traceparent: `00-${traceId}-${spanId}-${flags}` } };
}

export async function startTracedProgram(env: Record<string, string> = {}): Promise<TracedProgram> {
  const database = await createTestDatabase();
  const receiver = await startSpanReceiver();
  const program = await startProgram(database, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...env });
  const { issuer } = program;
  if (!issuer) throw new Error('There is no issuer');
  const administrator = await issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true });
  const ask = (query: string, { token = administrator, variables = {}, headers = {} }: AskOptions = {}) =>
    program.post({ query, variables }, { authorization: `Bearer ${token}`, ...headers });
  const done = async (query: string, options: AskOptions = {}) => {
    const { body, text } = await ask(query, options);
    if (body.errors) throw new Error(text);
    return body.data;
  };
  await done(
    `mutation { setApiOptions(input: { entity: ACCOUNT, responsibleUserId: "anna" }) { userErrors { code } } }`,
  );
  await done(`mutation { saveService(input: { sku: "MAIL", name: "Mailbox", prices: [
    { currency: "EUR", billingPeriod: MONTHLY, amount: "2.50" }] }) { userErrors { code } } }`);
  const { createTenantReseller } = await done(`mutation { createTenantReseller(
    input: { name: "Alpha", currency: "EUR", separateInvoices: true }) { tenantReseller { id account { id } } } }`);
  const { id: tenantResellerId } = createTenantReseller.tenantReseller;
  await done(`mutation($id: ID!) { activateBackOrdering(input: { tenantResellerId: $id }) { userErrors { code } } }`, {
    variables: { id: tenantResellerId },
  });
  const sync = await issuer.tokenForSync({ tenantResellerId });
  const copied = await done(SYNC, { token: sync, variables: { input: { items: [anItem('c-1')] } } });
  const made = await done(`mutation { createAccount(input: { name: "Direct", currency: "EUR" }) { account { id } } }`);
  return {
    ...program,
    database,
    receiver,
    tokens: {
      administrator,
      person: await issuer.tokenForPerson({ userId: 'anna', groups: [], administrator: false }),
      sync,
    },
    tenantResellerId,
    accountId: made.createAccount.account.id,
    managedId: copied.syncCustomers.results[0].account.id,
    ask,
    lines: () =>
      program
        .log()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    stop: async () => {
      await program.stop();
      await receiver.stop();
      await database.drop();
    },
  };
}

export const SYNC = `mutation Send($input: SyncCustomersInput!) { syncCustomers(input: $input) {
  results { outcome account { id } userErrors { code } } userErrors { code } } }`;

/** An item of a bulk call: a customer who has paid for something. */
export function anItem(sourceAccountId: string, changes: Record<string, unknown> = {}) {
  return {
    customer: aCustomer(sourceAccountId, changes),
    paidSubscriptions: [aPaidSubscription(`s-${sourceAccountId}`)],
  };
}
