import { Badge, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MyGroup } from './api/get-my-groups';
import { startsInWords } from './starts-in-words';

interface GroupItemProps {
  group: MyGroup;
  /** Says to which organization the group belongs. */
  withOrganization: boolean;
  /** Takes the focus when it appears. */
  focused: boolean;
  onChoose: () => void;
}

/** A group by name, what runs now, else what comes next. */
export function GroupItem({ group, withOrganization, focused, onChoose }: GroupItemProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <li>
      <Paper radius="md">
        <UnstyledButton ref={button} w="100%" px="sm" py="xs" onClick={onChoose} style={{ borderRadius: 'inherit' }}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text fw={500} size="sm" dir="auto" lineClamp={2}>
                {group.name}
              </Text>
              {withOrganization && (
                <Text size="xs" c="dimmed" dir="auto" lineClamp={1}>
                  {group.organization_name}
                </Text>
              )}
              <WhatComes group={group} />
            </div>
            <IconChevronRight size={16} aria-hidden style={{ flex: 'none' }} />
          </Group>
        </UnstyledButton>
      </Paper>
    </li>
  );
}

function WhatComes({ group }: { group: MyGroup }) {
  if (group.active_session_id !== null) {
    return (
      <Badge color="green" size="sm" mt={4}>
        Runs now
      </Badge>
    );
  }
  return (
    <Text size="xs" c="dimmed">
      {group.next_starts_at === null
        ? 'Nothing planned'
        : `Next: ${startsInWords(group.next_starts_at, group.timezone)}`}
    </Text>
  );
}
