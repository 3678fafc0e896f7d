import { Button } from '@mantine/core';
import { IconClipboardOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import { type QuestionSet, useQuestionSet } from '../api/get-question-set';

interface SetLoaderProps {
  questionSetId: string;
  /** Once shown, it stays when somebody archives the set or it cannot be read again: what was typed must not be lost. */
  staysOpen?: boolean;
  /** The set as it was last read, and whether it is still there. */
  children: (questionSet: QuestionSet, isThere: boolean) => ReactNode;
}

/** Reads a question set for the page around it; shows when that takes a while, fails, or finds none. */
export function SetLoader({ questionSetId, staysOpen = false, children }: SetLoaderProps) {
  const library = `/o/${useOrganization().slug}/pm/question-sets`;
  const { data, error, refetch } = useQuestionSet(questionSetId);
  const [last, setLast] = useState<QuestionSet | null>(null);
  if (staysOpen && data && data !== last) setLast(data);
  const shown = data ?? last;
  if (shown) return children(shown, data !== null);
  const breadcrumbs = [{ label: 'Question sets', to: library }];
  if (data === null) {
    return (
      <>
        <PageHeader title="Question set not found" breadcrumbs={breadcrumbs} />
        <EmptyState
          icon={IconClipboardOff}
          title="There is no such question set here"
          description="It may have been archived, or the address is incomplete."
          action={
            <Button component={Link} to={library} variant="default">
              All question sets
            </Button>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Question set" breadcrumbs={breadcrumbs} />
      {error ? <ErrorState error={error} onRetry={refetch} /> : <ListSkeleton rows={6} />}
    </>
  );
}
