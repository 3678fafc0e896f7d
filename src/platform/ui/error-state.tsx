import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';
import { EmptyState } from './empty-state';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** Stands where the data would be when it could not be read, in words; never to be confused with an empty list. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { message, hint } = describeError(error);
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title={message}
        description={hint}
        action={
          onRetry && (
            <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
              Try again
            </Button>
          )
        }
      />
    </div>
  );
}
