import { progress } from '../report/progress.mjs';
import { cpuOf } from '../servers/usage.mjs';

export const CONNECTIONS = 16;
/** Where nothing is timed: a machine that is busy with other things is to have the time to answer. */
export const CALM_CONNECTIONS = 4;
/** Of each reading: what the round before did not use is warmed up. */
const WARM_MS = 250;
const ATTEMPTS = 4;

/** Each operation by each server in each round; who begins changes from round to round. */
export async function readRounds({ sender, options }, servers, pools) {
  const { rounds } = options;
  const measured = pools.map((pool) => ({ pool, rounds: [] }));
  const bar = progress('Measuring what is read', rounds * pools.length * servers.length);
  let done = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const { pool, rounds: kept } of measured) {
      const readings = {};
      for (const server of inTurn(servers, round)) {
        readings[server.name] = await reading(sender, server, pool, options);
        done += 1;
        bar.at(done);
      }
      kept.push(readings);
    }
  }
  bar.end();
  return measured;
}

async function reading(sender, { name, url, pid, poolOf }, pool, { seconds, small }) {
  const ms = seconds * 1000;
  const connections = small ? CALM_CONNECTIONS : CONNECTIONS;
  const job = { pool: poolOf?.(pool) ?? pool, server: name, url, connections };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sender.ask('run', { ...job, ms: WARM_MS });
      return { attempt, ...(await withCpu(pid, () => sender.ask('run', { ...job, ms }))) };
    } catch (error) {
      // A machine that is busy otherwise: what was refused for want of time is told, and never counted.
      if (attempt === ATTEMPTS || !error.message.includes('TEMPORARILY_UNAVAILABLE')) throw error;
    }
  }
}

/** What was found, with the milliseconds of CPU that the server took for each request. */
export async function withCpu(pid, work) {
  const before = cpuOf(pid);
  const found = await work();
  const after = cpuOf(pid);
  return {
    ...found,
    rate: found.requests / found.seconds,
    cpu: before === null ? null : (after - before) / found.requests,
  };
}

export function inTurn(list, round) {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}
