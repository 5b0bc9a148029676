import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of the set-up a transaction relies on is held by a name, not by its row: others hold it too, and who changes it waits for
 * them, and they for the change. A distributed database has such a row on every node, and two who hold it there wait for each
 * other in a circle. The names are locked on the node that is asked, until the transaction ends.
 *
 * Running code may stay up. It holds rows, so that for as long as it does a change through the one does not wait for who
 * relies on it through the other.
 */
export class HoldByName1797900480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await runner.query(holdReseller(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(
      holdReseller('PERFORM FROM tenant_resellers t WHERE t.id = current_tenant_reseller() FOR KEY SHARE;'),
    );
    await runner.query('DROP FUNCTION hold_permission_rule(uuid), hold_setup(text), change_setup(text)');
  }
}

const PORTAL = 'reseller_accounts_portal';
const SAFE = 'LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp';

const FUNCTIONS = [
  ...(
    [
      ['hold_setup', 'pg_advisory_xact_lock_shared'],
      ['change_setup', 'pg_advisory_xact_lock'],
    ] as const
  ).map(
    ([name, lock]) => `CREATE FUNCTION ${name}(what text) RETURNS void ${SAFE} AS $$
      BEGIN
        PERFORM ${lock}(hashtextextended('set-up ' || what, 0));
      END
    $$`,
  ),
  `CREATE FUNCTION hold_permission_rule(of_account uuid) RETURNS void ${SAFE} AS $$
    DECLARE
      rule uuid;
    BEGIN
      SELECT a.permission_rule_id INTO rule FROM accounts a WHERE a.id = of_account;
      IF rule IS NOT NULL THEN
        PERFORM hold_setup('sharing rule ' || rule);
      END IF;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION hold_permission_rule(uuid), hold_setup(text), change_setup(text) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION hold_permission_rule(uuid), hold_setup(text), change_setup(text) TO ${PORTAL}`,
];

const HELD = [
  ...['id', 'name', 'currency', 'separate_invoices', 'back_ordering_active', 'account_id', 'price_list_id', 'status'],
];
const TYPES: Readonly<Record<string, string>> = {
  ...{ id: 'uuid', account_id: 'uuid', price_list_id: 'uuid' },
  ...{ separate_invoices: 'boolean', back_ordering_active: 'boolean' },
};

/** The sync's reseller, kept as it is until the transaction ends by its place in the queue (reseller-status). */
const holdReseller = (row: string) => `CREATE OR REPLACE FUNCTION hold_reseller()
  RETURNS TABLE (${HELD.map((column) => `${column} ${TYPES[column] ?? 'text'}`).join(', ')}, account_status text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(reseller_queue(current_tenant_reseller()));
    ${row}
    RETURN QUERY SELECT ${HELD.map((column) => `t.${column}`).join(', ')}, reseller_account_status()
      FROM tenant_resellers t WHERE t.id = current_tenant_reseller();
  END
$$`;
