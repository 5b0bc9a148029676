/**
 * To the first field of the open dialog that was refused, once it is shown as such: the answer is handed to the page by a timer
 * that was set before this one.
 */
export function focusFirstRefusal(): void {
  setTimeout(() => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus());
  });
}
