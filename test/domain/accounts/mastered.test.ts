import { planEdit } from '../../../src/domain/accounts/account-edit';
import { FIELDS } from '../../../src/domain/accounts/account-fields';
import { fieldLocks } from '../../../src/domain/accounts/account-policy';
import { standingOf } from '../../../src/domain/accounts/account-standing';
import {
  MASTERED,
  MASTERED_PROPERTIES,
  MASTERED_SCHEMAS,
  type MasteredProperty,
  masteredDifferences,
  masteredOf,
} from '../../../src/domain/accounts/mastered';
import { parse } from '../../../src/domain/input';
import { parseSyncItem } from '../../../src/domain/sync/sync-input';
import { aManagedAccount, anAdministrator, anItem, anOption, arrive, loaded } from '../builders';

/** S2, S3 and S9, written out: the value's name, the field that is locked, and what the history calls it. */
const S2_S3_S9 = [
  ['name', 'NAME', 'name', 'Other', ' '],
  ['accountingNo', 'ACCOUNTING_NO', 'accounting number', 'X-2', 7],
  ['email', 'EMAIL', 'e-mail', 'other@x.example', 7],
  ['billingAddress', 'BILLING_ADDRESS', 'billing address', { ...nothing(), city: 'Bonn' }, 'Bonn'],
  ['synchronizationOptions', 'SYNCHRONIZATION_OPTIONS', 'synchronization options', [anOption('M365')], 'M365'],
] as const satisfies readonly (readonly [MasteredProperty, string, string, unknown, unknown])[];

function nothing() {
  return { line1: null, line2: null, city: null, region: null, postalCode: null, country: null };
}

test('a reseller masters the five values of S2, S3 and S9, and nothing else', () => {
  expect(Object.entries(MASTERED).map(([property, { field, label }]) => [property, field, label])).toEqual(
    S2_S3_S9.map(([property, field, label]) => [property, field, label]),
  );
  expect(MASTERED_PROPERTIES).toEqual(S2_S3_S9.map(([property]) => property));
});

test('of an account with all that it has, only what is mastered is taken', () => {
  const account = aManagedAccount();
  const { name, accountingNo, email, billingAddress, synchronizationOptions } = account;
  expect(masteredOf(account)).toStrictEqual({ name, accountingNo, email, billingAddress, synchronizationOptions });
});

test('exactly those are locked as mastered on a managed account, each under its property', () => {
  const locks = fieldLocks(standingOf(loaded(aManagedAccount()), anAdministrator()));
  const mastered = locks.filter(({ reason }) => reason === 'MASTERED_BY_RESELLER').map(({ field }) => field);
  expect(mastered).toEqual(S2_S3_S9.map(([, field]) => field));
  expect(mastered.map((field) => FIELDS[field].property)).toEqual(MASTERED_PROPERTIES);
});

/** What the portal calls them. */
const PORTAL: Readonly<Record<string, string>> = {
  name: 'Name',
  accountingNo: 'Accounting No',
  email: 'E-mail',
  billingAddress: 'Billing address',
  synchronizationOptions: 'Synchronization options',
};

describe.each(S2_S3_S9)('%s', (property, field, label, other, wrong) => {
  const newer = { [property]: other, sourceVersion: 2n };

  test('is read by the sync and by an edit, and refused when it is none', () => {
    const sent = { sourceAccountId: 'c-1', sourceVersion: '1', status: 'ACTIVE', name: 'C' };
    expect(parseSyncItem({ customer: { ...sent, [property]: other } }, 0).value?.customer[property]).toEqual(other);
    const path = ['input', 'items', '0', 'customer', property];
    expect(parseSyncItem({ customer: { ...sent, [property]: wrong } }, 0).refusals).toMatchObject([{ path }]);
    expect(parse<unknown>(MASTERED_SCHEMAS[property], other, [])).toEqual({ value: other });
  });

  test('is taken by the copy', () => {
    expect(arrive([anItem({ [property]: other })]).account[property]).toEqual(other);
  });

  test('is changed by a refresh, which says so; the same again is unchanged', () => {
    const refreshed = arrive([anItem(), anItem(newer), anItem(newer)]);
    expect(refreshed.outcomes).toEqual(['CREATED', 'APPLIED', 'UNCHANGED']);
    expect(refreshed.account[property]).toEqual(other);
    const line = `${label.charAt(0).toUpperCase()}${label.slice(1)} updated from Alpha`;
    expect(refreshed.history.filter((text) => text.endsWith('updated from Alpha'))).toEqual([line]);
  });

  test('is a conflict when it differs under the same version', () => {
    const { outcomes, last } = arrive([anItem(), anItem({ [property]: other })]);
    expect(outcomes).toEqual(['CREATED', 'REJECTED']);
    expect(last.refusals).toMatchObject([
      { code: 'SOURCE_VERSION_CONFLICT', message: `Version 1 was recorded with other content: ${PORTAL[property]}.` },
    ]);
  });

  test('is refused to an edit of a managed account; what is stored is no change', () => {
    const account = aManagedAccount();
    const edit = (value: unknown) => planEdit(loaded(account), anAdministrator(), [], { [property]: value });
    expect(edit(other).refusals).toMatchObject([{ code: 'FIELD_LOCKED', field, path: ['input', property] }]);
    expect(edit(account[property])).toEqual({ changes: {}, labels: [], refusals: [] });
  });
});

test('what differs is told in the order of the table', () => {
  const account = aManagedAccount();
  const others = Object.fromEntries(S2_S3_S9.map(([property, , , other]) => [property, other]));
  expect(masteredDifferences(account, { ...account, ...others })).toEqual(S2_S3_S9.map(([property]) => property));
  expect(masteredDifferences(account, account)).toEqual([]);
});

test('documents that hold the same differ in nothing, however they are written', () => {
  const { account } = loaded(aManagedAccount({ synchronizationOptions: [anOption('M365')] }));
  const turned = (one: object) => Object.fromEntries(Object.entries(one).reverse());
  const same = {
    ...masteredOf(account),
    billingAddress: turned(account.billingAddress ?? {}) as typeof account.billingAddress,
    synchronizationOptions: account.synchronizationOptions.map((one) => turned(one) as typeof one),
  };
  expect(masteredDifferences(account, same)).toEqual([]);
});
