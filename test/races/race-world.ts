import { type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * A world with a watch that the server knows nothing of: triggers at the commit that fail what the policy forbids the
 * distributor by then. Deadlocks are found at once, so that races stay short.
 */
export async function aRaceWorld(): Promise<{ world: World; setup: Setup }> {
  const world = await createWorld();
  const setup = await setUpResellers(world);
  world.now = new Date('2026-06-30T12:00:00Z');
  for (const statement of WATCH) await world.sql(statement);
  return { world, setup };
}

const WATCH = [
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = ''50ms''', current_database()); END $$`,
  `CREATE FUNCTION forbid_when_managed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    DECLARE
      written uuid := CASE TG_TABLE_NAME WHEN 'accounts' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'account_id' END;
    BEGIN
      IF session_user = 'reseller_accounts_portal'
        AND EXISTS (SELECT FROM accounts WHERE id = written AND tenant_reseller_id IS NOT NULL) THEN
        RAISE EXCEPTION 'forbidden at the commit: the distributor wrote % of a managed account', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END
  $$`,
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
