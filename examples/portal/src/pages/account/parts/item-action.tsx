import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { AccountAction } from '../../../api/generated.ts';
import { ActionButton } from '../../../ui/button.tsx';
import { useAccount } from '../account-context.tsx';

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
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    // Whoever has removed the item is still in the part that it was of.
    return () => {
      if (element?.contains(document.activeElement)) element.closest('.part')?.querySelector('h2')?.focus();
    };
  }, []);
  return (
    <span className="item-action" ref={place}>
      <ActionButton tone={tone} denied={denied(action)} onPress={() => setOpen(true)}>
        {label} <span className="visually-hidden">{of}</span>
      </ActionButton>
      {isOpen && dialog(() => setOpen(false))}
    </span>
  );
}
