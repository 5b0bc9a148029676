import { readRows } from '../../src/persistence/engine/sql';
import { findReferenceFaults, type ReferenceFault } from '../../src/persistence/integrity/account-references';
import type { UnderTest } from '../guard/accounts';
import { isDistributed } from '../support/connections';
import { aContact, UNKNOWN } from '../support/contacts';
import { announce } from '../support/moves';
import { relate } from '../support/relations';
import { aCustomer, admin, aReseller, copy, type Setup, setUpResellers, type TestReseller } from '../support/resellers';
import { aBilledAccount, aTransferredAccount, sell } from '../support/transfers';
import { createWorld, type World } from '../support/world';

/** Resellers and an account of every kind; what one attempt changes is taken back before the next one. */
export interface ReferenceWorld {
  readonly world: World;
  readonly setup: Setup;
  readonly gamma: TestReseller;
  readonly accounts: Readonly<Record<string, string>>;
  /** What is below the first of them, `own`. */
  readonly below: UnderTest;
  /** What stands against the rules in the whole database. */
  faults(): Promise<ReferenceFault[]>;
  restore(): Promise<void>;
}

const CHANGED = [
  ...['accounts', 'tenant_resellers', 'source_identities', 'subscriptions', 'invoices', 'invoice_lines'],
  ...['billed_periods', 'invoice_counters', 'account_contacts', 'account_relations'],
  ...['invoice_numbers', 'announced_moves'],
];

/** What each kind is beside an own account in euros that anna is responsible for and that pays itself. */
export async function aReferenceWorld(): Promise<ReferenceWorld> {
  const world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  const setup = await setUpResellers(world);
  const { alpha, beta } = setup;
  const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: false });
  for (const { accountId } of [alpha, beta, gamma])
    await did(world, 'updateAccount', { accountId, responsibleUserId: 'anna' });
  const own = (changes = {}) => aBilledAccount(world, alpha, { billToId: null, ...changes });
  const transferable = (changes = {}) => aBilledAccount(world, alpha, changes);
  const HIDDEN = { responsibleUserId: null, permissionRuleId: null };
  const accounts: Record<string, string> = {
    own: await own({ separateInvoices: false }),
    'own, billed to Alpha': await transferable(),
    'own, billed to itself': await own(),
    'own, suspended': await own(),
    'own, deleted': await own(),
    'own, hidden': await own(HIDDEN),
    'own, with a customer': await transferable(),
    'own, with a branch': await transferable(),
    "Alpha's": await copy(world, alpha, aCustomer('c-1')),
    "Alpha's, transferred": (await aTransferredAccount(world, alpha, 't-1')).id,
    "Alpha's, deleted": await copy(world, alpha, aCustomer('c-2')),
    "Alpha's, ended": await anEnded(world, alpha, 'c-4'),
    "Alpha's, announced": await anEnded(world, alpha, 'c-5'),
    "Alpha's, hidden": await copy(world, alpha, aCustomer('c-3')),
    "Beta's": await copy(world, beta, aCustomer('c-1')),
    "Alpha's own": alpha.accountId,
    "Beta's own": beta.accountId,
    "Gamma's own": gamma.accountId,
    unknown: UNKNOWN,
  };
  const at = (kind: string) => accounts[kind] ?? '';
  await own({ billToId: at('own, with a customer') });
  await own({ parentId: at('own, with a branch') });
  await did(world, 'updateAccount', { accountId: at('own, billed to itself'), billToId: at('own, billed to itself') });
  await did(world, 'suspendAccount', { accountId: at('own, suspended') });
  for (const kind of ["Alpha's own", "Gamma's own", 'own, billed to itself']) await sell(world, at(kind));
  const below = {
    id: at('own'),
    subscriptionId: await sell(world, at('own')),
    contactId: await aContact(world, at('own'), { lastName: 'Anders' }, admin),
    relationId: (await relate(world, at('own'), undefined, admin)).id,
    invoiceId: await anInvoice(world, at('own')),
  };
  await did(world, 'deleteAccount', { accountId: at('own, deleted') });
  expect(await announce(world, gamma, at("Alpha's, announced"), 'announced')).toEqual([]);
  await did(world, 'updateAccount', { accountId: at("Alpha's, hidden"), ...HIDDEN });
  await world.mutate(alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'c-2', sourceVersion: '2' });
  await world.sql('DROP SCHEMA IF EXISTS kept CASCADE');
  await world.sql('CREATE SCHEMA kept');
  for (const table of CHANGED) await world.sql(`CREATE TABLE kept.${table} AS TABLE ${table}`);
  return {
    world,
    setup,
    gamma,
    accounts,
    below,
    faults: () => findReferenceFaults({ query: async (one) => readRows(one, await world.sql(one.text, one.values)) }),
    restore: async () => {
      for (const statement of RESTORE) await world.sql(statement);
    },
  };
}

/** With triggers off, on every node: each is told what is set in the transaction, one by one. */
const RESTORE = [
  'BEGIN',
  ...(isDistributed()
    ? [`SET LOCAL citus.propagate_set_commands = 'local'`, `SET LOCAL citus.multi_shard_modify_mode = 'sequential'`]
    : []),
  'SET LOCAL session_replication_role = replica',
  ...CHANGED.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept.${table}`]),
  'COMMIT',
];

/** A customer that owes nothing and of which nothing runs: nothing keeps it with its reseller (S29). */
async function anEnded(world: World, reseller: TestReseller, source: string): Promise<string> {
  const id = await copy(world, reseller, aCustomer(source));
  const end = { sourceAccountId: source, sourceSubscriptionId: 's-1', endDate: '2026-02-27' };
  await world.mutate(reseller.sync, 'cancelPaidSubscription', end);
  await did(world, 'generateInvoices', { accountId: id });
  return id;
}

async function anInvoice(world: World, accountId: string): Promise<string> {
  const lines = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
  return (await world.mutate(admin, 'createInvoice', { accountId, lines }, 'invoice { id }')).invoice.id;
}

async function did(world: World, mutation: string, input: object): Promise<void> {
  const { userErrors } = await world.mutate(admin, mutation, input);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}
