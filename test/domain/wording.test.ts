import { actorName, listed, ribbon, statusChangedByPerson, statusChangedByReseller } from '../../src/domain/wording';
import { anAdministrator, aSync, aUser } from './builders';

test('the ribbon is word for word what the product says', () => {
  expect(ribbon('Alpha')).toBe('This account is managed by Alpha Tenant Reseller');
  expect(ribbon('Alpha Cloud')).toBe('This account is managed by Alpha Cloud Tenant Reseller');
});

test("S13's history line is word for word what the product says", () => {
  expect(statusChangedByReseller('SUSPENDED', 'Alpha')).toBe(
    "Account's Status Changed to Suspended due to changes on Alpha",
  );
  expect(statusChangedByReseller('ACTIVE', 'Alpha')).toBe("Account's Status Changed to Active due to changes on Alpha");
});

test('a status that a person changed is not put down to a reseller', () => {
  expect(statusChangedByPerson('SUSPENDED')).toBe("Account's Status Changed to Suspended");
  expect(statusChangedByPerson('ACTIVE')).toBe("Account's Status Changed to Active");
});

test('the history shows a person by id and a sync by its reseller', () => {
  expect(actorName(aUser('anna'), 'Alpha')).toBe('anna');
  expect(actorName(anAdministrator('root'), null)).toBe('root');
  expect(actorName(aSync(), 'Alpha')).toBe('Alpha Tenant Reseller');
});

test.each([
  [[], ''],
  [['name'], 'name'],
  [['name', 'e-mail'], 'name and e-mail'],
  [['name', 'e-mail', 'status'], 'name, e-mail and status'],
])('%j is listed as "%s"', (items, text) => {
  expect(listed(items)).toBe(text);
});
