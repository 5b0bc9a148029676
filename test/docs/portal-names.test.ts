import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isIntrospectionType } from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { buildSchema } from '../../src/graphql/build-schema';
import { namesInConditions } from './portal-conditions';
import { writtenFiles } from './repository-files';

/**
 * The portal contains no rule: what is locked, denied, in which status and why is the server's to say, so none of its names
 * decides anything there. They may be the keys of tables, and what is asked of the server.
 */
const ROOT = packageRoot();
const SOURCES = writtenFiles('examples/portal/src').filter(
  (path) => /\.tsx?$/.test(path) && !path.endsWith('/generated.ts'),
);

const { schema } = buildSchema(join(ROOT, 'schema'));
const ENUMS = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter((type) => !isIntrospectionType(type));
const NAMES = new Set(ENUMS.flatMap((type) => type.getValues().map(({ name }) => name)));

test('there are names, and sources to look into', () => {
  expect(ENUMS.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['AccountAction', 'AccountField', 'AccountStatus', 'LockReason', 'DenialReason', 'TenantResellerStatus'],
      ...['ManagementOrigin', 'DriftWarning', 'AccessLevel', 'AccountViewerKind', 'AccountErrorCode'],
    ]),
  );
  expect(SOURCES.length).toBeGreaterThan(40);
});

test.each(SOURCES)('%s decides by no name of the schema', (path) => {
  expect(namesInConditions(readFileSync(join(ROOT, path), 'utf8'), NAMES)).toEqual([]);
});

describe('what decides by a name is found', () => {
  test.each([
    ["if (status === 'ACTIVE') go();", 'ACTIVE'],
    ["if ('ACTIVE' != status) go();", 'ACTIVE'],
    ['while (next(status) === `SUSPENDED`) go();', 'SUSPENDED'],
    ["for (; field !== 'NAME'; ) go();", 'NAME'],
    ["const isOpen = status === 'ACTIVE';", 'ACTIVE'],
    ["const tone = status === 'DELETED' ? 'bad' : 'good';", 'DELETED'],
    ["const page = access === 'FULL' && <p>all</p>;", 'FULL'],
    ["const page = <>{kind === 'ADMINISTRATOR' || <p>none</p>}</>;", 'ADMINISTRATOR'],
    ["switch (action) { case 'EDIT': go(); }", 'EDIT'],
    ["switch ('EDIT') { case action: go(); }", 'EDIT'],
    ["if (['SUSPEND', 'go'].includes(action)) go();", 'SUSPEND'],
    ["const isRefused = codes?.has('CONCURRENT_EDIT');", 'CONCURRENT_EDIT'],
    ["const isLate = reason.startsWith('MANAGED_BY_RESELLER');", 'MANAGED_BY_RESELLER'],
    ["const at = fields.indexOf('EMAIL');", 'EMAIL'],
    ["const own = rows.filter((row) => row.origin === 'COPIED_FROM_RESELLER');", 'COPIED_FROM_RESELLER'],
    ["const one = rows.find((row) => keyOf(row, 'RESPONSIBLE_USER_UNSET'));", 'RESPONSIBLE_USER_UNSET'],
    ["const some = list.some((one) => { const wanted = 'ENDED'; return one === wanted; });", 'ENDED'],
    ["const GONE = 'DELETED'; if (status === GONE) go();", 'DELETED'],
    ["const GONE = new Set<string>(['DELETED'] as const); if (GONE.has(status)) go();", 'DELETED'],
    ["if ((status as string) === ('ACTIVE' as const)) go();", 'ACTIVE'],
    ["if (allowed(account, 'EDIT')) go();", 'EDIT'],
  ])('%s', (source, name) => {
    expect(namesInConditions(source, NAMES)).toContain(name);
  });
});

describe('what decides by no name is left alone', () => {
  test.each([
    "const TONES = { ACTIVE: 'good', DELETED: 'bad' }; const tone = TONES[status] === 'good' ? 1 : 2;",
    'const button = isOpen && <AccountAction action="EDIT" />;',
    "const why = isOpen ? lock('NAME') : null;",
    "if (denied('EDIT') !== null) go();",
    "const page = lock('BILLING_ADDRESS') && <p>locked</p>;",
    "const label = words.value('AccountStatus', status).label;",
    "type Field = Exclude<AccountField, 'STATUS'>; if (one === two) go();",
    "const isCalled = kind === 'forbidden' && name === 'Active';",
    "const dialog = <SalesDialog {...props} action={'CREATE_OFFER'} />;",
  ])('%s', (source) => {
    expect(namesInConditions(source, NAMES)).toEqual([]);
  });
});
