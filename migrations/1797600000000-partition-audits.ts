import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Both audits by month (native partitions by `at`), so that what is old can be taken away by the month and the indexes that
 * writes go to stay small. The account audit grows with each refresh; the set-up audit does not, but with every keyed creation
 * and every invoice, and one kind of audit is looked after in one way.
 *
 * The table that was there becomes the partition of the rest, as it is: no row is copied or read, but for the key of the
 * set-up audit, which is built anew with the instant in it, as a partition's must be. `make_audit_partitions` makes the
 * months; where the rest is too large to be looked through while writers wait, `db:setup` and `db:maintain` turn it into a
 * part of its own afterwards. Nobody is granted anything on a partition: the logins reach them through the audit alone.
 *
 * Running code may stay up: it reads and writes the audits by their names, and waits for the moment of the swap.
 */
export class PartitionAudits1797600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const audit of AUDITS) for (const statement of partitioned(audit)) await runner.query(statement);
    for (const statement of FUNCTIONS) await runner.query(statement);
    await runner.query('SELECT FROM make_audit_partitions()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    await runner.query('DROP FUNCTION make_audit_partitions(), audit_rest()');
    for (const audit of AUDITS) for (const statement of whole(audit)) await runner.query(statement);
  }
}

interface Audit {
  readonly name: string;
  readonly key: string;
  readonly formerKey: string;
  /** Whether the key serves what reads in the order of time. */
  readonly isKeptInOrder: boolean;
}

const AUDITS: readonly Audit[] = [
  { name: 'account_audit', key: 'account_id, at, id', formerKey: 'account_id, at, id', isKeptInOrder: false },
  { name: 'setup_audit', key: 'at, id', formerKey: 'id', isKeptInOrder: true },
];
const LOCKS = 'LOCK TABLE account_audit, setup_audit IN ACCESS EXCLUSIVE MODE';
const PORTAL = 'reseller_accounts_portal';
const LOGINS = `${PORTAL}, reseller_accounts_sync`;

const partitioned = ({ name, key, isKeptInOrder }: Audit) => [
  `ALTER TABLE ${name} RENAME TO ${name}_rest`,
  ...(isKeptInOrder
    ? [`ALTER TABLE ${name}_rest DROP CONSTRAINT pk_${name}`, `DROP INDEX ix_${name}_at`]
    : [
        `ALTER TABLE ${name}_rest RENAME CONSTRAINT pk_${name} TO ${name}_rest_pkey`,
        `ALTER INDEX ix_${name}_at RENAME TO ${name}_rest_at_id_idx`,
      ]),
  `REVOKE ALL ON ${name}_rest FROM PUBLIC, ${LOGINS}`,
  `CREATE TABLE ${name} (LIKE ${name}_rest INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
    CONSTRAINT pk_${name} PRIMARY KEY (${key})) PARTITION BY RANGE (at)`,
  ...(isKeptInOrder ? [] : [`CREATE INDEX ix_${name}_at ON ${name} (at, id)`]),
  `ALTER TABLE ${name} ATTACH PARTITION ${name}_rest DEFAULT`,
  `GRANT SELECT ON ${name} TO ${PORTAL}`,
];

/** All in one table again. */
const whole = ({ name, formerKey }: Audit) => [
  `CREATE TABLE ${name}_whole (LIKE ${name} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`,
  `INSERT INTO ${name}_whole SELECT * FROM ${name}`,
  `DROP TABLE ${name}`,
  `ALTER TABLE ${name}_whole RENAME TO ${name}`,
  `ALTER TABLE ${name} ADD CONSTRAINT pk_${name} PRIMARY KEY (${formerKey})`,
  `CREATE INDEX ix_${name}_at ON ${name} (at, id)`,
  `GRANT SELECT ON ${name} TO ${PORTAL}`,
];

