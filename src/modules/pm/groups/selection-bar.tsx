import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { cloneAddress } from './clone-address';
import classes from './group-list.module.css';
import type { Selection } from './use-selection';

/** As many groups as the database clones in one step. */
const CLONE_LIMIT = 50;

/** What can be done with the groups that are ticked. Its place is announced: the number changes with each tick. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { slug } = useOrganization();
  const count = selection.ids.size;
  return (
    <div role="status" className={classes.selection}>
      {count > 0 && (
        <Paper px="md" py="xs" mb="md">
          <Group gap="sm">
            <Text size="sm" fw={500}>
              {count === 1 ? '1 group selected' : `${count} groups selected`}
            </Text>
            {count > CLONE_LIMIT ? (
              <Text size="sm" c="dimmed">
                At most {CLONE_LIMIT} can be cloned at a time.
              </Text>
            ) : (
              <Button
                component={Link}
                to={cloneAddress(slug, [...selection.ids])}
                variant="light"
                leftSection={<IconCopy size={16} aria-hidden />}
              >
                Clone selected…
              </Button>
            )}
            <Button variant="subtle" onClick={selection.clear}>
              Clear selection
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
}
