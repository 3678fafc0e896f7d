import { Avatar, Combobox, Group, Text, UnstyledButton, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useUser } from '@/platform/auth';
import { useUnreadElsewhere } from '@/platform/notifications';
import { useMemberships, useOrganization } from '@/platform/organizations';
import classes from './organization-switcher.module.css';

/** From this many organizations on, the list can be searched. */
const SEARCH_FROM = 7;
const NEW = '+';

/** Shows the open organization, and changes to another. */
export function OrganizationSwitcher() {
  const current = useOrganization();
  const { data: memberships = [] } = useMemberships(useUser().id);
  const { data: unreadElsewhere } = useUnreadElsewhere();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const searchable = memberships.length >= SEARCH_FROM;
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.selectActiveOption();
      if (searchable) combobox.focusSearchInput();
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const found = memberships.filter(({ organization }) =>
    organization.name.toLowerCase().includes(search.trim().toLowerCase()),
  );

  function choose(value: string) {
    combobox.closeDropdown();
    void navigate(value === NEW ? '/organizations/new' : `/o/${value}`);
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      width={300}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton className={classes.target} onClick={() => combobox.toggleDropdown()}>
          <VisuallyHidden>Organization:</VisuallyHidden>
          <OrganizationAvatar name={current.name} />
          <Text fw={600} size="sm" truncate>
            {current.name}
          </Text>
          {unreadElsewhere && unreadElsewhere.size > 0 && (
            <>
              <span className={classes.dot} />
              <VisuallyHidden>, unread notifications in another organization</VisuallyHidden>
            </>
          )}
          <IconSelector size={16} className={classes.fixed} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder="Find an organization"
            aria-label="Find an organization"
          />
        )}
        <Combobox.Options aria-label="Organizations" className={classes.options}>
          {found.map(({ organization, role }) => (
            <Combobox.Option key={organization.id} value={organization.slug} active={organization.id === current.id}>
              <Group gap="sm" wrap="nowrap">
                <OrganizationAvatar name={organization.name} />
                <div className={classes.names}>
                  <Text size="sm" truncate>
                    {organization.name}
                  </Text>
                  <Text size="xs" className={classes.role} truncate>
                    {role.name}
                  </Text>
                  {unreadElsewhere?.has(organization.id) && (
                    <Text size="xs" className={classes.unread}>
                      <span className={classes.dot} />
                      Unread notifications
                    </Text>
                  )}
                </div>
                {organization.id === current.id && <IconCheck size={16} aria-label="open" />}
              </Group>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>No organization has this name</Combobox.Empty>}

          <Combobox.Option value={NEW} className={classes.create}>
            <Group gap="sm">
              <IconPlus size={16} aria-hidden />
              <Text size="sm">Create an organization</Text>
            </Group>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function OrganizationAvatar({ name }: { name: string }) {
  return (
    <Avatar size={26} radius="sm" variant="filled" color="pine" aria-hidden>
      {name.charAt(0).toUpperCase()}
    </Avatar>
  );
}
