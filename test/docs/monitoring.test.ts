import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import type { Looks } from '../../src/telemetry/metrics/looks';
import { ProcessMetrics } from '../../src/telemetry/metrics/process-metrics';
import { WorkerMetrics } from '../../src/telemetry/metrics/worker-metrics';

/** Metrics, alerts, what is said of them and the dashboard name each other, and only what there is. */

const read = (...path: string[]) => readFileSync(join(packageRoot(), ...path), 'utf8');
const RULES = read('deploy', 'monitoring', 'alerts.yml');
const DASHBOARD = read('deploy', 'monitoring', 'dashboard.json');
const OPERATE = read('docs', 'operate.md');
const ALERTS = RULES.split('- alert: ').slice(1);
const SERIES = /(_bucket|_sum|_count)$/;

/** Each metric that there is, with its help. */
async function metrics(): Promise<Map<string, { help: string; type: string }>> {
  const metrics = new ProcessMetrics('0');
  metrics.looks.watch({} as Looks);
  const all = [...(await metrics.report(false)), ...(await new WorkerMetrics(1).report(1, 0))];
  return new Map(all.map((one) => [one.name, one as unknown as { help: string; type: string }]));
}

test.each([
  ['alerts', RULES],
  ['the dashboard', DASHBOARD],
])('%s look at metrics that there are', async (_, text) => {
  const known = await metrics();
  const named = [...new Set(text.match(/reseller_accounts_\w+/g))];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !known.has(name.replace(SERIES, '')))).toEqual([]);
});

test('every metric of ours is on the dashboard', async () => {
  const shown = new Set((DASHBOARD.match(/reseller_accounts_\w+/g) ?? []).map((name) => name.replace(SERIES, '')));
  const ofTheRuntime = /_(process|nodejs)_|start_time/;
  const missing = [...(await metrics()).keys()].filter((name) => !shown.has(name) && !ofTheRuntime.test(name));
  expect(missing).toEqual([]);
});

test('metrics are named as Prometheus wants it, and say what they are', async () => {
  for (const [name, { help, type }] of await metrics()) {
    expect(name).toMatch(/^reseller_accounts_[a-z0-9_]+$/);
    expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    expect([name, help.length > 10]).toEqual([name, true]);
  }
});

test.each(ALERTS.map((alert) => [alert.split('\n')[0] ?? '', alert] as const))(
  '%s has a time, a severity, a summary, a description and a chapter that says what to do',
  (name, alert) => {
    expect(name).toMatch(/^ResellerAccounts[A-Z]\w+$/);
    expect(alert).toMatch(/\n {8}for: \d+[mhd]\n/);
    expect(alert).toMatch(/\n {8}labels: \{ severity: (critical|warning) \}\n/);
    expect(alert).toMatch(/\n {10}summary: ".{10,}"\n/);
    expect(alert).toMatch(/\n {10}description: ".{10,}"\n/);
    const words = name
      .replace('ResellerAccounts', '')
      .replace(/(?!^)[A-Z]/g, ' $&')
      .toLowerCase();
    expect(alert).toContain(`runbook: docs/operate.md#alert-${words.replaceAll(' ', '-')}\n`);
    const chapter = OPERATE.split(`\n### Alert: ${words}\n`)[1]?.split('\n### ')[0] ?? '';
    expect(chapter).toMatch(/\n- /);
  },
);

test('no chapter is of an alert that there is not', () => {
  expect(OPERATE.match(/^### Alert: /gm)).toHaveLength(ALERTS.length);
});

test('panels that the chapters name are on the dashboard', () => {
  const titles = new Set([...DASHBOARD.matchAll(/"title": "([^"]+)"/g)].map(([, title]) => title));
  const section = OPERATE.slice(OPERATE.indexOf('## Alerts'));
  const named = [...section.matchAll(/(?<!\w)_([A-Z][a-zA-Z ]+)_(?!\w)/g)].map(([, title]) => title);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});
