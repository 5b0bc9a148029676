import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What did not happen: a row for each customer or subscription of which a tenant reseller's event was refused, until it is
 * taken, and how many events were taken and refused, by five minutes (S33). Neither holds what was sent. The logins write both
 * by these functions alone, a sync its own reseller's problems. Running code may stay up: it knows neither.
 */
export class SyncInbox1797700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...PROBLEMS, ...ACTIVITY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [
      'DROP FUNCTION note_sync_activity(jsonb)',
      'DROP TABLE sync_activity',
      'DROP FUNCTION note_sync_problems(jsonb, uuid[])',
      'DROP TABLE sync_problems',
    ]) {
      await runner.query(statement);
    }
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';
const MOST_OPEN = 10_000;

const PROBLEMS = [
  // Keyed by what the customer and the subscription are known by, which are too long for an index themselves; of what is
  // refused of the customer as such, its own key is both. What is beyond the most is one row under the reseller's id.
  `CREATE TABLE sync_problems (
    tenant_reseller_id uuid NOT NULL CONSTRAINT fk_sync_problems_tenant_reseller REFERENCES tenant_resellers (id),
    subject_key uuid NOT NULL,
    customer_key uuid NOT NULL,
    source_account_id text NOT NULL,
    source_subscription_id text,
    code text NOT NULL,
    message text NOT NULL,
    path text[] NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    count bigint NOT NULL,
    closed_at timestamptz,
    CONSTRAINT pk_sync_problems PRIMARY KEY (tenant_reseller_id, subject_key)
  )`,
  'CREATE INDEX ix_sync_problems_seen ON sync_problems (tenant_reseller_id, last_seen_at, subject_key)',
  `CREATE INDEX ix_sync_problems_open ON sync_problems (tenant_reseller_id, customer_key) WHERE closed_at IS NULL`,
  'ALTER TABLE sync_problems ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY portal ON sync_problems TO ${PORTAL} USING (true) WITH CHECK (true)`,
  `CREATE POLICY sync ON sync_problems TO ${SYNC} USING (tenant_reseller_id = current_tenant_reseller())
    WITH CHECK (tenant_reseller_id = current_tenant_reseller())`,
  `GRANT SELECT ON sync_problems TO ${PORTAL}, ${SYNC}`,
  `CREATE FUNCTION note_sync_problems(refused jsonb, taken uuid[]) RETURNS void LANGUAGE plpgsql ${AS_OWNER} AS $$
    DECLARE
      sender uuid := current_tenant_reseller();
      noted_at timestamptz := statement_timestamp();
      added uuid[];
      known uuid[];
      excess uuid[] := '{}';
      overflows boolean;
      room bigint;
    BEGIN
      IF sender IS NULL THEN
        RAISE EXCEPTION 'Nobody sent what is to be noted' USING ERRCODE = '42501';
      END IF;
      -- Or two that count at the same time would both find room.
      PERFORM pg_advisory_xact_lock(hashtextextended('sync inbox of ' || sender::text, 0));
      UPDATE sync_problems SET closed_at = noted_at
        WHERE tenant_reseller_id = sender AND subject_key = ANY (taken) AND closed_at IS NULL;
      SELECT array_agg(r."subjectKey" ORDER BY r."subjectKey") INTO added
        FROM jsonb_to_recordset(refused) AS r("subjectKey" uuid, "isTaken" boolean) WHERE NOT r."isTaken";
      SELECT coalesce(array_agg(p.subject_key), '{}') INTO known FROM sync_problems p
        WHERE p.tenant_reseller_id = sender AND p.subject_key = ANY (added) AND p.closed_at IS NULL;
      added := ARRAY (SELECT key FROM unnest(added) WITH ORDINALITY AS a(key, at) WHERE key <> ALL (known) ORDER BY at);
      overflows := EXISTS (SELECT FROM sync_problems p
        WHERE p.tenant_reseller_id = sender AND p.subject_key = sender AND p.closed_at IS NULL);
      -- What is refused again takes no room: then thousands of rows are not worth counting.
      IF cardinality(added) > 0 OR overflows THEN
        SELECT ${MOST_OPEN} - count(*) INTO room FROM (SELECT FROM sync_problems
          WHERE tenant_reseller_id = sender AND closed_at IS NULL AND customer_key <> sender LIMIT ${MOST_OPEN}) open;
        excess := added[room + 1:];
      END IF;
      INSERT INTO sync_problems AS p (tenant_reseller_id, subject_key, customer_key, source_account_id,
          source_subscription_id, code, message, path, first_seen_at, last_seen_at, count, closed_at)
        SELECT sender, r."subjectKey", r."customerKey", r."sourceAccountId", r."sourceSubscriptionId", r.code, r.message,
          r.path, noted_at, noted_at, r.count, CASE WHEN r."isTaken" THEN noted_at END
        FROM jsonb_to_recordset(refused) AS r("subjectKey" uuid, "customerKey" uuid, "sourceAccountId" text,
          "sourceSubscriptionId" text, code text, message text, path text[], count bigint, "isTaken" boolean)
        WHERE r."subjectKey" <> ALL (excess)
        ORDER BY r."subjectKey"
        ON CONFLICT (tenant_reseller_id, subject_key) DO UPDATE SET code = excluded.code, message = excluded.message,
          path = excluded.path, last_seen_at = excluded.last_seen_at, count = p.count + excluded.count,
          closed_at = excluded.closed_at;
      IF cardinality(excess) > 0 THEN
        INSERT INTO sync_problems AS p (tenant_reseller_id, subject_key, customer_key, source_account_id, code, message,
            path, first_seen_at, last_seen_at, count)
          SELECT sender, sender, sender, '', max(r.code) FILTER (WHERE r."subjectKey" = excess[cardinality(excess)]),
            'More than ${MOST_OPEN} problems are open: so many refusals more have no row of their own.', '{}', noted_at,
            noted_at, sum(r.count)
          FROM jsonb_to_recordset(refused) AS r("subjectKey" uuid, code text, count bigint)
          WHERE r."subjectKey" = ANY (excess)
          ON CONFLICT (tenant_reseller_id, subject_key) DO UPDATE SET code = excluded.code,
            last_seen_at = excluded.last_seen_at, closed_at = NULL, count = p.count + excluded.count;
      ELSIF overflows AND room > 0 THEN
        UPDATE sync_problems SET closed_at = noted_at WHERE tenant_reseller_id = sender AND subject_key = sender;
      END IF;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION note_sync_problems(jsonb, uuid[]) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION note_sync_problems(jsonb, uuid[]) TO ${SYNC}`,
];

