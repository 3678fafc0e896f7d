import { Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface HomeSectionProps {
  title: string;
  /** Beside the title: how many, or a way to all of them. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One block of the home page. */
export function HomeSection({ title, aside, children }: HomeSectionProps) {
  const titleId = useId();
  return (
    <Paper component="section" aria-labelledby={titleId} style={{ overflow: 'clip' }}>
      <Group justify="space-between" px="md" py="sm" wrap="nowrap">
        <Title order={2} size="h3" id={titleId}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" component="div">
          {aside}
        </Text>
      </Group>
      {children}
    </Paper>
  );
}
