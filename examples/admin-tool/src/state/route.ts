import { useSyncExternalStore } from 'react';

/** Where one is: the steps of the address behind the #, and what is asked besides. */
export interface Route {
  readonly steps: readonly string[];
  readonly params: URLSearchParams;
  readonly hash: string;
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const steps = path
    .split('/')
    .filter((step) => step !== '')
    .map(decoded);
  return { steps, params: new URLSearchParams(query), hash };
}

/** An address that somebody has typed or cut short is one that leads nowhere, and no fault. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

export function linkTo(steps: readonly string[], params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${steps.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}
