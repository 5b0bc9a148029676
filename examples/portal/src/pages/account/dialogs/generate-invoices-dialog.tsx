import { Dialog } from '../../../ui/dialog.tsx';

export function GenerateInvoicesDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="GenerateInvoices" onClose={onClose}>
      GenerateInvoices
    </Dialog>
  );
}
