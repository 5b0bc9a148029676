import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Figures stand large, their names above them. */
  readonly isFigures?: boolean;
}

/** Names and values. */
export function Facts({ facts, isFigures = false }: FactsProps) {
  return (
    <dl className={isFigures ? 'facts-grid figures' : 'facts-grid'}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
