import { type ReactNode, useEffect, useId } from 'react';
import type { AccountAction } from '../../../api/generated.ts';
import { ActionButton } from '../../../ui/button.tsx';
import { useAccount } from '../account-context.tsx';
import { useDialogs } from './dialogs-context.ts';

interface ItemActionProps {
  /** Whether it may be done is what the server says of this action. */
  readonly action: AccountAction;
  readonly label: string;
  /** What it is done to, for those who do not see where the button stands. */
  readonly of: string;
  readonly tone?: 'plain' | 'danger' | 'quiet';
  readonly dialog: (onClose: () => void) => ReactNode;
}

/** A button of one contact, relation, subscription or invoice. */
export function ItemAction({ action, label, of, tone = 'plain', dialog }: ItemActionProps) {
  const { denied } = useAccount();
  const { openId, show } = useDialogs();
  const id = useId();
  const isOpen = openId === id;
  // What has changed of the item while its dialog is open is told to the dialog.
  useEffect(() => {
    if (isOpen) show({ id, render: dialog });
  }, [isOpen, id, dialog, show]);
  return (
    <ActionButton tone={tone} denied={denied(action)} onPress={() => show({ id, render: dialog })}>
      {label} <span className="visually-hidden">{of}</span>
    </ActionButton>
  );
}
