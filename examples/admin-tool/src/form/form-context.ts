import { createContext, use } from 'react';
import type { Wording } from '../state/catalogue.ts';
import type { Path } from './draft.ts';
import type { JsonSchema } from './json-schema.ts';

export interface Lock {
  readonly reason: string;
  readonly message: string;
}

/** What every field of a form asks for what is not its own. */
export interface FormSurroundings {
  readonly root: JsonSchema;
  /** What a value is called and what it is for, by its path. */
  readonly wording: (path: Path) => Wording;
  /** The words of a choice. */
  readonly choice: (path: Path, value: unknown) => Wording;
  /** Why the value may not be changed, before anything is sent. */
  readonly lock: (path: Path) => Lock | null;
  /** What does not fit or was refused there. */
  readonly faults: (path: Path) => readonly string[];
  /** Ids of fields are unique in the page. */
  readonly id: (path: Path) => string;
  readonly change: (path: Path, value: unknown) => void;
  /** Finds a record whose id is asked for; null where there is no such list. */
  readonly finder: (path: Path) => Finder | null;
}

export interface Finder {
  readonly find: (
    text: string,
    signal: AbortSignal,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>;
}

export const FormContext = createContext<FormSurroundings | null>(null);

export function useForm(): FormSurroundings {
  const form = use(FormContext);
  if (form === null) throw new Error('A field outside of a form');
  return form;
}

/** Without positions in lists, as labels have it. */
export function withoutPositions(path: Path): string[] {
  return path.filter((step) => typeof step === 'string');
}
