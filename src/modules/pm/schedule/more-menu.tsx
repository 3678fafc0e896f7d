import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarRepeat, IconCalendarX, IconDots, IconDownload, IconPrinter, IconRss } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useDownloadCalendar, useSessionAddress } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { printAddress } from './print/print-address';

/** What is done with many sessions at once, or outside of Quorum. Takes the date that is shown. */
export function MoreMenu({ date }: { date: string }) {
  const { slug } = useOrganization();
  const { search } = useLocation();
  const { openSeries, openCancelSeveral, openSubscribe } = useSessionAddress();
  const { download, isPending } = useDownloadCalendar();
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More" loading={isPending}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={printAddress(slug, search, date)} leftSection={<IconPrinter {...ICON} />}>
          Print this week
        </Menu.Item>
        <Menu.Divider />
        <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
          <Menu.Item leftSection={<IconCalendarRepeat {...ICON} />} onClick={() => openSeries()}>
            Schedule a series…
          </Menu.Item>
        </Can>
        <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_DELETE}>
          <Menu.Item leftSection={<IconCalendarX {...ICON} />} onClick={() => openCancelSeveral({ on: date })}>
            Cancel several sessions…
          </Menu.Item>
        </Can>
        <Menu.Item leftSection={<IconDownload {...ICON} />} onClick={() => download({ kind: 'mine' })}>
          Download my sessions (.ics)
        </Menu.Item>
        <Menu.Item leftSection={<IconRss {...ICON} />} onClick={openSubscribe}>
          Subscribe…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const ICON = { size: 16, 'aria-hidden': true } as const;
