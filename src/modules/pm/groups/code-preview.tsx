import { Text } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import type { GroupFormInput } from './group.schema';
import { CODE_RECIPE, groupCodeStem } from './group-code';

/** The code that the group has, or gets when it is saved, and how it is made. */
export function CodePreview({ code }: { code: string | null }) {
  const { control } = useFormContext<GroupFormInput>();
  const [name, start_date, time_period] = useWatch({ control, name: ['name', 'start_date', 'time_period'] });
  const coming = groupCodeStem({ name, start_date, time_period });
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {code ? (
        <>
          Its code is <b>{code}</b>.{' '}
        </>
      ) : (
        coming && (
          <>
            Its code will be <b>{coming}</b>, with a number behind it if another group has that one.{' '}
          </>
        )
      )}
      <Text span inherit c="dimmed">
        {code || coming ? CODE_RECIPE : `With start date and time period the group gets a code. ${CODE_RECIPE}`}
      </Text>
    </Text>
  );
}
