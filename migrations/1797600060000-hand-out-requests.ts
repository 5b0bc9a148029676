import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests to synchronize are handed out in an order and acknowledged by position. A request has its position when it is
 * handed out first, in the order in which requests became visible: one whose transaction ends late comes later, and is
 * not skipped. Requests of one account keep the order in which they were made, for which their instant is that of the write.
 *
 * Whoever delivers them needs no more than the portal's login: two functions of the owner's, which change nothing else.
 * Running code may stay up: it adds requests as before, and reads none.
 */
export class HandOutRequests1797600060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...TABLE, ...FUNCTIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP FUNCTION hand_out_requests(bigint, integer), acknowledge_requests(bigint)');
    await runner.query('DROP TRIGGER request_is_new ON synchronization_outbox');
    await runner.query('DROP INDEX ix_synchronization_outbox_position');
    await runner.query('ALTER TABLE synchronization_outbox DROP position, ALTER requested_at SET DEFAULT now()');
  }
}

const PORTAL = 'reseller_accounts_portal';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const TABLE = [
  'ALTER TABLE synchronization_outbox ADD position bigint, ALTER requested_at SET DEFAULT clock_timestamp()',
  // Few rows: it is built in a moment.
  'CREATE INDEX ix_synchronization_outbox_position ON synchronization_outbox (position)',
  `CREATE TRIGGER request_is_new BEFORE INSERT ON synchronization_outbox FOR EACH ROW
    WHEN (session_user = '${PORTAL}' AND (NEW.position IS NOT NULL OR NEW.delivered_at IS NOT NULL))
    EXECUTE FUNCTION refuse_row()`,
];

/** Who gives positions holds this to the end of the transaction, so that they become visible in their order. */
const ADVISORY_LOCK = 7_216_405_314;

const FUNCTIONS = [
  // Row by row: there are few, and each is on the node of its account.
  `CREATE FUNCTION hand_out_requests(after_position bigint, at_most integer)
    RETURNS SETOF synchronization_outbox LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      last bigint;
      wanted record;
    BEGIN
      IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Requests are handed out at READ COMMITTED alone' USING ERRCODE = '25001';
      END IF;
      IF EXISTS (SELECT FROM synchronization_outbox o WHERE o.position IS NULL) THEN
        PERFORM pg_advisory_xact_lock(${ADVISORY_LOCK});
        last := coalesce((SELECT max(o.position) FROM synchronization_outbox o), 0);
        FOR wanted IN SELECT o.account_id, o.id FROM synchronization_outbox o WHERE o.position IS NULL
            ORDER BY o.requested_at, o.account_id, o.id LIMIT least(at_most, 1000) LOOP
          last := last + 1;
          UPDATE synchronization_outbox o SET position = last
            WHERE o.account_id = wanted.account_id AND o.id = wanted.id;
        END LOOP;
      END IF;
      RETURN QUERY SELECT o.* FROM synchronization_outbox o WHERE o.position > coalesce(after_position, 0) AND o.delivered_at IS NULL
        ORDER BY o.position LIMIT least(at_most, 1000);
    END
  $$`,
  `CREATE FUNCTION acknowledge_requests(up_to bigint) RETURNS bigint LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      acknowledged bigint;
    BEGIN
      IF up_to > coalesce((SELECT max(o.position) FROM synchronization_outbox o), 0) THEN
        RAISE EXCEPTION 'Position % has not been handed out', up_to USING ERRCODE = '22023';
      END IF;
      UPDATE synchronization_outbox SET delivered_at = statement_timestamp()
        WHERE position <= up_to AND delivered_at IS NULL;
      GET DIAGNOSTICS acknowledged = ROW_COUNT;
      RETURN acknowledged;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION hand_out_requests(bigint, integer), acknowledge_requests(bigint) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION hand_out_requests(bigint, integer), acknowledge_requests(bigint) TO ${PORTAL}`,
];
