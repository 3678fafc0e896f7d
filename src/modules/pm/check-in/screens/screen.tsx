import { Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface ScreenProps {
  title: string;
  children: ReactNode;
}

/**
 * One step of the check-in. Whoever came here by a tap begins at its title, with the finger and with the screen reader alike; a
 * page that was only just opened is left alone.
 */
export function Screen({ title, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!navigator.userActivation?.hasBeenActive || document.activeElement !== document.body) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <Stack component="section" gap="lg">
      <Title ref={heading} order={2} size="h3" tabIndex={-1} style={{ outline: 'none' }}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
