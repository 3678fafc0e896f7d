import type { ReactNode } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { SessionModal } from '../session-modal';

interface SeriesLoadingProps {
  title: string;
  /** What went wrong; null while it loads. */
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
  /** In place of the skeleton: why there is nothing to plan. */
  children?: ReactNode;
}

/** The dialog before its data is there, or when it cannot be had. */
export function SeriesLoading({ title, error, onRetry, onClose, children }: SeriesLoadingProps) {
  return (
    <SessionModal title={title} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={onRetry} /> : (children ?? <ListSkeleton rows={5} />)}
    </SessionModal>
  );
}
