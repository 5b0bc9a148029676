import '../../../styles/parts.css';
import type { ReactNode } from 'react';

interface PartProps {
  readonly title: string;
  /** What may be done with the whole of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the account's page. Its heading takes the focus when what had it is gone. */
export function Part({ title, actions, children }: PartProps) {
  return (
    <section className="part">
      <div className="part-head">
        <h2 tabIndex={-1}>{title}</h2>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
