import { LOCALES, type Locale, useLocale } from '../words/locale.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { SelectField } from './select-field.tsx';

const WORDS = defineWords({ language: 'Language' }, { language: 'Sprache' });
const CHOICES = Object.entries(LOCALES).map(([id, label]) => ({ id, label }));

export function LanguageChoice() {
  const words = useWords(WORDS);
  const { locale, setLocale } = useLocale();
  return (
    <SelectField
      label={words.language}
      isLabelHidden
      choices={CHOICES}
      value={locale}
      onChange={(id) => setLocale(id as Locale)}
    />
  );
}
