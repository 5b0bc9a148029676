import type { ReactNode } from 'react';
import type { AccountAction } from '../../../api/generated.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import type { Submission } from './use-submit.ts';

interface ConfirmDialogProps {
  /** As of `DialogForm`. */
  readonly by: AccountAction;
  readonly title: string;
  readonly action: string;
  readonly submission: Omit<Submission<never>, 'send'>;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is taken away. */
export function ConfirmDialog({ by, title, action, submission, onSend, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm by={by} submission={submission} action={action} tone="danger" onSend={onSend} onClose={onClose}>
        <p>{children}</p>
      </DialogForm>
    </Dialog>
  );
}
