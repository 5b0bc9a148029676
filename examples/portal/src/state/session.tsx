import { createContext, type ReactNode, useContext } from 'react';
import type { Caller } from '../api/ask.ts';
import type { ViewerQuery } from '../api/generated.ts';

/** Who is signed in, as the gateway says, and how to leave. */
export interface SessionState {
  readonly caller: Caller;
  readonly signOut: () => void;
}
export type Viewer = NonNullable<ViewerQuery['accountViewer']>;

/** It lives as long as the tab, and never stands in an address. */
export interface StoredSession {
  readonly token: string;
  readonly name: string;
}

const STORED = 'session';

export function storedSession(): StoredSession | null {
  try {
    const { token, name } = JSON.parse(sessionStorage.getItem(STORED) ?? 'null') ?? {};
    return typeof token === 'string' && typeof name === 'string' ? { token, name } : null;
  } catch {
    return null;
  }
}

export function storeSession(session: StoredSession | null): void {
  if (session === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, JSON.stringify(session));
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
