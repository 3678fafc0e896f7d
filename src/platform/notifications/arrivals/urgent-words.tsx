import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { useMarkRead } from '../api/mark-read';
import type { Notification } from '../api/read-notifications';
import { notificationAddress } from '../notification-address';
import { notificationSentence } from '../notification-sentence';

interface UrgentWordsProps {
  notification: Notification;
  onFollow: () => void;
}

/** What was flagged, and the way to it. */
export function UrgentWords({ notification, onFollow }: UrgentWordsProps) {
  const { slug } = useOrganization();
  const { mutate: markRead } = useMarkRead();

  function follow() {
    markRead({ id: notification.id });
    onFollow();
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {notificationSentence(notification, new Date())}
      </Text>
      <Button
        component={Link}
        to={notificationAddress(notification, slug)}
        size="compact-sm"
        variant="light"
        color="red"
        onClick={follow}
      >
        Open the session
      </Button>
    </Stack>
  );
}
