import { assertPlannable, FORMS } from '../../support/plannable';

/** One statement of each form, and its twin that Citus plans. */
const EXAMPLES: Readonly<Record<string, readonly [refused: string, planned: string]>> = {
  'LATERAL with LIMIT over unnest': [
    'SELECT p.* FROM unnest($1::uuid[]) AS w(id) CROSS JOIN LATERAL (SELECT id FROM invoices i WHERE i.account_id = w.id LIMIT 2) p',
    'SELECT p.* FROM (SELECT id FROM accounts WHERE id = ANY ($1)) w CROSS JOIN LATERAL (SELECT id FROM invoices i WHERE i.account_id = w.id LIMIT 2) p',
  ],
  'a recursive CTE': [
    'WITH RECURSIVE above AS (SELECT 1) SELECT FROM above',
    'SELECT parent_id FROM accounts WHERE id = $1',
  ],
  'SKIP LOCKED': ['SELECT id FROM accounts LIMIT 1 FOR UPDATE SKIP LOCKED', 'SELECT id FROM accounts FOR UPDATE'],
  'a volatile function in SET': [
    'UPDATE accounts SET name = $1, updated_at = clock_timestamp() WHERE id = $2',
    'UPDATE accounts SET name = $1, updated_at = statement_timestamp() WHERE created_at < clock_timestamp()',
  ],
  'a volatile function in CASE': [
    'INSERT INTO accounts (managed_since) SELECT CASE WHEN true THEN clock_timestamp() END',
    'INSERT INTO accounts (managed_since) SELECT CASE WHEN true THEN statement_timestamp() END, clock_timestamp()',
  ],
  'a volatile function in RETURNING': [
    'INSERT INTO accounts (id) VALUES ($1) RETURNING id, clock_timestamp()',
    'INSERT INTO accounts (id, at) VALUES ($1, clock_timestamp()) RETURNING id',
  ],
  'an instant as text in RETURNING': [
    'DELETE FROM account_contacts c WHERE c.id = $1 RETURNING c.id, c.created_at::text AS at',
    'INSERT INTO account_contacts (id, at) VALUES ($1, created_at::text) RETURNING id, created_at, number::text',
  ],
  'a sub-query of no columns': [
    'SELECT count(*) FROM (SELECT FROM found LIMIT 10) counted',
    'SELECT count(*) FROM (SELECT 1 FROM found WHERE EXISTS (SELECT FROM accounts) LIMIT 10) counted',
  ],
  'a correlated sub-query over unnest': [
    'SELECT w.id FROM unnest($1::uuid[]) AS w(id) WHERE EXISTS (SELECT FROM accounts c WHERE c.bill_to_id = w.id)',
    'SELECT a.id FROM accounts a WHERE a.id = ANY ($1) AND EXISTS (SELECT FROM invoices i WHERE i.account_id = a.id)',
  ],
  'FOR UPDATE over several accounts': [
    'SELECT FROM subscriptions WHERE account_id = ANY ($1::uuid[]) ORDER BY account_id, id FOR UPDATE',
    'SELECT FROM subscriptions WHERE account_id = $1 ORDER BY id FOR UPDATE',
  ],
  'a shared lock on rows of the set-up': [
    'SELECT t.id FROM public.tenant_resellers t WHERE t.id = $1 FOR KEY SHARE',
    'SELECT t.id FROM public.tenant_resellers t WHERE t.id = $1 FOR UPDATE',
  ],
  'a function of the moment in ON CONFLICT DO UPDATE': [
    'INSERT INTO services (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET at = statement_timestamp() RETURNING id',
    'INSERT INTO services (id, at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET at = excluded.at RETURNING now()',
  ],
  'a record set that is read for each row': [
    'SELECT q.n FROM subscriptions s, LATERAL (SELECT n FROM jsonb_to_recordset(CASE WHEN true THEN s.quantities END) AS r(n int)) q',
    'SELECT q.n FROM subscriptions s, LATERAL (SELECT n FROM jsonb_array_elements(s.quantities) AS n) q',
  ],
  'a function of another user after a write': [
    'SELECT public.reseller_account_status() AS status',
    'SELECT status FROM accounts',
  ],
};

test('every form has its examples', () => {
  expect(FORMS.map(({ name }) => name)).toEqual(Object.keys(EXAMPLES));
});

describe.each(Object.entries(EXAMPLES))('%s', (name, [refused, planned]) => {
  const { isIn } = FORMS.find((form) => form.name === name) ?? { isIn: () => false };

  test('is known, also over several lines and in capitals or not', () => {
    for (const statement of [refused, refused.replaceAll(' ', '\n  '), refused.toLowerCase()]) {
      expect(isIn(statement)).toBe(true);
    }
  });

  test('is not seen in what Citus plans', () => {
    expect(FORMS.filter((form) => form.isIn(planned)).map((form) => form.name)).toEqual([]);
  });
});

test('a statement of none of the forms passes, one of any is refused by name', () => {
  expect(() => assertPlannable('SELECT id FROM accounts WHERE id = $1')).not.toThrow();
  expect(() => assertPlannable('WITH RECURSIVE x AS (SELECT 1) SELECT FROM x')).toThrow('a recursive CTE');
});
