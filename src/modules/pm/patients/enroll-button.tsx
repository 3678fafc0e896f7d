import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';

/** Opens the dialog that enrolls the patient, for those who may. */
export function EnrollButton({ onClick }: { onClick: () => void }) {
  return (
    <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE}>
      <Button leftSection={<IconUsersPlus size={16} aria-hidden />} onClick={onClick}>
        Enroll in a group
      </Button>
    </Can>
  );
}
