import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { Button } from '../../../ui/button.tsx';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    search: 'Search accounts',
    hint: 'Name, accounting number or e-mail',
    clear: 'Clear the search',
    key: 'Key / leads here',
  },
  {
    search: 'Konten suchen',
    hint: 'Name, Buchhaltungsnummer oder E-Mail',
    clear: 'Suche leeren',
    key: 'Die Taste / führt hierher',
  },
);

/** So long nothing is typed before it is searched for. */
const PAUSE_MS = 200;

interface SearchProps {
  readonly value: string;
  readonly onSearch: (search: string) => void;
  readonly onClear: () => void;
}

/** Searches as one types. */
export function Search({ value, onSearch, onClear }: SearchProps) {
  const words = useWords(WORDS);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  /** What was searched for and has not come back by the address yet, which takes its time: typing goes on meanwhile. */
  const [sent, setSent] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  if (known !== value) {
    const own = sent.indexOf(value);
    setKnown(value);
    setSent(own === -1 ? [] : sent.slice(own + 1));
    // Back, a link or "clear all" has changed it.
    if (own === -1) setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => {
      setSent((before) => [...before, typed]);
      onSearch(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  useSlash(input);
  return (
    <SearchField className="search" value={typed} onChange={setTyped} onClear={onClear}>
      <Label className="visually-hidden">{words.search}</Label>
      <SearchIcon className="icon" aria-hidden />
      <Input ref={input} className="control" placeholder={words.hint} enterKeyHint="search" maxLength={1000} />
      {typed === '' ? (
        <kbd className="search-key" title={words.key} aria-hidden>
          /
        </kbd>
      ) : (
        <Button tone="quiet" aria-label={words.clear}>
          <X className="icon" aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}

/** "/" leads to the search from wherever nothing is being typed. */
function useSlash(input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      const isTyping = at.isContentEditable || at.matches('input, textarea, select, [role="dialog"] *');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}
