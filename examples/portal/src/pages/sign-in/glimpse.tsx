import { Lock, ShieldCheck } from 'lucide-react';
import { defineWords, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  {
    ribbon: 'Managed by its reseller',
    rows: ['Name', 'Currency', 'Parent'] as readonly string[],
    free: 'Responsible user',
  },
  {
    ribbon: 'Vom Reseller verwaltet',
    rows: ['Name', 'Währung', 'Übergeordnet'] as readonly string[],
    free: 'Verantwortlich',
  },
);

/** What the account page looks like, in small; for the eyes alone. */
export function Glimpse() {
  const words = useWords(WORDS);
  return (
    <div className="glimpse" aria-hidden>
      <div className="glimpse-ribbon">
        <ShieldCheck className="icon" />
        {words.ribbon}
      </div>
      {words.rows.map((row) => (
        <div key={row} className="glimpse-row">
          <span>{row}</span>
          <span className="glimpse-value" />
          <Lock className="icon" />
        </div>
      ))}
      <div className="glimpse-row glimpse-free">
        <span>{words.free}</span>
        <span className="glimpse-value" />
      </div>
    </div>
  );
}
