import type { ResellerHealthFragment } from '../../../api/generated.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';

const WORDS = defineWords(
  {
    last: 'Last event taken',
    never: 'None yet',
    accepted: 'Taken in 24 hours',
    refused: 'Refused in 24 hours',
    open: 'Open problems',
  },
  {
    last: 'Letztes angenommenes Ereignis',
    never: 'Noch keines',
    accepted: 'Angenommen in 24 Stunden',
    refused: 'Abgelehnt in 24 Stunden',
    open: 'Offene Probleme',
  },
);

/** How a sync fares, as figures. */
export function Health({ health }: { readonly health: ResellerHealthFragment }) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const { lastAcceptedAt } = health;
  return (
    <Facts
      isFigures
      facts={[
        {
          label: words.last,
          value:
            lastAcceptedAt === null ? (
              words.never
            ) : (
              <time dateTime={lastAcceptedAt} title={formats.moment(lastAcceptedAt)}>
                {formats.ago(lastAcceptedAt)}
              </time>
            ),
        },
        { label: words.accepted, value: formats.count(health.acceptedLastDay) },
        { label: words.refused, value: formats.count(health.refusedLastDay) },
        { label: words.open, value: formats.count(health.openProblems) },
      ]}
    />
  );
}
