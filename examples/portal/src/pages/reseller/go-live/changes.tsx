import { ArrowRight } from 'lucide-react';
import type { PlannedChangeFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useReseller } from '../reseller-context.tsx';
import { changedParts } from './changed-parts.ts';

const WORDS = defineWords(
  {
    title: 'What would change',
    same: 'Nothing would change.',
    nothing: 'none',
    now: 'now',
    later: 'then',
    part: {
      tenantResellerId: 'Reseller',
      sourceAccountId: 'Source id',
      sourceSubscriptionId: 'Source id',
      origin: 'Origin',
    },
  },
  {
    title: 'Das würde sich ändern',
    same: 'Es würde sich nichts ändern.',
    nothing: 'nichts',
    now: 'jetzt',
    later: 'dann',
    part: {
      tenantResellerId: 'Reseller',
      sourceAccountId: 'Quell-ID',
      sourceSubscriptionId: 'Quell-ID',
      origin: 'Herkunft',
    },
  },
);

/** Of which enum the values of a part are. */
const ENUMS: Readonly<Record<string, string>> = { origin: 'ManagementOrigin', status: 'AccountStatus' };

interface ChangesProps {
  readonly changes: readonly PlannedChangeFragment[];
  /** What people call subscriptions and resellers, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a dry run says of one account, in words: each part that would be another, before and after. */
export function Changes({ changes, names }: ChangesProps) {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const { id, name, account } = useReseller();
  const parts: Readonly<Record<string, string>> = words.part;
  const text = (part: string, value: string) => {
    if (value === '') return words.nothing;
    const ofEnum = ENUMS[part];
    if (ofEnum !== undefined) return policy.value(ofEnum, value).label;
    return value === id || value === account?.id ? name : (names.get(value) ?? value);
  };
  return (
    <div className="stack stack-tight">
      <h3>{words.title}</h3>
      {changes.length === 0 && <p>{words.same}</p>}
      <ul className="reseller-changes">
        {changes.flatMap((change) => {
          const subject =
            change.field !== null
              ? policy.field(change.field).label
              : change.subscriptionId === null
                ? policy.value('AccountChangeSubject', change.subject).label
                : (names.get(change.subscriptionId) ?? policy.value('AccountChangeSubject', change.subject).label);
          return changedParts(change.before, change.after).map(({ part, before, after }) => (
            <li key={`${subject} ${change.subscriptionId} ${part}`}>
              <span className="muted">
                {subject}
                {part !== '' && `: ${parts[part] ?? part}`}
              </span>
              <span className="reseller-change">
                <span className="visually-hidden">{words.now}</span>
                <s>{text(part, before)}</s>
                <ArrowRight className="icon" aria-hidden />
                <span className="visually-hidden">{words.later}</span>
                <strong>{text(part, after)}</strong>
              </span>
            </li>
          ));
        })}
      </ul>
    </div>
  );
}
