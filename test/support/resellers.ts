import type { Caller, ResellerSync } from '../../src/domain/caller';
import { anAdministrator, aSync, type World } from './world';

/** A tenant reseller of a test, with its sync service. */
export interface TestReseller {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly sync: ResellerSync;
}

/** The set-up of docs/rules.md's examples. */
export interface Setup {
  readonly alpha: TestReseller;
  readonly beta: TestReseller;
  /** The rule of the API options: group `billing` may EDIT, group `readers` may READ. */
  readonly ruleId: string;
}

export const admin = anAdministrator();

/** Resellers Alpha (EUR, separate invoices on) and Beta (USD, off), back-ordering active; API options and a price list. */
export async function setUpResellers(world: World): Promise<Setup> {
  const rule = await world.mutate(
    admin,
    'savePermissionRule',
    {
      name: 'Billing team',
      grants: [
        { principal: 'GROUP', principalId: 'billing', access: 'EDIT' },
        { principal: 'GROUP', principalId: 'readers', access: 'READ' },
      ],
    },
    'permissionRule { id }',
  );
  const ruleId: string = rule.permissionRule.id;
  await world.mutate(admin, 'setApiOptions', {
    entity: 'ACCOUNT',
    responsibleUserId: 'anna',
    permissionRuleId: ruleId,
  });
  for (const service of SERVICES) await world.mutate(admin, 'saveService', service);
  return {
    alpha: await aReseller(world, { name: 'Alpha', currency: 'EUR', separateInvoices: true }),
    beta: await aReseller(world, { name: 'Beta', currency: 'USD', separateInvoices: false }),
    ruleId,
  };
}

/** A tenant reseller that has gone live, unless told otherwise. */
export async function aReseller(
  world: World,
  { live = true, ...input }: { name: string; currency: string; separateInvoices: boolean; live?: boolean },
): Promise<TestReseller> {
  const { tenantReseller } = await world.mutate(
    admin,
    'createTenantReseller',
    input,
    'tenantReseller { id name account { id } }',
  );
  if (live) await world.mutate(admin, 'activateBackOrdering', { tenantResellerId: tenantReseller.id });
  return {
    id: tenantReseller.id,
    name: tenantReseller.name,
    accountId: tenantReseller.account.id,
    sync: aSync(tenantReseller.id),
  };
}

const BOTH = (billingPeriod: string, amount: string) =>
  ['EUR', 'USD'].map((currency) => ({ currency, billingPeriod, amount }));

/** The price list of the tests. `EUR-ONLY` has no price in dollars. */
export const SERVICES = [
  { sku: 'MAIL', name: 'Mailbox', prices: [...BOTH('MONTHLY', '2.50'), ...BOTH('ANNUAL', '25.00')] },
  { sku: 'BACKUP', name: 'Backup', prices: [...BOTH('MONTHLY', '9.99'), ...BOTH('ONCE', '120.00')] },
  { sku: 'EUR-ONLY', name: 'Euro only', prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.00' }] },
];

/** A customer's snapshot; a test says only what matters to it. */
export function aCustomer(sourceAccountId = 'c-1', changes: Record<string, unknown> = {}) {
  return {
    sourceAccountId,
    sourceVersion: '1',
    name: `Customer ${sourceAccountId}`,
    accountingNo: `A-${sourceAccountId}`,
    email: `${sourceAccountId}@customers.example`,
    billingAddress: { line1: 'Main Street 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
    status: 'ACTIVE',
    ...changes,
  };
}

/** A paid subscription; a test says only what matters to it. */
export function aPaidSubscription(sourceSubscriptionId = 's-1', changes: Record<string, unknown> = {}) {
  return {
    sourceSubscriptionId,
    sku: 'MAIL',
    quantity: 5,
    billingPeriod: 'MONTHLY',
    startDate: '2026-01-31',
    ...changes,
  };
}

const RECORDED = `outcome warnings account { id name status currency revision } subscription { id sourceSubscriptionId unitPrice currency endDate }`;

/** Records a paid subscription and gives the payload, refused or not. */
export function record(
  world: World,
  reseller: TestReseller,
  customer = aCustomer(),
  subscription = aPaidSubscription(),
) {
  return world.mutate(reseller.sync, 'recordPaidSubscription', { customer, subscription }, RECORDED);
}

/** Copies a customer and gives its account's id. */
export async function copy(world: World, reseller: TestReseller, customer = aCustomer()): Promise<string> {
  const { account, userErrors } = await record(world, reseller, customer);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return account.id;
}

/**
 * An account of the distributor's own, active and in euros unless told otherwise, and its id: this subgraph makes none
 * yet. It is a copy of an account that was a tenant reseller's; `columns` are those of the table that differ.
 */
export async function anOwnAccount(world: World, columns: Record<string, unknown> = {}): Promise<string> {
  const prototype = prototypes.get(world) ?? prototypeOf(world);
  prototypes.set(world, prototype);
  const row = { id: crypto.randomUUID(), ...columns };
  await world.sql('INSERT INTO accounts SELECT (jsonb_populate_record(p, $1)).* FROM accounts p WHERE p.id = $2', [
    JSON.stringify(row),
    await prototype,
  ]);
  return row.id;
}

const prototypes = new WeakMap<World, Promise<string>>();

async function prototypeOf(world: World): Promise<string> {
  const terms = { name: 'Own customer', currency: 'EUR', separateInvoices: true, live: false };
  const { id, accountId } = await aReseller(world, terms);
  await world.sql('DELETE FROM tenant_resellers WHERE id = $1', [id]);
  await world.sql('UPDATE accounts SET permission_rule_id = NULL WHERE id = $1', [accountId]);
  return accountId;
}

/** The account as a caller sees it; null when it does not exist for the caller. */
export async function see(world: World, caller: Caller, id: string, selection: string) {
  return (await world.ask(caller, `query ($id: ID!) { account(id: $id) { ${selection} } }`, { id })).account;
}

/** Every row of every table with the transaction that wrote it: the same before and after, and nothing was written. */
export async function everyRow(world: World): Promise<string[]> {
  // What was counted before is no trace of what comes now.
  await world.syncActivity.write();
  const tables = await world.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND NOT relispartition ORDER BY relname`,
  );
  const rows = await world.sql<{ line: string }>(
    tables
      .map(({ name }) => `SELECT concat_ws(' ', '${name}', xmin, to_jsonb(t)) AS line FROM ${name} t`)
      .join(' UNION ALL '),
  );
  return rows.map((row) => row.line).sort();
}

/**
 * What was written since `everyRow` gave `before`: rows that are gone and rows that are new. What a refused event leaves in its
 * sender's inbox is no change of anything (graphql/sync/inbox.test.ts).
 */
export async function writtenSince(world: World, before: readonly string[]): Promise<string[]> {
  const isOfInbox = (line: string) => /^. sync_(problems|activity) /.test(line);
  const after = await everyRow(world);
  const [known, present] = [new Set(before), new Set(after)];
  return [
    ...before.filter((row) => !present.has(row)).map((row) => `- ${row}`),
    ...after.filter((row) => !known.has(row)).map((row) => `+ ${row}`),
  ].filter((line) => !isOfInbox(line));
}
