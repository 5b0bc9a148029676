import { useLayoutEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';

interface Tab {
  readonly to: string;
  readonly label: string;
  readonly end?: boolean;
}

/** The parts of a page, each with an address of its own. Where there is no room for all, that which is shown is in view. */
export function TabBar({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, or other words on them, is the occasion.
  useLayoutEffect(() => {
    const shown = bar.current?.querySelector('[aria-current="page"]');
    if (bar.current === null || shown == null) return;
    const [around, tab] = [bar.current.getBoundingClientRect(), shown.getBoundingClientRect()];
    // The bar alone: the page stays where it is.
    bar.current.scrollLeft += tab.left + tab.width / 2 - around.left - around.width / 2;
  }, [pathname, label]);
  return (
    <nav className="tabs" aria-label={label} ref={bar}>
      {tabs.map(({ to, label: text, end = false }) => (
        <NavLink key={to} to={to} end={end} replace preventScrollReset>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
