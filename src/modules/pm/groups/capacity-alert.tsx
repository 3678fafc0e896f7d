import { Alert, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { isHeld, patientName, useRoster } from '@/modules/pm/enrollments';
import type { Group } from './api/get-group';
import { capacityOutlook } from './capacity-outlook';
import type { GroupFormInput } from './group.schema';

/** Says before saving what the capacity in the form will do to those who wait, by name. */
export function CapacityAlert({ group }: { group: Group }) {
  const { control } = useFormContext<GroupFormInput>();
  const [capacity, status] = useWatch({ control, name: ['max_capacity', 'status'] });
  const { data: roster } = useRoster(group.id);
  const outlook = capacityOutlook(
    {
      taken: roster?.enrolled.length ?? group.patient_count,
      waiting: roster?.waiting.length ?? group.waitlist_count,
      capacity: group.max_capacity,
      queue: roster?.waiting.map((entry) => ({ name: patientName(entry.patient), isHeld: isHeld(entry) })) ?? null,
    },
    { capacity, status },
  );
  return (
    <div role="status">
      {outlook && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
          <Text size="sm">{outlook.sentence}</Text>
          {outlook.who && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {outlook.who}
            </Text>
          )}
        </Alert>
      )}
    </div>
  );
}
