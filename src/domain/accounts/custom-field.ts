import { z } from 'zod';
import { type Refusal, refusal } from '../errors';
import { day, fieldMessage, invalidInput, LIMITS, nameText, type Parsed, parse, text } from '../input';
import { type Keywords, TOLD } from '../input-limits';
import { jsonSchemaOf } from '../input-schema';
import { say } from '../message';

/** The value of a custom field, of the type that its definition names. */
export type CustomFieldScalar = string | number | boolean;

/** The values of an account by code; a code without a value is not in it. Keys come from definitions only. */
export type CustomFields = Readonly<Record<string, CustomFieldScalar>>;

/** A custom field that accounts may have. */
export interface CustomFieldDefinition {
  readonly code: string;
  readonly label: string;
  readonly type: CustomFieldType;
  /** Enforced on edits, not on a copy or a refresh (S15; test/graphql/accounts/custom-fields.test.ts). */
  readonly required: boolean;
  /** The choices, of a CHOICE; null for any other type. */
  readonly options: readonly string[] | null;
  /** What accounts are given at their birth; null for nothing. */
  readonly defaultValue: CustomFieldScalar | null;
}

export const CUSTOM_FIELD_TYPES = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

/** A letter, then letters, digits and underscores: no dots, and nothing that an object has of its own. */
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, {
  message: fieldMessage('input.customFieldCode'),
});
const MAX_CHOICES = 200;

/** A value of whatever field. */
export const anyScalar = z.union([text(), z.number(), z.boolean()], { message: fieldMessage('input.scalar') });

/** Values by code; each is read once its field is known. */
export const customFieldInputs = z.array(z.object({ code: z.string(), value: anyScalar.nullish() })).nullish();

/** A definition as it is sent. */
export const definitionInput = z
  .object({
    code,
    label: nameText(),
    type: z.enum(CUSTOM_FIELD_TYPES),
    required: z.boolean(),
    options: z
      .array(nameText())
      .max(MAX_CHOICES, { message: fieldMessage('input.tooMany', { most: MAX_CHOICES }) })
      .refine((options) => new Set(options).size === options.length, { message: fieldMessage('input.choiceTwice') })
      .register(TOLD, { uniqueItems: true })
      .nullish(),
    defaultValue: z.unknown().register(TOLD, jsonSchemaOf(anyScalar.nullable())).optional(),
  })
  .register(TOLD, { allOf: CUSTOM_FIELD_TYPES.map(toldOfType) });

/** What a definition of this type must hold besides, as `parseDefinition` asks for it. */
function toldOfType(type: CustomFieldType): Keywords {
  const isChoice = type === 'CHOICE';
  const options = isChoice ? { type: 'array', minItems: 1 } : { type: ['array', 'null'], maxItems: 0 };
  const defaultValue = jsonSchemaOf(schemaOf({ type, options: [] }).nullable());
  return {
    if: { required: ['type'], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: isChoice ? ['options'] : [], properties: { options, defaultValue } },
  };
}

/** Reads a definition: a CHOICE has options and no other type has; the default must be a value of it. */
export function parseDefinition(input: unknown): Parsed<CustomFieldDefinition> {
  const sent = parse(definitionInput, input, ['input']);
  if (sent.refusals) return sent;
  const { options, defaultValue: sentDefault, ...rest } = sent.value;
  const choices = options?.length ? options : null;
  if ((rest.type === 'CHOICE') !== (choices !== null)) {
    const path = ['input', 'options'];
    const wrong =
      rest.type === 'CHOICE'
        ? invalidInput(path, 'input.choicesNeeded')
        : invalidInput(path, 'input.noChoices', { type: rest.type });
    return { refusals: [wrong] };
  }
  const bare = { ...rest, options: choices, defaultValue: null };
  const defaultValue = parse<CustomFieldScalar | null>(schemaOf(bare).nullable(), sentDefault ?? null, [
    'input',
    'defaultValue',
  ]);
  if (defaultValue.refusals) return defaultValue;
  return { value: { ...bare, defaultValue: defaultValue.value } };
}

/** Reads a value of a custom field, which people know by its label; null clears it. */
export function parseValue(
  definition: Pick<CustomFieldDefinition, 'type' | 'options' | 'label'>,
  sent: unknown,
  path: readonly string[],
): Parsed<CustomFieldScalar | null> {
  return parse<CustomFieldScalar | null>(schemaOf(definition).nullable(), sent, path, definition.label);
}

function schemaOf({ type, options }: Pick<CustomFieldDefinition, 'type' | 'options'>): z.ZodType<CustomFieldScalar> {
  switch (type) {
    case 'TEXT':
      return text();
    case 'NUMBER':
      return z.number({ message: fieldMessage('input.number') });
    case 'BOOLEAN':
      return z.boolean({ message: fieldMessage('input.boolean') });
    case 'DATE':
      return day;
    case 'CHOICE':
      return text(LIMITS.name).refine((value) => options?.includes(value), {
        message: fieldMessage('input.choice', { choices: options?.join(', ') ?? '' }),
      });
  }
}

/** What custom fields come to when some are changed, and everything that speaks against it. */
export interface CustomFieldPlan {
  readonly customFields: CustomFields;
  /** The labels of those that change. */
  readonly labels: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Changes values by code (S15). An unknown code, one named twice and a value of another type are refused. */
export function planCustomFields(
  definitions: readonly CustomFieldDefinition[],
  stored: CustomFields,
  sent: readonly { readonly code: string; readonly value?: unknown }[],
): CustomFieldPlan {
  const byCode = new Map(definitions.map((one) => [one.code, one]));
  const values = new Map(Object.entries(stored));
  const named = new Set<string>();
  const labels: string[] = [];
  const refusals: Refusal[] = [];
  for (const { code, value = null } of sent) {
    const path = ['input', 'customFields', code];
    const known = byCode.get(code);
    if (!known) {
      refusals.push(refusal('CUSTOM_FIELD_UNKNOWN', say('customField.unknown'), path));
      continue;
    }
    if (named.has(code)) refusals.push(refusal('INVALID_INPUT', say('input.namedTwice', { field: known.label }), path));
    named.add(code);
    const isStored = (one: unknown) => (values.get(code) ?? null) === one;
    // What is stored is no change, even when its choice has been taken from the definition since.
    if (isStored(value)) continue;
    const read = parseValue(known, value, path);
    if (read.refusals) {
      refusals.push(...read.refusals);
      continue;
    }
    if (isStored(read.value)) continue;
    if (read.value === null) values.delete(code);
    else values.set(code, read.value);
    labels.push(known.label);
  }
  return { customFields: Object.fromEntries(values), labels, refusals };
}

/** The value of a code; null when there is none. A code may be a word that every object knows: only own keys count. */
export function customFieldValue(values: CustomFields, code: string): CustomFieldScalar | null {
  return Object.hasOwn(values, code) ? (values[code] ?? null) : null;
}

/** The refusals of required fields that have no value in the state that results. */
export function missingFields(definitions: readonly CustomFieldDefinition[], values: CustomFields): Refusal[] {
  return definitions
    .filter(({ code, required }) => required && isEmpty(customFieldValue(values, code)))
    .map(({ code, label }) =>
      refusal('CUSTOM_FIELD_REQUIRED', say('customField.required', { field: label }), ['input', 'customFields', code]),
    );
}

function isEmpty(value: CustomFieldScalar | null): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}
