import { z } from 'zod';
import { daysOfMonth } from './calendar';
import { asDomainError, asRequestError, type Refusal, refusal } from './errors';
import { isBlank, UNSEEN } from './folding';
import { canonicalId, UUID } from './identifiers';
import { ANY_TEXT, daysFrom, TOLD, textWith, wholeNumberUpTo } from './input-limits';
import { fieldAt, type Message, type MessageKey, type Parameters, sayOfField } from './message';
import { CURRENCIES, isCurrency } from './money';
import { BILLING_PERIODS } from './vocabulary';

/**
 * The building blocks of what callers send. Text arrives here once and leaves normalised (NFC); a fault is a refusal
 * with its path and not a failure of the whole call (test/graphql/sync/bad-input-sync.test.ts).
 */
export const LIMITS = {
  name: 255,
  text: 1000,
  options: 100,
  subscriptionsPerItem: 100,
  itemsPerCall: 500,
  pageSize: 200,
} as const;

const UUID_TOLD = { format: 'uuid', pattern: UUID.source };

/** Messages for people, who know neither zod nor its words; a building block's own message comes first. */
z.config({
  customError: (issue) => {
    if (issue.code === 'invalid_type') return fieldMessage('input.type', { type: issue.expected });
    if (issue.code === 'invalid_value') return fieldMessage('input.choice', { choices: issue.values.join(', ') });
    return undefined;
  },
});

/** What a building block says of a field, as zod takes it: text, of which `invalidInput` makes a message again. */
export function fieldMessage<Key extends MessageKey>(key: Key, ...parameters: Parameters<Key, 'field'>): string {
  return JSON.stringify(sayOfField(key, ...parameters));
}

/** Text that Postgres stores as it is: no NUL, no half of a surrogate pair; at most `max` characters. */
export function text(max: number = LIMITS.text) {
  return z
    .string()
    .transform((value, context) => {
      if (value.includes('\0')) return fault(context, 'input.nul');
      if (!value.isWellFormed()) return fault(context, 'input.unicode');
      // What is far too long is not worth normalising; anything else is measured as it will be stored.
      // Stryker disable next-line ConditionalExpression,EqualityOperator: only saves time, what follows refuses the same
      if (value.length > max * 16) return fault(context, 'input.tooLong', { most: max });
      const stored = value.normalize('NFC');
      return isLonger(stored, max) ? fault(context, 'input.tooLong', { most: max }) : stored;
    })
    .register(TOLD, { maxLength: max, pattern: ANY_TEXT });
}

/** Whether it has more characters, of which some are written as two. */
function isLonger(text: string, max: number): boolean {
  // Stryker disable next-line ConditionalExpression,EqualityOperator: only saves time, what follows says the same
  return text.length > max && [...text].length > max;
}

/** Text that must say something. */
export function filledText(max: number = LIMITS.text) {
  return text(max)
    .refine((value) => value.trim() !== '', { message: fieldMessage('input.blank') })
    .register(TOLD, { pattern: textWith('\\S') });
}

/** What people know something by: it must have a character that can be seen. */
export function nameText(max: number = LIMITS.name) {
  return text(max)
    .refine((value) => !isBlank(value), { message: fieldMessage('input.blank') })
    .register(TOLD, { pattern: textWith(`^${UNSEEN}`) });
}

/** Text that may be empty: null, left out and '' are one and the same. */
export function optionalText(max: number = LIMITS.text) {
  return text(max)
    .nullish()
    .transform((value) => value || null);
}

/** What makes a repeated call safe. */
export const idempotencyKey = filledText();

/** A UUID, as it is stored. */
export const uuid = z
  .string()
  .transform((value, context) => canonicalId(value) ?? fault(context, 'input.uuid'))
  .register(TOLD, UUID_TOLD);

/** The id of something that is looked up: one that cannot be the id of anything is unknown like any other. */
export const knownId = z.string().register(TOLD, UUID_TOLD);

/** An ISO 4217 code in capitals. */
export const currency = z
  .string()
  .refine(isCurrency, { message: fieldMessage('input.currency') })
  .register(TOLD, { enum: [...CURRENCIES].sort() });

/** An instant in RFC 3339. */
export const instant = z.iso
  .datetime({ offset: true, message: fieldMessage('input.instant') })
  .transform((value) => new Date(value));

const DAY = new RegExp(daysFrom(1900));

/** A day of the calendar, YYYY-MM-DD, of the years 1900 to 9999. */
export const day = z
  .string()
  .refine(isDay, { message: fieldMessage('input.day') })
  .register(TOLD, { format: 'date', pattern: DAY.source });

/** Before it other systems keep the days that mean none: 1753-01-01, 1900-01-01, 1970-01-01 (S26). */
const EARLIEST_YEAR = 1990;
export const EARLIEST_DAY = `${EARLIEST_YEAR}-01-01`;

/** The first day of something that is billed, or the last day of all of it. */
export const firstDay = day
  .refine((value) => !isDay(value) || value >= EARLIEST_DAY, {
    message: fieldMessage('input.earlierThan', { earliest: EARLIEST_DAY }),
  })
  .register(TOLD, { pattern: daysFrom(EARLIEST_YEAR) });

