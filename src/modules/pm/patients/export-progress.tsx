import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import type { useExportPatients } from './use-export-patients';

/** How far an export is that takes longer, and the way to stop it. */
export function ExportProgress({ running, done, total, cancel }: ReturnType<typeof useExportPatients>) {
  const words = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} patients`;
  return (
    <Modal opened={running && total > 0} onClose={cancel} title="Export patients" closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">{words}</Text>
        <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={words} animated />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
