import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Moves the focus to a page's title after a navigation, so that a screen reader begins with it.
 * Not on the first load, where the reader begins by itself, and not away from a field or dialog already in use.
 */
export function usePageFocus<Heading extends HTMLElement>() {
  const heading = useRef<Heading>(null);
  const first = useLocation().key === 'default';
  // Once for each page: what changes within it (a tab, a filter) must leave the focus alone.
  const wanted = useRef(!first);
  useEffect(() => {
    if (wanted.current && !isInUse(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

function isInUse(element: Element | null): boolean {
  return element?.closest('input, textarea, select, [contenteditable], [role="dialog"]') != null;
}
