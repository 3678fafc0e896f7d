import { Center } from '@mantine/core';
import { ErrorState } from '@/platform/ui/error-state';
import { PageLoading } from './page-loading';

interface WaitingProps {
  error: unknown;
  refetch: () => unknown;
}

/** Stands for a whole page while what it needs first is being read, or could not be. */
export function Waiting({ error, refetch }: WaitingProps) {
  if (!error) return <PageLoading />;
  return (
    <Center component="main" mih="80dvh">
      <ErrorState error={error} onRetry={refetch} />
    </Center>
  );
}
