import { SessionModal } from '../session-modal';
import { CancelSeveralForm } from './cancel-several-form';
import { CancelSeveralProgress } from './cancel-several-progress';
import { useCancelling } from './use-cancelling';

interface CancelSeveralDialogProps {
  /** The day to begin with, `YYYY-MM-DD`; '' for today. */
  on: string;
  /** The group to begin with; '' for all. */
  groupId: string;
  onClose: () => void;
}

/** "The clinic closes on Friday": cancels many sessions with one reason. */
export function CancelSeveralDialog({ on, groupId, onClose }: CancelSeveralDialogProps) {
  const { state, run, retry } = useCancelling();
  return (
    <SessionModal title="Cancel several sessions" onClose={onClose} locked={state?.running ?? false}>
      {state ? (
        <CancelSeveralProgress state={state} onRetry={retry} onClose={onClose} />
      ) : (
        <CancelSeveralForm on={on} groupId={groupId} onConfirm={(plan) => void run(plan)} onClose={onClose} />
      )}
    </SessionModal>
  );
}
