import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useForm, useWatch } from 'react-hook-form';
import { closedDaysQueryOptions, useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { sessionsBetweenQueryOptions } from '../api/get-sessions-between';
import { instantsOfDays } from '../day-instants';
import { ReasonField } from '../reason-field';
import { cancelSeveralSchema } from './cancel-several.schema';
import { CancelSeveralConfirmation } from './cancel-several-confirmation';
import { CancelSeveralFields } from './cancel-several-fields';
import { type Choice, candidates, chosenOf, daysToClose, readRange, sessionsWords } from './cancel-several-model';
import { CandidateList } from './candidate-list';
import { ClosedDayFields } from './closed-day-fields';
import type { CancellingPlan } from './use-cancelling';

interface CancelSeveralFormProps {
  on: string;
  groupId: string;
  onConfirm: (plan: CancellingPlan) => void;
  onClose: () => void;
}

/** Which sessions, and why; asked once more, with their number, before anything is done. */
export function CancelSeveralForm({ on, groupId, onConfirm, onClose }: CancelSeveralFormProps) {
  const { id, timezone } = useOrganization();
  const day = on || todayIn(timezone);
  const form = useForm({
    resolver: zodResolver(cancelSeveralSchema),
    defaultValues: {
      first: day,
      last: day,
      facilitator: '',
      location: '',
      group: groupId,
      reason: '',
      closes: false,
      closedName: '',
    },
  });
  const values = useWatch({ control: form.control, compute: (all) => all });
  const reason = useController({ control: form.control, name: 'reason' });
  const [choice, setChoice] = useState<Choice>({});
  const [plan, setPlan] = useState<CancellingPlan | null>(null);

  const range = readRange(values);
  const { first, last } = range ?? { first: day, last: day };
  const sessions = useQuery({
    ...sessionsBetweenQueryOptions(id, instantsOfDays(first, last, timezone)),
    enabled: range !== null,
    staleTime: 0,
  });
  const closed = useQuery({ ...closedDaysQueryOptions(id, { from: first, to: last }), enabled: range !== null });
  const found = range && sessions.data ? candidates(sessions.data, values) : [];
  const chosen = chosenOf(found, choice);

  const submit = form.handleSubmit((checked) =>
    setPlan({
      sessions: chosen,
      reason: checked.reason,
      closedDays: checked.closes ? daysToClose(checked, closed.data ?? []) : [],
    }),
  );

  if (plan)
    return <CancelSeveralConfirmation plan={plan} onBack={() => setPlan(null)} onConfirm={() => onConfirm(plan)} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <CancelSeveralFields form={form} sessions={sessions.data ?? []} />
        {range === null ? null : sessions.isError ? (
          <ErrorState error={sessions.error} onRetry={sessions.refetch} />
        ) : !sessions.data ? (
          <ListSkeleton rows={4} />
        ) : found.length === 0 ? (
          <Text size="sm" c="dimmed" role="status">
            {sessions.data.length === 0
              ? 'No session is planned then.'
              : 'No session that could be cancelled matches: completed and cancelled ones stay as they are.'}
          </Text>
        ) : (
          <CandidateList sessions={found} chosen={chosen} onChoose={(ids, to) => setChoice(choose(choice, ids, to))} />
        )}
        <ReasonField {...reason.field} error={reason.fieldState.error?.message} />
        <ClosedDayFields form={form} closed={closed.data ?? []} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep all sessions
          </Button>
          <Button type="submit" color="red" disabled={chosen.length === 0}>
            Cancel {sessionsWords(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function choose(before: Choice, ids: readonly string[], to: boolean): Choice {
  return { ...before, ...Object.fromEntries(ids.map((id) => [id, to])) };
}
