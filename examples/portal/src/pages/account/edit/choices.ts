import { useState } from 'react';
import { AccountChoicesDocument, SharingRulesDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import type { Found } from '../../../ui/combo-field.tsx';
import { useSettled } from './use-settled.ts';

/** Accounts that the caller may see, found by typing; all but the one that is edited. */
export function useAccountChoices(except: string) {
  const [text, setText] = useState('');
  const search = useSettled(text);
  const asked = useAsk(AccountChoicesDocument, { search }, { keepPrevious: true, once: true });
  const items = asked.data?.data.accounts?.edges
    .filter(({ node }) => node.id !== except)
    .map(({ node: { id, name, accountingNo } }): Found => ({ id, label: name ?? id, more: accountingNo ?? undefined }));
  return { items, onSearch: setText };
}

export function useSharingRules(): readonly Found[] {
  const asked = useAsk(SharingRulesDocument, {}, { once: true });
  return (asked.data?.data.permissionRules ?? []).map(({ id, name }) => ({ id, label: name }));
}
