import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { useSessionPolicy } from '../../policy/api/get-session-policy';
import { startRefusalWords } from '../../policy/policy-words';
import { startRefusal } from '../../policy/powers';
import { useViewer } from '../../policy/use-viewer';
import { startableGroupsQueryOptions } from '../api/get-startable-groups';
import { standingOf } from './startable';

const StartNowDialog = lazy(async () => ({ default: (await import('./start-now-dialog')).StartNowDialog }));

interface StartNowButtonProps {
  /** Only this group; without it the group is chosen in the dialog. */
  groupId?: string;
  variant?: ButtonProps['variant'];
}

/** "Start a session now": the first of two clicks. For those who may create sessions. */
export function StartNowButton({ groupId, variant = 'default' }: StartNowButtonProps) {
  return (
    <Can permission={PM_PERMISSIONS.GROUP_SCHEDULE_CREATE}>
      {groupId === undefined ? (
        <StartButton variant={variant} refusal={null} />
      ) : (
        <OfGroup groupId={groupId} variant={variant} />
      )}
    </Can>
  );
}

function OfGroup({ groupId, variant }: { groupId: string; variant: ButtonProps['variant'] }) {
  return <StartButton groupId={groupId} variant={variant} refusal={useRefusal(groupId)} />;
}

/** Why there is nothing to start in the group for this person, in words; null when there may be, or while it is read. */
function useRefusal(groupId: string): string | null {
  const { id } = useOrganization();
  const viewer = useViewer();
  const { data: policy } = useSessionPolicy(groupId);
  const refusal = policy ? startRefusal(policy, viewer) : null;
  // One that is planned for now, or runs, is nobody's to create.
  const { data: groups } = useQuery({ ...startableGroupsQueryOptions(id), enabled: refusal !== null });
  const group = groups?.find((candidate) => candidate.id === groupId);
  if (!policy || refusal === null || !group) return null;
  const standing = standingOf(group, new Date()).kind;
  if (standing === 'running' || (standing === 'planned' && viewer.editsSessions)) return null;
  return startRefusalWords(refusal, policy.session_creation_permission);
}

interface StartButtonProps extends StartNowButtonProps {
  /** Why the group's policy does not let this person; in words. */
  refusal: string | null;
}

function StartButton({ groupId, variant, refusal }: StartButtonProps) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Tooltip
        label={refusal}
        disabled={refusal === null}
        multiline
        withinPortal={false}
        maw={280}
        position="bottom"
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          variant={variant}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          // Not `disabled`: it could not be reached then, and nobody would learn why.
          data-disabled={refusal ? true : undefined}
          aria-disabled={refusal ? true : undefined}
          onClick={refusal ? undefined : open}
        >
          Start a session now
        </Button>
      </Tooltip>
      <Suspense>{opened && <StartNowDialog {...(groupId !== undefined && { groupId })} onClose={close} />}</Suspense>
    </>
  );
}
