import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPrinter, IconSignature } from '@tabler/icons-react';
import { Link } from 'react-router';
import { downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { csvFileName, rosterCsv, waitlistCsv } from './roster-csv';
import type { Roster } from './roster-model';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** Roster and waitlist for paper and for spreadsheets. */
export function RosterMenu({ roster }: { roster: Roster }) {
  const { slug, timezone } = useOrganization();
  const { id, name } = roster.group;
  const today = todayIn(timezone);
  const paper = `/o/${slug}/pm/groups/${id}/print`;
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Print and export">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`${paper}?sheet=roster&on=${today}`} leftSection={<IconPrinter {...ICON} />}>
          Print roster
        </Menu.Item>
        <Menu.Item component={Link} to={`${paper}?sheet=sign-in&on=${today}`} leftSection={<IconSignature {...ICON} />}>
          Print sign-in sheet
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDownload {...ICON} />}
          disabled={roster.enrolled.length === 0}
          onClick={() => downloadCsv(csvFileName('roster', name, today), rosterCsv(roster, timezone))}
        >
          Export CSV: roster
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...ICON} />}
          disabled={roster.waiting.length === 0}
          onClick={() => downloadCsv(csvFileName('waitlist', name, today), waitlistCsv(roster, timezone))}
        >
          Export CSV: waitlist
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
