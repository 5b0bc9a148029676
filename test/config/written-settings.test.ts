import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readVariables, type VariableName } from '../../src/config/config-variables';
import { packageRoot } from '../../src/config/package-root';

/** README's tables and .env.example have every setting, and no other. */
const read = (name: string) => readFileSync(join(packageRoot(), name), 'utf8');
const SETTINGS = read('README.md').split('\n## Settings\n')[1]?.split('\n### Limits\n')[0] ?? '';
const LINES = read('.env.example')
  .split('\n')
  .flatMap((line) => /^# ([A-Z_]+=.*)$/.exec(line)?.[1] ?? []);

const NAMES = [...read('src/config/config-variables.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name);
/** Of each side's issuer the example has one way to name its keys. */
const OTHER_WAY = ['PEOPLE_PUBLIC_KEY', 'SYNC_JWKS_URL'];
/** Told to `db:setup` alone, and not for a file of the server's. */
const OF_SET_UP = ['PORTAL_PASSWORD', 'SYNC_PASSWORD'];

test('README has every setting', () => {
  expect(NAMES).toEqual(expect.arrayContaining(['PORT', 'METRICS_TOKEN', 'OTEL_SERVICE_NAME']));
  const missing = NAMES.filter((name) => {
    const ofIssuer = name.replace(/^(PEOPLE|SYNC)_/, '…_');
    return !SETTINGS.includes(`\`${name}\``) && !SETTINGS.includes(`\`${ofIssuer}\``);
  });
  expect(missing).toEqual([]);
});

test('.env.example has every setting of a server', () => {
  const there = LINES.map((line) => line.slice(0, line.indexOf('=')));
  expect([...there, ...OTHER_WAY, ...OF_SET_UP].sort()).toEqual([...NAMES, 'NODE_ENV'].sort());
});

test.each(LINES.filter((line) => !/^(NODE_ENV|SYNC_PUBLIC_KEY)=/.test(line)))(
  'what .env.example says holds as it stands once it is uncommented: %s',
  (line) => {
    const [[name = '', value] = []] = Object.entries(parseEnv(line));
    expect(value).not.toMatch(/\s/);
    const faults: string[] = [];
    const values = readVariables({ [name]: value }, faults, [name as VariableName]);
    expect(faults).toEqual([]);
    expect(Object.keys(values)).toEqual(value === '' ? [] : [name]);
  },
);
