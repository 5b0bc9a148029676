import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 200;

/**
 * npm hands a signal on to the shell that it runs us by, and a shell may end of it without a word to us. It lies between
 * npm and us alone: once it is gone, we are to stop. An npm that is killed says nothing to its shell either, which waits
 * for us: so npm itself is looked at too, where the system tells (Linux). Without npm nothing is looked at.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = npmAround(shell);
  endOnce(() => process.ppid !== shell || (npm !== null && parentOf(shell) !== npm));
}

/** Stops as by a signal once the process that started this one is gone. */
export function endWithParent() {
  const parent = process.ppid;
  endOnce(() => process.ppid !== parent);
}

function endOnce(isGone) {
  const looking = setInterval(() => {
    if (!isGone()) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}

/** Whose child the shell is, if that is npm: a shell that puts itself out of the way leaves us to npm alone. */
function npmAround(shell) {
  const around = parentOf(shell);
  return around !== null && /^npm\b/.test(read(`/proc/${around}/comm`) ?? '') ? around : null;
}

function parentOf(pid) {
  const ppid = /\) \S+ (\d+)/.exec(read(`/proc/${pid}/stat`) ?? '')?.[1];
  return ppid === undefined ? null : Number(ppid);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
