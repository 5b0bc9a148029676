import { useState } from 'react';
import type { AccountFieldsFragment } from '../../../api/generated.ts';
import { useAccount } from '../account-context.tsx';
import { changedFields, type Draft, type DraftField, draftOf, rebase, takeTheirs } from './draft.ts';

/** The edit of an account: what it began on, what is typed, and what has become of the account meanwhile. */
export function useEdit(latest: AccountFieldsFragment) {
  const { lock } = useAccount();
  const [base, setBase] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest));
  const began = draftOf(base);
  const now = draftOf(latest);
  const typed = changedFields(began, draft);
  const isOlder = base.revision !== latest.revision;
  const begin = (next: Draft) => {
    setBase(latest);
    setDraft(next);
  };
  // As long as nothing is typed there is nothing to lose.
  if (isOlder && typed.length === 0) begin(now);
  return {
    base,
    began,
    draft,
    now,
    typed,
    isOlder: isOlder && typed.length > 0,
    change: (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part })),
    isLocked: (field: DraftField) => lock(field) !== null,
    /** Goes on with what was typed, on the newer state. Answers with what is then to be saved, and on what. */
    keepMine: () => {
      const mine = rebase(began, draft, now);
      begin(mine);
      return { base: latest, began: now, draft: mine };
    },
    takeTheirs: () => begin(takeTheirs(began, draft, now)),
  };
}

export type Edit = ReturnType<typeof useEdit>;
