import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { QuestionSet } from '../api/get-question-set';
import { useDeletingSet } from './use-deleting-set';

/** What may be done with a question set; an earlier version can only be copied. */
export function SetActions({ questionSet }: { questionSet: QuestionSet }) {
  const address = `/o/${useOrganization().slug}/pm/question-sets`;
  const { can } = usePermissions();
  const remove = useDeletingSet();
  const isInUse = questionSet.superseded_at === null;
  const mayEdit = can(PM_PERMISSIONS.QUESTION_SETS_EDIT) && isInUse;
  const mayCopy = can(PM_PERMISSIONS.QUESTION_SETS_CREATE);
  const mayDelete = can(PM_PERMISSIONS.QUESTION_SETS_DELETE) && isInUse;
  return (
    <Group gap="xs">
      {mayEdit && (
        <Button
          component={Link}
          to={`${address}/${questionSet.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </Button>
      )}
      {(mayCopy || mayDelete) && (
        <Menu position="bottom-end" shadow="md" withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More actions for the question set">
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayCopy && (
              <Menu.Item
                component={Link}
                to={`${address}/new?copy=${questionSet.id}`}
                leftSection={<IconCopy size={16} aria-hidden />}
              >
                Copy as a new set
              </Menu.Item>
            )}
            {mayDelete && (
              <Menu.Item
                c="var(--mantine-color-error)"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => remove(questionSet)}
              >
                Delete…
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
