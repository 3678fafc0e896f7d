import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { checkOf, SEVERITY_LOOKS } from './checks';
import classes from './finding-section.module.css';
import { type Finding, type FindingGroup, findingPlace } from './findings';

interface FindingSectionProps {
  group: FindingGroup;
  /** Groups and patients by their id. */
  names: ReadonlyMap<string, string>;
  /** Whether repairing has been tried: then each finding says what came of it. */
  repaired: boolean;
}

/** What one check found. */
export function FindingSection({ group, names, repaired }: FindingSectionProps) {
  const { title, meaning } = checkOf(group.key);
  const { label, icon: SeverityIcon, color } = SEVERITY_LOOKS[group.severity];
  return (
    <section aria-label={title}>
      <Group gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Badge color={color} leftSection={<SeverityIcon size={13} aria-hidden />}>
          {label}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" maw="72ch">
        {meaning}
      </Text>
      <ul className={classes.list}>
        {group.findings.map((finding) => (
          <FindingItem
            key={`${finding.entity_id} ${finding.patient_id} ${finding.detail}`}
            finding={finding}
            names={names}
            repaired={repaired}
          />
        ))}
      </ul>
    </section>
  );
}

interface FindingItemProps extends Pick<FindingSectionProps, 'names' | 'repaired'> {
  finding: Finding;
}

function FindingItem({ finding, names, repaired }: FindingItemProps) {
  const { slug } = useOrganization();
  const { group_definition_id: groupId, patient_id: patientId } = finding;
  const links = [
    ...(groupId ? [{ label: names.get(groupId) ?? 'Group', path: `pm/groups/${groupId}` }] : []),
    ...(patientId ? [{ label: names.get(patientId) ?? 'Patient', path: `pm/patients/${patientId}` }] : []),
    ...[findingPlace(finding)].filter((place) => place !== null),
  ];
  return (
    <li className={classes.finding}>
      <Text size="sm">{finding.detail}</Text>
      <Group gap="sm">
        {links.map(({ label, path }) => (
          <Anchor key={path} component={Link} to={`/o/${slug}/${path}`} size="xs" underline="always">
            {label}
          </Anchor>
        ))}
        {(repaired || !finding.is_fixable) && (
          <Text size="xs" c="dimmed">
            {fateWords(finding)}
          </Text>
        )}
      </Group>
    </li>
  );
}

function fateWords({ is_fixable, is_fixed }: Finding): string {
  if (is_fixed) return 'Repaired.';
  return is_fixable ? 'Not repaired: something stands in the way.' : 'Needs a decision.';
}
