import { useEffect, useRef, useState } from 'react';
import { contentOf } from '../api/shape.ts';
import { Page } from '../pages/page.tsx';
import { linkTo, useRoute } from '../state/route.ts';
import type { Session } from '../state/session.ts';
import { useTool, useWords } from '../state/tool.ts';
import type { Locale } from '../words/words.ts';
import { Boundary } from './boundary.tsx';
import { Icon, type IconName } from './icons.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Failure } from './notice.tsx';

interface Entry {
  readonly steps: readonly string[];
  readonly label: string;
  readonly icon: IconName;
}

/** What is around every page: the way to all that the caller may use, who it is, and in which language. */
export function Shell({
  session,
  setLocale,
}: {
  readonly session: Session;
  readonly setLocale: (locale: Locale) => void;
}) {
  const { catalogue, signOut } = useTool();
  const { words } = useWords();
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // Who goes to another page is taken to its heading, with the keyboard and the reader too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of the address, and only then
  useEffect(() => {
    setOpen(false);
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route.hash]);
  const { schema, viewer } = catalogue;
  const lists: readonly Entry[] = catalogue.open.map((field) => ({
    steps: ['list', field.name],
    label: catalogue.queryLabel(field),
    icon: contentOf(schema, field).kind === 'object' ? 'info' : 'table',
  }));
  const rules: readonly Entry[] = [
    ...(catalogue.inboxes.length > 0 ? [{ steps: ['inbox'], label: words.inbox, icon: 'inbox' } as const] : []),
    { steps: ['mutations'], label: words.mutations, icon: 'pen' },
    { steps: ['policy'], label: words.policy, icon: 'scale' },
  ];
  return (
    <div className="shell">
      <header className="side">
        <div className="side-top">
          <a className="brand" href={linkTo([])}>
            <span className="brand-mark">
              <Icon name="lock" />
            </span>
            {words.title}
          </a>
          <button
            type="button"
            className="button button-quiet side-menu"
            aria-expanded={isOpen}
            aria-controls="nav"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="menu" />
            {words.menu}
          </button>
        </div>
        <div id="nav" className={`side-rest${isOpen ? ' is-open' : ''}`}>
          <nav aria-label={words.menu}>
            <Entries title={null} entries={[{ steps: [], label: words.overview, icon: 'home' }]} hash={route.hash} />
            <Entries title={words.records} entries={lists} hash={route.hash} />
            <Entries title={words.rules} entries={rules} hash={route.hash} />
          </nav>
          <div className="side-you">
            <p className="side-name">
              <Icon name="person" />
              <span>
                {session.name}
                <span className="muted">{catalogue.enumValue('AccountViewerKind', viewer.kind).label}</span>
              </span>
            </p>
            <div className="row">
              <LanguageChoice setLocale={setLocale} />
              <button type="button" className="button button-small" onClick={signOut}>
                {words.signOut}
              </button>
            </div>
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Boundary
          key={route.hash}
          broken={(failure, again) => (
            <>
              <h1 className="unseen">{words.title}</h1>
              <Failure failure={failure} again={again} signOut={signOut} />
            </>
          )}
        >
          <Page route={route} />
        </Boundary>
      </main>
    </div>
  );
}

function Entries({
  title,
  entries,
  hash,
}: {
  readonly title: string | null;
  readonly entries: readonly Entry[];
  readonly hash: string;
}) {
  if (entries.length === 0) return null;
  return (
    <div className="side-group">
      {title !== null && <p className="side-title">{title}</p>}
      <ul>
        {entries.map(({ steps, label, icon }) => {
          const href = linkTo(steps);
          const isHere = hash === href || (steps.length === 0 && hash === '');
          return (
            <li key={href}>
              <a href={href} aria-current={isHere ? 'page' : undefined}>
                <Icon name={icon} />
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
