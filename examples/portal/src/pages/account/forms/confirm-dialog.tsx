import type { ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import type { Submission } from './use-submit.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly action: string;
  readonly submission: Omit<Submission<never>, 'send'>;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is taken away. */
export function ConfirmDialog({ title, action, submission, onSend, onClose, children }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm submission={submission} action={action} tone="danger" onSend={onSend} onClose={onClose}>
        <p>{children}</p>
      </DialogForm>
    </Dialog>
  );
}
