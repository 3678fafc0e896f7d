import { Radio, Stack } from '@mantine/core';
import { useController, useFormContext } from 'react-hook-form';
import { CREATION_PERMISSIONS, type GroupPolicy } from '@/modules/pm/sessions';
import type { PolicyFormValues } from './policy-form.schema';
import { useCreators } from './use-creators';

const LABELS = {
  all_members: 'Everybody whose role includes creating sessions',
  owner: 'Only the facilitators of the group',
  admin: 'Only those who may edit the group',
};

/** Who may create sessions, each choice with who that is at present. */
export function CreationField({ group }: { group: GroupPolicy }) {
  const { control } = useFormContext<PolicyFormValues>();
  const { field, fieldState } = useController({ control, name: 'session_creation_permission' });
  const creators = useCreators(group);
  return (
    <Radio.Group
      {...field}
      label="Who may create sessions"
      description="Each of them also needs a role that includes creating sessions."
      error={fieldState.error?.message}
    >
      <Stack gap="sm" mt="xs">
        {CREATION_PERMISSIONS.map((permission) => (
          <Radio
            key={permission}
            value={permission}
            label={LABELS[permission]}
            description={creators[permission]}
            styles={{ description: { overflowWrap: 'anywhere' } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
