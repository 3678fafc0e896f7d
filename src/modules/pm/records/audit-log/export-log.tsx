import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { notifyDone, notifyProblem } from '@/platform/ui';
import type { LogView } from './log-view';
import { useExportLog } from './use-export-log';

/** Saves all that the filters leave as CSV, and tells how far it is where that takes longer. */
export function ExportLog({ view }: { view: LogView }) {
  const { running, done, total, start, cancel } = useExportLog();
  const words = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} entries`;

  async function download() {
    try {
      const count = await start(view);
      if (count === null) return;
      notifyDone({
        message: `${count.toLocaleString('en-US')} ${count === 1 ? 'entry was' : 'entries were'} exported.`,
      });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <>
      <Button
        variant="default"
        loading={running}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={download}
      >
        Export CSV
      </Button>
      <Modal opened={running && total > 0} onClose={cancel} title="Export the audit log" closeOnClickOutside={false}>
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
    </>
  );
}
