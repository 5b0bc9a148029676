import type { ContactFragment } from '../../../api/generated.ts';

/** What people call a contact. */
export function nameOf({ firstName, lastName }: Pick<ContactFragment, 'firstName' | 'lastName'>): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
