import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { csvText, downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { usePeople } from '../use-people';
import { useExportTabSessions } from './api/export-tab-sessions';
import type { TabRequest } from './api/tab-sessions';
import { tabCsvColumns } from './tab-csv';

/** Downloads all sessions that the filters show, of all pages. */
export function ExportSessionsButton({ request }: { request: TabRequest }) {
  const { slug, timezone } = useOrganization();
  const { nameOf } = usePeople();
  const reading = useExportTabSessions();

  async function download() {
    try {
      const sessions = await reading.mutateAsync(request);
      downloadCsv(`sessions-${slug}-${todayIn(timezone)}.csv`, csvText(tabCsvColumns({ nameOf, timezone }), sessions));
      notifyDone({
        message: sessions.length === 1 ? '1 session was exported.' : `${sessions.length} sessions were exported.`,
      });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={reading.isPending}
      onClick={download}
    >
      Export CSV
    </Button>
  );
}
