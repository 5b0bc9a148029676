import { type RefObject, useEffect, useState } from 'react';

/** What is this near to the window counts as looked at. */
const MARGIN = '600px 0px';

/** Whether the element is in the window or near it. */
export function useNearby(place: RefObject<Element | null>, initially: boolean): boolean {
  const [isNear, setNear] = useState(initially);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: MARGIN,
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
  return isNear;
}
