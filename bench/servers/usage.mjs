import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Milliseconds of CPU that a process and its workers have used; null where the system does not tell. */
export function cpuOf(pid) {
  return total(pid, (one) => {
    const stat = read(`/proc/${one}/stat`);
    if (stat === null) return null;
    // The name of the program stands in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
  });
}

/** MiB of memory that a process and its workers hold now, and at most have held. */
export function memoryOf(pid) {
  const mib = (field) => (one) => {
    const kib = new RegExp(`${field}:\\s+(\\d+)`).exec(read(`/proc/${one}/status`) ?? '')?.[1];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  };
  return { now: total(pid, mib('VmRSS')), most: total(pid, mib('VmHWM')) };
}

function total(pid, of) {
  const own = of(pid);
  const workers = (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter((one) => one !== '');
  return own === null ? null : workers.reduce((sum, worker) => sum + (total(worker, of) ?? 0), own);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
