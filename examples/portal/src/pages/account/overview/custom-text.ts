import type { CustomFieldType } from '../../../api/generated.ts';
import { useFormats } from '../../../words/formats.ts';
import { useYesNoWords } from './yes-no.ts';

/** A custom field's value as it is read, by the type of the field. */
export function useCustomText(): (type: CustomFieldType, value: unknown) => string {
  const { decimal, day } = useFormats();
  const { yes, no } = useYesNoWords();
  const texts: Readonly<Record<CustomFieldType, (value: unknown) => string>> = {
    TEXT: String,
    NUMBER: (value) => decimal(String(value)),
    BOOLEAN: (value) => (value ? yes : no),
    DATE: (value) => day(String(value)),
    CHOICE: String,
  };
  return (type, value) => texts[type](value);
}
