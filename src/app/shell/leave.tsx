import { Text } from '@mantine/core';
import { countKept, keptWords, sendKept, signOut, signOutEverywhere } from '@/platform/auth';
import { confirmAction } from '@/platform/ui';

/** Signs out; asks first where attendance that waits on this device would be lost with it. */
export function leave(): void {
  const kept = countKept();
  if (kept === 0) {
    void signOut('by-hand');
    return;
  }
  confirmAction({
    title: 'Sign out and lose attendance?',
    message: `${keptWords(kept)} that you recorded ${kept === 1 ? 'has' : 'have'} not arrived yet. Signing out takes away what cannot be sent now. It is sent by itself as soon as the connection is back.`,
    confirmLabel: 'Sign out all the same',
    danger: true,
    onConfirm: async () => {
      await sendKept();
      await signOut('by-hand');
    },
  });
}

/** Asks, then signs out here and everywhere else. */
export function leaveEverywhere(): void {
  const kept = countKept();
  confirmAction({
    title: 'Sign out everywhere?',
    message: (
      <>
        You will be signed out here and on every other device and window. What is typed there and not saved is lost.
        {kept > 0 && (
          <Text size="sm" fw={600} mt="xs">
            {keptWords(kept)} that you recorded here {kept === 1 ? 'has' : 'have'} not arrived yet. What cannot be sent
            now is lost, too.
          </Text>
        )}
      </>
    ),
    confirmLabel: 'Sign out everywhere',
    danger: true,
    onConfirm: async () => {
      await sendKept();
      await signOutEverywhere();
    },
  });
}
