import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type Tone = 'plain' | 'good' | 'warn' | 'bad';
const ICONS = { plain: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

interface NoticeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** Something to be read. What has just happened is told at once to whoever listens. */
export function Notice({ tone = 'plain', children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice-${tone}`} role={tone === 'plain' ? 'note' : tone === 'bad' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden />
      <div className="notice-body">{children}</div>
    </div>
  );
}
