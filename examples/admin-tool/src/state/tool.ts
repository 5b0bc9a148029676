import { createContext, use, useEffect, useState } from 'react';
import { type Answer, asFailure, ask, type Caller, type CallFailure } from '../api/ask.ts';
import { fillIn, LOCALES, type Locale } from '../words/words.ts';
import type { Catalogue } from './catalogue.ts';

/** What every page is given. */
export interface Tool {
  readonly caller: Caller;
  readonly catalogue: Catalogue;
  readonly signOut: () => void;
}

export const ToolContext = createContext<Tool | null>(null);
export const LocaleContext = createContext<Locale>('en');

export function useTool(): Tool {
  const tool = use(ToolContext);
  if (tool === null) throw new Error('Nobody is signed in');
  return tool;
}

/** The tool's own words, and what puts values into them. */
export function useWords() {
  const locale = use(LocaleContext);
  return { words: LOCALES[locale].words, fill: fillIn(locale), locale };
}

export type Asked<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: CallFailure }
  | ({ readonly state: 'done' } & Answer<Data>);

/** The answer to a query, asked anew whenever it or what it is told changes; null asks nothing. */
export function useAnswer<Data>(
  query: string | null,
  variables: Readonly<Record<string, unknown>> = {},
): Asked<Data> & { readonly again: () => void } {
  const { caller } = useTool();
  return useLoaded(
    (signal) => ask<Data>(caller, query ?? '', { ...variables }, signal),
    [query, JSON.stringify(variables), caller.token, caller.locale],
  );
}

export function useLoaded<Data>(
  load: (signal: AbortSignal) => Promise<Answer<Data>>,
  keys: readonly (string | null)[],
): Asked<Data> & { readonly again: () => void } {
  const [round, setRound] = useState(0);
  const key = JSON.stringify([...keys, round]);
  const [asked, setAsked] = useState<{ key: string; answer: Asked<Data> }>({ key: '', answer: { state: 'loading' } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded is told by its keys
  useEffect(() => {
    if (keys[0] === null) return;
    const aborted = new AbortController();
    load(aborted.signal)
      .then((answer): Asked<Data> => ({ state: 'done', ...answer }))
      .catch((error: unknown): Asked<Data> => ({ state: 'failed', failure: asFailure(error) }))
      .then((answer) => {
        if (!aborted.signal.aborted) setAsked({ key, answer });
      });
    return () => aborted.abort();
  }, [key]);
  return {
    ...(asked.key === key ? asked.answer : { state: 'loading' }),
    again: () => setRound((before) => before + 1),
  };
}
