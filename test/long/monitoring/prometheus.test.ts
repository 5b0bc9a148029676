import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Example, setUpExample } from '../example';
import { freePort, toolOf } from '../operations/tools';
import { eventually, type Running, run } from '../server-process';
import { someTraffic, startScraped } from './scraped-server';

/** A real Prometheus that scrapes a real server: each query of the dashboard and of the alerts is answered with series. */

const FOLDER = join(packageRoot(), 'deploy', 'monitoring');
const prometheus = toolOf('prometheus');
const promtool = toolOf('promtool');
const withPrometheus = prometheus === null || promtool === null ? describe.skip : describe;
const JOB = 'reseller-accounts';

/** One series that answers a query. */
interface Found {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

interface Rule {
  readonly name: string;
  readonly health: string;
  readonly state: string;
}

interface Panel {
  readonly title: string;
  readonly description?: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}
const dashboard: { panels: Panel[]; templating: { list: { name: string }[] } } = JSON.parse(
  readFileSync(join(FOLDER, 'dashboard.json'), 'utf8'),
);
const PANELS = dashboard.panels.filter(({ type }) => type !== 'row');
const QUERIES = PANELS.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const));
const RULES = readFileSync(join(FOLDER, 'alerts.yml'), 'utf8');

/** What Grafana puts in, for all servers and resellers. */
const substituted = (expr: string) =>
  expr.replaceAll('$instance', '.*').replaceAll('$reseller', '.*').replaceAll('$__rate_interval', '30s');

withPrometheus('on a server that had traffic', () => {
  let database: TestDatabase;
  let folder: string;
  let server: (Running & { readonly url: string; readonly metrics: string }) | undefined;
  let scraper: Running | undefined;
  let origin: string;
  let example: Example;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
    server = await startScraped(folder, database, { WORKERS: '2' });
    example = await setUpExample(server.url, folder);
    origin = await startPrometheus(new URL(server.metrics).host);
    for (let round = 0; round < 12; round += 1) {
      await someTraffic(server.url, example, round);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    await eventually('it has scraped what came last', 30_000, async () => {
      const [found] = await asked('sum(reseller_accounts_sync_items_total{outcome="CREATED"}) >= 12');
      return found !== undefined;
    });
  });
  afterAll(async () => {
    for (const one of [scraper, server]) {
      one?.signal('SIGTERM');
      await one?.exit;
    }
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function startPrometheus(target: string): Promise<string> {
    const config = join(folder, 'prometheus.json');
    // A server tells what it has within two seconds, also where some of it is late.
    const scrape = {
      job_name: JOB,
      scrape_interval: '3s',
      scrape_timeout: '3s',
      static_configs: [{ targets: [target] }],
    };
    const settings = { global: { evaluation_interval: '1s' }, rule_files: [join(FOLDER, 'alerts.yml')] };
    writeFileSync(config, JSON.stringify({ ...settings, scrape_configs: [scrape] }));
    const address = `127.0.0.1:${await freePort()}`;
    const running = run(
      [
        prometheus ?? '',
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'tsdb')}`,
        `--web.listen-address=${address}`,
      ],
      { cwd: folder },
    );
    scraper = running;
    await eventually('Prometheus is ready', 30_000, async () => {
      if (running.hasEnded()) throw new Error(running.stderr());
      return (await fetch(`http://${address}/-/ready`).catch(() => null))?.ok;
    });
    return `http://${address}`;
  }

  /** The series that answer; throws for a query that cannot be read. */
  async function asked(query: string): Promise<Found[]> {
    const response = await fetch(`${origin}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query }) });
    const answer = (await response.json()) as { status: string; error?: string; data: { result: Found[] } };
    if (answer.status !== 'success') throw new Error(`${query}: ${answer.error}`);
    return answer.data.result;
  }

  test('the scrape is what promtool takes for sound, and small', async () => {
    const text = await (await fetch(server?.metrics ?? '')).text();
    const { status, stdout, stderr } = spawnSync(promtool ?? '', ['check', 'metrics'], {
      input: text,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(text.length).toBeLessThan(200_000);
  });

  test('Prometheus has it as up, whichever worker answered the requests', async () => {
    expect(await asked(`up{job="${JOB}"} == 1`)).toHaveLength(1);
    const [created] = await asked('sum(reseller_accounts_sync_items_total{outcome="CREATED"})');
    expect(Number(created?.value[1])).toBe(12);
    const [workers] = await asked('reseller_accounts_workers_serving');
    expect(Number(workers?.value[1])).toBe(2);
  });

  test.each(QUERIES)('the dashboard shows something: %s', async (_, expr) => {
    const found = await asked(substituted(expr));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ value }) => Number(value[1])).some(Number.isFinite)).toBe(true);
  });

  test('its variables are filled', async () => {
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'instance', 'reseller']);
    expect(await asked('count by (instance) (reseller_accounts_build_info)')).toHaveLength(1);
    const resellers = await asked('count by (reseller) (reseller_accounts_sync_items_total)');
    expect(resellers.map(({ metric }) => metric.reseller)).toEqual([example.europe.id]);
  });

  const selectors = [...new Set([...RULES.matchAll(/reseller_accounts_\w+(?:\{[^}]*\})?/g)].map(([found]) => found))];
  test.each(selectors)('the alerts look at what there is: %s', async (selector) => {
    expect(selectors.length).toBeGreaterThan(25);
    // A refusal or an outage that has not happened has no series of its own, but its metric is there.
    const [, name = ''] = /^(\w+)/.exec(selector) ?? [];
    const isOfAnOutcome = /outcome|reseller/.test(selector);
    expect((await asked(isOfAnOutcome ? name : selector)).length).toBeGreaterThan(0);
  });

  test('the rules are evaluated, and none fires', async () => {
    const response = await fetch(`${origin}/api/v1/rules?type=alert`);
    const { data } = (await response.json()) as { data: { groups: { rules: Rule[] }[] } };
    const rules = data.groups.flatMap((group) => group.rules);
    expect(rules.length).toBe([...RULES.matchAll(/- alert:/g)].length);
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    expect(rules.filter(({ state }) => state === 'firing')).toEqual([]);
  });

  test('a guard that is gone fires within the time of its rule', async () => {
    await database.sql('ALTER TABLE accounts DISABLE TRIGGER managed_account_keeps');
    await eventually('the alert is there', 20_000, async () => {
      const [alert] = await asked('ALERTS{alertname="ResellerAccountsGuardFaults"}');
      return alert !== undefined;
    });
    expect(await asked('reseller_accounts_ready == 0')).toHaveLength(1);
    await database.sql('ALTER TABLE accounts ENABLE TRIGGER managed_account_keeps');
    await eventually(
      'it is gone again',
      20_000,
      async () => (await asked('reseller_accounts_ready == 1')).length === 1,
    );
  });
});

test('no two panels of the dashboard lie on each other, and each says what it shows', () => {
  const taken = new Map<string, string>();
  for (const { title, description, type, gridPos } of dashboard.panels) {
    if (type !== 'row') expect([title, (description ?? '').length > 20]).toEqual([title, true]);
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect(taken.get(`${x} ${y}`)).toBeUndefined();
        taken.set(`${x} ${y}`, title);
      }
    }
  }
});
