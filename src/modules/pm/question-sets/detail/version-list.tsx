import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { ErrorState } from '@/platform/ui';
import type { QuestionSet } from '../api/get-question-set';
import { useVersions } from '../api/get-versions';
import classes from './detail.module.css';

/** All versions of a question set, each to be read; nothing while there is only one. */
export function VersionList({ questionSet }: { questionSet: QuestionSet }) {
  const { slug, timezone } = useOrganization();
  const { data, error, refetch } = useVersions(questionSet.id);
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data || data.length < 2) return null;
  return (
    <Paper p="md">
      <Title order={2} mb="xs">
        Versions
      </Title>
      <ul className={classes.versions}>
        {data.map(({ id, version, created_at, superseded_at }) => (
          <li key={id} className={classes.version}>
            {id === questionSet.id ? (
              <Text size="sm" fw={600} aria-current="page">
                Version {version}
              </Text>
            ) : (
              <Anchor component={Link} to={`/o/${slug}/pm/question-sets/${id}`} size="sm">
                Version {version}
              </Anchor>
            )}
            <Text size="sm" c="dimmed" ta="end">
              {superseded_at === null ? 'In use since ' : 'From '}
              {formatTimestamp(created_at, timezone)}
            </Text>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
