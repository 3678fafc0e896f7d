import { Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { PageHeader } from '@/platform/ui';
import type { QuestionSet } from '../api/get-question-set';
import { AssignedGroups } from '../assignments/assigned-groups';
import { kindOf } from '../kind';
import { KindBadge } from '../library/kind-badge';
import { TryOut } from '../preview/try-out';
import { SetActions } from './set-actions';
import { SetFacts } from './set-facts';
import { SetLoader } from './set-loader';
import { SupersededNotice } from './superseded-notice';
import { VersionBadge } from './version-badge';
import { VersionList } from './version-list';

/** /o/:slug/pm/question-sets/:questionSetId: one version of a question set. */
export function SetPage() {
  const { questionSetId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.QUESTION_SETS_VIEW}>
      <SetLoader key={questionSetId} questionSetId={questionSetId}>
        {(questionSet) => <SetDetail questionSet={questionSet} />}
      </SetLoader>
    </RequirePermission>
  );
}

function SetDetail({ questionSet }: { questionSet: QuestionSet }) {
  const { slug } = useOrganization();
  const isInUse = questionSet.superseded_at === null;
  const kind = kindOf({ scoring: questionSet.scoring, hasQuestions: questionSet.questions.length > 0 });
  return (
    <>
      <PageHeader
        title={questionSet.title}
        breadcrumbs={[{ label: 'Question sets', to: `/o/${slug}/pm/question-sets` }]}
        subtitle={
          <Group gap="xs">
            <KindBadge kind={kind} />
            <VersionBadge version={questionSet.version} isInUse={isInUse} />
          </Group>
        }
        action={<SetActions questionSet={questionSet} />}
      />
      <Stack gap="lg">
        {!isInUse && <SupersededNotice questionSet={questionSet} />}
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Paper p="md">
              <Title order={2} mb="md">
                As patients see it
              </Title>
              <TryOut content={questionSet} />
            </Paper>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="lg">
              <Paper p="md">
                <SetFacts questionSet={questionSet} />
              </Paper>
              {isInUse && (
                <Can permission={PM_PERMISSIONS.GROUP_DEFINITIONS_VIEW}>
                  <Paper p="md">
                    <AssignedGroups questionSet={questionSet} />
                  </Paper>
                </Can>
              )}
              <VersionList questionSet={questionSet} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}
