import { Alert, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { GroupFormInput } from './group.schema';
import { type Affected, statusChangeSentences } from './status-meaning';

/** Says before saving whom the status in the form touches. */
export function StatusAlert({ saved, affected }: { saved: string; affected: Affected }) {
  const { control } = useFormContext<GroupFormInput>();
  const status = useWatch({ control, name: 'status' });
  const sentences = status === saved ? [] : statusChangeSentences(status, affected);
  return (
    <div role="status">
      {sentences.length > 0 && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
          {sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </Alert>
      )}
    </div>
  );
}
