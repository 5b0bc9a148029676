import type { AccountFieldsFragment } from '../../../examples/portal/src/api/generated';
import {
  changedFields,
  changesOf,
  draftOf,
  rebase,
  takeTheirs,
} from '../../../examples/portal/src/pages/account/edit/draft';

const ACCOUNT: AccountFieldsFragment = {
  id: 'a',
  revision: '1',
  name: 'Alfreds',
  accountingNo: null,
  email: 'a@mail.example',
  status: 'ACTIVE',
  currency: 'EUR',
  enableOrdering: false,
  separateInvoices: true,
  billingAddress: {
    line1: 'Obere Str. 57',
    line2: null,
    city: 'Berlin',
    region: null,
    postalCode: null,
    country: 'DE',
  },
  parent: null,
  billTo: { id: 'r', name: 'Alpha' },
  responsibleUser: { id: 'anna' },
  permissionRule: null,
  synchronizationOptions: [{ systemCode: 'mail', key: 'domain', value: null }],
  customFields: [custom('note', 'old'), custom('segment', null)],
};

function custom(code: string, value: unknown) {
  return { definition: { code, label: code, type: 'TEXT' as const, required: false, options: null }, value };
}

const BASE = draftOf(ACCOUNT);
const free = () => false;

describe('what an edit sends', () => {
  test('is nothing where nothing was changed', () => {
    expect(changesOf(BASE, draftOf(ACCOUNT), free)).toEqual({});
  });

  test('is what was changed alone, null where it was emptied', () => {
    const draft = { ...BASE, EMAIL: '', NAME: 'Alfredo', BILL_TO: null, ENABLE_ORDERING: true };
    expect(changesOf(BASE, draft, free)).toEqual({
      name: 'Alfredo',
      email: null,
      billToId: null,
      enableOrdering: true,
    });
  });

  test('is the whole address, or null once nothing of it is left', () => {
    const { BILLING_ADDRESS: address } = BASE;
    expect(changesOf(BASE, { ...BASE, BILLING_ADDRESS: { ...address, city: 'Bonn' } }, free)).toEqual({
      billingAddress: { ...ACCOUNT.billingAddress, city: 'Bonn' },
    });
    const emptied = { ...address, line1: '', city: '', country: '' };
    expect(changesOf(BASE, { ...BASE, BILLING_ADDRESS: emptied }, free)).toEqual({ billingAddress: null });
  });

  test('is all options, and of custom fields those that were changed', () => {
    const added = { systemCode: 'voice', key: 'line', value: '7' };
    const draft = {
      ...BASE,
      SYNCHRONIZATION_OPTIONS: [...BASE.SYNCHRONIZATION_OPTIONS, added],
      CUSTOM_FIELDS: { ...BASE.CUSTOM_FIELDS, note: null },
    };
    expect(changesOf(BASE, draft, free)).toEqual({
      synchronizationOptions: [{ systemCode: 'mail', key: 'domain', value: null }, added],
      customFields: [{ code: 'note', value: null }],
    });
  });

  test('leaves out what is locked', () => {
    const draft = { ...BASE, NAME: 'Alfredo', RESPONSIBLE_USER: 'bob' };
    expect(changesOf(BASE, draft, (field) => field === 'NAME')).toEqual({ responsibleUserId: 'bob' });
  });
});

describe('after others have changed the account', () => {
  const latest = draftOf({
    ...ACCOUNT,
    email: 'theirs@mail.example',
    accountingNo: '7',
    customFields: [custom('note', 'theirs'), custom('segment', 'A')],
  });
  const draft = { ...BASE, EMAIL: 'mine@mail.example', NAME: 'Mine', CUSTOM_FIELDS: { note: 'mine', segment: null } };

  test('what they changed is known', () => {
    expect(changedFields(BASE, latest)).toEqual(['ACCOUNTING_NO', 'EMAIL', 'CUSTOM_FIELDS']);
  });

  test('mine goes on top of theirs, and no more than mine is sent', () => {
    const mine = rebase(BASE, draft, latest);
    expect(changesOf(latest, mine, free)).toEqual({
      name: 'Mine',
      email: 'mine@mail.example',
      customFields: [{ code: 'note', value: 'mine' }],
    });
  });

  test('theirs is taken where both changed the same, and the rest of mine stays', () => {
    const theirs = takeTheirs(BASE, draft, latest);
    expect(changesOf(latest, theirs, free)).toEqual({ name: 'Mine' });
  });
});
