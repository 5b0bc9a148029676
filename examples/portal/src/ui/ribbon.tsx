import { LockKeyhole } from 'lucide-react';

/** Who manages the account, exactly as the server words it. */
export function Ribbon({ text }: { readonly text: string }) {
  return (
    <p className="ribbon" role="note">
      <LockKeyhole className="icon" aria-hidden />
      <span>{text}</span>
    </p>
  );
}
