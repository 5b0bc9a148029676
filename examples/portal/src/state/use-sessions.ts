import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createQueryClient } from '../api/queries.ts';
import type { Locale } from '../words/locale.tsx';
import { OUTER_SESSION, type SessionState, type StoredSession, storedSession, storeSession } from './session.tsx';
import { SESSION_KIND } from './session-kind.ts';

const IS_OUTER = SESSION_KIND === 'outer';

interface Sessions {
  /** Null while nobody is signed in. */
  readonly session: SessionState | null;
  readonly client: QueryClient | null;
  readonly signIn: (session: StoredSession) => void;
}

/** Who is signed in, from one person to the next; what one has seen is gone for the next. */
export function useSessions(locale: Locale): Sessions {
  const [stored, setStored] = useState<StoredSession | null>(() => (IS_OUTER ? OUTER_SESSION : storedSession()));
  // The person and not the token, of which one person has several in turn.
  const [person, setPerson] = useState(0);
  const [hasEnded, setHasEnded] = useState(false);
  useEffect(() => {
    if (!IS_OUTER) storeSession(stored);
  }, [stored]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each person has one.
  const client = useMemo(() => createQueryClient(() => setHasEnded(true)), [person]);
  const session = useMemo((): SessionState | null => {
    if (stored === null) return null;
    const leave = () => {
      setStored(null);
      setHasEnded(false);
    };
    const renew = (next: StoredSession) => {
      setStored({ ...next });
      setHasEnded(false);
    };
    return { caller: { token: stored.token, locale }, stored, signOut: IS_OUTER ? null : leave, hasEnded, renew };
  }, [stored, locale, hasEnded]);
  useAskAgain(client, stored);
  const signIn = (next: StoredSession) => {
    setPerson((before) => before + 1);
    setStored(next);
  };
  return { session, client: stored === null ? null : client, signIn };
}

/** With another token of the same person whatever is on the page is asked for again. */
function useAskAgain(client: QueryClient, stored: StoredSession | null): void {
  const asked = useRef({ client, stored });
  useEffect(() => {
    const before = asked.current;
    asked.current = { client, stored };
    if (before.client === client && before.stored !== stored && stored !== null) client.invalidateQueries();
  }, [client, stored]);
}
