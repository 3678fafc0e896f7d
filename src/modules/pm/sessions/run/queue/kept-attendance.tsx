import { Affix, Paper, Text } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { useMatch } from 'react-router';
import { unsentWords } from '../taking-attendance/unsent-notice';
import { refusedTaps } from './tap-order';
import { useKeptAttendance } from './use-kept-attendance';
import { useTaps } from './use-taps';
import { useUnsent } from './use-unsent';

/** Sends the attendance that is kept on this device, on every page; elsewhere than on the session's own page it says that some is. */
export function KeptAttendance() {
  useKeptAttendance();
  const waiting = useUnsent();
  const taps = useTaps();
  const refused = refusedTaps(taps);
  const page = useMatch('/o/:slug/pm/sessions/:sessionId');
  const onItsPage = page !== null && taps.every(({ sessionId }) => sessionId === page.params.sessionId);
  if (onItsPage || (waiting === 0 && refused.length === 0)) return null;
  return (
    <Affix position={{ bottom: 72, left: 16 }} role="status">
      <Paper shadow="md" px="sm" py={6} style={{ display: 'flex', gap: 8, alignItems: 'center', maxWidth: 420 }}>
        <IconCloudUp size={16} aria-hidden />
        <Text size="sm">
          {waiting > 0 && `${unsentWords(waiting)}. `}
          {refused.length > 0 && `Attendance that was not accepted: ${refused.length}. Open the session to decide.`}
        </Text>
      </Paper>
    </Affix>
  );
}
