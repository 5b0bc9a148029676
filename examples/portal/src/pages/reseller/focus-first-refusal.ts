/** To the first field of the open dialog that was refused, once it is shown as such. */
export function focusFirstRefusal(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus());
}
