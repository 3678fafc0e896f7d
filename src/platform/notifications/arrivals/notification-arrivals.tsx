import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useUnread } from '../api/get-unread';
import { arrivalWords } from './arrival-words';
import { useUrgentToasts } from './use-urgent-toasts';

/** Tells of what arrives while the app is open: flagged answers by a toast, all else politely to screen readers. */
export function NotificationArrivals() {
  useUrgentToasts();
  return (
    <VisuallyHidden role="status" aria-label="New notifications">
      {useArrivalWords()}
    </VisuallyHidden>
  );
}

function useArrivalWords(): string {
  const { data } = useUnread();
  // Null until the first reading: what was there before is no news.
  const seen = useRef<number | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!data) return;
    const newest = Math.max(0, ...data.latest.map(({ id }) => id));
    const news = seen.current === null ? '' : arrivalWords(data.latest, seen.current, new Date());
    seen.current = Math.max(seen.current ?? 0, newest);
    if (news) setWords(news);
  }, [data]);
  return words;
}