/** Who makes, turns or takes away partitions holds this: for a transaction here, for its session the owner. */
const ADVISORY_LOCK = 7_216_405_313;
/** To attach a month is to look through the rest, for which whoever reads an audit waits: some hundredths of a second. */
const LARGEST_REST = 32 * 1024 * 1024;

const FUNCTIONS = [
  // This month and the next three, of both audits, in UTC. Tells of each that it made, and of one that it could not make
  // and why. It waits for nobody for longer than half a second, and so does nobody behind it.
  `CREATE FUNCTION make_audit_partitions() RETURNS TABLE (audit text, month date, outcome text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET "TimeZone" = 'UTC' SET lock_timeout = '500ms' AS $$
    DECLARE
      part text;
      rest text;
      since timestamptz;
      until timestamptz;
      is_in_rest boolean;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${ADVISORY_LOCK}) THEN
        RETURN;
      END IF;
      FOREACH audit IN ARRAY ARRAY['account_audit', 'setup_audit'] LOOP
        rest := audit || '_rest';
        -- Left behind by an owner who was broken off while the rest became a part of its own: it would refuse what comes later.
        IF EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = to_regclass('public.' || rest)
            AND k.conname = rest || '_becomes_a_part') THEN
          EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT %I', rest, rest || '_becomes_a_part');
        END IF;
        FOR nth IN 0..3 LOOP
          since := date_trunc('month', statement_timestamp()) + make_interval(months => nth);
          until := since + interval '1 month';
          month := since::date;
          part := audit || to_char(since, '_YYYY_MM');
          CONTINUE WHEN EXISTS (
            SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid,
              pg_get_expr(c.relpartbound, c.oid) AS bounds
            WHERE i.inhparent = to_regclass('public.' || audit) AND bounds <> 'DEFAULT'
              AND coalesce(substring(bounds FROM 'FROM \\(''([^'']+)''\\)')::timestamptz, '-infinity') <= since
              AND substring(bounds FROM 'TO \\(''([^'']+)''\\)')::timestamptz > since);
          BEGIN
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE at >= $1 AND at < $2)', rest)
              INTO is_in_rest USING since, until;
            IF is_in_rest THEN
              outcome := 'IN_REST';
            ELSIF pg_relation_size(to_regclass('public.' || rest)) > ${LARGEST_REST} THEN
              outcome := 'REST_TOO_LARGE';
            ELSE
              EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', part, audit);
              -- Who was on the way into the rest meanwhile would be refused there: an entry of this month, now.
              EXECUTE format('LOCK TABLE ONLY public.%I IN ACCESS EXCLUSIVE MODE', audit);
              -- Whatever a new table is granted to by default.
              EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, ${LOGINS}', part);
              EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
                audit, part, since, until);
              outcome := 'MADE';
            END IF;
          EXCEPTION
            WHEN check_violation THEN
              outcome := 'IN_REST';
            WHEN lock_not_available OR deadlock_detected THEN
              outcome := 'BUSY';
          END;
          RETURN NEXT;
          EXIT WHEN outcome = 'BUSY';
        END LOOP;
      END LOOP;
    END
  $$`,
  // What lies in no month: how many entries, counted up to ten thousand, and since when.
  `CREATE FUNCTION audit_rest() RETURNS TABLE (audit text, entries bigint, oldest timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT 'account_audit', (SELECT count(*) FROM (SELECT FROM account_audit_rest LIMIT 10000) counted),
      (SELECT min(at) FROM account_audit_rest)
    UNION ALL SELECT 'setup_audit', (SELECT count(*) FROM (SELECT FROM setup_audit_rest LIMIT 10000) counted),
      (SELECT min(at) FROM setup_audit_rest)
  $$`,
  'REVOKE EXECUTE ON FUNCTION make_audit_partitions(), audit_rest() FROM PUBLIC',
  `GRANT EXECUTE ON FUNCTION make_audit_partitions(), audit_rest() TO ${PORTAL}`,
];
