import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  /** What to do next. */
  description?: ReactNode;
  action?: ReactNode;
  /** 1 where it is all that the page has. */
  titleOrder?: 1 | 2;
}

/** Stands where a list would be when there is nothing in it. */
export function EmptyState({ icon: StateIcon, title, description, action, titleOrder = 2 }: EmptyStateProps) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="sm" maw={420} ta="center">
        <ThemeIcon variant="light" color="gray" size={48} radius="xl">
          <StateIcon size={24} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Title order={titleOrder} size="h4">
          {title}
        </Title>
        {description && (
          <Text c="dimmed" size="sm" component="div">
            {description}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}
