/**
 * What each login may do by SQL of its own where several nodes share the tables, for the statements of
 * direct-sql-verdicts.ts of which it is another than on one node. None of them does there what it must not.
 */
export interface OnNodes {
  readonly verdicts: string;
  readonly why: string;
}

const NEVER_MOVED = {
  verdicts: 'N N N N N | N N N N N N',
  why: 'Citus moves no row to another node, and says so before it asks who may.',
};
const OF_KEEP_ISSUED =
  'The portal writes it with keep_issued, where triggers write it on one node; what it may is held by a trigger.';

export const ON_NODES: Readonly<Record<string, OnNodes>> = {
  'UPDATE accounts SET id = :fresh WHERE id = :id': NEVER_MOVED,
  'UPDATE subscriptions SET account_id = :fresh WHERE account_id = :id': NEVER_MOVED,
  'UPDATE billed_periods SET issued = issued - 1': { verdicts: 'T T T T T | P P P P P P', why: OF_KEEP_ISSUED },
  // That it grew by no line is seen on no one node: what is left of docs/cluster.md, "What guards there".
  'UPDATE billed_periods SET issued = issued + 1': { verdicts: '+ + + + + | P P P P P P', why: OF_KEEP_ISSUED },
  "INSERT INTO invoice_numbers (number, invoice_id) VALUES ('2026-900000', :fresh)": {
    verdicts: 'T T T T T | P P P P P P',
    why: OF_KEEP_ISSUED,
  },
};
