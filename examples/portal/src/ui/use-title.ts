import { useEffect } from 'react';
import { useWords } from '../words/words.ts';
import { BRAND } from './brand.tsx';

/** What the tab and the history call the page, e.g. `Alfreds Futterkiste`. */
export function useTitle(title: string): void {
  const { brand } = useWords(BRAND);
  useEffect(() => {
    document.title = title === '' ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}
