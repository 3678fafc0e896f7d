import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { describeError } from '@/platform/supabase/errors';
import { ProblemAlert } from '@/platform/ui';
import { checkInQueryOptions } from './api/get-check-in';
import type { MyGroup } from './api/get-my-groups';
import { recentQuestionSetsQueryOptions } from './api/get-recent-question-sets';
import { QuestionSetSelect } from './question-set-select';

interface StartFormProps {
  group: MyGroup;
  /** Called with the question set to ask; null: what the group always asks. */
  onStart: (questionSetId: string | null) => void;
  isStarting: boolean;
  /** Another session is being started. */
  isDisabled: boolean;
  /** There is a planned session that is rather meant. */
  isSecond: boolean;
}

/** Starts a session this minute, with one of the question sets that were asked lately or without. */
export function StartForm({ group, onStart, isStarting, isDisabled, isSecond }: StartFormProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isStarting) onStart(chosen);
      }}
    >
      <Stack gap="sm">
        <Questions
          group={group}
          label={isSecond ? 'What a new session asks' : 'What is asked'}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          type="submit"
          variant={isSecond ? 'default' : 'filled'}
          loading={isStarting}
          disabled={isDisabled}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
        >
          {isSecond ? 'Start a new session instead' : 'Start a session now'}
        </Button>
      </Stack>
    </form>
  );
}

interface QuestionsProps {
  group: MyGroup;
  label: string;
  value: string | null;
  onChange: (questionSetId: string | null) => void;
}

function Questions({ group, label, value, onChange }: QuestionsProps) {
  const recent = useQuery(recentQuestionSetsQueryOptions(group.organization_id));
  const checkIn = useQuery(checkInQueryOptions(group.organization_id, group.group_definition_id));
  const error = recent.error ?? checkIn.error;
  if (error && describeError(error).code === 'PERMISSION_DENIED') {
    return <Text size="sm">The session asks what the group always asks. You may not see question sets.</Text>;
  }
  if (error) {
    const retry = () => Promise.all([recent.refetch(), checkIn.refetch()]);
    return (
      <>
        <ProblemAlert error={error} />
        <Button variant="default" onClick={retry}>
          Load the question sets again
        </Button>
      </>
    );
  }
  if (recent.data === undefined || checkIn.data === undefined) {
    return <Skeleton height={60} role="status" aria-label="Loading the question sets" />;
  }
  return (
    <QuestionSetSelect label={label} recent={recent.data} checkIn={checkIn.data} value={value} onChange={onChange} />
  );
}
