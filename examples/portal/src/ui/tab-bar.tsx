import { NavLink } from 'react-router';

interface Tab {
  readonly to: string;
  readonly label: string;
  readonly end?: boolean;
}

/** The parts of a page, each with an address of its own. */
export function TabBar({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, label: text, end = false }) => (
        <NavLink key={to} to={to} end={end} replace preventScrollReset>
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
