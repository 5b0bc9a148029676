import { useWords } from '../state/tool.ts';
import { isLocale, LOCALES, type Locale } from '../words/words.ts';
import { Icon } from './icons.tsx';

export function LanguageChoice({ setLocale }: { readonly setLocale: (locale: Locale) => void }) {
  const { words, locale } = useWords();
  return (
    <span className="control-select language">
      <select
        className="control control-small"
        aria-label={words.language}
        value={locale}
        onChange={({ target }) => isLocale(target.value) && setLocale(target.value)}
      >
        {Object.entries(LOCALES).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
