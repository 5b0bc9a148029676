import { Dialog } from '../../../ui/dialog.tsx';

export function ContactDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Contact" onClose={onClose}>
      Contact
    </Dialog>
  );
}
