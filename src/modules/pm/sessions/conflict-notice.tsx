import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useOrganization } from '@/platform/organizations';
import { FormProblem } from '@/platform/ui';
import { type ConflictRequest, conflictsQueryOptions } from './api/get-conflicts';
import { ConflictList } from './conflict-list';
import { conflictRequest } from './conflict-model';
import { OverrideField } from './override-field';
import type { SessionFormValues } from './session-form.schema';
import type { People } from './use-people';

interface ConflictNoticeProps {
  control: Control<SessionFormValues>;
  /** What the session would take, see `effectivePlan`. */
  plan: SessionFormValues;
  people: People;
  exceptSessionId: string | null;
  /** What the server said when it was saved like this. */
  refusal: string | undefined;
}

/**
 * Says before saving who or which room is taken, and lets those who may schedule anyway; the server decides again when it
 * is saved.
 */
export function ConflictNotice({ control, plan, people, exceptSessionId, refusal }: ConflictNoticeProps) {
  const { id } = useOrganization();
  const request = conflictRequest(plan, exceptSessionId);
  const check = useQuery({ ...conflictsQueryOptions(id, request ?? EMPTY), enabled: request !== null });

  if (!request) return <FormProblem message={refusal} />;
  const conflicts = check.data ?? [];
  return (
    <>
      <FormProblem message={refusal} />
      <div aria-live="polite" style={{ opacity: check.isPlaceholderData ? 0.6 : 1, minHeight: 22 }}>
        {refusal ? null : check.isError ? (
          <Text size="sm" c="dimmed">
            Conflicts could not be checked now; they are checked when you save.
          </Text>
        ) : conflicts.length > 0 ? (
          <Alert role="note" color="yellow" icon={<IconAlertTriangle aria-hidden />} title="Not free at that time">
            <ConflictList conflicts={conflicts} />
          </Alert>
        ) : check.data ? (
          <Group gap={6} c="dimmed" wrap="nowrap">
            <IconCircleCheck size={16} aria-hidden />
            <Text size="sm">{freeWords(request, people)}</Text>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Checking who and what is free…
          </Text>
        )}
      </div>
      <OverrideField control={control} inConflict={conflicts.length > 0} />
    </>
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

function freeWords({ facilitatorId, coFacilitatorId, location }: ConflictRequest, people: People): string {
  const wanted = [people.nameOf(facilitatorId), people.nameOf(coFacilitatorId), location].filter(
    (name) => name !== null,
  );
  if (wanted.length === 0) return 'Nobody and no room is booked for this session.';
  return `${new Intl.ListFormat('en-US').format(wanted)} ${wanted.length === 1 ? 'is' : 'are'} free.`;
}
