const LOOK_EVERY_MS = 200;

/**
 * npm hands a signal on to the shell that it runs us by, and a shell may end of it without a word to us. It lies between
 * npm and us alone: once it is gone, we are to stop. Without npm nothing is looked at.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event !== undefined) endWithParent();
}

/** Stops as by a signal once the process that started this one is gone. */
export function endWithParent() {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}
