import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { JoinInfo } from './api/get-join-info';
import classes from './check-in.module.css';
import { otherZone, sessionWords } from './session-words';

interface CheckInFrameProps {
  /** Undefined while it is not known. */
  info: JoinInfo | undefined;
  children: ReactNode;
}

/** What every screen of the check-in has around it: which session it is. The title says nothing that a glance should not see. */
export function CheckInFrame({ info, children }: CheckInFrameProps) {
  const zone = info && otherZone(info.opens_at, info.timezone);
  return (
    <main className={classes.page}>
      <title>Check-in · Quorum</title>
      <meta name="robots" content="noindex" />
      <Stack gap="xl">
        <header className={classes.head}>
          <Text c="dimmed" size="sm">
            {info?.organization_name ?? 'Quorum'}
          </Text>
          <Title order={1} size="h2">
            {info?.group_name ?? 'Check-in'}
          </Title>
          {info && (
            <Text>
              {sessionWords(info)}
              {zone && `, ${zone}`}
            </Text>
          )}
        </header>
        {children}
      </Stack>
    </main>
  );
}
