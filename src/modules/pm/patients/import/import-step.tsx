import { Stack } from '@mantine/core';
import { BatchProgressView } from './batch-progress-view';
import { ResultView } from './result-view';
import { StepHeading } from './step-heading';
import type { StepProps } from './use-import';

/** The last step: the rows go in, then what became of them. */
export function ImportStep(props: StepProps) {
  const { progress, resume, stop } = props;
  if (progress.state === 'done' || progress.state === 'stopped') return <ResultView {...props} />;
  return (
    <Stack gap="lg">
      <StepHeading title="Import">Stay on this page until all rows are in.</StepHeading>
      <BatchProgressView progress={progress} doing="Importing" onResume={resume} onStop={stop} />
    </Stack>
  );
}