const ACTIVITY = [
  `CREATE TABLE sync_activity (
    tenant_reseller_id uuid NOT NULL CONSTRAINT fk_sync_activity_tenant_reseller REFERENCES tenant_resellers (id),
    since timestamptz NOT NULL,
    accepted bigint NOT NULL,
    refused bigint NOT NULL,
    last_accepted_at timestamptz,
    CONSTRAINT pk_sync_activity PRIMARY KEY (tenant_reseller_id, since)
  )`,
  'ALTER TABLE sync_activity ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY portal ON sync_activity TO ${PORTAL} USING (true) WITH CHECK (true)`,
  `CREATE POLICY sync ON sync_activity TO ${SYNC} USING (tenant_reseller_id = current_tenant_reseller())
    WITH CHECK (tenant_reseller_id = current_tenant_reseller())`,
  `GRANT SELECT ON sync_activity TO ${PORTAL}, ${SYNC}`,
  // Of resellers that are here: a count is no reason to fail.
  `CREATE FUNCTION note_sync_activity(counted jsonb) RETURNS void LANGUAGE sql ${AS_OWNER} AS $$
    INSERT INTO sync_activity AS a (tenant_reseller_id, since, accepted, refused, last_accepted_at)
      SELECT c."tenantResellerId", c.since, c.accepted, c.refused, c."lastAcceptedAt"
      FROM jsonb_to_recordset(counted) AS c("tenantResellerId" uuid, since timestamptz, accepted bigint, refused bigint,
        "lastAcceptedAt" timestamptz)
      WHERE c."tenantResellerId" IN (SELECT id FROM tenant_resellers)
      ORDER BY c."tenantResellerId", c.since
      ON CONFLICT (tenant_reseller_id, since) DO UPDATE SET accepted = a.accepted + excluded.accepted,
        refused = a.refused + excluded.refused, last_accepted_at = greatest(a.last_accepted_at, excluded.last_accepted_at)
  $$`,
  'REVOKE EXECUTE ON FUNCTION note_sync_activity(jsonb) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION note_sync_activity(jsonb) TO ${PORTAL}`,
];
