import { resellerId } from '../../data/customers.mjs';
import { generateInvoices, sendAll, updateAccount } from './portal-calls.mjs';
import { numbersOf } from './syncs.mjs';
import { grownBy, spread, spreadOf, tableSizes, usageOf } from './usage.mjs';

const ROUNDS = 5;
const OF_A_ROUND = 60;
const EDITS = 25;
const AS_OF = '2026-01-31';
const MONTHS = ['2026-01-31', '2026-02-28'];

/**
 * An invoice as it is issued, which reads all subscriptions that there are: how long, for how many, is all that is kept of it.
 * What is measured after this is measured with joins by key alone in the portal's sessions, as it would be without.
 */
export async function measureScan({ measured, token, told }) {
  const { query, server } = measured;
  const [{ subscriptions }] = await query('SELECT count(*)::int AS subscriptions FROM subscriptions');
  const ids = await separateCustomers(query, ROUNDS * 5);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bodies = ids.splice(0, 5).map((id) => generateInvoices(id, AS_OF));
    const used = await usageOf(measured, 5, () => sendAll({ url: server.url, token, connections: 1, bodies }));
    told('invoices with the scan', used);
    rounds.push(used);
  }
  return { subscriptions, ...spread(rounds) };
}

/** An invoice for each customer of a reseller with separate invoices, two lines each, one after the other and eight at once. */
export async function measureInvoices({ measured, token, told }) {
  const { query, server } = measured;
  const ids = await separateCustomers(query, ROUNDS * OF_A_ROUND * 3);
  const send = (some, connections) =>
    sendAll({ url: server.url, token, connections, bodies: some.map((id) => generateInvoices(id, AS_OF)) });
  await send(ids.splice(0, 50), 1);
  const before = await tableSizes(query);
  const found = { alone: [], eightAtOnce: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [how, connections] of [
      ['alone', 1],
      ['eightAtOnce', 8],
    ]) {
      await query('CHECKPOINT');
      const some = ids.splice(0, OF_A_ROUND);
      const used = await usageOf(measured, some.length, () => send(some, connections));
      told(`invoices ${how}`, used);
      found[how].push(used);
    }
  }
  const invoices = ROUNDS * OF_A_ROUND * 2;
  const grown = grownBy(before, await tableSizes(query), invoices);
  return { linesEach: 2, alone: spread(found.alone), eightAtOnce: spread(found.eightAtOnce), grown };
}

/** One invoice for all customers of a reseller that joins them, by how many they are: three months, one after the other. */
export async function measureGathering({ measured, token, told }) {
  const { query, server } = measured;
  const found = [];
  for (const reseller of [1, 3, 5]) {
    const [{ id, customers }] = await query(
      `SELECT t.account_id AS id, (SELECT count(*)::int FROM accounts a WHERE a.bill_to_id = t.account_id
         AND NOT a.separate_invoices AND a.id <> t.account_id) AS customers
       FROM tenant_resellers t WHERE t.id = $1`,
      [resellerId(reseller)],
    );
    const rounds = [];
    for (const asOf of MONTHS) {
      const used = await usageOf(measured, 1, async () => {
        const bodies = [generateInvoices(id, asOf)];
        const allowed = ['TEMPORARILY_UNAVAILABLE', 'OUTCOME_UNKNOWN'];
        const [{ refused }] = await sendAll({ url: server.url, token, connections: 1, bodies, allowed });
        told(`gathering ${customers}: ${refused ?? 'issued'}`, {});
      });
      told(`gathering ${customers}`, used);
      const [{ lines }] = await query(
        `SELECT coalesce(max(lines), 0)::int AS lines FROM (
           SELECT count(*) AS lines FROM invoice_lines WHERE account_id = $1 GROUP BY invoice_id) counted`,
        [id],
      );
      rounds.push({ ...used, lines });
    }
    found.push({ customers, lines: Math.max(...rounds.map(({ lines }) => lines)), ...spread(rounds) });
  }
  return found;
}

/**
 * How long the counter of numbers is held: PostgreSQL tells how long each statement of a call takes. From the statement that
 * issues, the part that finds what is pending comes before the counter, and is known from a call that issues nothing.
 */
