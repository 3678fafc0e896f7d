import { Affix, Paper, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import classes from './offline-hint.module.css';

/** Says that the connection is gone, for as long as it is. */
export function OfflineHint() {
  const { online } = useNetwork();
  return (
    <Affix position={{ bottom: 16, left: 16 }} role="status">
      {!online && (
        <Paper className={classes.hint} shadow="md">
          <IconWifiOff size={16} aria-hidden />
          <Text size="sm">You are offline. What you see may be out of date, and changes cannot be saved.</Text>
        </Paper>
      )}
    </Affix>
  );
}
