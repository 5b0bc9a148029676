import type { AccountStatus } from '../../api/generated.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';

const TONES: Readonly<Record<AccountStatus, BadgeTone>> = { ACTIVE: 'good', SUSPENDED: 'warn', DELETED: 'bad' };

/** The status in the server's words. */
export function StatusBadge({ status }: { readonly status: AccountStatus }) {
  return <Badge tone={TONES[status]}>{usePolicyWords().value('AccountStatus', status).label}</Badge>;
}
