import { Radio, Stack } from '@mantine/core';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { StepProps } from './use-import';
import { countOf } from './words';

/** What is to happen to patients who are here with other values than the file has. */
export function ExistingField({ count, work, change }: Pick<StepProps, 'work' | 'change'> & { count: number }) {
  const mayEdit = usePermissions().can(PM_PERMISSIONS.PATIENTS_EDIT);
  return (
    <Radio.Group
      label={`${countOf(count, 'patient is', 'patients are')} here already, with other values`}
      value={work.onExisting}
      onChange={(value) => change((present) => ({ ...present, onExisting: value === 'update' ? 'update' : 'skip' }))}
    >
      <Stack gap={8} mt={6}>
        <Radio value="skip" label="Leave them as they are" />
        <Radio
          value="update"
          disabled={!mayEdit}
          label="Update them from the file"
          description={mayEdit ? 'Blank cells change nothing.' : 'You do not have permission to edit patients.'}
        />
      </Stack>
    </Radio.Group>
  );
}
