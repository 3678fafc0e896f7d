import { type RefObject, useLayoutEffect, useState } from 'react';

/** An element's height in pixels, known before the browser first paints: what depends on it is not drawn twice. Null before that. */
export function useHeight(place: RefObject<HTMLElement | null>): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    setHeight(element.clientHeight);
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return height;
}
