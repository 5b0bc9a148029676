import { type ReactNode, useState } from 'react';
import type { AccountAction as Action } from '../../api/generated.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { ActionButton } from '../../ui/button.tsx';
import { useAccount } from './account-context.tsx';
import { ACTIONS } from './actions.tsx';

interface AccountActionProps {
  readonly action: Action;
  readonly tone?: 'plain' | 'main' | 'danger' | 'quiet';
  /** Left out: the server's label. */
  readonly children?: ReactNode;
}

/** An action as a button: denied with its reason, or opening what does it. */
export function AccountAction({ action, tone = 'plain', children }: AccountActionProps) {
  const words = usePolicyWords();
  const { denied } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const { Dialog } = ACTIONS[action];
  return (
    <>
      <ActionButton tone={tone} denied={denied(action)} onPress={() => setOpen(true)}>
        {children ?? words.action(action).label}
      </ActionButton>
      {isOpen && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}
