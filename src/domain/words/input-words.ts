import { isLabelKey, type Locale, labelText } from '../message';
import { ACCOUNT_INPUTS } from './account-inputs';
import { RESELLER_INPUTS } from './reseller-inputs';
import { SELLING_INPUTS } from './selling-inputs';
import { type Helped, type Words, wordedAs } from './words';

/**
 * What is to be filled in, by the name of the value, which all inputs share that mean the same by it; where one means
 * something else, by the input's name and the value's.
 */
export const INPUT_HELP: Readonly<Record<string, Helped>> = {
  ...ACCOUNT_INPUTS,
  ...SELLING_INPUTS,
  ...RESELLER_INPUTS,
};

/** A value that can be sent to a mutation. */
export interface InputPlace {
  /** Where it stands in the arguments, without positions in lists, e.g. ['input', 'prices', 'sku']. */
  readonly path: readonly string[];
  /** The type of the input that it is a value of. */
  readonly input: string;
  /** Its name there. */
  readonly name: string;
}

/** Which of them is about a value of this input. */
export function inputHelpKey({ input, name }: InputPlace): string {
  const ofInput = `${input}.${name}`;
  return Object.hasOwn(INPUT_HELP, ofInput) ? ofInput : name;
}

/** The words for a value of an input. The label is the one that a refusal names it by. */
export function inputWords(place: InputPlace, locale: Locale): Words {
  const { input, name } = place;
  const { [locale]: help } = wordedAs(INPUT_HELP, inputHelpKey(place), `${input}.${name}`);
  if (!isLabelKey(name)) throw new Error(`There is no label for ${input}.${name} (src/domain/labels.ts)`);
  return { label: labelText(name, locale), help };
}
