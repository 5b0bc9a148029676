import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import { toolOf } from '../operations/tools';
import { ALERT_CASES, UP } from './alert-cases';

/** Each rule of deploy/monitoring/alerts.yml, on what Prometheus would have scraped. */

const RULES = join(packageRoot(), 'deploy', 'monitoring', 'alerts.yml');
const promtool = toolOf('promtool');
const withPromtool = promtool === null ? describe.skip : describe;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alerts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(promtool ?? '', args, { encoding: 'utf8', timeout: 120_000 });
  return { status, output: stdout + stderr };
}

interface Tested {
  readonly series: Readonly<Record<string, string>>;
  readonly after: number;
  readonly firing: readonly string[];
}

/** What promtool says of these series: JSON is YAML. */
function tested(cases: readonly Tested[], step = 1) {
  const file = join(folder, 'cases.json');
  const tests = cases.map(({ series, after, firing }) => ({
    interval: `${step}m`,
    input_series: Object.entries({ ...UP, ...series }).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: `${after}m`,
        exp_samples: firing.map((alert) => ({ labels: `{alertname="${alert}"}`, value: 1 })),
      },
    ],
  }));
  writeFileSync(file, JSON.stringify({ rule_files: [RULES], evaluation_interval: `${step}m`, tests }));
  return run('test', 'rules', file);
}

withPromtool('the rules', () => {
  test('are sound, and so is the example of a configuration', () => {
    expect(run('check', 'rules', RULES)).toMatchObject({ status: 0 });
    expect(run('check', 'config', join(RULES, '..', 'prometheus.yml'))).toMatchObject({ status: 0 });
  });

  test('have a case each', () => {
    const alerts = [...readFileSync(RULES, 'utf8').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    expect(ALERT_CASES.map(({ alert }) => alert)).toEqual(alerts);
  });

  test.each(ALERT_CASES.map((one) => [one.alert, one] as const))(
    '%s fires when it should, alone, and not when it should not',
    (alert, { after, step, fires, quiet }) => {
      const cases = [
        // Without what the series of the case says, nobody is up.
        ...fires.map((series) => ({
          series: 'up{job="another"}' in series ? withoutUp(series) : series,
          after,
          firing: [alert],
        })),
        ...quiet.map((series) => ({ series, after, firing: [] })),
      ];
      const { status, output } = tested(cases, step);
      expect(status === 0 ? '' : output).toBe('');
    },
  );

  test('a case that is not so is noticed', () => {
    expect(tested([{ series: {}, after: 5, firing: ['ResellerAccountsDown'] }]).status).not.toBe(0);
  });
});

/** As if no server had ever been there. */
function withoutUp(series: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(Object.keys(UP).map((name) => [name, '_x30'])), ...series };
}