const VERSION = new RegExp(wholeNumberUpTo(2n ** 63n - 1n));

/** A whole number from 0 to 2^63 - 1, written as a string. */
export const version = z
  .string()
  .transform((value, context) => {
    if (NEGATIVE.test(value)) return fault(context, 'input.negative');
    return VERSION.test(value) ? BigInt(value) : fault(context, 'input.version');
  })
  .register(TOLD, { pattern: VERSION.source });
/** A number, and less than zero. */
const NEGATIVE = /^-\d+(\.\d+)?$/;

export const billingPeriod = z.enum(BILLING_PERIODS);

/** How many of a service. That there are no more than an Int of GraphQL holds, its coercion sees to. */
export const quantity = z
  .number()
  .int()
  .min(0, { message: fieldMessage('input.negative'), abort: true })
  .min(1, { message: fieldMessage('input.tooSmall', { least: 1 }) })
  .register(TOLD, { maximum: 2 ** 31 - 1 });

/** An exact decimal, zero or more: up to so many digits before the point, and 6 after it. */
function decimal(digits: number) {
  const form = new RegExp(`^${decimalForm(digits)}$`);
  return z
    .string()
    .refine((value) => !NEGATIVE.test(value), { message: fieldMessage('input.negative'), abort: true })
    .refine((value) => form.test(value), { message: fieldMessage('input.amount', { digits }) })
    .register(TOLD, { pattern: form.source });
}

/** Such a decimal that is more than zero: one of its digits is another. */
function positive(digits: number) {
  return decimal(digits)
    .refine((value) => /[1-9]/.test(value), { message: fieldMessage('input.notPositive') })
    .register(TOLD, { pattern: `^(?=.*[1-9])${decimalForm(digits)}$` });
}

function decimalForm(digits: number): string {
  return `\\d{1,${digits}}(\\.\\d{1,6})?`;
}

/** An exact amount of money, zero or more. */
export const amount = decimal(12);

/** How many of what an invoice by hand charges. */
export const positiveAmount = positive(12);

/** What is taken back of what a quantity costs at such a price. */
export const positiveTotal = positive(24);

/** What was sent, read; or every fault in it. */
export type Parsed<T> =
  | { readonly value: T; readonly refusals?: never }
  | { readonly value?: never; readonly refusals: readonly Refusal[] };

/** Reads a part of a call's arguments, which stands at `path`; `field` is what people call it where no label does. */
export function parse<T>(schema: z.ZodType<T>, sent: unknown, path: readonly string[], field?: string): Parsed<T> {
  const result = schema.safeParse(sent);
  if (result.success) return { value: result.data };
  return {
    refusals: result.error.issues.map((issue) =>
      ofField([...path, ...issue.path.map(String)], messageOf(issue.message), field),
    ),
  };
}

/** What was parsed; throws everything that speaks against it. */
export function accepted<T>(parsed: Parsed<T>): T {
  if (parsed.refusals) throw asDomainError(parsed.refusals);
  return parsed.value;
}

/** Reads a part of a mutation's arguments, which stands at `path`; what cannot be read is refused. */
export function read<T>(schema: z.ZodType<T>, sent: unknown, path: readonly string[]): T {
  return accepted(parse(schema, sent, path));
}

/** Reads a part of a query's arguments; what cannot be read turns the query away, which has no payload to say so in. */
export function readArgument<T>(schema: z.ZodType<T>, sent: unknown, path: readonly string[]): T {
  const parsed = parse(schema, sent, path);
  if (parsed.refusals) throw asRequestError(parsed.refusals);
  return parsed.value;
}

/** The id that was sent, as it is stored; refused when it cannot be the id of anything here. */
export function readId(sent: string, path: readonly string[]): string {
  return read(uuid, sent, path);
}

/** A refusal for wrong shape, range or encoding. */
export function invalidInput<Key extends MessageKey>(
  path: readonly string[],
  key: Key,
  ...parameters: Parameters<Key, 'field'>
): Refusal {
  return ofField(path, sayOfField(key, ...parameters));
}

function ofField(path: readonly string[], { key, parameters }: Message, field?: string): Refusal {
  return refusal('INVALID_INPUT', { key, parameters: { field: field ?? fieldAt(path), ...parameters } }, path);
}

/** What `fieldMessage` wrote. Zod's own words are for nobody here. */
function messageOf(text: string): Message {
  return text.startsWith('{') ? JSON.parse(text) : sayOfField('input.unreadable');
}

/** A fault that a building block finds in what it reads. */
export function fault<Key extends MessageKey>(
  context: z.core.$RefinementCtx,
  key: Key,
  ...parameters: Parameters<Key, 'field'>
): never {
  context.issues.push({ code: 'custom', message: fieldMessage(key, ...parameters), input: context.value });
  return z.NEVER;
}

function isDay(value: string): boolean {
  if (!DAY.test(value)) return false;
  const dayOfMonth = Number(value.slice(8));
  // Every month has that many.
  if (dayOfMonth <= 28) return true;
  return dayOfMonth <= daysOfMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}
