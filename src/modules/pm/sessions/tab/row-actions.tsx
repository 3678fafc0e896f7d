import { ActionIcon, Button, Group, Menu, VisuallyHidden } from '@mantine/core';
import { IconCalendarTime, IconDoor, IconDots, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { DecisionButtons } from '../approval/decision-buttons';
import { useViewer } from '../policy/use-viewer';
import { sessionPageAddress } from '../run/session-page';
import { useSessionAddress } from '../session-address';
import type { TabSession } from './api/get-tab-sessions';
import { rowOffer } from './row-model';

const PAGE_LABELS = { join: 'Join', results: 'Results', prepare: 'Prepare' };

/** What can be done with a session of the list: what is most wanted as a button, the rest in a menu. */
export function RowActions({ session }: { session: TabSession }) {
  const { slug, timezone } = useOrganization();
  const { openSession, openDialogOf } = useSessionAddress();
  const { page, reschedule, decide } = rowOffer(session, useViewer(), new Date());
  const time = formatSessionTime(session.starts_at, session.ends_at, timezone);
  const address = sessionPageAddress(slug, session.id);
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {decide ? (
        <DecisionButtons session={session} size="xs" />
      ) : (
        page !== null &&
        page !== 'prepare' && (
          <Button
            component={Link}
            to={address}
            size="xs"
            variant={page === 'join' ? 'filled' : 'default'}
            leftSection={page === 'join' && <IconDoor size={14} aria-hidden />}
          >
            {PAGE_LABELS[page]}
            <VisuallyHidden> {time}</VisuallyHidden>
          </Button>
        )
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for ${time}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconInfoCircle size={16} aria-hidden />} onClick={() => openSession(session.id)}>
            Details
          </Menu.Item>
          {page !== null && (
            <Menu.Item component={Link} to={address} leftSection={<IconDoor size={16} aria-hidden />}>
              {PAGE_LABELS[page]}
            </Menu.Item>
          )}
          {reschedule && (
            <Menu.Item
              leftSection={<IconCalendarTime size={16} aria-hidden />}
              onClick={() => openDialogOf(session.id, 'edit')}
            >
              Reschedule…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
