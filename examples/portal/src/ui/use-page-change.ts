import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** How long a page that is being loaded may take to become as long as it was. */
const PATIENCE_MS = 5_000;

/** Where each entry of the history was left. */
const positions = new Map<string, number>();

/** The page that an address belongs to: parts of one account are one page. */
const pageOf = (pathname: string) => pathname.split('/').slice(0, 3).join('/');

/** Whoever goes to another page is at its beginning, also by keys or by ear; whoever goes back, where they were. */
export function usePageChange(main: RefObject<HTMLElement | null>): void {
  const { pathname, key } = useLocation();
  const type = useNavigationType();
  const page = pageOf(pathname);
  const shown = useRef({ page, key });
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const note = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [key]);
  useEffect(() => {
    const before = shown.current;
    shown.current = { page, key };
    if (before.key === key) return;
    if (before.page !== page) main.current?.focus({ preventScroll: true });
    if (type === 'POP') return scrollBackTo(positions.get(key) ?? 0);
    if (before.page !== page) window.scrollTo(0, 0);
  }, [page, key, type, main]);
}

/** As soon as the page is long enough; not against whoever has begun to scroll. */
function scrollBackTo(top: number): () => void {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  const grown = new ResizeObserver(() => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) < 2) stop();
  });
  const timer = setTimeout(stop, PATIENCE_MS);
  stopped.signal.addEventListener('abort', () => {
    grown.disconnect();
    clearTimeout(timer);
  });
  for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    window.addEventListener(event, stop, { signal: stopped.signal, passive: true });
  }
  grown.observe(document.body);
  return stop;
}
