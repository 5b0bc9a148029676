import type { ReactNode } from 'react';
import type { AccountField } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Padlock } from '../../../ui/padlock.tsx';
import { useAccount } from '../account-context.tsx';

interface EntryProps {
  readonly field: AccountField;
  readonly children: ReactNode;
}

/** A field by the server's name for it, with a padlock where it is locked, and what it holds. */
export function Entry({ field, children }: EntryProps) {
  const { label } = usePolicyWords().field(field);
  const reason = useAccount().lock(field);
  return (
    <div className="entry" data-field={field}>
      <dt>
        {label}
        {reason !== null && <Padlock field={label} reason={reason} />}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
