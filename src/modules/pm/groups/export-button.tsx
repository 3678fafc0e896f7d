import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { csvText, downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { useExportGroups } from './api/export-groups';
import { groupCsvColumns } from './group-csv';
import type { ListState } from './list-state';
import { useMemberNames } from './use-member-names';

/** Downloads all groups that the filters show, of all pages, in the order of the list. */
export function ExportButton({ state }: { state: ListState }) {
  const { slug, timezone } = useOrganization();
  const { can } = usePermissions();
  const nameMember = useMemberNames();
  const reading = useExportGroups();

  async function download() {
    try {
      const groups = await reading.mutateAsync(state);
      const columns = groupCsvColumns({
        nameMember,
        timezone,
        seesEnrollments: can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW),
        seesSchedule: can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW),
      });
      downloadCsv(`groups-${slug}-${todayIn(timezone)}.csv`, csvText(columns, groups));
      notifyDone({ message: groups.length === 1 ? '1 group was exported.' : `${groups.length} groups were exported.` });
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
