import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Client } from 'pg';
import { runDbSetupProgram } from '../../../src/cli/db-setup-program';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { type Program, startProgram } from '../../support/program';
import { debiansPostgres } from './tools';

/** What docs/operate.md says of backup and restore, done with the tools that it names. */

const BIN = debiansPostgres();
const testWithTools = BIN ? test : test.skip;

let folders: string[];
let here: EmbeddedPostgres;
let elsewhere: EmbeddedPostgres;
let before: string;

beforeAll(async () => {
  if (!BIN) return;
  folders = [];
  [here, elsewhere] = [await cluster(), await cluster()];
  const { code, env } = await setUp(here.url('first'));
  expect(code).toBe(0);
  before = await served(env, async (program) => {
    await fill(program);
    return look(program);
  });
  expect(before).toContain('This account is managed by Alpha Tenant Reseller');
}, 120_000);
afterAll(async () => {
  if (!BIN) return;
  await Promise.all([here.stop(), elsewhere.stop()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

testWithTools(
  'a dump restored into a new database is set up again and answers as before',
  async () => {
    const dump = tool('pg_dump', ['--format=custom', here.url('first')], here);
    await makeEmpty(here, 'second');
    tool('pg_restore', ['--dbname', here.url('second'), '--exit-on-error'], here, dump);
    // Whoever forgets the command is told: a restore has given back what the migrations had taken away.
    await expect(served(urlsOf('second'), look)).rejects.toThrow(/may TEMPORARY in the database/);
    const { code, env, said } = await setUp(here.url('second'));
    expect([code, said]).toEqual([0, expect.stringContaining('All migrations were there.')]);
    // The logins belong to the server and have their passwords already.
    expect(env).toEqual({});
    expect(await served(urlsOf('second'), look)).toBe(before);
  },
  120_000,
);

testWithTools(
  'a dump restored on another server answers as before, once the roles were restored there',
  async () => {
    const dump = tool('pg_dump', ['--format=custom', here.url('first')], here);
    const roles = tool('pg_dumpall', ['--roles-only', '--dbname', here.url('postgres')], here);
    await makeEmpty(elsewhere, 'moved');
    // Without the roles a restore cannot grant to them, and db:setup says what is missing.
    tool('pg_restore', ['--dbname', elsewhere.url('moved'), '--no-privileges'], elsewhere, dump, [1]);
    const { code: without, said } = await setUp(elsewhere.url('moved'));
    expect([without, said]).toEqual([1, expect.stringContaining('pg_dumpall --roles-only')]);
    await asOwner(elsewhere.url('postgres'), 'DROP DATABASE moved');
    await makeEmpty(elsewhere, 'moved');
    // Its superuser is there already, and gets the password of the first.
    await asOwner(elsewhere.url('postgres'), `ALTER ROLE postgres PASSWORD '${here.password}'`);
    const there = (database: string) =>
      Object.assign(new URL(elsewhere.url(database)), { password: here.password }).href;
    tool('psql', ['--quiet', '--dbname', there('postgres')], here, roles);
    tool('pg_restore', ['--dbname', there('moved'), '--exit-on-error'], here, dump);
    expect(await setUp(there('moved'))).toMatchObject({ code: 0, env: {} });
    const led = (url: string) => Object.assign(new URL(url), { port: String(elsewhere.port) }).href;
    const { DATABASE_URL, SYNC_DATABASE_URL } = urlsOf('moved');
    expect(await served({ DATABASE_URL: led(DATABASE_URL), SYNC_DATABASE_URL: led(SYNC_DATABASE_URL) }, look)).toBe(
      before,
    );
  },
  120_000,
);

testWithTools(
  'a whole server dumped into another answers as before',
  async () => {
    const all = tool('pg_dumpall', ['--dbname', here.url('postgres')], here);
    const there = (database: string) =>
      Object.assign(new URL(elsewhere.url(database)), { password: here.password }).href;
    tool('psql', ['--quiet', '--dbname', there('postgres')], here, all);
    const { code } = await setUp(there('first'));
    expect(code).toBe(0);
    const led = (url: string) => Object.assign(new URL(url), { port: String(elsewhere.port) }).href;
    const { DATABASE_URL, SYNC_DATABASE_URL } = urlsOf('first');
    expect(await served({ DATABASE_URL: led(DATABASE_URL), SYNC_DATABASE_URL: led(SYNC_DATABASE_URL) }, look)).toBe(
      before,
    );
  },
  120_000,
);

testWithTools(
  'a restore that has lost the grants is named by db:setup, which ends non-zero, and by the start',
  async () => {
    const dump = tool('pg_dump', ['--format=custom', here.url('first')], here);
    await makeEmpty(here, 'third');
    tool('pg_restore', ['--dbname', here.url('third'), '--no-privileges'], here, dump);
    const { code, said } = await setUp(here.url('third'));
    expect(code).toBe(1);
    expect(said).toMatch(/missing: grant to reseller_accounts_portal: INSERT on invoices/);
    await expect(served(urlsOf('third'), look)).rejects.toThrow(/permission denied|do not hold/);
  },
  120_000,
);

async function cluster(): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restore-'));
  chmodSync(dataDir, 0o755);
  folders.push(dataDir);
  return startEmbeddedPostgres({ dataDir, dataDirIsExplicit: true, binaries: BIN ?? '', settings: { fsync: 'off' } });
}

/** `codes`: what it may end with besides 0. */
function tool(
  name: string,
  args: readonly string[],
  { password }: EmbeddedPostgres,
  input?: Buffer,
  codes: readonly number[] = [],
): Buffer {
  const { status, stdout } = spawnSync(join(BIN ?? '', name), args, {
    env: { ...process.env, PGPASSWORD: password },
    maxBuffer: 1e9,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0 && !codes.includes(status ?? -1)) throw new Error(`${name} ended with ${status}`);
  return stdout;
}

interface Urls {
  readonly DATABASE_URL: string;
  readonly SYNC_DATABASE_URL: string;
}

async function setUp(url: string) {
  let said = '';
  let printed = '';
  const code = await runDbSetupProgram(['--url', url], {
    env: {},
    stdout: (text) => {
      printed += text;
    },
    stderr: (text) => {
      said += text;
    },
  });
  const env = parseEnv(printed) as Partial<Urls>;
  if (env.DATABASE_URL && env.SYNC_DATABASE_URL) passwords = [env.DATABASE_URL, env.SYNC_DATABASE_URL];
  return { code, env, said };
}

let passwords: [string, string] = ['', ''];

/** The two logins' URLs of another database of the server. */
function urlsOf(database: string): Urls {
  const [DATABASE_URL, SYNC_DATABASE_URL] = passwords.map(
    (url) => Object.assign(new URL(url), { pathname: `/${database}` }).href,
  );
  return { DATABASE_URL: DATABASE_URL ?? '', SYNC_DATABASE_URL: SYNC_DATABASE_URL ?? '' };
}

/** As the guide says: a new database is made first, as UTF8. */
async function makeEmpty(postgres: EmbeddedPostgres, name: string): Promise<void> {
  await asOwner(postgres.url('postgres'), `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function served<T>(urls: Partial<Urls>, work: (program: Program) => Promise<T>): Promise<T> {
  const { DATABASE_URL: portalUrl = '', SYNC_DATABASE_URL: syncUrl = '' } = urls;
  const program = await startProgram({ portalUrl, syncUrl });
  try {
    return await work(program);
  } finally {
    await program.stop();
  }
}

async function administrator({ issuer }: Program): Promise<Record<string, string>> {
  const token = await issuer?.tokenForPerson({ userId: 'root', groups: [], administrator: true });
  return { authorization: `Bearer ${token}` };
}

async function fill(program: Program): Promise<void> {
  const asRoot = await administrator(program);
  const ask = async (query: string, headers = asRoot) => {
    const { body } = await program.post({ query }, headers);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  const { createTenantReseller } = await ask(
    `mutation { createTenantReseller(input: { name: "Alpha", currency: "EUR", separateInvoices: true }) {
      tenantReseller { id } } }`,
  );
  const { id } = createTenantReseller.tenantReseller;
  await ask(`mutation { saveService(input: { sku: "MAIL", name: "Mail", prices: [
    { currency: "EUR", billingPeriod: MONTHLY, amount: "2.50" }] }) { userErrors { code } } }`);
  await ask(`mutation { savePermissionRule(input: { name: "R", grants: [] }) { permissionRule { id } } }`).then(
    ({ savePermissionRule }) =>
      ask(`mutation { setApiOptions(input: { entity: ACCOUNT, responsibleUserId: "anna",
        permissionRuleId: "${savePermissionRule.permissionRule.id}" }) { userErrors { code } } }`),
  );
  await ask(`mutation { activateBackOrdering(input: { tenantResellerId: "${id}" }) { userErrors { code } } }`);
  const sync = { authorization: `Bearer ${await program.issuer?.tokenForSync({ tenantResellerId: id })}` };
  await ask(
    `mutation { recordPaidSubscription(input: {
      customer: { sourceAccountId: "c", sourceVersion: "1", name: "Ärzte GmbH", status: ACTIVE }
      subscription: { sourceSubscriptionId: "s", sku: "MAIL", quantity: 2, billingPeriod: MONTHLY, startDate: "2026-01-31" }
    }) { userErrors { code message } } }`,
    sync,
  );
}

async function look(program: Program): Promise<string> {
  const query = `{ accounts(first: 9) { edges { node { id name lockedFields allowedActions managedByReseller { ribbon }
    history(first: 9) { edges { node { id at text } } } audit(first: 50) { edges { node { id at login after } } }
    pendingInvoices(asOf: "2026-06-30") { total } } } } }`;
  const { status, text } = await program.post({ query }, await administrator(program));
  expect(status).toBe(200);
  expect((await program.get('/readyz')).body).toEqual({ status: 'ready', checks: [] });
  return text;
}
