import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { toSession } from '../../api/session-row';
import type { TabSession } from './get-tab-sessions';
import { type TabRequest, tabSessions } from './tab-sessions';

/** As many rows as PostgREST gives at once. */
const STEP = 1000;

/** All sessions that the filters leave, in the order of the list, whatever its page. */
async function exportTabSessions(organizationId: string, request: TabRequest): Promise<TabSession[]> {
  const now = new Date().toISOString();
  const sessions: TabSession[] = [];
  for (;;) {
    const { data, count } = await tabSessions(organizationId, request, now)
      .range(sessions.length, sessions.length + STEP - 1)
      .throwOnError();
    sessions.push(...data.map(toSession));
    // A server may give fewer at once than were asked for; one that gives none has no more.
    if (data.length === 0 || sessions.length >= (count ?? sessions.length)) return sessions;
  }
}

export function useExportTabSessions() {
  const { id } = useOrganization();
  return useMutation({ mutationFn: (request: TabRequest) => exportTabSessions(id, request) });
}
