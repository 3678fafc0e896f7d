import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { notifyDone, notifyProblem, useGone } from '@/platform/ui';
import { useChangeSessionState } from '../../api/change-session-state';
import { useStartInstantSession } from '../api/start-instant-session';
import { sessionPageAddress } from '../session-page';

interface StartOptions {
  override?: boolean;
  location?: string | null;
}

/** Starts a session and goes to its page; once, however often one clicks. */
export function useStarting() {
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const instant = useStartInstantSession();
  const planned = useChangeSessionState();
  const gone = useGone();
  const [busyGroupId, setBusyGroupId] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ groupId: string; error: unknown } | null>(null);

  const open = (sessionId: string) => navigate(sessionPageAddress(slug, sessionId));

  async function run(groupId: string, start: () => Promise<string>) {
    if (busyGroupId !== null) return;
    setBusyGroupId(groupId);
    setRefused(null);
    try {
      const sessionId = await start();
      // Whoever has closed the dialog meanwhile is told, and stays.
      if (gone.current) notifyDone({ message: 'The session has started.' });
      else await open(sessionId);
    } catch (error) {
      if (gone.current) notifyProblem(error);
      else setRefused({ groupId, error });
    } finally {
      setBusyGroupId(null);
    }
  }

  return {
    busyGroupId,
    /** Why the last try failed; null when it did not. */
    refused,
    forgetRefusal: () => setRefused(null),
    open,
    startInstant: (groupId: string, { override = false, location = null }: StartOptions = {}) =>
      run(groupId, () => instant.mutateAsync({ groupId, minutes: null, location, override })),
    startPlanned: (groupId: string, sessionId: string) =>
      run(groupId, async () => {
        await planned.mutateAsync({ sessionId, to: 'active' });
        return sessionId;
      }),
  };
}

export type Starting = ReturnType<typeof useStarting>;
