import { ENGLISH_LABELS, GERMAN_LABELS, type LabelKey, type LabelText } from './labels';
import { ENGLISH_MESSAGES } from './messages-english';
import { GERMAN_MESSAGES } from './messages-german';

export type MessageKey = keyof typeof ENGLISH_MESSAGES;

/** The languages that people are answered in; the first where they ask for none of them. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** What stands in a sentence: text, or one thing or more that the portal has a label for. */
export type ParameterValue = string | Labelled;

interface Labelled {
  readonly labels: readonly LabelKey[];
}

/** A sentence for people before it is worded, in whatever language. */
export interface Message {
  readonly key: MessageKey;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** The names that stand in braces in a template. */
type ParameterName<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | ParameterName<Rest>
  : never;

type ParametersOf<Key extends MessageKey, But extends string = never> = Readonly<
  Record<Exclude<ParameterName<(typeof ENGLISH_MESSAGES)[Key]>, But>, ParameterValue | number | bigint>
>;

/** The parameters of a message, left out where it has none; `But` are given by who says it. */
export type Parameters<Key extends MessageKey, But extends string = never> = keyof ParametersOf<Key, But> extends never
  ? []
  : [parameters: ParametersOf<Key, But>];

export function say<Key extends MessageKey>(key: Key, ...[parameters]: Parameters<Key>): Message {
  return { key, parameters: asValues(parameters ?? {}) };
}

/** A sentence about a field, which is named where the place of it in the input is known. */
export function sayOfField<Key extends MessageKey>(key: Key, ...[parameters]: Parameters<Key, 'field'>): Message {
  return { key, parameters: asValues(parameters ?? {}) };
}

export function label(...labels: readonly LabelKey[]): Labelled {
  return { labels };
}

/** What the portal calls the value at this place of the input: the last name in it that is no position. */
export function fieldAt(path: readonly string[]): ParameterValue {
  const name = path.findLast((part) => !isPosition(part)) ?? 'input';
  const one = name.slice(0, -1);
  // Of ids that stand in a list the one that is meant.
  if (name.endsWith('Ids') && isPosition(path.at(-1) ?? '') && isLabelKey(one)) return label(one);
  return isLabelKey(name) ? label(name) : name;
}

function isPosition(part: string): boolean {
  return /^\d+$/.test(part);
}

export function isLabelKey(name: string): name is LabelKey {
  return Object.hasOwn(ENGLISH_LABELS, name);
}

const CATALOGUES = {
  en: { messages: ENGLISH_MESSAGES, labels: ENGLISH_LABELS, and: ' and ' },
  de: { messages: GERMAN_MESSAGES, labels: GERMAN_LABELS, and: ' und ' },
} as const satisfies Record<Locale, unknown>;

/** What the portal calls it in a language, by itself. */
export function labelText(key: LabelKey, locale: Locale = 'en'): string {
  return bare(CATALOGUES[locale].labels[key]);
}

/** The sentence in a language. */
export function textOf({ key, parameters }: Message, locale: Locale = 'en'): string {
  return CATALOGUES[locale].messages[key].replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_whole, name: string, one?: string, several?: string) => {
      const value = parameters[name] ?? '';
      if (one === undefined || several === undefined) return valueText(value, locale);
      return isSeveral(value, locale) ? several : one;
    },
  );
}

/** What stands in the sentence, by name, as text of the language. */
export function parameterTexts({ parameters }: Message, locale: Locale = 'en'): { name: string; value: string }[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, value: valueText(value, locale) }));
}

function valueText(value: ParameterValue, locale: Locale): string {
  if (typeof value === 'string') return value;
  const texts = value.labels.map((key) => labelText(key, locale));
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')}${CATALOGUES[locale].and}${last}`;
}

function isSeveral(value: ParameterValue, locale: Locale): boolean {
  if (typeof value === 'string') return /^\d+$/.test(value) && value !== '1';
  const [only, ...others] = value.labels;
  return others.length > 0 || (only !== undefined && typeof CATALOGUES[locale].labels[only] !== 'string');
}

function bare(text: LabelText): string {
  return typeof text === 'string' ? text : text.many;
}

function asValues(parameters: Readonly<Record<string, ParameterValue | number | bigint>>): Message['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'object' ? value : String(value)]),
  );
}
