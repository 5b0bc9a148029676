import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and what is billed are locked by one statement where one node has all of them, and by one for each shard where
 * several share them (src/persistence/integrity/distributed-forms.ts), not by one for each account. All lock in the same
 * order: by place, and there by id. What a lock was waited for is seen as it is then.
 *
 * Running code may stay up: on one node it locks by id as well.
 */
export class LockTogether1797900720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKED_TOGETHER);
    for (const [name, words] of Object.entries(REWORDED)) await reword(runner, name, words);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const [name, words] of Object.entries(REWORDED)) {
      await reword(
        runner,
        name,
        words.map(([before, after]) => [after, before]),
      );
    }
    await runner.query('DROP FUNCTION locked_together(uuid[])');
  }
}

type Words = readonly (readonly [before: string, after: string])[];

const LOCKED_TOGETHER = `CREATE FUNCTION locked_together(ids uuid[]) RETURNS SETOF uuid[] LANGUAGE sql IMMUTABLE AS $$ SELECT ids $$`;

const inSets = (ids: string, one: string, variables = ' wanted uuid;'): Words => [
  [variables, ' together uuid[];'],
  [
    `FOR wanted IN SELECT DISTINCT unnest(${ids}) AS ${one} ORDER BY ${one} LOOP`,
    `FOR together IN SELECT locked_together(${ids}) LOOP`,
  ],
];

const REWORDED: Readonly<Record<string, Words>> = {
  lock_accounts: [
    ...inSets('ids', 'id'),
    ['accounts.id = wanted FOR NO KEY', 'accounts.id = ANY (together) ORDER BY accounts.id FOR NO KEY'],
  ],
  lock_accounts_for_share: [
    ...inSets('ids', 'id'),
    ['accounts.id = wanted FOR SHARE', 'accounts.id = ANY (together) ORDER BY accounts.id FOR SHARE'],
  ],
  hold_subscriptions: [
    ...inSets('accounts', 'id'),
    ['s.account_id = wanted ORDER BY s.id', 's.account_id = ANY (together) ORDER BY s.account_id, s.id'],
  ],
  lock_customers: [
    ...inSets('ids', 'one', ' wanted uuid;\n      locked uuid[];'),
    [
      `PERFORM FROM accounts a WHERE a.id = wanted FOR NO KEY UPDATE;
        IF FOUND THEN
          locked := array_append(locked, wanted);
        END IF;
      END LOOP;
      RETURN QUERY SELECT a.id,`,
      'RETURN QUERY SELECT a.id,',
    ],
    ['a.id = ANY (locked);', 'a.id = ANY (together) ORDER BY a.id FOR NO KEY UPDATE;\n      END LOOP;'],
  ],
};

/** Says in a function otherwise what stands there once, all else of it as it is. */
async function reword(runner: QueryRunner, name: string, words: Words): Promise<void> {
  const [{ known }] = await runner.query(`SELECT pg_get_functiondef('public.${name}'::regproc) AS known`);
  let made: string = known;
  for (const [before, after] of words) {
    const around = made.split(before);
    if (around.length !== 2) throw new Error(`"${before}" stands ${around.length - 1} times in: ${known}`);
    made = around.join(after);
  }
  await runner.query(made);
}
