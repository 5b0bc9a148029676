import type { AccountCountQuery } from '../../api/generated.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, fill, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  { none: 'No accounts', one: '1 account', some: '{count} accounts', more: 'More than {count} accounts' },
  { none: 'Keine Konten', one: '1 Konto', some: '{count} Konten', more: 'Mehr als {count} Konten' },
);

/** How many accounts there are; told to whoever listens when it changes. */
export function Count({ found }: { readonly found: AccountCountQuery['accounts'] | undefined }) {
  const words = useWords(WORDS);
  const { count } = useFormats();
  const total = found?.totalCount ?? 0;
  const some = total === 0 ? words.none : total === 1 ? words.one : words.some;
  return (
    <p className="count muted" role="status">
      {found && fill(found.totalCountIsCapped ? words.more : some, { count: count(total) })}
    </p>
  );
}
