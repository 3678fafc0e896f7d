import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';

const StartNowDialog = lazy(async () => ({ default: (await import('./start-now-dialog')).StartNowDialog }));

interface StartNowButtonProps {
  /** Only this group; without it the group is chosen in the dialog. */
  groupId?: string;
  variant?: ButtonProps['variant'];
}

/** "Start a session now": the first of two clicks. For those who may create sessions. */
export function StartNowButton({ groupId, variant = 'default' }: StartNowButtonProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
      <Button variant={variant} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={open}>
        Start a session now
      </Button>
      <Suspense>{opened && <StartNowDialog {...(groupId !== undefined && { groupId })} onClose={close} />}</Suspense>
    </Can>
  );
}
