import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';

/** What was refused, in words, in the place where it was tried. Nothing while there is no error. */
export function ProblemAlert({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const { message, hint } = describeError(error);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title={message}>
      {hint}
    </Alert>
  );
}
