import { LockKeyhole } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { AccountListedFragment, AccountStatus } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import { ReasonTip } from '../../../ui/reason-tip.tsx';
import { useFormats } from '../../../words/formats.ts';
import type { Sort } from '../address.ts';
import { DriftBadges } from './drift-badges.tsx';
import { CELL, rowAt } from './table-roles.ts';

const TONES: Readonly<Record<AccountStatus, BadgeTone>> = { ACTIVE: 'good', SUSPENDED: 'warn', DELETED: 'bad' };

/** Which moment of an account is shown. */
const MOMENTS = { name: 'updatedAt', updated: 'updatedAt', created: 'createdAt' } as const satisfies Record<
  Sort,
  string
>;

interface RowProps {
  /** Counted from 0. */
  readonly index: number;
  /** Pixels below the beginning of the list. */
  readonly top: number;
}

interface AccountRowProps extends RowProps {
  readonly account: AccountListedFragment;
  /** What the list is ordered by: of the two moments the one that counts is shown. */
  readonly sort: Sort;
  /** The minute that it is, as what was a minute ago is soon two minutes ago. */
  readonly minute: number;
}

/** One account of the list; a card where there is no room for a row. */
export const AccountRow = memo(function AccountRow({ account, index, top, sort }: AccountRowProps) {
  const words = usePolicyWords();
  const { ago, moment } = useFormats();
  const { id, name, accountingNo, email, status, currency, responsibleUser, managedByReseller } = account;
  const at = account[MOMENTS[sort]];
  return (
    <div {...placeOf(index, top)}>
      <span {...CELL} className="cell cell-name">
        <span className="name">
          <Link to={`/accounts/${id}`} className="clip" data-row={index}>
            {name ?? id}
          </Link>
        </span>
        {managedByReseller && (
          <span className="managed small">
            <LockKeyhole className="icon" aria-label={managedByReseller.ribbon} role="img" />
            <span className="clip" title={managedByReseller.ribbon}>
              {managedByReseller.reseller.name}
            </span>
          </span>
        )}
      </span>
      <span {...CELL} className="cell cell-no clip" title={accountingNo ?? undefined}>
        {accountingNo}
      </span>
      <span {...CELL} className="cell cell-mail clip" title={email ?? undefined}>
        {email}
      </span>
      <span {...CELL} className="cell cell-status">
        {status && <Badge tone={TONES[status]}>{words.value('AccountStatus', status).label}</Badge>}
      </span>
      <span {...CELL} className="cell cell-currency">
        {currency}
      </span>
      <span {...CELL} className="cell cell-user clip" title={responsibleUser?.id}>
        {responsibleUser?.id}
      </span>
      <span {...CELL} className="cell cell-updated">
        {at && (
          <ReasonTip reason={moment(at)}>
            {(tip) => (
              <button type="button" className="when" {...tip}>
                {ago(at)}
              </button>
            )}
          </ReasonTip>
        )}
      </span>
      <span {...CELL} className="cell cell-drift">
        <DriftBadges drift={managedByReseller?.drift ?? []} />
      </span>
    </div>
  );
});

/** Where an account is about to be. */
export function PendingRow({ index, top }: RowProps) {
  return (
    <div {...placeOf(index, top)} aria-busy="true">
      <span {...CELL} className="cell cell-name">
        <span className="skeleton" />
      </span>
      <span {...CELL} className="cell cell-mail">
        <span className="skeleton" />
      </span>
    </div>
  );
}

function placeOf(index: number, top: number) {
  return {
    ...rowAt(index),
    className: 'list-row',
    style: { transform: `translateY(${top}px)` },
  } as const;
}
