import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';
import { ProblemAlert } from '@/platform/ui';

/** Refusals that are about single dates, each of which can be mended. */
const OF_SINGLE_DATES: ReadonlySet<string> = new Set([
  'SCHEDULE_CONFLICT',
  'CLOSED_DAY',
  'ADVANCE_NOTICE_REQUIRED',
  'TIME_SLOT_NOT_ALLOWED',
]);

/** What the server refused of a series. Somebody who was faster is said in the words of this dialog, where it is mended. */
export function SeriesProblem({ error }: { error: unknown }) {
  if (error === null) return null;
  const { code, message } = describeError(error);
  if (code === null || !OF_SINGLE_DATES.has(code)) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle aria-hidden />} title="Something has changed meanwhile">
      {message} Nothing was saved: mend the dates that are marked now, then save again.
    </Alert>
  );
}
