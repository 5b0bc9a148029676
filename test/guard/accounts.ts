import { randomUUID } from 'node:crypto';
import type { Caller, ResellerSync } from '../../src/domain/caller';
import { ACTORS, type Actor, type State } from '../matrices/verdicts';
import { aContact, UNKNOWN } from '../support/contacts';
import { announce, complete, release } from '../support/moves';
import { relate } from '../support/relations';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  setUpResellers,
  type TestReseller,
} from '../support/resellers';
import { aTransferredAccount, sell } from '../support/transfers';
import { aUser, createWorld, type World } from '../support/world';

/** An account to try things on, with what is below it. */
export interface UnderTest {
  readonly id: string;
  readonly subscriptionId: string;
  readonly contactId: string;
  readonly relationId: string;
  /** Of one line of 10.00, by hand. */
  readonly invoiceId: string;
}

/** All of an account that an action may change. Kinds and names stand in one text, in their order. */
export interface Standing {
  readonly status: string;
  readonly separateInvoices: boolean;
  readonly documents: string;
  readonly subscriptions: number;
  readonly running: number;
  /** How many each is for. */
  readonly units: string;
  readonly contacts: string;
  readonly relations: string;
  readonly invoices: number;
  /** The totals of its credit notes. */
  readonly credits: string;
  readonly synchronizations: number;
}

/** One account of each state, made by the mutations that make such accounts, and copies of it for what is allowed. */
export interface MatrixWorld {
  readonly world: World;
  readonly setup: Setup;
  readonly prototypes: Readonly<Record<State, UnderTest>>;
  /** An account of each person's own, to do something allowed to: it is related with the task `t-0` already. */
  readonly homes: ReadonlyMap<Caller, string>;
  callerOf(actor: Actor, state: State): Caller;
  /** With what all that a sync sends is refused, where its reseller is not active (S30). */
  readonly refusedWith: ReadonlyMap<Caller, string>;
  /** Fresh accounts like the prototype, each with rows of its own below it. */
  copies(state: State, count: number): Promise<UnderTest[]>;
  standingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
}

/** What a copy has from its source. */
const DETAILS = { accountingNo: 'A-1', email: 'one@customers.example', billingAddress: { city: 'Berlin' } };
export const TODAY = new Date('2026-06-30T12:00:00Z');
const PEOPLE: Readonly<Record<string, Caller>> = {
  administrator: admin,
  'responsible user': aUser('anna'),
  FULL: aUser('fred', 'owners'),
  EDIT: aUser('ben', 'billing'),
  READ: aUser('carl', 'readers'),
  nothing: aUser('dora', 'others'),
};
/** The actors that are people of the distributor. */
export const PERSONS = ACTORS.filter((actor) => actor in PEOPLE);

/** A world with API options that give every account anna and a rule with all three levels, and with the prototypes. */
export async function aMatrixWorld(): Promise<MatrixWorld> {
  const world = await createWorld();
  world.now = TODAY;
  const setup = await setUpResellers(world);
  const grants = Object.entries({ owners: 'FULL', billing: 'EDIT', readers: 'READ' }).map(([principalId, access]) => ({
    principal: 'GROUP',
    principalId,
    access,
  }));
  await world.mutate(admin, 'savePermissionRule', { permissionRuleId: setup.ruleId, name: 'All levels', grants });
  const lonely = await aReseller(world, { name: 'Lonely', currency: 'EUR', separateInvoices: true });
  for (const accountId of [setup.alpha.accountId, lonely.accountId]) {
    await did(world, 'updateAccount', { accountId, responsibleUserId: 'anna', ...DETAILS });
  }
  const other = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  const paused = await aReseller(world, { name: 'Delta', currency: 'EUR', separateInvoices: true });
  const over = await aReseller(world, { name: 'Epsilon', currency: 'EUR', separateInvoices: true });
  const prototypes = await makePrototypes(world, setup, { lonely: lonely.accountId, gamma: other, paused, over });
  const homes = new Map<Caller, string>();
  for (const person of Object.values(PEOPLE)) {
    const home = { name: 'Home', currency: 'EUR', responsibleUserId: person.id, permissionRuleId: null };
    const { account } = await did(world, 'createAccount', home, 'account { id }');
    await relate(world, account.id, { kind: 'TASK', targetId: 't-0' }, person);
    homes.set(person, account.id);
  }
  const syncs: Partial<Record<State, ResellerSync>> = {
    ...{ 'alone reseller': lonely.sync, 'of suspended': paused.sync, 'of ended': over.sync },
  };
  return {
    world,
    setup,
    prototypes,
    homes,
    callerOf: (actor, state) => {
      if (actor === 'its sync') return syncs[state] ?? setup.alpha.sync;
      return actor === 'another sync' ? setup.beta.sync : (PEOPLE[actor] as Caller);
    },
    refusedWith: new Map<Caller, string>([
      [paused.sync, 'RESELLER_SUSPENDED'],
      [over.sync, 'RESELLER_ENDED'],
    ]),
    copies: (state, count) => copiesOf(world, state, prototypes, count),
    standingsOf: (ids) => standingsOf(world, ids),
  };
}

