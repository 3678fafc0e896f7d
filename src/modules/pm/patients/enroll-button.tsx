import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import type { Ref } from 'react';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';

interface EnrollButtonProps {
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** Opens the dialog that enrolls the patient, for those who may. */
export function EnrollButton({ onClick, ref }: EnrollButtonProps) {
  return (
    <Can permission={PM_PERMISSIONS.GROUP_ENROLLMENTS_CREATE}>
      <Button ref={ref} leftSection={<IconUsersPlus size={16} aria-hidden />} onClick={onClick}>
        Enroll in a group
      </Button>
    </Can>
  );
}
