/**
 * How many milliseconds of a processor the work takes this process. Unlike those of a clock they do not grow while other
 * programs have the processor: a bound of what is computed holds on a machine that is busy, too.
 */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
