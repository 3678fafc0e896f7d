import { Alert, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { conflictsQueryOptions } from './api/get-conflicts';
import { conflictRequest, relevantConflicts } from './conflict-model';
import type { SessionFormValues } from './session-form.schema';
import type { People } from './use-people';

interface ConflictNoticeProps {
  /** What the session would take, see `effectivePlan`. */
  plan: SessionFormValues;
  people: People;
  exceptSessionId: string | null;
}

/** Says before saving who or which room is taken; the server decides again when it is saved. */
export function ConflictNotice({ plan, people, exceptSessionId }: ConflictNoticeProps) {
  const { id } = useOrganization();
  const request = conflictRequest(plan, exceptSessionId);
  const check = useQuery({ ...conflictsQueryOptions(id, request ?? EMPTY), enabled: request !== null });

  if (!request) return null;
  const names = [people.nameOf(plan.facilitator_id), people.nameOf(plan.co_facilitator_id)];
  const conflicts = relevantConflicts(check.data ?? [], { people: names, location: plan.location });
  return (
    <div aria-live="polite" style={{ opacity: check.isPlaceholderData ? 0.6 : 1, minHeight: 22 }}>
      {check.isError ? (
        <Text size="sm" c="dimmed">
          Conflicts could not be checked now; they are checked when you save.
        </Text>
      ) : conflicts.length > 0 ? (
        <Alert role="note" color="yellow" icon={<IconAlertTriangle aria-hidden />} title="Not free at that time">
          <List size="sm" spacing={4}>
            {conflicts.map(({ kind, resource, session_id, detail }) => (
              <List.Item key={`${kind} ${resource} ${session_id}`} style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : check.data ? (
        <Group gap={6} c="dimmed" wrap="nowrap">
          <IconCircleCheck size={16} aria-hidden />
          <Text size="sm">{freeWords(names, plan.location)}</Text>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          Checking who and what is free…
        </Text>
      )}
    </div>
  );
}

const EMPTY = {
  groupId: '',
  date: '',
  start: '',
  end: '',
  facilitatorId: null,
  coFacilitatorId: null,
  location: null,
  exceptSessionId: null,
};

function freeWords(people: readonly (string | null)[], location: string): string {
  const wanted = [...people, location || null].filter((name) => name !== null);
  if (wanted.length === 0) return 'Nobody and no room is booked for this session.';
  return `${new Intl.ListFormat('en-US').format(wanted)} ${wanted.length === 1 ? 'is' : 'are'} free.`;
}
