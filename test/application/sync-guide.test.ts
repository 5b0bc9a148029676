import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import * as clientPackage from '../../client/src/index.ts';
import { packageRoot } from '../../src/config/package-root';
import { readNorthwind } from '../../src/development/demo/northwind';
import { type Program, startProgram } from '../support/program';
import { admin, aReseller, type TestReseller } from '../support/resellers';
import { createWorld, type World } from '../support/world';
import { readGuide, stepsOf } from './guide-steps';

/** docs/sync.md over HTTP: each operation and program as it stands there. */
const GUIDE = readGuide('sync.md');
const STEPS = stepsOf(GUIDE);
const PROGRAMS = [...GUIDE.matchAll(/^```js\n(.*?)^```/gms)].map(([, text = '']) => text);

let world: World;
let program: Program;
let harbour: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  const { services } = await readNorthwind(join(packageRoot(), 'examples', 'northwind'));
  await world.mutate(admin, 'saveService', services[0]);
  harbour = await aReseller(world, { name: 'Harbour Cloud', currency: 'EUR', separateInvoices: true });
  program = await startProgram(world);
});
afterAll(async () => {
  await program.stop();
  await world.close();
});

async function token(): Promise<string> {
  if (!program.issuer) throw new Error('There is no local issuer');
  return program.issuer.tokenForSync({ tenantResellerId: harbour.id });
}

test('the guide goes from the first purchase to the inbox', () => {
  expect(STEPS.map(({ name }) => name)).toEqual([
    ...['FirstPurchase', 'Versions', 'MoreSeats', 'Cancelled', 'Deleted', 'Restored'],
    ...['Tried', 'Offered', 'RefusedForGood', 'Inbox', 'Here'],
  ]);
  expect(new Set(STEPS.map(({ who }) => who))).toEqual(new Set(['sync']));
  expect(PROGRAMS).toHaveLength(1);
});

test.each(PROGRAMS)('the program runs as it stands: %#', async (text) => {
  const [, names = '', from] = /^import \{ ([\w, ]+) \} from '([\w-]+)';$/m.exec(text) ?? [];
  expect(from).toBe('reseller-accounts-client');
  const said: unknown[][] = [];
  const console = { log: (...words: unknown[]) => said.push(words), error: (...words: unknown[]) => said.push(words) };
  const body = text.replace(/^import .*$/m, `const { ${names} } = clientPackage;`);
  const run = new Function('clientPackage', 'url', 'token', 'console', `return (async () => {${body}})()`);
  await run(clientPackage, program.url, await token(), console);
  expect(said).toEqual([[0, 'TAKEN']]);
});

test.each(STEPS)('$name, by $who', async ({ operation, shown }) => {
  const answer = await program.post({ query: operation }, { authorization: `Bearer ${await token()}` });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  expect(answer.body.data).toMatchObject(shown as object);
});

describe('the table of codes', () => {
  const rows = [...GUIDE.matchAll(/^\| `(\w+)` +\| ([\w, ]+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, code = '', , , again = '']) => ({ code, again }),
  );
  const read = (file: string) => readFileSync(join(packageRoot(), 'schema', file), 'utf8');

  test('has codes that there are, each once', () => {
    const definitions = parse(read('schema.graphql')).definitions.filter(
      (one) => one.kind === Kind.ENUM_TYPE_DEFINITION,
    );
    const values = definitions.find(({ name }) => name.value === 'AccountErrorCode')?.values ?? [];
    const codes = values.map(({ name }) => name.value);
    expect(codes).toEqual(expect.arrayContaining(rows.map(({ code }) => code)));
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  });

  test('has every code that what a sync calls is said to answer', () => {
    const said = [...read('sync.graphql').matchAll(/\b([A-Z]+_[A-Z_]+)\b/g)].map(([, code = '']) => code);
    const known = new Set(rows.map(({ code }) => code));
    const OTHERS = ['RESPONSIBLE_USER_UNSET', 'PERMISSION_RULE_UNSET', 'COUNTRY_UNKNOWN', 'SOURCE_CURRENCY_IGNORED'];
    const FIELDS = ['FIELD_DEFINITION'];
    expect([...new Set(said)].filter((code) => !known.has(code) && ![...OTHERS, ...FIELDS].includes(code))).toEqual([]);
  });

  test('sends again by itself what the server calls retryable and no more', () => {
    const byTime = rows.filter(({ again }) => /^(yes|in minutes)/.test(again)).map(({ code }) => code);
    expect(byTime.sort()).toEqual(['MOVE_PENDING', 'OUTCOME_UNKNOWN', 'RESELLER_SUSPENDED', 'TEMPORARILY_UNAVAILABLE']);
  });
});
