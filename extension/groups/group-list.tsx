import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconExternalLink, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { EmptyState } from '@/platform/ui';
import { appAddress } from '../app-address';
import type { MyGroup } from './api/get-my-groups';
import { GroupItem } from './group-item';
import { type GroupSection, groupSections } from './group-sections';

/** As many as are seen without scrolling. */
const SEARCHED_FROM = 7;

interface GroupListProps {
  groups: readonly MyGroup[];
  onChoose: (group: MyGroup) => void;
  /** The group that the person comes back from; null: none. */
  focusedId: string | null;
}

/** All groups that the person may see, those that they lead first, and what runs in each. */
export function GroupList({ groups, onChoose, focusedId }: GroupListProps) {
  const [typed, setTyped] = useState('');
  if (groups.length === 0) return <NoGroups />;

  const sections = groupSections(groups, typed);
  const severalOrganizations = new Set(groups.map(({ organization_id }) => organization_id)).size > 1;
  return (
    <Stack gap="sm">
      <div>
        {groups.length >= SEARCHED_FROM && (
          <TextInput
            type="search"
            aria-label="Search groups"
            placeholder="Search groups"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Text role="status" size="sm" c="dimmed">
          {sections.length === 0 && `No group is called “${typed.trim()}”.`}
        </Text>
      </div>
      {sections.map((section) => (
        <Section key={section.title} section={section}>
          {section.groups.map((group) => (
            <GroupItem
              key={group.group_definition_id}
              group={group}
              withOrganization={severalOrganizations}
              focused={group.group_definition_id === focusedId}
              onChoose={() => onChoose(group)}
            />
          ))}
        </Section>
      ))}
    </Stack>
  );
}

function Section({ section, children }: { section: GroupSection; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="sm" c="dimmed" id={id} mb={4}>
        {section.title}
      </Title>
      <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {children}
      </Stack>
    </section>
  );
}

function NoGroups() {
  return (
    <EmptyState
      icon={IconUsersGroup}
      title="No groups yet"
      description="Active groups of your organizations appear here."
      action={
        <Button
          component="a"
          href={appAddress('/')}
          target="_blank"
          rel="noreferrer"
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          Open Quorum
        </Button>
      }
    />
  );
}
