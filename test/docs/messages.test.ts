import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInputObjectType } from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { denialMessage, lockMessage } from '../../src/domain/accounts/policy-messages';
import { ENGLISH_LABELS, GERMAN_LABELS } from '../../src/domain/labels';
import { fieldAt, LOCALES, label, type MessageKey, parameterTexts, say, textOf } from '../../src/domain/message';
import { ENGLISH_MESSAGES } from '../../src/domain/messages-english';
import { GERMAN_MESSAGES } from '../../src/domain/messages-german';
import { buildSchema } from '../../src/graphql/build-schema';
import { writtenFiles } from './repository-files';

const KEYS = Object.keys(ENGLISH_MESSAGES) as MessageKey[];
const namesIn = (template: string) =>
  [...new Set(Array.from(template.matchAll(/\{(\w+)/g), ([, name]) => name))].sort();

describe('the catalogues', () => {
  test.each(KEYS)('%s says the same in both languages, of the same things', (key) => {
    expect(namesIn(GERMAN_MESSAGES[key])).toEqual(namesIn(ENGLISH_MESSAGES[key]));
    expect(GERMAN_MESSAGES[key]).not.toBe(ENGLISH_MESSAGES[key]);
  });

  test.each(KEYS)('%s is worded in full, whatever stands in it', (key) => {
    const parameters = Object.fromEntries(namesIn(ENGLISH_MESSAGES[key]).map((name) => [name, '2']));
    for (const locale of LOCALES) expect(textOf({ key, parameters }, locale)).not.toMatch(/[{}|]|undefined/);
  });

  test('have no key that nothing says', () => {
    const sources = writtenFiles('src')
      .filter((path) => !/\/messages-\w+\.ts$/.test(path))
      .map((path) => readFileSync(join(packageRoot(), path), 'utf8'))
      .join('\n');
    expect(KEYS.filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  test('say of a text of zod that nobody worded no more than that it cannot be read: none is left in the source', () => {
    const literal = /message: ['"`](?!.*fieldMessage)/;
    const worded = writtenFiles('src/domain')
      .concat(writtenFiles('src/services'))
      .filter((path) => literal.test(readFileSync(join(packageRoot(), path), 'utf8')));
    expect(worded).toEqual([]);
  });
});

describe('a label', () => {
  test('is there for everything that an input or a list can be sent', () => {
    const { schema } = buildSchema(join(packageRoot(), 'schema'));
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const sent = inputs.flatMap((type) => Object.keys(type.getFields()));
    expect(sent.length).toBeGreaterThan(100);
    expect(sent.filter((name) => !Object.hasOwn(ENGLISH_LABELS, name))).toEqual([]);
  });

  test.each(LOCALES)('of a field is what the policy calls it, and so is that of an action: %s', (locale) => {
    const { actions, fields } = buildSchema(join(packageRoot(), 'schema')).accountPolicy[locale];
    const named = { resellerName: null };
    expect([actions.length, fields.length]).toEqual([14, 14]);
    for (const { field, label: name } of fields) {
      expect(textOf(lockMessage(field, 'ACCOUNT_DELETED', named), locale).split(/ (?:is|are|ist|sind) /)[0]).toBe(name);
    }
    for (const { action, label: name } of actions) {
      const sentence = textOf(denialMessage(action, ['ACCOUNT_DELETED'], named), locale);
      expect(sentence.split(/ (?:is|ist) /)[0]).toBe(name);
    }
  });

  test('is in German too', () => {
    expect(Object.keys(GERMAN_LABELS)).toEqual(Object.keys(ENGLISH_LABELS));
  });

  test.each([
    [['input', 'accountingNo'], 'Accounting No'],
    [['input', 'items', '6', 'customer', 'sourceVersion'], 'Source version'],
    [['input', 'subscriptionIds'], 'Subscriptions'],
    [['input', 'subscriptionIds', '3'], 'Subscription'],
    [['input', 'accounts', '3'], 'Accounts'],
    [[], 'Input'],
    [['input', 'customFields', 'region_of_sales'], 'region_of_sales'],
    [['input', 'constructor'], 'constructor'],
  ])('stands for the place %j: %s', (path, text) => {
    expect(parameterTexts(say('input.blank', { field: fieldAt(path) }))).toEqual([{ name: 'field', value: text }]);
  });
});

describe('a sentence', () => {
  test.each([
    [
      say('input.blank', { field: label('accountingNo') }),
      'Accounting No must not be blank',
      'Buchhaltungsnummer: darf nicht leer sein',
    ],
    [
      say('lock.accountDeleted', { field: label('customFields') }),
      'Custom fields are locked: the account is deleted.',
      'Individuelle Felder sind gesperrt: Das Konto ist gelöscht.',
    ],
    [
      say('lock.masteredByReseller', { field: label('synchronizationOptions'), reseller: 'Alpha' }),
      'Synchronization options are locked: they come from Alpha and are updated from there.',
      'Synchronisationsoptionen sind gesperrt: Die Werte kommen von Alpha und werden von dort aktualisiert.',
    ],
    [
      say('lock.masteredByReseller', { field: label('name'), reseller: 'Alpha' }),
      'Name is locked: it comes from Alpha and is updated from there.',
      'Name ist gesperrt: Der Wert kommt von Alpha und wird von dort aktualisiert.',
    ],
    [
      say('sync.versionConflict', { version: 7n, fields: label('name', 'email', 'status') }),
      'Version 7 was recorded with other content: Name, E-mail and Status.',
      'Version 7 wurde mit anderem Inhalt erfasst: Name, E-Mail und Status.',
    ],
    [
      say('input.typeInUse', { field: label('type'), type: 'TEXT', count: 1 }),
      'Type must stay TEXT: 1 account uses this field',
      'Typ: muss TEXT bleiben: 1 Konto benutzt dieses Feld',
    ],
    [
      say('input.typeInUse', { field: label('type'), type: 'TEXT', count: 2 }),
      'Type must stay TEXT: 2 accounts use this field',
      'Typ: muss TEXT bleiben: 2 Konten benutzen dieses Feld',
    ],
    [
      say('action.managedByReseller', { action: label('action.SUSPEND'), reseller: label('aTenantReseller') }),
      'Suspend is not possible: the account is managed by a tenant reseller and changes there only.',
      'Suspendieren ist nicht möglich: Das Konto wird von einem Reseller verwaltet und nur dort geändert.',
    ],
  ])('%#', (message, english, german) => {
    expect(textOf(message)).toBe(english);
    expect(textOf(message, 'de')).toBe(german);
  });

  test('takes what a caller sent for text, whatever it is', () => {
    for (const reseller of ['{field}', '$1 $& {reseller:is|are}', '%s', '']) {
      const sentence = textOf(say('billTo.notReseller', { reseller }));
      expect(sentence).toBe(`The account is not billed to ${reseller}: set its Bill To first.`);
    }
  });
});
