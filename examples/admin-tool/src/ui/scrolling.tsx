import type { ReactNode } from 'react';

interface ScrollingProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What may be wider or higher than its place; whoever has no mouse scrolls it with the arrows. */
export function Scrolling({ label, className, children }: ScrollingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus no key scrolls it
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
