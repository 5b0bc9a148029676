import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
}

/** Where there is nothing to show: what that means, and what to do. */
export function Empty({ title, icon: Icon = Inbox, children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon className="icon" aria-hidden />
      <strong>{title}</strong>
      {children}
    </div>
  );
}
