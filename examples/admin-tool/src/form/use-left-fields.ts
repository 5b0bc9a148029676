import { useEffect, useRef, useState } from 'react';

/**
 * The controls that were left, by their ids, whose faults are told from then on. Not in the middle of a press: what is told
 * would move the button away from under it.
 */
export function useLeftFields() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isPressed = useRef(false);
  useEffect(() => {
    const pressed = () => {
      isPressed.current = true;
    };
    const released = () => {
      isPressed.current = false;
    };
    window.addEventListener('pointerdown', pressed, true);
    window.addEventListener('pointerup', released, true);
    window.addEventListener('pointercancel', released, true);
    return () => {
      window.removeEventListener('pointerdown', pressed, true);
      window.removeEventListener('pointerup', released, true);
      window.removeEventListener('pointercancel', released, true);
    };
  }, []);
  const leave = (id: string) => {
    const told = () => setLeft((before) => (before.has(id) ? before : new Set([...before, id])));
    if (isPressed.current) window.addEventListener('pointerup', () => setTimeout(told), { once: true });
    else told();
  };
  return { left, leave, forget: () => setLeft(new Set()) };
}
