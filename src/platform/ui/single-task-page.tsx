import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageFocus } from './use-page-focus';

interface SingleTaskPageProps {
  title: string;
  subtitle?: ReactNode;
  children: ReactNode;
  /** Where else to go, under the card. */
  footer?: ReactNode;
}

/** The frame of the pages before an organization is open: one column, one task. */
export function SingleTaskPage({ title, subtitle, children, footer }: SingleTaskPageProps) {
  const heading = usePageFocus<HTMLHeadingElement>();
  return (
    <Center component="main" mih="100dvh" p="md">
      <title>{`${title} · Quorum`}</title>
      <Stack w="100%" maw={400} gap="lg">
        <Group gap="xs" justify="center">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text fw={600} size="lg">
            Quorum
          </Text>
        </Group>
        <Paper p={{ base: 'lg', xs: 'xl' }} shadow="xs">
          <Stack gap={4} mb="lg">
            <Title ref={heading} order={1} size="h2" tabIndex={-1} style={{ outline: 'none' }}>
              {title}
            </Title>
            {subtitle && (
              <Text c="dimmed" size="sm" component="div">
                {subtitle}
              </Text>
            )}
          </Stack>
          {children}
        </Paper>
        {footer && (
          <Text size="sm" ta="center" component="div">
            {footer}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
