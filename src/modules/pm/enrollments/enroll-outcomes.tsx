import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { EnrollOutcome } from './enroll-outcome';

/** What came of the patients enrolled since the dialog was opened, latest first. */
export function EnrollOutcomes({ outcomes }: { outcomes: readonly EnrollOutcome[] }) {
  if (outcomes.length === 0) return null;
  return (
    <Stack gap={6}>
      <Title order={3} size="h4">
        Just now
      </Title>
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {outcomes.map((outcome) => (
          <Group key={outcome.key} component="li" gap={8} wrap="nowrap" align="flex-start">
            {outcome.enrolled ? (
              <IconCheck size={18} color="var(--mantine-color-green-6)" style={{ flexShrink: 0 }} aria-hidden />
            ) : (
              <IconAlertCircle size={18} color="var(--mantine-color-red-6)" style={{ flexShrink: 0 }} aria-hidden />
            )}
            <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              {outcome.sentence}
            </Text>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}
