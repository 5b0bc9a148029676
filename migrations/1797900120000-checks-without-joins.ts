import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The checks of what is written read what they compare the rows of a statement with beforehand, each in a statement of its own: of
 * a distributed table a statement goes to where its rows are, and the rows of the trigger do not go along. What they refuse
 * is the same, with the same words. Running code may stay up.
 */
export class ChecksWithoutJoins1797900120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [COPIES, RECORDED, HISTORY, ...LINES.map(closed)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [FORMER_COPIES, FORMER_RECORDED, FORMER_HISTORY, ...LINES.map(formerlyClosed)]) {
      await runner.query(statement);
    }
  }
}

const SYNC = 'reseller_accounts_sync';
const PORTAL = 'reseller_accounts_portal';

const trigger = (name: string, declared: string, body: string) => `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    ${declared}
  BEGIN
    ${body}
    RETURN NULL;
  END
$$`;
const refuse = (what: string, which: string, code = 'RA001') => `IF FOUND THEN
      RAISE EXCEPTION '% refuses ${what}', TG_NAME, ${which} USING ERRCODE = '${code}';
    END IF;`;
const ONLY_SYNC = `IF session_user <> '${SYNC}' THEN
      RETURN NULL;
    END IF;`;

const NOT_ITS_CUSTOMERS = `n.parent_id IS DISTINCT FROM t.account_id OR n.bill_to_id IS DISTINCT FROM t.account_id
        OR n.origin <> 'COPIED_FROM_RESELLER' OR n.status = 'DELETED' OR n.revision <> 1`;
const MOMENTS = `is_of_statement(n.managed_since) IS NOT TRUE OR NOT is_of_transaction(n.created_at)
        OR NOT is_of_transaction(n.updated_at) OR is_of_statement(n.last_synced_at) IS NOT TRUE`;
const FORMER_MOMENTS = `n.managed_since IS DISTINCT FROM statement_timestamp() OR n.created_at <> transaction_timestamp()
        OR n.updated_at <> transaction_timestamp() OR n.last_synced_at IS DISTINCT FROM statement_timestamp()`;
const NOT_AS_ITS_RESELLER = 'n.currency <> t.currency OR NOT t.back_ordering_active';
const copies = (declared: string, read: string, from: string, other: string, moments: string) =>
  trigger(
    'check_copies',
    `wrong text;${declared}`,
    `${ONLY_SYNC}${read}
    SELECT n.id INTO wrong FROM ${from}
      WHERE ${other}${NOT_ITS_CUSTOMERS}
        OR ${moments}
      LIMIT 1;
    ${refuse('a copy that is not the one of its customer: %', 'wrong')}
    SELECT n.id INTO wrong FROM ${from}
      WHERE ${NOT_AS_ITS_RESELLER} LIMIT 1;
    ${refuse('a copy that is not as its reseller is now: %', 'wrong', '40001')}`,
  );
const COPIES = copies(
  `
    t record;`,
  `
    SELECT r.id, r.account_id, r.currency, r.back_ordering_active INTO t
      FROM tenant_resellers r WHERE r.id = current_tenant_reseller();`,
  'new_rows n',
  'n.tenant_reseller_id IS DISTINCT FROM t.id OR ',
  MOMENTS,
);
const FORMER_COPIES = copies(
  '',
  '',
  'new_rows n JOIN tenant_resellers t ON t.id = n.tenant_reseller_id',
  '',
  FORMER_MOMENTS,
);

/** The key of the customer that the account is now: of a copy its id. */
const CUSTOMER = `CASE a.origin WHEN 'COPIED_FROM_RESELLER' THEN a.id
          ELSE uuid_v5('customer:' || a.tenant_reseller_id || ':' || a.source_account_id) END`;
const NOT_AS_RECORDED = `n.tenant_reseller_id IS DISTINCT FROM a.tenant_reseller_id OR n.closed_on IS NOT NULL
        OR n.due_from IS NOT NULL OR n.cancellation_date IS NOT NULL AND n.source_version IS NULL OR n.settled_periods <> 0`;
/** `joined`: the accounts beside the rows; `customer`: the key of the customer that one is. */
const recorded = (declared: string, read: string, joined: string, customer: string, isOfAnother: string) =>
  trigger(
    'check_recorded',
    `wrong text;${declared}`,
    `${ONLY_SYNC}${read}
    SELECT n.id INTO wrong FROM new_rows n JOIN ${joined}
      WHERE n.source_key IS NULL
        OR n.source_key IS DISTINCT FROM uuid_v5('subscription:' || ${customer} || ':' || n.source_subscription_id)
        OR n.id <> n.source_key OR ${NOT_AS_RECORDED} OR n.invoiced_periods <> 0
        OR ${isOfAnother}
      LIMIT 1;
    ${refuse('a subscription that is not the one of its source: %', 'wrong')}
    SELECT s.id INTO wrong FROM (
        SELECT min(n.id::text) AS id, a.tenant_reseller_id, n.service_id, n.currency, n.billing_period, n.start_date, n.unit_price,
          n.price_source, bool_or(n.currency <> a.currency) AS is_other
        FROM new_rows n JOIN ${joined} GROUP BY 2, 3, 4, 5, 6, 7, 8) s
        CROSS JOIN LATERAL price_for_sale(s.tenant_reseller_id, s.service_id, s.currency, s.billing_period, s.start_date) p
      WHERE s.is_other OR p.amount IS DISTINCT FROM s.unit_price OR p.source IS DISTINCT FROM s.price_source LIMIT 1;
    ${refuse('a subscription that is not at the price of the list: %', 'wrong', '40001')}`,
  );
