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
  return (
    <div className="entry" data-field={field}>
      <dt>
        <FieldName field={field} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A field that is a part of the page for itself. */
export function SoleEntry({ field, children }: EntryProps) {
  return (
    <div className="sole-entry" data-field={field}>
      <div className="sole-entry-head">
        <FieldName field={field} as="h2" />
      </div>
      {children}
    </div>
  );
}

function FieldName({ field, as: As = 'span' }: { readonly field: AccountField; readonly as?: 'span' | 'h2' }) {
  const { label } = usePolicyWords().field(field);
  const reason = useAccount().lock(field);
  return (
    <>
      <As>{label}</As>
      {reason !== null && <Padlock field={label} reason={reason} />}
    </>
  );
}
