import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords({ yes: 'Yes', no: 'No' }, { yes: 'Ja', no: 'Nein' });

export function useYesNo(value: boolean | null): string {
  const { yes, no } = useWords(WORDS);
  return value === null ? '–' : value ? yes : no;
}

export function useYesNoWords() {
  return useWords(WORDS);
}
