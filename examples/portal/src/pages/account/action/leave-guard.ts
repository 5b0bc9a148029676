import { useEffect, useRef } from 'react';
import { guardLeaving } from '../../../state/leaving.ts';

/**
 * Whoever would lose what was typed is asked first: by the browser on closing or reloading, by the page on going back. The
 * router hears of going back only when nothing is lost.
 */
export function useLeaveGuard(isTyped: boolean, onLeave: () => void): void {
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    if (!isTyped) return;
    const here = history.state?.idx;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const back = (event: PopStateEvent) => {
      event.stopImmediatePropagation();
      const steps = Number(here) - Number(event.state?.idx);
      // Coming back is told once more, and is nothing to ask about.
      if (steps === 0) return;
      history.go(steps || 1);
      leave.current();
    };
    window.addEventListener('beforeunload', stay);
    const letGo = guardLeaving(back);
    return () => {
      window.removeEventListener('beforeunload', stay);
      letGo();
    };
  }, [isTyped]);
}