export async function measureCounter({ measured, token, logOf }) {
  const { query, server } = measured;
  const ids = await separateCustomers(query, 150);
  await query(`ALTER SYSTEM SET log_min_duration_statement = 0`);
  await query(`ALTER SYSTEM SET log_line_prefix = '%p '`);
  await query('SELECT pg_reload_conf()');
  const from = logOf().length;
  await sendAll({ url: server.url, token, connections: 1, bodies: ids.map((id) => generateInvoices(id, AS_OF)) });
  const issued = durations(logOf().slice(from));
  const again = logOf().length;
  const allowed = ['NOTHING_TO_INVOICE'];
  await sendAll({
    url: server.url,
    token,
    connections: 1,
    allowed,
    bodies: ids.map((id) => generateInvoices(id, AS_OF)),
  });
  const nothing = durations(logOf().slice(again));
  for (const name of ['log_min_duration_statement', 'log_line_prefix']) await query(`ALTER SYSTEM RESET ${name}`);
  await query('SELECT pg_reload_conf()');
  const issueMs = issued.get('issue') ?? [];
  const pendingMs = nothing.get('issue') ?? [];
  const parts = {
    issue: spreadOf(issueMs),
    pending: spreadOf(pendingMs),
    keep: spreadOf(issued.get('keep') ?? [0]),
    commit: spreadOf(issued.get('commit') ?? [0]),
  };
  return { calls: issueMs.length, statementsMs: parts };
}

/** Milliseconds by what a statement is for: the server says first how long it parsed and bound, which is part of it. */
function durations(log) {
  const found = new Map();
  const soFar = new Map();
  for (const [, pid, ms, step, text] of log.matchAll(
    /^(\d+) LOG: {2}duration: ([\d.]+) ms {2}(parse|bind|execute|statement)[^:]*: ([^\n]*)/gm,
  )) {
    const what = /^WITH line AS/.test(text)
      ? 'issue'
      : /keep_issued/.test(text)
        ? 'keep'
        : /^COMMIT/.test(text)
          ? 'commit'
          : null;
    if (what === null) continue;
    const total = (soFar.get(pid) ?? 0) + Number(ms);
    if (step === 'parse' || step === 'bind') {
      soFar.set(pid, total);
      continue;
    }
    soFar.delete(pid);
    found.set(what, [...(found.get(what) ?? []), total]);
  }
  return found;
}

/** Edits one after the other: of a name, and of a parent, for which all that change a parent stand in one queue. */
export async function measureEdits({ measured, token, told }) {
  const { query, server } = measured;
  const own = await query(
    `SELECT id FROM accounts WHERE tenant_reseller_id IS NULL AND status = 'ACTIVE' AND bill_to_id IS NULL
       AND id NOT IN (SELECT account_id FROM tenant_resellers) ORDER BY id LIMIT 1001`,
  );
  const [parent, ...others] = own.map(({ id }) => id);
  const found = { name: [], parent: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const some = others.splice(0, EDITS);
    const inputs = {
      name: some.map((accountId, at) => ({ accountId, name: `Renamed ${round} ${at}` })),
      parent: some.map((accountId) => ({ accountId, parentId: parent })),
    };
    for (const [what, bodies] of Object.entries(inputs)) {
      const used = await usageOf(measured, some.length, () =>
        sendAll({ url: server.url, token, connections: 1, bodies: bodies.map(updateAccount) }),
      );
      told(`edit of ${what}`, used);
      found[what].push(used);
    }
  }
  return { name: spread(found.name), parent: spread(found.parent) };
}

/** Customers that rounds of the sync have made for a reseller with separate invoices, of which nothing is issued yet. */
async function separateCustomers(query, count) {
  const rows = await query(
    `SELECT a.id FROM accounts a WHERE a.tenant_reseller_id = $1 AND a.separate_invoices
       AND a.source_account_id = ANY (SELECT 'scale-2-' || n FROM generate_series($2::int, $3::int) n)
       AND NOT EXISTS (SELECT FROM invoices i WHERE i.account_id = a.id) ORDER BY a.id LIMIT $4`,
    [resellerId(2), numbersOf(1, 0)[0], numbersOf(5, 8)[0], count],
  );
  if (rows.length < count) throw new Error(`Only ${rows.length} of ${count} customers have nothing issued`);
  return rows.map(({ id }) => id);
}
