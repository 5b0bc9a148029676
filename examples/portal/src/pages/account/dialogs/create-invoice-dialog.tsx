import { Dialog } from '../../../ui/dialog.tsx';

export function CreateInvoiceDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="CreateInvoice" onClose={onClose}>
      CreateInvoice
    </Dialog>
  );
}
