import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How much a table holds is asked by functions of two forms: where several nodes share the tables, the coordinator's own are
 * empty (src/persistence/integrity/distributed-forms.ts). And what looks for requests, or for entries in no month's partition,
 * asks for a column: Citus cannot read back a sub-query without any.
 *
 * Running code may stay up.
 */
export class StoredOnSeveralNodes1797900600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STORED) await runner.query(statement);
    for (const [name, before, after] of REWORDED) await runner.query(reword(name, before, after));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, before, after] of REWORDED) await runner.query(reword(name, after, before));
    await runner.query('DROP FUNCTION stored_bytes(regclass), stored_rows(regclass)');
  }
}

const PORTAL = 'reseller_accounts_portal';

const STORED = [
  // As its owner: no login may ask the nodes by itself.
  `CREATE FUNCTION stored_bytes(stored regclass) RETURNS bigint LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ SELECT pg_total_relation_size(stored) $$`,
  `CREATE FUNCTION stored_rows(stored regclass) RETURNS bigint LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT greatest(0, (SELECT c.reltuples FROM pg_catalog.pg_class c WHERE c.oid = stored))::bigint
  $$`,
  'REVOKE EXECUTE ON FUNCTION stored_bytes(regclass), stored_rows(regclass) FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION stored_bytes(regclass), stored_rows(regclass) TO ${PORTAL}`,
];

/** In which function what is said otherwise now. */
const REWORDED = [
  ['hand_out_requests', 'IF EXISTS (SELECT FROM', 'IF EXISTS (SELECT 1 FROM'],
  ['audit_rest', 'FROM (SELECT FROM', 'FROM (SELECT 1 FROM'],
  ['make_audit_partitions', 'SELECT EXISTS (SELECT FROM', 'SELECT EXISTS (SELECT 1 FROM'],
] as const;

function reword(name: string, before: string, after: string): string {
  return `DO $do$
    DECLARE
      known text := pg_get_functiondef('public.${name}'::regproc);
    BEGIN
      IF strpos(known, '${before}') = 0 THEN
        RAISE EXCEPTION 'The function ${name} is not the one that the migrations made';
      END IF;
      EXECUTE replace(known, '${before}', '${after}');
    END
  $do$`;
}
