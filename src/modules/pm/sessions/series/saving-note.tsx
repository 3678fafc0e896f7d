import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';

/** Says what is being done once it has taken a second: sooner it would only flicker. */
export function SavingNote({ isSaving, words }: { isSaving: boolean; words: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSaving) return;
    const timer = setTimeout(() => setLong(true), 1000);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSaving]);
  if (!isLong) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {words}
    </Text>
  );
}
