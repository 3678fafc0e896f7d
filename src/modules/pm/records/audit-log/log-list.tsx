import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import type { LogLine, RecordLink } from './log-line';
import classes from './log-list.module.css';

/** Entries as sentences, latest first, each with when it was and the way to what it is about. */
export function LogList({ lines }: { lines: readonly LogLine[] }) {
  const { timezone } = useOrganization();
  return (
    <ol className={classes.list} aria-label="Entries, latest first">
      {lines.map(({ id, at, sentence, group, patient }) => (
        <li key={id} className={classes.entry}>
          <Text size="sm" className={classes.sentence}>
            {sentence}
          </Text>
          <Group gap="sm" className={classes.facts}>
            <Text size="xs" c="dimmed" component="time" dateTime={at}>
              {formatTimestamp(at, timezone)}
            </Text>
            {group && <RecordAnchor record={group} kind="group" />}
            {patient && <RecordAnchor record={patient} kind="patient" />}
          </Group>
        </li>
      ))}
    </ol>
  );
}

function RecordAnchor({ record: { id, name, isDeleted }, kind }: { record: RecordLink; kind: 'group' | 'patient' }) {
  const { slug } = useOrganization();
  const page = isDeleted ? `settings/recently-deleted?kind=${kind}` : `pm/${kind}s/${id}`;
  return (
    <Anchor component={Link} to={`/o/${slug}/${page}`} size="xs" underline="always">
      {name}
    </Anchor>
  );
}
