import { Group, Kbd, Stack, Text } from '@mantine/core';
import { SessionModal } from '../../session-modal';
import { ATTENDANCE_LOOKS } from './attendance-looks';

const KEYS: readonly (readonly [string, string])[] = [
  ...Object.values(ATTENDANCE_LOOKS).map(
    ({ letter, label }) => [letter, `${label}, and on to the next person`] as const,
  ),
  ['↑ ↓', 'The person above or below'],
  ['← →', 'The status to the left or right'],
  ['Space', 'Record the status in focus'],
  ['Home End', 'First and last person'],
  ['?', 'This help'],
];

/** Which keys take attendance. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <SessionModal title="Attendance by keyboard" onClose={onClose} size="sm">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          Go to the list with Tab. Then:
        </Text>
        <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
          {KEYS.map(([keys, meaning]) => (
            <Group key={keys} component="li" gap="sm" wrap="nowrap">
              <Group gap={4} w={92} wrap="nowrap" style={{ flexShrink: 0 }}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
              <Text size="sm">{meaning}</Text>
            </Group>
          ))}
        </Stack>
      </Stack>
    </SessionModal>
  );
}
