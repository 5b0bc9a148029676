import type { CustomFieldType } from '../../../api/generated.ts';
import { useFormats } from '../../../words/formats.ts';
import { useYesNoWords } from './yes-no.ts';

interface Tools {
  readonly decimal: (amount: string) => string;
  readonly day: (day: string) => string;
  readonly yes: string;
  readonly no: string;
}

const BY_TYPE: Readonly<Record<CustomFieldType, (value: unknown, tools: Tools) => string>> = {
  TEXT: String,
  NUMBER: (value, { decimal }) => decimal(String(value)),
  BOOLEAN: (value, { yes, no }) => (value ? yes : no),
  DATE: (value, { day }) => day(String(value)),
  CHOICE: String,
};

/** A custom field's value as it is read, by the type of the field. */
export function useCustomText(): (type: CustomFieldType, value: unknown) => string {
  const tools = { ...useFormats(), ...useYesNoWords() };
  return (type, value) => (BY_TYPE[type] ?? String)(value, tools);
}
