import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';

/** What has just been done. It takes the focus, because what was pressed may be gone with it. */
export function Outcome({ text }: { readonly text: string | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the dialog has given the focus back to what opened it.
    if (text !== null) requestAnimationFrame(() => place.current?.focus());
  }, [text]);
  return (
    <div ref={place} tabIndex={-1} className="reseller-outcome">
      {text !== null && <Notice tone="good">{text}</Notice>}
    </div>
  );
}
