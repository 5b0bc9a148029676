/** Where a message to the address is written. The whole text is the address: none of it is a subject or another recipient. */
export function mailTo(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}
