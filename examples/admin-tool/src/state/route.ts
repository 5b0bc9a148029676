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
    .map(decodeURIComponent);
  return { steps, params: new URLSearchParams(query), hash };
}

export function linkTo(steps: readonly string[], params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#/${steps.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`;
}
