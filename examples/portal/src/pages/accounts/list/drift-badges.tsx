import { CircleDollarSign, CopyCheck, type LucideIcon, ShieldQuestion, TriangleAlert, UserRoundX } from 'lucide-react';
import type { DriftWarning } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { ReasonTip } from '../../../ui/reason-tip.tsx';

const ICONS: Readonly<Record<DriftWarning, LucideIcon>> = {
  CURRENCY_DIFFERS_FROM_RESELLER: CircleDollarSign,
  RESPONSIBLE_USER_UNSET: UserRoundX,
  PERMISSION_RULE_UNSET: ShieldQuestion,
  POSSIBLE_DUPLICATE: CopyCheck,
};

/** What one may want to look at, each with its meaning. */
export function DriftBadges({ drift }: { readonly drift: readonly DriftWarning[] }) {
  const words = usePolicyWords();
  return (
    <span className="drift-badges">
      {drift.map((warning) => {
        const { label, help } = words.value('DriftWarning', warning);
        const Icon = ICONS[warning] ?? TriangleAlert;
        return (
          <ReasonTip key={warning} reason={`${label}. ${help}`}>
            {(tip) => (
              <button type="button" className="drift-badge" aria-label={label} {...tip}>
                <Icon className="icon" aria-hidden />
              </button>
            )}
          </ReasonTip>
        );
      })}
    </span>
  );
}
