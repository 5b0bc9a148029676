import type { ReactNode } from 'react';
import type { CallFailure, FailureKind } from '../api/ask.ts';
import { useWords } from '../state/tool.ts';
import { Icon, type IconName } from './icons.tsx';

type Tone = 'calm' | 'good' | 'warn' | 'bad';
const ICONS: Readonly<Record<Tone, IconName>> = { calm: 'info', good: 'check', warn: 'warn', bad: 'no' };

/** A sentence beside what it is about. */
export function Notice({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Instead of a page or a list that has nothing to show. */
export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} />
      </span>
      {title !== undefined && <p className="empty-title">{title}</p>}
      {children}
    </div>
  );
}

export function Loading({ label }: { readonly label?: string }) {
  const { words } = useWords();
  return (
    <div className="loading" role="status">
      <span className="loading-bar" />
      <span className="muted">{label ?? words.loading} …</span>
    </div>
  );
}

const FAILURE_ICONS: Readonly<Record<FailureKind, IconName>> = {
  offline: 'cloud',
  unauthenticated: 'person',
  forbidden: 'lock',
  unavailable: 'warn',
  refused: 'warn',
  unreadable: 'warn',
};

/** A call that came to nothing: what it was, its code, and what to do. */
export function Failure({
  failure,
  again,
  signOut,
}: {
  readonly failure: CallFailure;
  readonly again?: () => void;
  readonly signOut?: () => void;
}) {
  const { words, fill } = useWords();
  const [title, help] = words.failure[failure.kind];
  return (
    <div className="failure" role="alert">
      <Empty icon={FAILURE_ICONS[failure.kind]} title={title ?? ''}>
        <p className="muted">{help}</p>
        {failure.retryAfter !== null && <p className="muted">{fill(words.inSeconds, { n: failure.retryAfter })}</p>}
        <p className="failure-said">
          {failure.code !== null && <code>{failure.code}</code>} {failure.kind === 'offline' ? '' : failure.message}
        </p>
        <div className="row row-center">
          {failure.kind === 'unauthenticated' && signOut !== undefined ? (
            <button type="button" className="button button-main" onClick={signOut}>
              {words.signIn}
            </button>
          ) : (
            again !== undefined && (
              <button type="button" className="button" onClick={again}>
                {words.again}
              </button>
            )
          )}
        </div>
      </Empty>
    </div>
  );
}
