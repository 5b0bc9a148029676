import { createHash } from 'node:crypto';
import { PORTAL_LOGIN } from '../engine/logins';

/** A function of the migrations that is another where several nodes share the tables. */
interface DistributedFunction {
  readonly name: string;
  readonly parameters: string;
  readonly returns: string;
  readonly language: 'sql' | 'plpgsql';
  readonly volatility: 'IMMUTABLE' | 'STABLE' | 'VOLATILE';
  /** As its owner, or as who calls it; null: without settings of its own, so that it becomes a part of what asks. */
  readonly as: 'OWNER' | 'CALLER' | null;
  readonly body: string;
}

const SEARCH_PATH = 'pg_catalog, public, pg_temp';

/** A node's own instants come after those of the coordinator, whose statement may have waited for a lock meanwhile. */
const recently = (before: string) => `
  SELECT instant BETWEEN pg_catalog.clock_timestamp() - interval '${before}'
    AND pg_catalog.clock_timestamp() + interval '2 seconds'
`;

const asksOneInstant = {
  parameters: 'instant timestamp with time zone',
  returns: 'boolean',
  language: 'sql',
  volatility: 'STABLE',
  as: null,
} as const;
const asksHowMuch = { ...asksOneInstant, parameters: 'stored regclass', returns: 'bigint', as: 'OWNER' } as const;
const keepsNothing = {
  parameters: '',
  returns: 'trigger',
  language: 'plpgsql',
  volatility: 'VOLATILE',
  as: 'OWNER',
  body: `
  BEGIN
    RETURN NULL;
  END
`,
} as const;

/**
 * On a node nothing may be written that lies on another one: what triggers write elsewhere where there is one node alone, the
 * code asks for by `keep_issued`.
 */
export const DISTRIBUTED_FUNCTIONS: readonly DistributedFunction[] = [
  {
    name: 'keeps_setup_audit',
    parameters: '',
    returns: 'boolean',
    language: 'sql',
    volatility: 'STABLE',
    as: null,
    body: ' SELECT pg_catalog.citus_is_coordinator() ',
  },
  // The key is on the identity's node; of a copy it is the account.
  {
    name: 'identity_audited_under',
    parameters: 'key uuid, account uuid',
    returns: 'uuid',
    language: 'sql',
    volatility: 'IMMUTABLE',
    as: null,
    body: ' SELECT key ',
  },
  // One statement locks rows of one shard alone.
  {
    name: 'locked_together',
    parameters: 'ids uuid[]',
    returns: 'SETOF uuid[]',
    language: 'sql',
    volatility: 'VOLATILE',
    as: 'CALLER',
    body: `
  SELECT array_agg(wanted.id)
  FROM (SELECT each.id, worker_hash(each.id) AS hash FROM (SELECT DISTINCT unnest(ids) AS id) each) wanted
  JOIN pg_dist_shard s ON s.logicalrelid = 'accounts'::regclass AND wanted.hash BETWEEN s.shardminvalue::integer AND s.shardmaxvalue::integer
  GROUP BY s.shardid ORDER BY s.shardid
`,
  },
  {
    name: 'stored_bytes',
    ...asksHowMuch,
    body: `
  SELECT CASE WHEN stored IN (SELECT p.logicalrelid FROM pg_catalog.pg_dist_partition p) THEN pg_catalog.citus_total_relation_size(stored)
    ELSE pg_catalog.pg_total_relation_size(stored) END
`,
  },
  {
    name: 'stored_rows',
    ...asksHowMuch,
    body: `
  SELECT coalesce(sum(greatest(0, shard.result::float8)), 0)::bigint
  FROM pg_catalog.run_command_on_shards(stored, 'SELECT reltuples FROM pg_catalog.pg_class WHERE oid = %L::pg_catalog.regclass') shard
`,
  },
  { name: 'is_of_statement', ...asksOneInstant, body: recently('20 seconds') },
  { name: 'is_of_transaction', ...asksOneInstant, body: recently('60 seconds') },
  { name: 'keep_invoice_numbers', ...keepsNothing },
  { name: 'keep_billed_periods', ...keepsNothing },
  // The counter and the kept numbers are on every node, and are written before an invoice's node asks as the transaction ends.
  {
    name: 'count_issued',
    parameters: 'kind text, day date, number text, invoice uuid',
    returns: 'void',
    language: 'plpgsql',
    volatility: 'VOLATILE',
    as: 'CALLER',
    body: `
  DECLARE
    taken integer;
  BEGIN
    IF kind = 'CREDIT_NOTE' THEN
      SELECT c.last_number INTO taken FROM public.credit_note_counters c WHERE c.year = extract(year FROM day);
    ELSE
      SELECT c.last_number INTO taken FROM public.invoice_counters c WHERE c.year = extract(year FROM day);
    END IF;
    IF taken IS NULL OR taken < split_part(number, '-', CASE kind WHEN 'CREDIT_NOTE' THEN 3 ELSE 2 END)::int THEN
      RAISE EXCEPTION 'A number that was not taken from the counter is refused: %', number USING ERRCODE = 'RA001';
    END IF;
    IF NOT EXISTS (SELECT FROM public.invoice_numbers n WHERE n.number = count_issued.number AND n.invoice_id = count_issued.invoice) THEN
      RAISE EXCEPTION 'A number that is not kept for its invoice is refused: %', number USING ERRCODE = 'RA001';
    END IF;
  END
`,
  },
  {
    name: 'keep_issued',
    parameters: 'accounts uuid[], invoices uuid[]',
    returns: 'void',
    language: 'plpgsql',
    volatility: 'VOLATILE',
    as: 'CALLER',
    body: `
  BEGIN
    INSERT INTO public.invoice_numbers (number, invoice_id)
      SELECT i.number, i.id FROM public.invoices i WHERE i.account_id = ANY (keep_issued.accounts) AND i.id = ANY (keep_issued.invoices);
    INSERT INTO public.billed_periods AS b (account_id, subscription_id, period, unit_price, issued, credited)
      SELECT l.charged_account_id, l.subscription_id, l.first_day, max(l.unit_price),
        coalesce(sum(l.amount) FILTER (WHERE l.corrects_position IS NULL), 0),
        coalesce(-sum(l.amount) FILTER (WHERE l.corrects_position IS NOT NULL), 0)
      FROM public.invoice_lines l
      WHERE l.account_id = ANY (keep_issued.accounts) AND l.invoice_id = ANY (keep_issued.invoices) AND l.subscription_id IS NOT NULL
      GROUP BY 1, 2, 3
      ON CONFLICT (account_id, subscription_id, period)
      DO UPDATE SET issued = b.issued + excluded.issued, credited = b.credited + excluded.credited;
  END
`,
  },
];