async function makePrototypes(
  world: World,
  { alpha }: Setup,
  { lonely, gamma, paused, over }: Record<'gamma' | 'paused' | 'over', TestReseller> & { readonly lonely: string },
): Promise<Record<State, UnderTest>> {
  const own = async (changes = {}) =>
    (await did(world, 'createAccount', { name: 'Own', currency: 'EUR', ...DETAILS, ...changes }, 'account { id }'))
      .account.id;
  const HIDDEN = { responsibleUserId: null, permissionRuleId: null };
  const sold = async (id: string) => furnished(world, id, await sell(world, id));
  const bare = async (source: string, reseller = alpha) => {
    const id = await copy(world, reseller, aCustomer(source));
    const [row] = await world.sql<{ id: string }>('SELECT id FROM subscriptions WHERE account_id = $1', [id]);
    return { id, subscriptionId: row?.id ?? '' };
  };
  const copied = async (source: string, reseller = alpha) => {
    const { id, subscriptionId } = await bare(source, reseller);
    return furnished(world, id, subscriptionId);
  };
  /** A copy of a reseller that has had this status since. */
  const copiedOf = async (reseller: TestReseller, status: string) => {
    const made = await copied('copied', reseller);
    await did(world, 'updateTenantReseller', { tenantResellerId: reseller.id, status });
    return made;
  };
  const suspended = await sold(await own());
  await did(world, 'suspendAccount', { accountId: suspended.id });
  const deleted = await sold(await own());
  await did(world, 'deleteAccount', { accountId: deleted.id });
  const copiedSuspended = await copied('suspended');
  await synced(world, alpha.sync, aCustomer('suspended', { sourceVersion: '2', status: 'SUSPENDED' }));
  const copiedDeleted = await copied('deleted');
  await world.mutate(alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'deleted', sourceVersion: '2' });
  const copiedRestored = await copied('restored');
  await world.mutate(alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'restored', sourceVersion: '2' });
  const back = { customer: aCustomer('restored', { sourceVersion: '3' }) };
  const restored = await world.mutate(alpha.sync, 'restoreManagedAccount', back, 'outcome');
  expect(restored).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  const hiddenCopy = await copied('hidden');
  await did(world, 'updateAccount', { accountId: hiddenCopy.id, ...HIDDEN });
  const transferred = await aTransferredAccount(world, alpha, 'transferred', DETAILS);
  const released = await bare('released');
  // All but the period that begins today.
  await did(world, 'generateInvoices', { accountId: released.id, asOf: '2026-06-29' });
  const goesOn = { subscriptionId: released.subscriptionId, goesOn: true };
  expect(await release(world, released.id, [goesOn])).toEqual([]);
  const announced = await copied('announced');
  expect(await announce(world, gamma, announced.id, 'announced')).toEqual([]);
  const nothing = { subscriptionId: UNKNOWN, contactId: UNKNOWN, relationId: UNKNOWN, invoiceId: UNKNOWN };
  return {
    own: await sold(await own()),
    'own suspended': suspended,
    'own deleted': deleted,
    'hidden own': await sold(await own(HIDDEN)),
    released: await furnished(world, released.id, released.subscriptionId),
    copied: await copied('copied'),
    'copied suspended': copiedSuspended,
    'copied deleted': copiedDeleted,
    'copied restored': copiedRestored,
    'hidden copied': hiddenCopy,
    transferred: await furnished(world, transferred.id, transferred.sold),
    announced,
    moved: await movedFrom(world, gamma, alpha),
    'of suspended': await copiedOf(paused, 'SUSPENDED'),
    'of ended': await copiedOf(over, 'ENDED'),
    'billed reseller': await sold(alpha.accountId),
    'alone reseller': await sold(lonely),
    unknown: { id: UNKNOWN, ...nothing },
    'no UUID': { id: 'no-uuid', ...nothing },
  };
}

