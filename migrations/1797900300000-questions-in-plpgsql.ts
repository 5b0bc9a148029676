import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the sync asks by functions is asked in PL/pgSQL: of a function in SQL a distributed database knows no argument when it
 * decides where a statement goes. The resellers that counts of events are of are looked up first, for the same reason that
 * triggers read their rows first. What is answered and written is the same. Running code may stay up.
 */
export class QuestionsInPlpgsql1797900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const { head, query } of QUESTIONS) {
      await runner.query(
        `CREATE OR REPLACE FUNCTION ${head} LANGUAGE plpgsql STABLE ${AS_OWNER} AS $$
          #variable_conflict use_column
          BEGIN
            RETURN QUERY ${query};
          END
        $$`,
      );
    }
    await runner.query(
      noteActivity(
        'plpgsql',
        (insert) => `
          DECLARE
            known uuid[] := ARRAY (SELECT (c.one ->> 'tenantResellerId')::uuid FROM jsonb_array_elements(counted) AS c(one));
          BEGIN
            SELECT array_agg(t.id) INTO known FROM tenant_resellers t WHERE t.id = ANY (known);
            ${insert('= ANY (known)')};
          END
        `,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(noteActivity('sql', (insert) => insert('IN (SELECT id FROM tenant_resellers)')));
    for (const { head, query } of QUESTIONS) {
      await runner.query(`CREATE OR REPLACE FUNCTION ${head} LANGUAGE sql STABLE ${AS_OWNER} AS $$ ${query} $$`);
    }
  }
}

const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const QUESTIONS = [
  {
    head: 'offered_prices(of_service uuid) RETURNS SETOF service_prices',
    query: `SELECT * FROM service_prices WHERE service_id = of_service
      AND EXISTS (SELECT FROM tenant_resellers WHERE id = current_tenant_reseller())`,
  },
  {
    head: 'listed_prices(of_service uuid) RETURNS SETOF price_list_entries',
    query: `SELECT e.* FROM tenant_resellers t JOIN price_list_entries e ON e.price_list_id = t.price_list_id
    WHERE t.id = current_tenant_reseller() AND e.service_id = of_service`,
  },
  {
    head: 'copy_gaps() RETURNS TABLE (lacks_responsible_user boolean, lacks_permission_rule boolean)',
    query: `SELECT o.responsible_user_id IS NULL, o.permission_rule_id IS NULL
    FROM (SELECT 1) one LEFT JOIN api_options o ON o.entity = 'ACCOUNT'`,
  },
  {
    head: `account_gaps(ids uuid[])
    RETURNS TABLE (account_id uuid, lacks_responsible_user boolean, lacks_permission_rule boolean)`,
    query: `SELECT a.id, a.responsible_user_id IS NULL, a.permission_rule_id IS NULL FROM accounts a
    WHERE a.id = ANY (ids) AND a.tenant_reseller_id = current_tenant_reseller()`,
  },
];

const noteActivity = (language: string, body: (insert: (isKnown: string) => string) => string) =>
  `CREATE OR REPLACE FUNCTION note_sync_activity(counted jsonb) RETURNS void LANGUAGE ${language} ${AS_OWNER} AS $$${body(
    (isKnown) => `
    INSERT INTO sync_activity AS a (tenant_reseller_id, since, accepted, refused, last_accepted_at)
      SELECT c."tenantResellerId", c.since, c.accepted, c.refused, c."lastAcceptedAt"
      FROM jsonb_to_recordset(counted) AS c("tenantResellerId" uuid, since timestamptz, accepted bigint, refused bigint,
        "lastAcceptedAt" timestamptz)
      WHERE c."tenantResellerId" ${isKnown}
      ORDER BY c."tenantResellerId", c.since
      ON CONFLICT (tenant_reseller_id, since) DO UPDATE SET accepted = a.accepted + excluded.accepted,
        refused = a.refused + excluded.refused, last_accepted_at = greatest(a.last_accepted_at, excluded.last_accepted_at)
  `,
  )}$$`;
