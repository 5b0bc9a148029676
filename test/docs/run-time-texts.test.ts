import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { packageRoot } from '../../src/config/package-root';
import { actionRefusal, denialMessage, lockMessage } from '../../src/domain/accounts/policy-messages';
import * as accountWording from '../../src/domain/accounts/wording';
import * as billingWording from '../../src/domain/billing/wording';
import { textOf } from '../../src/domain/message';
import * as resellerWording from '../../src/domain/resellers/wording';
import * as sellingWording from '../../src/domain/selling/wording';
import * as syncWording from '../../src/domain/sync/wording';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS } from '../../src/domain/vocabulary';
import { buildSchema } from '../../src/graphql/build-schema';
import { aSubscription } from '../domain/builders';
import { writtenFiles } from './repository-files';

/** The number of a rule or of an acceptance case: for those who read the schema or the code, and for nobody else. */
const NUMBER = /\b(S\d{1,2}a?|A\d{1,2})\b/;

const ROOT = packageRoot();
const NAMES = [{ resellerName: 'Alpha' }, { resellerName: null }];
const DENIALS = [
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_DELETED',
  'MANAGED_BY_RESELLER',
  'TENANT_RESELLER_ACCOUNT',
  'NOT_FOR_THIS_CALLER',
  'INSUFFICIENT_ACCESS',
  'ALREADY_IN_STATUS',
] as const;
const LOCKS = [
  'ACCOUNT_DELETED',
  'MASTERED_BY_RESELLER',
  'SET_BY_BACK_ORDERING',
  'SET_BY_TENANT_RESELLER',
  'INSUFFICIENT_ACCESS',
] as const;

test('what accountPolicy answers carries no number of a rule', () => {
  const texts = textsIn(buildSchema(join(ROOT, 'schema')).accountPolicy);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => NUMBER.test(text))).toEqual([]);
});

test('no sentence about a denied action or a locked field does', () => {
  const sentences = NAMES.flatMap((named) => [
    ...ACCOUNT_ACTIONS.flatMap((action) => DENIALS.map((reason) => textOf(denialMessage(action, [reason], named)))),
    ...ACCOUNT_ACTIONS.map((action) => actionRefusal(action, ['MANAGED_BY_RESELLER'], named, []).message),
    ...ACCOUNT_FIELDS.flatMap((field) => LOCKS.map((reason) => textOf(lockMessage(field, reason, named)))),
  ]);
  expect(sentences.filter((text) => NUMBER.test(text))).toEqual([]);
});

describe('a line of the history', () => {
  const anna = { firstName: 'Anna', lastName: 'Arendt', email: null, phone: null, jobTitle: null };
  const contract = { kind: 'DOCUMENT', targetId: 'contract-7', label: 'Frame contract' } as const;
  const LINES: [module: object, lines: Record<string, () => string>][] = [
    [
      accountWording,
      {
        ribbon: () => accountWording.ribbon('Alpha'),
        statusChangedByPerson: () => accountWording.statusChangedByPerson('SUSPENDED'),
        accountCreated: () => accountWording.accountCreated(),
        edited: () => accountWording.edited(['Name']),
        deletedByPerson: () => accountWording.deletedByPerson('2026-01-31'),
        synchronizationRequested: () => accountWording.synchronizationRequested('mail'),
        contactAdded: () => accountWording.contactAdded(anna),
        contactChanged: () => accountWording.contactChanged(anna, { ...anna, firstName: 'Ann' }, ['first name']),
        contactRemoved: () => accountWording.contactRemoved(anna),
        related: () => accountWording.related(contract),
        relationLabelled: () => accountWording.relationLabelled(contract, 'Contract'),
        unrelated: () => accountWording.unrelated(contract),
      },
    ],
    [billingWording, {}],
    [
      resellerWording,
      {
        resellerAccountMade: () => resellerWording.resellerAccountMade('Alpha'),
        transferredTo: () => resellerWording.transferredTo('Alpha'),
        releasedFrom: () => resellerWording.releasedFrom('Alpha'),
        moveAnnounced: () => resellerWording.moveAnnounced('Beta'),
        moveWithdrawn: () => resellerWording.moveWithdrawn('Beta'),
        movedTo: () => resellerWording.movedTo('Alpha', 'Beta'),
      },
    ],
    [
      sellingWording,
      {
        sold: () => sellingWording.sold('OFFER', 'Seats', '10.00', 'EUR'),
        subscriptionSold: () => sellingWording.subscriptionSold(2, 'Mailbox', '2026-01-01'),
        subscriptionChanged: () => {
          const sold = aSubscription();
          return sellingWording.subscriptionChanged(sold, { ...sold, startDate: '2026-02-01', endDate: '2026-12-31' });
        },
        subscriptionEnded: () => sellingWording.subscriptionEnded(2, 'Mailbox', '2026-01-31'),
      },
    ],
    [
      syncWording,
      {
        statusChangedByReseller: () => syncWording.statusChangedByReseller('SUSPENDED', 'Alpha'),
        copiedFrom: () => syncWording.copiedFrom('Alpha'),
        refreshedFrom: () => syncWording.refreshedFrom('Alpha', ['name']),
        restoredBy: () => syncWording.restoredBy('Alpha'),
        deletedByReseller: () => syncWording.deletedByReseller('Alpha', '2026-01-31'),
      },
    ],
  ];

  test.each(LINES)('carries none, and each that there is stands here (%#)', (module, lines) => {
    const functions = Object.entries(module).filter(([, value]) => typeof value === 'function');
    expect(Object.keys(lines).sort()).toEqual(functions.map(([name]) => name).sort());
    const texts = Object.values(lines).map((line) => line());
    expect(texts.filter((text) => NUMBER.test(text))).toEqual([]);
  });

  test('is worded in a file of that name', () => {
    const files = writtenFiles('src/domain').filter((path) => /\/.+\/.+\/wording\.ts$/.test(path));
    expect(files).toHaveLength(LINES.length);
  });
});

test('no text in the source carries a number of a rule: messages, logs, pages, output of programs', () => {
  const found = writtenFiles('src')
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      literalsOf(readFileSync(join(ROOT, path), 'utf8'))
        .filter((literal) => /\bS\d{1,2}a?\b/.test(literal))
        .map((literal) => `${path}: ${literal}`),
    );
  expect(found).toEqual([]);
});

test('a text with a number would be found, a comment with one would not', () => {
  const source = 'const one = "Suspend (S13)."; // S14\nconst two = `a S15`;';
  expect(literalsOf(source).filter((literal) => NUMBER.test(literal))).toEqual(['Suspend (S13).', 'a S15']);
});

/** Every text in what is answered, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The strings and the parts of templates in a source. */
function literalsOf(source: string): string[] {
  const literals: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'StringLiteral' && 'value' in node) literals.push(String(node.value));
    if ('type' in node && node.type === 'TemplateElement' && 'cooked' in node) literals.push(String(node.cooked));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(source, { syntax: 'typescript', decorators: true }));
  return literals;
}
