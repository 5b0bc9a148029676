import { createContext, type ReactNode, useContext } from 'react';
import type { Caller } from '../api/ask.ts';
import type { ViewerQuery } from '../api/generated.ts';
import { readStored, writeStored } from './stored.ts';

/** Who is signed in, as the gateway says, and how to leave. */
export interface SessionState {
  readonly caller: Caller;
  readonly stored: StoredSession;
  /** Null where another than the portal holds the session. */
  readonly signOut: (() => void) | null;
  /** Whether the token is no longer taken. */
  readonly hasEnded: boolean;
  /** The same person goes on, on the same page, with another token. */
  readonly renew: (session: StoredSession) => void;
}
export type Viewer = NonNullable<ViewerQuery['accountViewer']>;

/** It lives as long as the tab, and never stands in an address. */
export interface StoredSession {
  readonly token: string;
  readonly name: string;
  /** Which of the server's identities it is; null for a token that was pasted. */
  readonly identity: string | null;
}

/** Where another holds the session, the page has none of its own. */
export const OUTER_SESSION: StoredSession = { token: '', name: '', identity: null };

const STORED = 'session';

export function storedSession(): StoredSession | null {
  try {
    const { token, name, identity } = JSON.parse(readStored(() => sessionStorage, STORED) ?? 'null') ?? {};
    if (typeof token !== 'string' || typeof name !== 'string') return null;
    return { token, name, identity: typeof identity === 'string' ? identity : null };
  } catch {
    return null;
  }
}

export function storeSession(session: StoredSession | null): void {
  writeStored(() => sessionStorage, STORED, session === null ? null : JSON.stringify(session));
}

const SessionContext = createContext<SessionState | null>(null);
const ViewerContext = createContext<Viewer | null>(null);

export function SessionProvider({ value, children }: { readonly value: SessionState; readonly children: ReactNode }) {
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function ViewerProvider({ value, children }: { readonly value: Viewer; readonly children: ReactNode }) {
  return <ViewerContext value={value}>{children}</ViewerContext>;
}

export function useSession(): SessionState {
  return held(useContext(SessionContext));
}

export function useViewer(): Viewer {
  return held(useContext(ViewerContext));
}

function held<T>(value: T | null): T {
  if (value === null) throw new Error('Used outside of its provider');
  return value;
}
