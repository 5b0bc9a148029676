import { randomUUID } from 'node:crypto';
import { type AccountOrder, parseAccountFilter } from '../../../src/domain/accounts/account-filter';
import type { Caller } from '../../../src/domain/caller';
import { RequestError } from '../../../src/domain/errors';
import { ALPHA_ID, ALPHAS_ACCOUNT_ID, anAdministrator, aSync, aUser } from '../builders';

const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };
const read = (sent: unknown, caller: Caller = aUser()) => parseAccountFilter(caller, sent, BY_NAME);

/** Where a filter is refused, and in which words. */
function refusal(sent: unknown, caller: Caller = aUser(), order = BY_NAME): [string, string] {
  try {
    parseAccountFilter(caller, sent, order);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    expect(error.code).toBe('INVALID_INPUT');
    return [error.argumentPath.join('.'), error.message];
  }
  throw new Error('It was not refused');
}

describe('a filter of accounts', () => {
  test.each([null, undefined, {}])('%j narrows nothing', (sent) => {
    expect(Object.values(read(sent)).filter((value) => value !== undefined)).toEqual([]);
  });

  test('is read whole', () => {
    expect(
      read({
        managed: false,
        tenantResellerId: ALPHA_ID.toUpperCase(),
        tenantResellerIds: [ALPHA_ID.toUpperCase(), ALPHA_ID],
        withoutResponsibleUser: true,
        hasDrift: false,
        parentId: ALPHAS_ACCOUNT_ID,
        billToId: ALPHAS_ACCOUNT_ID,
        responsibleUserId: 'anna',
        status: ['ACTIVE', 'SUSPENDED', 'DELETED'],
        search: 'Cafe\u0301',
        updatedSince: '2026-01-31T12:00:00+01:00',
        customField: { code: 'region', equals: 'north' },
      }),
    ).toEqual({
      managed: false,
      tenantResellerId: ALPHA_ID,
      tenantResellerIds: [ALPHA_ID],
      withoutResponsibleUser: true,
      hasDrift: false,
      parentId: ALPHAS_ACCOUNT_ID,
      billToId: ALPHAS_ACCOUNT_ID,
      responsibleUserId: 'anna',
      status: ['ACTIVE', 'SUSPENDED', 'DELETED'],
      search: 'Caf\u00e9',
      updatedSince: new Date('2026-01-31T11:00:00Z'),
      customField: { code: 'region', equals: 'north' },
    });
  });

  test('by an id that nothing can have finds nothing, and is no error', () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    expect(read({ parentId: 'c-1' }).parentId).toBe(nobody);
    expect(read({ tenantResellerIds: ['', ALPHA_ID, 'a\0'] }).tenantResellerIds).toEqual([nobody, ALPHA_ID]);
  });

  test('takes up to 500 resellers, none of them is a question too, and null is none', () => {
    const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
    expect(read({ tenantResellerIds: ids(500) }).tenantResellerIds).toHaveLength(500);
    expect(refusal({ tenantResellerIds: ids(501) })).toEqual([
      'filter.tenantResellerIds',
      'Tenant resellers must have at most 500 entries',
    ]);
    expect(read({ tenantResellerIds: [] }).tenantResellerIds).toEqual([]);
    expect(read({ tenantResellerIds: null }).tenantResellerIds).toBeUndefined();
  });

  test.each([
    ['north', 'north'],
    [0, 0],
    [false, false],
    [null, null],
    [undefined, null],
  ])('by a custom field of %j asks for %j', (sent, equals) => {
    expect(read({ customField: { code: 'region', equals: sent } }).customField).toEqual({ code: 'region', equals });
  });

  test.each([
    [{ managed: 'yes' }, 'filter.managed', 'Managed must be of type boolean and not empty'],
    [{ hasDrift: 1 }, 'filter.hasDrift', 'Drift must be of type boolean and not empty'],
    [{ status: ['GONE'] }, 'filter.status.0', 'Status must be one of ACTIVE, SUSPENDED, DELETED'],
    [{ search: 'a\0' }, 'filter.search', 'Search must not contain the NUL character'],
    [
      { updatedSince: '2026-01-31' },
      'filter.updatedSince',
      'Updated since must be an RFC 3339 instant, e.g. "2026-01-31T12:00:00Z"',
    ],
    [
      { customField: { code: 'region', equals: ['north'] } },
      'filter.customField.equals',
      'Value must be a text, a number, true, false or null',
    ],
  ])('%j is refused at %s', (sent, place, message) => {
    expect(refusal(sent)).toEqual([place, message]);
  });
});

const LABELS: Readonly<Record<string, string>> = {
  ...{ parentId: 'Parent', billToId: 'Bill To', responsibleUserId: 'Responsible User' },
  customField: 'Custom field',
  withoutResponsibleUser: 'Without Responsible User',
  hasDrift: 'Drift',
};

describe('a sync caller', () => {
  test.each([
    ['parentId', ALPHAS_ACCOUNT_ID],
    ['billToId', ALPHAS_ACCOUNT_ID],
    ['responsibleUserId', 'anna'],
    ['withoutResponsibleUser', false],
    ['hasDrift', false],
    ['customField', { code: 'region', equals: null }],
  ])('cannot ask by %s, which it does not see', (field, value) => {
    expect(refusal({ [field]: value }, aSync())).toEqual([
      `filter.${field}`,
      `A sync service cannot filter by ${LABELS[field]}`,
    ]);
    expect(read({ [field]: value }, anAdministrator())).toHaveProperty(field);
  });

  test('may ask by what it sees', () => {
    const ofResellers = { managed: true, tenantResellerId: ALPHA_ID, tenantResellerIds: [ALPHA_ID] };
    const sent = { ...ofResellers, status: ['DELETED'], search: 'a' };
    expect(read(sent, aSync())).toMatchObject(sent);
    const since = '2026-01-31T12:00:00Z';
    expect(read({ updatedSince: since }, aSync()).updatedSince).toEqual(new Date(since));
    // What is there and says nothing does not narrow, and is no question.
    expect(read({ parentId: null }, aSync()).parentId).toBeUndefined();
  });

  test.each(['CREATED_AT', 'UPDATED_AT'] as const)('cannot order by %s', (field) => {
    const order = { field, direction: 'ASC' } as const;
    expect(refusal({}, aSync(), order)).toEqual(['orderBy.field', `A sync service cannot order by ${field}`]);
    expect(() => parseAccountFilter(aUser(), {}, order)).not.toThrow();
  });
});
