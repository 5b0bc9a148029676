import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/** What sessions of our logins had used when they were last seen: one that has ended was idle since. */
const seen = new Map();

/**
 * Milliseconds of CPU that a PostgreSQL has used since it was started: those of the sessions of our logins, and all
 * others, which are the checkpointer, the writers and autovacuum.
 */
export function postgresCpu(postmaster) {
  let all = cpuOf(postmaster, true);
  let known = 0;
  for (const pid of childrenOf(postmaster)) {
    const used = cpuOf(pid, false);
    all += used;
    if (/reseller_accounts_(portal|sync)/.test(read(`/proc/${pid}/cmdline`) ?? '')) seen.set(pid, used);
  }
  for (const used of seen.values()) known += used;
  return { sessions: known, others: all - known };
}

/** The process whose children all sessions of a server are; its owner is asked. */
export async function postmasterOf(query) {
  const [{ file }] = await query(`SELECT pg_read_file('postmaster.pid') AS file`);
  return Number(file.split('\n', 1)[0]);
}

function childrenOf(pid) {
  return (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter((one) => one !== '');
}

function cpuOf(pid, withEnded) {
  const fields = fieldsOf(pid);
  if (fields === null) return 0;
  const ticks = fields.slice(11, withEnded ? 15 : 13);
  return ticks.reduce((sum, one) => sum + Number(one), 0) * TICK_MS;
}

/** From the state on: the name of the program stands in brackets before it, and may hold blanks. */
function fieldsOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
