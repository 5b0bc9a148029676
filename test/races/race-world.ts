import { isDistributed } from '../support/connections';
import { type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * A world with a watch that the server knows nothing of: triggers at the commit that fail what the policy forbids the
 * distributor by then, on a managed or a deleted account. Deadlocks are found at once, so that races stay short.
 * Without the database's own guards, by the functions of their triggers, the locks and questions of the code must hold alone.
 */
export async function aRaceWorld({
  watch = [],
  without = [],
}: {
  /** What else is watched: triggers whose names begin with `watch`, of functions whose names begin with `forbid_`. */
  readonly watch?: readonly string[];
  readonly without?: readonly string[];
} = {}): Promise<{ world: World; setup: Setup }> {
  const world = await createWorld();
  if (isDistributed()) await leaveAsItWas(world);
  if (without.length > 0) await switchGuards(world, 'DISABLE', without);
  const setup = await setUpResellers(world);
  world.now = new Date('2026-06-30T12:00:00Z');
  for (const statement of [...WATCH, ...watch]) await world.sql(statement);
  return { world, setup };
}

/** The guards of accounts and of what is below them, by the functions of their triggers. */
export const ACCOUNT_GUARDS = ['keep_columns', 'refuse_row', 'refuse_on_closed_account'];

/** Others come to the one database of several nodes: now, and when this world is closed, as no other world takes it over. */
async function leaveAsItWas(world: World): Promise<void> {
  const close = world.close;
  const unwatch = async () => {
    for (const { statement } of await world.sql<{ statement: string }>(UNWATCH)) await world.sql(statement);
    await switchGuards(world, 'ENABLE', [...ACCOUNT_GUARDS, 'refuse_inactive_reseller']);
  };
  await unwatch();
  world.close = async () => {
    await unwatch();
    await close();
  };
}

async function switchGuards(world: World, how: 'ENABLE' | 'DISABLE', functions: readonly string[]): Promise<void> {
  const triggers = await world.sql<{ name: string; of: string }>(
    `SELECT t.tgname AS name, t.tgrelid::regclass::text AS of FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal AND p.proname = ANY ($1)`,
    [functions],
  );
  if (triggers.length === 0) throw new Error('There are no guards to switch');
  for (const { name, of } of triggers) await world.sql(`ALTER TABLE ${of} ${how} TRIGGER ${name}`);
}

/** A part of a table on a node has a number behind its name. */
const KEY = `CASE WHEN TG_TABLE_NAME ~ '^accounts(_[0-9]+)?$' THEN 'id' ELSE 'account_id' END`;

const WATCH = [
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''50ms''', current_database()); END $$`,
  `CREATE FUNCTION forbid_when_managed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE
      written uuid := to_jsonb(NEW) ->> ${KEY};
    BEGIN
      -- S29: a move ends what runs, and gives the account to whom it is billed to from then on.
      IF session_user = 'reseller_accounts_portal' AND coalesce(current_setting('app.mutation', true), '') <> 'completeMove'
        AND EXISTS (SELECT FROM accounts WHERE id = written AND tenant_reseller_id IS NOT NULL) THEN
        RAISE EXCEPTION 'forbidden at the commit: the distributor wrote % of a managed account', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END
  $$`,
  // S12: of a deleted account, its debts are invoiced and nothing else is written. The deletion itself ends what runs.
  `CREATE FUNCTION forbid_when_deleted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE
      written jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
      of_account uuid := written ->> ${KEY};
    BEGIN
      -- S29: a deleted account is released, and stays deleted.
      IF session_user = 'reseller_accounts_portal' AND coalesce(current_setting('app.mutation', true), '') <> 'releaseAccounts'
        AND EXISTS (SELECT FROM accounts WHERE id = of_account AND status = 'DELETED') THEN
        RAISE EXCEPTION 'forbidden at the commit: the distributor wrote % of a deleted account', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END
  $$`,
  ...['account_contacts', 'account_relations'].map(
    (table) => `CREATE CONSTRAINT TRIGGER watch_deleted AFTER INSERT OR UPDATE OR DELETE ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_when_deleted()`,
  ),
  ...['sales_documents', 'subscriptions', 'synchronization_outbox'].map(
    (table) => `CREATE CONSTRAINT TRIGGER watch_deleted AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_when_deleted()`,
  ),
  `CREATE CONSTRAINT TRIGGER watch_deleted AFTER INSERT ON invoice_lines
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.subscription_id IS NULL AND NEW.corrects_position IS NULL) EXECUTE FUNCTION forbid_when_deleted()`,
  `CREATE CONSTRAINT TRIGGER watch_deleted AFTER UPDATE ON accounts
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT (OLD.status <> 'DELETED' AND NEW.status = 'DELETED'))
    EXECUTE FUNCTION forbid_when_deleted()`,
  ...['sales_documents', 'subscriptions', 'synchronization_outbox'].map(
    (table) => `CREATE CONSTRAINT TRIGGER watch AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_when_managed()`,
  ),
  `CREATE CONSTRAINT TRIGGER watch_end AFTER UPDATE OF end_date, cancellation_date ON subscriptions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_when_managed()`,
  `CREATE CONSTRAINT TRIGGER watch AFTER UPDATE ON accounts
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.name, OLD.accounting_no, OLD.email, OLD.billing_address, OLD.synchronization_options, OLD.status,
        OLD.currency, OLD.bill_to_id)
      IS DISTINCT FROM (NEW.name, NEW.accounting_no, NEW.email, NEW.billing_address, NEW.synchronization_options,
        NEW.status, NEW.currency, NEW.bill_to_id))
    EXECUTE FUNCTION forbid_when_managed()`,
];

/** Triggers first: a function goes when no trigger calls it any more. */
const UNWATCH = `
  SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) AS statement
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND t.tgname LIKE 'watch%' AND NOT c.relispartition
  UNION ALL
  SELECT format('DROP FUNCTION %s', p.oid::regprocedure) FROM pg_proc p WHERE p.proname LIKE 'forbid\\_%'`;
