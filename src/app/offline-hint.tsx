import { Affix, Paper, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useMatch } from 'react-router';
import classes from './offline-hint.module.css';

/** Says that the connection is gone, for as long as it is. */
export function OfflineHint() {
  const { online } = useNetwork();
  // There attendance is kept until the connection is back.
  const takesAttendance = useMatch('/o/:slug/pm/sessions/:sessionId') !== null;
  return (
    <Affix position={{ bottom: 16, left: 16 }} role="status">
      {!online && (
        <Paper className={classes.hint} shadow="md">
          <IconWifiOff size={16} aria-hidden />
          <Text size="sm">
            {takesAttendance
              ? 'You are offline. What you see may be out of date. Attendance is kept here and sent later; nothing else can be saved.'
              : 'You are offline. What you see may be out of date, and changes cannot be saved.'}
          </Text>
        </Paper>
      )}
    </Affix>
  );
}
