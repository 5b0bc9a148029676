import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Milliseconds of CPU that a process has used; null where the system does not tell. */
export function cpuOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name of the program stands in brackets and may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** MiB of memory that a process holds now, and at most has held. */
export function memoryOf(pid) {
  const status = read(`/proc/${pid}/status`);
  const mib = (field) => Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return status === null ? { now: null, most: null } : { now: mib('VmRSS'), most: mib('VmHWM') };
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
