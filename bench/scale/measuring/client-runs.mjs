import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { resellerId } from '../../data/customers.mjs';
import { cpuOf } from '../../servers/usage.mjs';
import { postgresCpu } from './postgres-usage.mjs';
import { figure } from './usage.mjs';

const require = createRequire(import.meta.url);

/** The clients of several resellers send at once, as their makers would; what became of it the simulation is compared with. */
export async function clientRun({ root, server, postmaster, issuer, resellers }) {
  const { createSyncClient } = require(join(root, 'dist', 'client', 'src', 'index.js'));
  const calls = [];
  const used = () => {
    const { sessions, others } = postgresCpu(postmaster);
    const own = process.cpuUsage();
    return { node: cpuOf(server.pid), sessions, others, senders: (own.user + own.system) / 1_000 };
  };
  const before = used();
  const began = performance.now();
  const finished = await Promise.all(
    resellers.map(async ({ reseller, items }) => {
      const since = performance.now();
      const token = await issuer.tokenOfSync(resellerId(reseller));
      const client = createSyncClient({
        url: new URL('/graphql', server.url).href,
        token,
        fetch: timed(reseller, calls),
      });
      let taken = 0;
      for await (const { outcome } of client.syncCustomers(items)) taken += outcome === 'UNCHANGED' ? 1 : 0;
      if (taken !== items.length) throw new Error(`${taken} of ${items.length} were taken as unchanged`);
      return { reseller, customers: items.length, seconds: figure((performance.now() - since) / 1_000) };
    }),
  );
  const wallMs = performance.now() - began;
  const after = used();
  const cpu = Object.fromEntries(Object.keys(before).map((what) => [what, figure(after[what] - before[what])]));
  const all = Object.values(cpu).reduce((sum, one) => sum + one, 0);
  return {
    seconds: figure(wallMs / 1_000),
    processorsHad: figure(all / wallMs),
    processors: cpus().length,
    cpuMs: cpu,
    calls: calls.length,
    unavailable: calls.filter(({ status }) => status === 503).length,
    resellers: finished.map((one) => ({
      ...one,
      calls: calls.filter(({ reseller }) => reseller === one.reseller).length,
      answeredMs: percentiles(calls.filter(({ reseller, status }) => reseller === one.reseller && status === 200)),
    })),
    answeredMs: percentiles(calls.filter(({ status }) => status === 200)),
  };
}

function timed(reseller, calls) {
  return async (url, init) => {
    const began = performance.now();
    const response = await fetch(url, init);
    const text = await response.text();
    calls.push({ reseller, status: response.status, ms: performance.now() - began });
    return { status: response.status, headers: response.headers, text: async () => text };
  };
}

function percentiles(calls) {
  const sorted = calls.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share) => figure(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return sorted.length === 0 ? null : { p50: at(0.5), p99: at(0.99) };
}