const RECORDED = recorded(
  `
    ids uuid[];
    customers uuid[];
    resellers uuid[];
    currencies text[];`,
  `
    SELECT array_agg(DISTINCT n.account_id) INTO ids FROM new_rows n;
    SELECT array_agg(a.id), array_agg(${CUSTOMER}), array_agg(a.tenant_reseller_id), array_agg(a.currency)
      INTO ids, customers, resellers, currencies
      FROM accounts a WHERE a.id = ANY (ids);`,
  `unnest(ids, customers, resellers, currencies) AS a(id, customer, tenant_reseller_id, currency) ON a.id = n.account_id`,
  'a.customer',
  'NOT is_of_transaction(n.created_at)',
);
const FORMER_RECORDED = recorded(
  '',
  '',
  'accounts a ON a.id = n.account_id',
  CUSTOMER,
  'n.created_at <> transaction_timestamp()',
);

const history = (declared: string, read: string, isNotItsOwn: string) =>
  trigger(
    'refuse_forged_history',
    `earliest timestamptz;
      latest timestamptz;
      forged text;${declared}`,
    `IF session_user NOT IN ('${PORTAL}', '${SYNC}') THEN
        RETURN NULL;
      END IF;
      SELECT min(n.at), max(n.at) INTO earliest, latest FROM new_rows n;
      IF earliest < statement_timestamp() - interval '2 seconds' OR latest > clock_timestamp() + interval '2 seconds' THEN
        RAISE EXCEPTION '% refuses a line of history of another time', TG_NAME USING ERRCODE = 'RA001';
      END IF;${read}
      SELECT n.actor INTO forged
        FROM (SELECT DISTINCT actor FROM new_rows) n
        WHERE session_user = '${PORTAL}' AND n.actor ~* 'tenant[^[:alnum:]]+reseller[^[:alnum:]]*$'
          OR session_user = '${SYNC}' AND ${isNotItsOwn}
        LIMIT 1;
      IF FOUND THEN
        -- A reseller that was renamed meanwhile signs anew; nobody else may.
        RAISE EXCEPTION '% refuses a line of history that is signed as %', TG_NAME, forged
          USING ERRCODE = CASE session_user WHEN '${SYNC}' THEN '40001' ELSE 'RA001' END;
      END IF;`,
  );
const HISTORY = history(
  `
      own text;`,
  `
      IF session_user = '${SYNC}' THEN
        SELECT t.name || ' Tenant Reseller' INTO own FROM tenant_resellers t WHERE t.id = current_tenant_reseller();
      END IF;`,
  'n.actor IS DISTINCT FROM own',
);
const FORMER_HISTORY = history(
  '',
  '',
  `NOT EXISTS (
            SELECT FROM tenant_resellers t
            WHERE t.name || ' Tenant Reseller' = n.actor AND t.id = current_tenant_reseller())`,
);

const LINES = [
  ['refuse_more_invoice_lines', 'invoice_lines', 'invoice_id'],
  ['refuse_more_sales_lines', 'sales_lines', 'document_id'],
] as const;
const lines = (name: string, declared: string, find: string) =>
  trigger(
    name,
    `grown uuid;${declared}`,
    `${find}
    IF FOUND AND session_user IN ('${PORTAL}', '${SYNC}') THEN
      RAISE EXCEPTION '% refuses another line of %', TG_NAME, grown USING ERRCODE = 'RA001';
    END IF;`,
  );
const closed = ([name, table, parent]: (typeof LINES)[number]) =>
  lines(
    name,
    `
    owners uuid[];
    ids uuid[];
    counts bigint[];`,
    `SELECT array_agg(DISTINCT n.account_id), array_agg(DISTINCT n.${parent}) INTO owners, ids FROM new_rows n;
    SELECT array_agg(l.account_id), array_agg(l.id), array_agg(l.lines) INTO owners, ids, counts
      FROM (SELECT account_id, ${parent} AS id, count(*) AS lines FROM ${table}
        WHERE account_id = ANY (owners) AND ${parent} = ANY (ids) GROUP BY 1, 2) l;
    SELECT n.id INTO grown
      FROM (SELECT account_id, ${parent} AS id, count(*) AS lines FROM new_rows GROUP BY 1, 2) n
        JOIN unnest(owners, ids, counts) AS l(account_id, id, lines) ON l.account_id = n.account_id AND l.id = n.id
      WHERE n.lines <> l.lines
      LIMIT 1;`,
  );
const formerlyClosed = ([name, table, parent]: (typeof LINES)[number]) =>
  lines(
    name,
    '',
    `SELECT n.id INTO grown
      FROM (SELECT account_id, ${parent} AS id, count(*) AS lines FROM new_rows GROUP BY 1, 2) n
      WHERE n.lines <> (SELECT count(*) FROM ${table} l WHERE l.account_id = n.account_id AND l.${parent} = n.id)
      LIMIT 1;`,
  );
