import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { groupDates } from '../group-facts';
import type { Clone } from './clone-answer.schema';
import { CloneWarnings } from './clone-warning-list';
import { seatsWords, sessionsWords } from './clone-words';
import { ClonedPatients } from './cloned-patients';
import type { CloneStep } from './cohort-address';
import classes from './cohorts.module.css';
import { SkippedSessions } from './skipped-sessions';

interface CloneCardProps {
  clone: Clone;
  /** Otherwise it is a preview. */
  isMade: boolean;
  /** The way to the step that mends a warning; there is none once it is made. */
  onMend?: (step: CloneStep) => void;
}

/** One new group: what it is called, when it runs, who is in it, which sessions it has, and what to look at. */
export function CloneCard({ clone, isMade, onMend }: CloneCardProps) {
  const { slug } = useOrganization();
  const { group, patients, cloned_facilitators, sessions } = clone;
  const facts = [
    groupDates(group) ?? 'No dates',
    group.time_period,
    group.max_capacity === 1 ? '1 seat' : `${group.max_capacity} seats`,
    cloned_facilitators > 0 && (cloned_facilitators === 1 ? '1 facilitator' : `${cloned_facilitators} facilitators`),
  ];
  const lines = [seatsWords(clone, isMade), sessionsWords(clone)].filter((line) => line !== null);
  return (
    <Paper component="section" p="md" className={classes.card} aria-label={group.name}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={isMade ? 2 : 3} size="h4" className={classes.main}>
            {isMade ? (
              <Anchor component={Link} to={`/o/${slug}/pm/groups/${group.id}`} inherit>
                {group.name}
              </Anchor>
            ) : (
              group.name
            )}
          </Title>
          {group.group_code && <Badge color="gray">{group.group_code}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
        {!isMade && <CloneWarnings warnings={clone.warnings} onMend={onMend} />}
        {patients.length > 0 && <ClonedPatients sourceId={clone.source_id} patients={patients} />}
        {sessions.skipped.length > 0 && <SkippedSessions skipped={sessions.skipped} />}
      </Stack>
    </Paper>
  );
}
