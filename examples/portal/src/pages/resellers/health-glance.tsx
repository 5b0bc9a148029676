import type { ResellerHealthFragment } from '../../api/generated.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, fill, useWords } from '../../words/words.ts';

const WORDS = defineWords(
  {
    last: 'Last taken {ago}',
    never: 'Nothing taken yet',
    refused: '{count} refused in 24 hours',
    open: '{count} open',
    quiet: 'Nothing refused',
  },
  {
    last: 'Zuletzt angenommen {ago}',
    never: 'Noch nichts angenommen',
    refused: '{count} abgelehnt in 24 Stunden',
    open: '{count} offen',
    quiet: 'Nichts abgelehnt',
  },
);

/** How a sync fares, in a line or two. */
export function HealthGlance({ health }: { readonly health: ResellerHealthFragment }) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const { lastAcceptedAt, refusedLastDay, openProblems } = health;
  const troubles = [
    ...(refusedLastDay > 0 ? [fill(words.refused, { count: formats.count(refusedLastDay) })] : []),
    ...(openProblems > 0 ? [fill(words.open, { count: formats.count(openProblems) })] : []),
  ];
  return (
    <span className="glance">
      <span>{lastAcceptedAt === null ? words.never : fill(words.last, { ago: formats.ago(lastAcceptedAt) })}</span>
      <span className={`small ${troubles.length > 0 ? 'glance-trouble' : 'muted'}`}>
        {troubles.join(' · ') || words.quiet}
      </span>
    </span>
  );
}
