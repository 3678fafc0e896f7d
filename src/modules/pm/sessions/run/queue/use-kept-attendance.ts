import { useEffect } from 'react';
import { useUser } from '@/platform/auth';
import { tapSender, tapStore } from './attendance-queue';
import { keepSending } from './keep-sending';

/** Sends what is kept on this device for as long as somebody is signed in, whatever page they are on. */
export function useKeptAttendance(): void {
  const { id: userId } = useUser();
  useEffect(() => {
    // Somebody else's, who did not sign out here. It may be neither shown nor sent by this person.
    tapStore.remove(tapStore.all().filter((tap) => tap.userId !== userId));
    return keepSending(tapStore, tapSender);
  }, [userId]);
}
