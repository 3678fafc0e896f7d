import { Checkbox } from '@mantine/core';
import { type Control, useController } from 'react-hook-form';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import type { SessionFormValues } from './session-form.schema';

interface OverrideFieldProps {
  control: Control<SessionFormValues>;
  inConflict: boolean;
}

/** Schedules in spite of a conflict, for those who may edit sessions. Not there while there is nothing to decide. */
export function OverrideField({ control, inConflict }: OverrideFieldProps) {
  const { can } = usePermissions();
  const { field } = useController({ control, name: 'conflict_override' });
  const { value, onChange, ...input } = field;
  if (!can(PM_PERMISSIONS.GROUP_SCHEDULE_EDIT) || !(inConflict || value)) return null;
  return (
    <Checkbox
      {...input}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label="Schedule anyway"
      description={
        inConflict
          ? 'Both sessions will take place. Quorum no longer keeps others from booking the people and the room of this one. It is marked as scheduled anyway, and logged.'
          : 'Nothing overlaps at this time. Without the tick, Quorum keeps the people and the room free for this session.'
      }
    />
  );
}
