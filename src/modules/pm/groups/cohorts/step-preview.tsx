import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { confirmAction, ErrorState, ListSkeleton, ProblemAlert } from '@/platform/ui';
import { clonePreviewQueryOptions, useCloneGroups } from './api/clone-groups';
import type { Clone } from './clone-answer.schema';
import { CloneCard } from './clone-card';
import type { Outcome } from './clone-differences';
import { countMadeBefore } from './clone-warnings';
import { PreviewSummary } from './preview-summary';
import { StepFoot } from './step-foot';
import type { Cohort } from './use-cohort';

interface StepPreviewProps {
  cohort: Cohort;
  onMade: (outcome: Outcome) => void;
}

/** Step 4: the database tries it all out and takes it back; then it is made for good, in one piece. */
export function StepPreview({ cohort, onMade }: StepPreviewProps) {
  const { id } = useOrganization();
  const { request, goTo } = cohort;
  const preview = useQuery(clonePreviewQueryOptions(id, request));
  const cloning = useCloneGroups();
  const isReady = preview.data !== undefined && preview.error === null && !preview.isFetching;
  const problem = cloning.error ?? (preview.data ? preview.error : null);

  async function make(previewed: readonly Clone[]) {
    const made = await cloning.mutateAsync(request);
    onMade({ made, previewed });
  }

  function lookAgain() {
    cloning.reset();
    preview.refetch();
  }

  function ask(previewed: readonly Clone[]) {
    const again = countMadeBefore(previewed);
    if (again === 0) {
      // What is refused is shown below.
      make(previewed).catch(() => undefined);
      return;
    }
    confirmAction({
      title: again === 1 ? 'Make a group that is there already?' : `Make ${again} groups that are there already?`,
      message:
        'Groups of the same name that start on the same day exist. Perhaps somebody has cloned them before, or the answer to your own request was lost.',
      confirmLabel: groupsLabel(previewed.length),
      onConfirm: () => make(previewed),
    });
  }

  return (
    <>
      {preview.error && !preview.data ? (
        <ErrorState error={preview.error} onRetry={preview.refetch} />
      ) : !preview.data ? (
        <ListSkeleton rows={cohort.sources.length + 1} />
      ) : (
        <Stack gap="md" maw={900}>
          <PreviewSummary clones={preview.data} />
          {preview.data.map((clone) => (
            <CloneCard key={clone.source_id} clone={clone} isMade={false} onMend={goTo} />
          ))}
        </Stack>
      )}
      {problem !== null && !cloning.isPending && (
        <Stack mt="md" maw={900} gap="xs" align="flex-start">
          <ProblemAlert error={problem} />
          <Text size="sm">Nothing that you entered is lost.</Text>
          <Button variant="default" loading={preview.isFetching} onClick={lookAgain}>
            Look again
          </Button>
        </Stack>
      )}
      {cloning.isPending && (
        <Alert mt="md" maw={900} role="status" icon={<Loader size={18} />}>
          Making {cohort.sources.length === 1 ? 'the group' : `${cohort.sources.length} groups`}. All of them are made,
          or none.
        </Alert>
      )}
      <StepFoot
        cohort={cohort}
        action={
          <Button
            leftSection={<IconCopy size={16} aria-hidden />}
            loading={cloning.isPending}
            disabled={!isReady}
            onClick={() => preview.data && ask(preview.data)}
          >
            {groupsLabel(cohort.sources.length)}
          </Button>
        }
      >
        {preview.isFetching && preview.data && (
          <Group gap={6} role="status">
            <Loader size={14} />
            <Text size="sm" c="dimmed">
              Looking again…
            </Text>
          </Group>
        )}
      </StepFoot>
    </>
  );
}

function groupsLabel(count: number): string {
  return count === 1 ? 'Make 1 group' : `Make ${count} groups`;
}
