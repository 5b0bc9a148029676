/**
 * What a call takes of Node and of PostgreSQL, of what was measured: something for the call, and as much for each customer.
 * `share` is that of customers that have changed.
 */
export function serviceTimes({ syncs, counter }) {
  const { perItem } = syncs;
  const of = (kind, what) => perItem[kind][what].median;
  const costs = (what) => {
    const alone = of('bare-1', what);
    const each = (500 * of('bare', what) - alone) / 499;
    return {
      call: alone - each,
      confirmed: each,
      resent: each + of('resent', what) - of('bare', what),
      changed: each + of('changed', what) - of('bare', what),
    };
  };
  const node = costs('nodeMs');
  const database = costs('sessionsMs');
  const at = ({ call, confirmed, changed }, items, share) => call + items * (confirmed * (1 - share) + changed * share);
  return {
    node,
    database,
    commitMs: counter.statementsMs.commit.least,
    refresh: (items, share = 0) => ({ nodeMs: at(node, items, share), databaseMs: at(database, items, share) }),
    resend: (items) => ({
      nodeMs: node.call + items * node.resent,
      databaseMs: database.call + items * database.resent,
    }),
  };
}

/**
 * How long the counter of invoice numbers is held: from the statement that issues to the commit, but for the part of it that finds
 * what is pending, which is what the statement takes where nothing is. `which`: of the times by the clock the least, on a
 * machine that others use the nearest to what a machine of its own takes, or the median.
 */
export function counterHeldMs({ statementsMs: { issue, pending, keep, commit } }, which) {
  return issue[which] - pending[which] + keep[which] + commit[which];
}

/** A customer of a call takes so many bytes of its body, and as many of its answer (two subscriptions go with it). */
export const BYTES_OF_A_CUSTOMER = 700;
/** A call's own. */
export const BYTES_OF_A_CALL = 1_000;

/** Of docs/cluster.md: what the three nodes took for what one took, by the clock of one machine. */
export const CLUSTER_RATIOS = { confirmed: 614 / 137, record: 29 / 8.4, generateInvoices: 58 / 10.7 };
/** How much of that is the coordinator's was not measured; assumed is a half. */
export const COORDINATORS_SHARE = 0.5;

/** The way there and back, assumed. */
export const NETWORK_MS = 20;
/** To read a page that is not in memory from a fast disk, assumed. */
export const PAGE_MS = 0.15;