/** What `keep_issued` writes as who calls it. */
const GRANTS: readonly (readonly [privilege: string, table: string])[] = [
  ['INSERT', 'invoice_numbers'],
  ['INSERT', 'billed_periods'],
  ['UPDATE', 'billed_periods'],
];

/** Makes the functions and grants what they are where several nodes share the tables. */
export const DISTRIBUTED_FORMS: readonly string[] = [
  ...DISTRIBUTED_FUNCTIONS.map(
    ({ name, parameters, returns, language, volatility, as, body }) =>
      `CREATE OR REPLACE FUNCTION public.${name}(${parameters}) RETURNS ${returns} LANGUAGE ${language} ${volatility}
      ${as === 'OWNER' ? 'SECURITY DEFINER' : ''} ${as === null ? '' : `SET search_path = ${SEARCH_PATH}`} AS $form$${body}$form$`,
  ),
  ...GRANTS.map(([privilege, table]) => `GRANT ${privilege} ON public.${table} TO ${PORTAL_LOGIN}`),
];

/** How the catalog begins to tell of a function (database-catalog.ts). */
const head = ({ name, parameters }: DistributedFunction) => `function ${name}(${parameters}): `;

/** How the catalog tells of the functions in this form, by how it begins to. */
const TOLD: ReadonlyMap<string, string> = new Map(
  DISTRIBUTED_FUNCTIONS.map((one) => {
    const { language, volatility, as, body } = one;
    const source = createHash('md5').update(body).digest('hex');
    const who = as === 'OWNER' ? 'as its owner' : 'as its caller';
    const settings = as === null ? 'none' : `{"search_path=${SEARCH_PATH}"}`;
    return [
      head(one),
      `${head(one)}source ${source}, ${language} ${volatility.charAt(0).toLowerCase()}, ${who}, settings ${settings}`,
    ];
  }),
);

/** What guards where one node has all tables, as it is where several nodes share them. */
export function inDistributedForm(guards: readonly string[]): readonly string[] {
  const heads = [...TOLD.keys()];
  const told = guards.map((guard) => TOLD.get(heads.find((one) => guard.startsWith(one)) ?? '') ?? guard);
  return [...told, ...GRANTS.map(([privilege, table]) => `grant to ${PORTAL_LOGIN}: ${privilege} on ${table}`)];
}
