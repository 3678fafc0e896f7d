import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { useState } from 'react';
import { tapSender } from '../queue/attendance-queue';

/** Says how much of the attendance is on this device only, and that it will be sent by itself. */
export function UnsentNotice({ count }: { count: number }) {
  const [sending, setSending] = useState(false);

  async function send() {
    setSending(true);
    await tapSender.flush();
    setSending(false);
  }

  return (
    <div role="status">
      {count > 0 && (
        <Alert color="yellow" radius={0} icon={<IconCloudUp aria-hidden />} title={unsentWords(count)}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              Go on as usual: all is sent by itself when the connection is back. Do not sign out before.
            </Text>
            <Button size="compact-md" variant="default" loading={sending} onClick={send}>
              Send now
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}

/** "Not sent: 3 taps kept on this device". */
export function unsentWords(count: number): string {
  return `Not sent: ${count} ${count === 1 ? 'tap' : 'taps'} kept on this device`;
}
