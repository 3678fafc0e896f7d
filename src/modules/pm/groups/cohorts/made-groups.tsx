import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { CloneCard } from './clone-card';
import { cloneDifferences, type Outcome } from './clone-differences';
import { PreviewSummary } from './preview-summary';
import { TakeBack } from './take-back';

/** What was made, with the ways on; where it is not what the preview showed, that is said. */
export function MadeGroups({ outcome: { made, previewed } }: { outcome: Outcome }) {
  const { slug } = useOrganization();
  const differences = cloneDifferences(previewed, made);
  return (
    <Stack gap="md" maw={900}>
      <PreviewSummary clones={made} isMade />
      {differences.length > 0 && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title="Not quite what the preview showed">
          Somebody else worked on these groups in between.
          <ul>
            {differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </Alert>
      )}
      {made.map((clone) => (
        <CloneCard key={clone.group.id} clone={clone} isMade />
      ))}
      <Group gap="sm">
        <Button component={Link} to={`/o/${slug}/pm/groups`}>
          All groups
        </Button>
        <TakeBack made={made} />
      </Group>
    </Stack>
  );
}
