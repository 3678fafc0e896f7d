import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';
import { ProblemAlert } from '@/platform/ui';

/** What the server refused of a series. Somebody who was faster is said in the words of this dialog, where it is mended. */
export function SeriesProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  const { code, message } = describeError(error);
  if (code !== 'SCHEDULE_CONFLICT' && code !== 'CLOSED_DAY') return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title="Something has changed meanwhile">
      {message} Nothing was saved: mend the dates that are marked now, then save again.
    </Alert>
  );
}
