import { Alert, Anchor } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import type { QuestionSet } from '../api/get-question-set';
import { useVersions } from '../api/get-versions';

/** Says that an earlier version is shown, and leads to the one in use. */
export function SupersededNotice({ questionSet }: { questionSet: QuestionSet }) {
  const { slug } = useOrganization();
  const { data } = useVersions(questionSet.id);
  const inUse = data?.find(({ superseded_at }) => superseded_at === null);
  return (
    <Alert color="yellow" icon={<IconHistory aria-hidden />} title={`This is version ${questionSet.version}`}>
      It is kept because it has answers, and is asked no more.{' '}
      {inUse && (
        <Anchor component={Link} to={`/o/${slug}/pm/question-sets/${inUse.id}`} inherit underline="always">
          Version {inUse.version} is in use
        </Anchor>
      )}
    </Alert>
  );
}
