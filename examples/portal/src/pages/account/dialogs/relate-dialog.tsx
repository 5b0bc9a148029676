import { Dialog } from '../../../ui/dialog.tsx';

export function RelateDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Relate" onClose={onClose}>
      Relate
    </Dialog>
  );
}
