import { ActionIcon, Anchor, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { PF_PERMISSIONS, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { formatDate, formatLongDate } from '@/platform/time';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { useAddClosedDays } from '../api/add-closed-days';
import { useDeleteClosedDay } from '../api/delete-closed-day';
import type { ClosedDay } from '../api/get-closed-days';
import classes from '../members/people.module.css';
import { useOrganization } from '../organization-context';
import { RenameClosedDay } from './rename-closed-day';

interface ClosedDayItemProps {
  day: ClosedDay;
  /** Still scheduled on that day; null while it is not known. */
  sessions: number | null;
}

/** One closed day: when, what it is called, what is still planned on it. */
export function ClosedDayItem({ day, sessions }: ClosedDayItemProps) {
  const { can } = usePermissions();
  const [renaming, setRenaming] = useState(false);
  if (renaming)
    return (
      <li className={classes.person}>
        <RenameClosedDay day={day} onDone={() => setRenaming(false)} />
      </li>
    );
  return (
    <li className={classes.person}>
      <div className={classes.identity}>
        <Text size="sm" fw={500} className={classes.anywhere}>
          {day.name}
        </Text>
        <Text size="sm" c="dimmed">
          {formatLongDate(day.closed_on)}, {day.closed_on.slice(0, 4)}
        </Text>
        <StillScheduled day={day} sessions={sessions} />
      </div>
      {can(PF_PERMISSIONS.ORGANIZATION_EDIT) && <Actions day={day} onRename={() => setRenaming(true)} />}
    </li>
  );
}

function StillScheduled({ day, sessions }: ClosedDayItemProps) {
  const { slug } = useOrganization();
  const { can } = usePermissions();
  if (!sessions) return null;
  const words = `${sessions} scheduled ${sessions === 1 ? 'session' : 'sessions'}`;
  return (
    <Text size="sm">
      {words} on that day
      {can(PM_PERMISSIONS.GROUP_SCHEDULE_DELETE) && (
        <>
          {'. '}
          <Anchor
            component={Link}
            to={`/o/${slug}/pm/schedule?view=day&date=${day.closed_on}&dialog=cancel-several&on=${day.closed_on}`}
            inherit
            underline="always"
            aria-label={`Review and cancel the sessions of ${formatDate(day.closed_on)}`}
          >
            Review and cancel
          </Anchor>
        </>
      )}
    </Text>
  );
}

function Actions({ day, onRename }: { day: ClosedDay; onRename: () => void }) {
  const deletion = useDeleteClosedDay();
  const addition = useAddClosedDays();

  // Awaited here: by the time it is done, the list may have no such item any more.
  async function remove() {
    try {
      await deletion.mutateAsync(day.closed_on);
      notifyDone({
        message: `${formatDate(day.closed_on)} is no closed day any more.`,
        undo: { onUndo: () => addition.mutateAsync([day]) },
      });
    } catch (error) {
      notifyProblem(error);
    }
  }

  return (
    <Group gap={4} wrap="nowrap">
      <IconButton label={`Rename ${day.name}`} onClick={onRename}>
        <IconPencil size={16} aria-hidden />
      </IconButton>
      <IconButton label={`Delete ${day.name}`} onClick={remove} loading={deletion.isPending}>
        <IconTrash size={16} aria-hidden />
      </IconButton>
    </Group>
  );
}

interface IconButtonProps {
  label: string;
  onClick: () => void;
  loading?: boolean;
  children: ReactNode;
}

function IconButton({ label, onClick, loading = false, children }: IconButtonProps) {
  return (
    <Tooltip label={label} maw={300} multiline>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={onClick} loading={loading}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