/** A customer of one reseller that is another one's now, which has recorded what aPaidSubscription is. */
async function movedFrom(world: World, former: TestReseller, alpha: TestReseller): Promise<UnderTest> {
  const start = { startDate: '2026-06-30' };
  const { account } = await record(world, former, aCustomer('of-gamma'), aPaidSubscription('g-1', start));
  expect([await announce(world, alpha, account.id, 'moved'), await complete(world, account.id)]).toEqual([[], []]);
  const { subscription } = await record(world, alpha, aCustomer('moved'));
  return furnished(world, account.id, subscription.id);
}

async function furnished(world: World, id: string, subscriptionId: string): Promise<UnderTest> {
  const contactId = await aContact(world, id, { lastName: 'Anders' }, admin);
  const relation = await relate(world, id, undefined, admin);
  const lines = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
  const { invoice } = await did(world, 'createInvoice', { accountId: id, lines }, 'invoice { id }');
  return { id, subscriptionId, contactId, relationId: relation.id, invoiceId: invoice.id };
}

/** Does what must go well, as an administrator. */
async function did(world: World, mutation: string, input: object, selection = '') {
  const payload = await world.mutate(admin, mutation, input, selection);
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload;
}

async function synced(world: World, sync: ResellerSync, customer: object): Promise<void> {
  const { results } = await world.mutate(sync, 'syncCustomers', { items: [{ customer }] }, 'results { outcome }');
  expect(results).toEqual([{ outcome: 'APPLIED' }]);
}

const BELOW = ['subscriptions', 'account_contacts', 'account_relations'];

/** What is below an account has the account's id first in its key: the copies keep the other half. */
async function copiesOf(
  world: World,
  state: State,
  prototypes: MatrixWorld['prototypes'],
  count: number,
): Promise<UnderTest[]> {
  const prototype = prototypes[state];
  const ids = Array.from({ length: count }, () => randomUUID());
  const copy = (table: string, changes: string, where: string) =>
    world.sql(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_strip_nulls(jsonb_build_object(${changes})))).*
       FROM ${table} t, unnest($1::uuid[]) AS made(id) WHERE ${where} = $2`,
      [ids, prototype.id],
    );
  const source = 'CASE WHEN t.source_account_id IS NOT NULL THEN made.id::text END';
  await copy('accounts', `'id', made.id, 'source_account_id', ${source}`, 't.id');
  for (const table of BELOW) await copy(table, `'account_id', made.id`, 't.account_id');
  // An invoice is asked for by its own id alone: each copy's has that of its account.
  const payer = 'CASE WHEN t.bill_to_id = t.account_id THEN made.id END';
  await copy(
    'invoices',
    `'account_id', made.id, 'id', made.id, 'number', made.id, 'bill_to_id', ${payer}`,
    `t.id = '${prototype.invoiceId}' AND t.account_id`,
  );
  const lines = `'account_id', made.id, 'invoice_id', made.id, 'charged_account_id', made.id`;
  await copy('invoice_lines', lines, `t.invoice_id = '${prototype.invoiceId}' AND t.account_id`);
  if (state.endsWith('reseller')) {
    await copy('tenant_resellers', `'id', gen_random_uuid(), 'account_id', made.id`, 't.account_id');
  }
  if (state === 'billed reseller') {
    await world.sql(
      `INSERT INTO accounts SELECT
         (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'bill_to_id', billed.id))).*
       FROM accounts t, unnest($1::uuid[]) AS billed(id) WHERE t.id = $2`,
      [ids, prototypes.own.id],
    );
  }
  return ids.map((id) => ({ ...prototype, id, invoiceId: id }));
}

async function standingsOf(world: World, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const count = (from: string) => `(SELECT count(*)::int FROM ${from})`;
  const all = (column: string, from: string) =>
    `coalesce((SELECT string_agg(${column}, ' ' ORDER BY ${column}) FROM ${from} WHERE account_id = a.id), '')`;
  const rows = await world.sql<Standing & { id: string }>(
    `SELECT a.id, a.status, a.separate_invoices AS "separateInvoices", ${all('kind', 'sales_documents')} AS documents,
       ${count('subscriptions WHERE account_id = a.id')} AS subscriptions,
       ${count('subscriptions WHERE account_id = a.id AND end_date IS NULL')} AS running,
       ${all(`(quantities -> -1 ->> 'quantity')`, 'subscriptions')} AS units,
       ${all('last_name', 'account_contacts')} AS contacts, ${all('kind', 'account_relations')} AS relations,
       ${count(`invoices WHERE account_id = a.id AND kind = 'INVOICE' AND bill_to_id = coalesce(a.bill_to_id, a.id)`)} AS invoices,
       ${all(`CASE kind WHEN 'CREDIT_NOTE' THEN total::text END`, 'invoices')} AS credits,
       ${count('synchronization_outbox WHERE account_id = a.id')} AS synchronizations
     FROM accounts a WHERE a.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
