import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { gatherChanges } from './gather-changes';
import { isDialogOpen, watchHand } from './hand';
import { listenToTopic } from './listen-to-topic';
import { isConcerned, type LiveReads } from './live-reads';

const POLL_MILLISECONDS = 10_000;

/** What a message to `user:<id>` tells of; no other table has a topic of its own. */
const NOTIFICATIONS = 'pf_notifications';

/** Who may do what. */
const RIGHTS: readonly string[] = ['pf_memberships', 'pf_roles', 'pf_role_permissions'];

const changeSchema = z.object({ table: z.string() });

export interface LiveOptions {
  organizationId: string;
  userId: string;
  reads: LiveReads;
  queryClient: QueryClient;
}

/**
 * Keeps what a window shows of an organization as the server has it: reads again what a change concerns, everything after a
 * time without a channel, and everything every ten seconds while there is none. A window that nobody sees reads when it is
 * looked at. Answers the function that ends it.
 */
export function keepLive({ organizationId, userId, reads, queryClient }: LiveOptions): () => void {
  const isSeen = () => document.visibilityState === 'visible';
  const hand = watchHand();

  function readAgain(tables: ReadonlySet<string> | null): Promise<void> {
    return queryClient.invalidateQueries({
      predicate: ({ queryKey }) => isConcerned(queryKey, organizationId, tables, reads),
      refetchType: isSeen() ? 'active' : 'none',
    });
  }

  const changes = gatherChanges(readAgain, hand.isPressing);
  // Somebody who loses a right keeps the dialog and what is typed into it; the server refuses, in words.
  const rights = gatherChanges(readAgain, () => hand.isPressing() || isDialogOpen());
  const lost = new Set(['organization', 'user']);
  const states = (topic: string) => ({
    onOpen() {
      lost.delete(topic);
      void readAgain(null);
    },
    onLost(byServer: boolean) {
      lost.add(topic);
      // Whoever is not let in any more sees it at once, not with the next poll.
      if (byServer) void readAgain(null);
    },
  });

  const endings = [
    listenToTopic(`organization:${organizationId}`, 'change', {
      ...states('organization'),
      onMessage: (payload) => {
        const { data } = changeSchema.safeParse(payload);
        if (data) (RIGHTS.includes(data.table) ? rights : changes).add(data.table);
      },
    }),
    listenToTopic(`user:${userId}`, 'notification', {
      ...states('user'),
      onMessage: () => changes.add(NOTIFICATIONS),
    }),
  ];
  const poll = window.setInterval(() => {
    if (lost.size > 0 && isSeen()) void readAgain(null);
  }, POLL_MILLISECONDS);

  return () => {
    window.clearInterval(poll);
    changes.stop();
    rights.stop();
    hand.stop();
    for (const end of endings) end();
  };
}
