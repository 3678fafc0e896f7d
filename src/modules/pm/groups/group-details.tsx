import { DataList, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { recurrenceReading } from '@/platform/recurrence/recurrence-reading';
import { statusLook } from '@/platform/ui';
import type { Group } from './api/get-group';
import { CODE_RECIPE } from './group-code';
import { Absent, groupDates } from './group-facts';
import { GROUP_STATUSES } from './list-state';
import { STATUS_MEANING } from './status-meaning';
import { useMemberNames } from './use-member-names';

/** The facts of a group, in the order in which people ask for them. */
export function GroupDetails({ group }: { group: Group }) {
  const nameMember = useMemberNames();
  const named = (id: string | null) => (id === null ? null : nameMember(id));
  const facts: readonly [label: string, value: ReactNode][] = [
    ['Facilitator', named(group.facilitator_id)],
    ['Co-facilitator', named(group.co_facilitator_id)],
    ['Location', group.location],
    ['Capacity', capacityWords(group)],
    ['Meets', group.recurrence_rule && meetsWords(group.recurrence_rule)],
    ['Duration', group.duration_minutes && `${group.duration_minutes} minutes`],
    ['Period', group.time_period],
    ['Dates', groupDates(group)],
    ['Status', <StatusMeaning key="status" status={group.status} />],
    ['Code', <CodeExplained key="code" code={group.group_code} />],
  ];
  return (
    <>
      <Title order={2} mb="sm">
        About this group
      </Title>
      {group.description && (
        <Text size="sm" mb="md" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {group.description}
        </Text>
      )}
      <DataList labelWidth="8rem" gap="xs">
        {facts.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
              {value || <Absent />}
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </>
  );
}

function StatusMeaning({ status }: { status: string }) {
  const known = GROUP_STATUSES.find((each) => each === status);
  return (
    <>
      {statusLook('group', status).label}
      {known && <Explanation>{STATUS_MEANING[known]}</Explanation>}
    </>
  );
}

function CodeExplained({ code }: { code: string | null }) {
  return (
    <>
      {code ?? 'Given once start date and period are set'}
      <Explanation>{CODE_RECIPE}</Explanation>
    </>
  );
}

function Explanation({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

function capacityWords({ max_capacity, min_capacity }: Group): string {
  const seats = max_capacity === 1 ? '1 seat' : `${max_capacity} seats`;
  return min_capacity === null ? seats : `${seats}, sessions need ${min_capacity}`;
}

/** A rule that cannot be read is shown as it is. */
function meetsWords(rule: string): string {
  const reading = recurrenceReading(rule);
  return 'words' in reading ? reading.words : rule;
}
