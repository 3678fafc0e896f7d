import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconHeartHandshake, IconPhone } from '@tabler/icons-react';
import { CRISIS_HELP } from './crisis-help';

/** For somebody whose answers are told to the facilitator at once, such as a PHQ-9 item 9 above zero. Calm, and always the same. */
export function CrisisNotice() {
  return (
    <Alert
      color="blue"
      role="note"
      icon={<IconHeartHandshake aria-hidden />}
      title={CRISIS_HELP.title}
      styles={{ title: { fontSize: 'var(--mantine-font-size-md)' } }}
    >
      <Stack gap="sm">
        <Text>{CRISIS_HELP.facilitator}</Text>
        <Text>{CRISIS_HELP.danger}</Text>
        {CRISIS_HELP.lines.map(({ number, words, about }) => (
          <div key={number}>
            <Button
              component="a"
              href={`tel:${number}`}
              size="md"
              variant="default"
              fullWidth
              leftSection={<IconPhone size={18} aria-hidden />}
            >
              {words}
            </Button>
            <Text size="sm" mt={4}>
              {about}
            </Text>
          </div>
        ))}
      </Stack>
    </Alert>
  );
}
