import { Paper, Text, Title } from '@mantine/core';
import { TryOut } from '../preview/try-out';
import { presentable } from './presentable';
import { useDraftContent } from './use-draft-content';

/** What is being written, as patients will see it. */
export function DraftPreview() {
  const content = presentable(useDraftContent());
  return (
    <Paper p="md">
      <Text size="sm" c="dimmed" mb={4}>
        As patients see it
      </Text>
      <Title order={2} mb="md" style={{ overflowWrap: 'anywhere' }}>
        {content.title}
      </Title>
      <TryOut content={content} />
    </Paper>
  );
}
