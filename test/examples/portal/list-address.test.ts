import fc from 'fast-check';
import {
  countFilters,
  filterOf,
  type ListAddress,
  NO_FILTER,
  orderOf,
  readAddress,
  writeAddress,
} from '../../../examples/portal/src/pages/accounts/address.ts';

const STATUSES = ['ACTIVE', 'SUSPENDED', 'DELETED'].map((value) => ({ value }));
const PLAIN: ListAddress = { ...NO_FILTER, sort: 'name', isDescending: false };

const address: fc.Arbitrary<ListAddress> = fc.record({
  search: fc.string(),
  managed: fc.constantFrom('all', 'managed', 'own'),
  resellers: fc.uniqueArray(fc.string()),
  statuses: fc.uniqueArray(fc.string()),
  drifting: fc.boolean(),
  unassigned: fc.boolean(),
  customField: fc.option(
    fc.record({
      code: fc.string(),
      value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    }),
  ),
  sort: fc.constantFrom('name', 'updated', 'created'),
  isDescending: fc.boolean(),
});

describe('the address of the list of accounts', () => {
  test('says all of it, and is read as it was written', () => {
    fc.assert(
      fc.property(address, (given) => {
        const text = writeAddress(given).toString();
        expect(readAddress(new URLSearchParams(text))).toEqual(given);
      }),
    );
  });

  test('says nothing of what is as it is anyway', () => {
    expect(writeAddress(PLAIN).toString()).toBe('');
    expect(filterOf(PLAIN, STATUSES)).toEqual({});
    expect(orderOf(PLAIN)).toEqual({ field: 'NAME', direction: 'ASC' });
    expect(countFilters(PLAIN)).toBe(0);
  });

  test.each([
    'managed=constructor',
    'sort=toString',
    'order=sideways',
    'unassigned=true',
    'field=segment',
    'field=segment&value={}',
    'field=segment&value=[1]',
    'field=segment&value=A',
    'value=1',
  ])('takes %s for nothing', (text) => {
    expect(readAddress(new URLSearchParams(text))).toEqual(PLAIN);
  });

  test('asks the API for each of them', () => {
    const asked = readAddress(
      new URLSearchParams(
        'q=alf&managed=own&reseller=a&reseller=b&status=DELETED&status=ACTIVE&drift=yes&unassigned=yes&field=vip&value=false',
      ),
    );
    expect(filterOf(asked, STATUSES)).toEqual({
      search: 'alf',
      managed: false,
      tenantResellerIds: ['a', 'b'],
      status: ['ACTIVE', 'DELETED'],
      hasDrift: true,
      withoutResponsibleUser: true,
      customField: { code: 'vip', equals: false },
    });
    expect(countFilters(asked)).toBe(6);
  });

  test('asks for no status that the schema does not have', () => {
    const asked = readAddress(new URLSearchParams('status=ASLEEP'));
    expect(filterOf(asked, STATUSES)).toEqual({});
  });

  test('asks for accounts without a value of a custom field', () => {
    const asked = readAddress(new URLSearchParams('field=vip&value=null'));
    expect(filterOf(asked, STATUSES)).toEqual({ customField: { code: 'vip', equals: null } });
  });
});
