import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOrganization } from '@/platform/organizations';
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
  const [busyGroupId, setBusyGroupId] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ groupId: string; error: unknown } | null>(null);

  const open = (sessionId: string) => navigate(sessionPageAddress(slug, sessionId));

  async function run(groupId: string, start: () => Promise<string>) {
    if (busyGroupId !== null) return;
    setBusyGroupId(groupId);
    setRefused(null);
    try {
      await open(await start());
    } catch (error) {
      setRefused({ groupId, error });
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
