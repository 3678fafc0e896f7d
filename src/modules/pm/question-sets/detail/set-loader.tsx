import { Button } from '@mantine/core';
import { IconClipboardOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { EmptyState, ErrorState, ListSkeleton, PageHeader } from '@/platform/ui';
import { type QuestionSet, useQuestionSet } from '../api/get-question-set';

interface SetLoaderProps {
  questionSetId: string;
  children: (questionSet: QuestionSet) => ReactNode;
}

/** Reads a question set for the page around it; shows when that takes a while, fails, or finds none. */
export function SetLoader({ questionSetId, children }: SetLoaderProps) {
  const library = `/o/${useOrganization().slug}/pm/question-sets`;
  const { data, error, refetch } = useQuestionSet(questionSetId);
  if (data) return children(data);
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
