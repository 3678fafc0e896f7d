import { parseTimestamp } from '@/platform/time';
import { mayDecide, type Viewer } from '../policy/powers';
import { isOpen, type Session } from '../session';

/** What the session's own page is for at this moment; null for one that does not take place. */
export type PagePurpose = 'join' | 'results' | 'prepare' | null;

export interface RowOffer {
  page: PagePurpose;
  reschedule: boolean;
  decide: boolean;
}

/** What a row of a group's sessions offers the person; the server decides. */
export function rowOffer(session: Session, viewer: Viewer, now: Date): RowOffer {
  return {
    page: pagePurpose(session, now),
    reschedule: viewer.editsSessions && isOpen(session),
    decide: mayDecide(session, viewer),
  };
}

function pagePurpose({ status, ends_at }: Session, now: Date): PagePurpose {
  if (status === 'cancelled') return null;
  if (status === 'active') return 'join';
  return status === 'completed' || parseTimestamp(ends_at) <= now ? 'results' : 'prepare';
}
