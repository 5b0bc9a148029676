import { isCountry } from '../../../src/domain/accounts/account-input';
import { namesOfTheWorld, WAYS, waysOfTyping } from '../../support/ways-of-typing';
import { finds } from './finds';

const NAMES = namesOfTheWorld();

test('the names of the world are some five hundred, in many scripts, each in NFC and of a country', () => {
  expect(NAMES.length).toBeGreaterThan(500);
  expect(new Set(NAMES.map(({ name }) => name)).size).toBe(NAMES.length);
  expect(
    NAMES.filter(({ name, line1, city }) => [name, line1, city].some((text) => text !== text.normalize('NFC'))),
  ).toEqual([]);
  expect(NAMES.filter(({ country }) => !isCountry(country))).toEqual([]);
  const scripts = [
    'Latn',
    'Grek',
    'Cyrl',
    'Armn',
    'Geor',
    'Hebr',
    'Arab',
    'Deva',
    'Beng',
    'Taml',
    'Telu',
    'Knda',
    'Mlym',
  ];
  const more = [
    'Gujr',
    'Guru',
    'Orya',
    'Sinh',
    'Tibt',
    'Thai',
    'Laoo',
    'Khmr',
    'Mymr',
    'Hani',
    'Hira',
    'Kana',
    'Hang',
    'Ethi',
  ];
  const missing = [...scripts, ...more].filter(
    (script) => !NAMES.some(({ name }) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)),
  );
  expect(missing).toEqual([]);
});

test.each(Object.keys(WAYS))('each is found when it is typed %s', (wanted) => {
  const typed = NAMES.flatMap(({ name }) => waysOfTyping(name).map((one) => ({ name, ...one }))).filter(
    ({ way }) => way === wanted,
  );
  expect(typed.length).toBeGreaterThan(10);
  expect(typed.filter(({ name, typed: search }) => !finds(search, name))).toEqual([]);
});
