import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOrganization } from '@/platform/organizations';
import type { SessionDetail } from '../api/get-session';
import type { SeriesChanges, SeriesScope } from './api/change-series';
import { seriesSessionsQueryOptions } from './api/get-series-sessions';
import { seriesChangePreviewQueryOptions } from './api/preview-series-change';
import { sessionsInScope } from './series-change-model';

/** Which sessions of the session's series a scope means; undefined until they are known. */
export function useScope(session: SessionDetail) {
  const { id } = useOrganization();
  const [scope, setScope] = useState<SeriesScope>('following');
  const [now] = useState(() => new Date());
  const sessions = useQuery({
    ...seriesSessionsQueryOptions(id, session.series_id ?? ''),
    enabled: session.series_id !== null,
  });
  const inScope = (which: SeriesScope) => sessions.data && sessionsInScope(sessions.data, session, which, now);
  const [following, all] = [inScope('following'), inScope('all')];
  return {
    scope,
    setScope,
    sessions: scope === 'following' ? following : all,
    counts: following && all && { following: following.length, all: all.length },
    error: sessions.error,
    refetch: sessions.refetch,
  };
}

/**
 * What a change would do to each session; `changes` is null while the form is not complete. Not asked while it is being saved:
 * then it would be done twice.
 */
export function useChangePreview(
  sessionId: string,
  scope: SeriesScope,
  changes: SeriesChanges | null,
  isSaving: boolean,
) {
  const { id } = useOrganization();
  const isAsked = changes !== null && Object.keys(changes).length > 0;
  const preview = useQuery({
    ...seriesChangePreviewQueryOptions(id, { sessionId, scope, changes: changes ?? {} }),
    enabled: isAsked && !isSaving,
  });
  return {
    isAsked,
    changed: isAsked ? preview.data : undefined,
    isStale: preview.isPlaceholderData,
    error: isAsked ? preview.error : null,
    refetch: preview.refetch,
  };
}
