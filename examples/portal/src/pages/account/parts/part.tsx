import '../../../styles/parts.css';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { type Dialogs, DialogsContext, type OpenDialog } from './dialogs-context.ts';

interface PartProps {
  readonly title: string;
  /** What may be done with the whole of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A part of the account's page. The dialogs of its items are held here: what is typed stays when the item itself goes, and
 * the heading has the focus when what had it is gone.
 */
export function Part({ title, actions, children }: PartProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = useCallback(() => {
    setDialog(null);
    // Once the dialog has given the focus back to where it came from.
    afterFrames(2, () => {
      if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    });
  }, []);
  const openId = dialog?.id ?? null;
  const dialogs = useMemo<Dialogs>(() => ({ openId, show: setDialog }), [openId]);
  return (
    <section className="part">
      <div className="part-head">
        <h2 tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      <DialogsContext value={dialogs}>{children}</DialogsContext>
      {dialog?.render(close)}
    </section>
  );
}

function afterFrames(count: number, act: () => void): void {
  if (count === 0) act();
  else requestAnimationFrame(() => afterFrames(count - 1, act));
}
