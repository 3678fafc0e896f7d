import type { RealtimeChannel } from '@supabase/supabase-js';
import { loadClient } from '@/platform/supabase/load-client';

/** After the server has closed the channel, because a token expired or a person may not listen any more. */
const AGAIN_MILLISECONDS = 5_000;

export interface TopicListener {
  onMessage: (payload: unknown) => void;
  /** The channel is there: what changed before was not heard. */
  onOpen: () => void;
  /** Nothing is heard for now. `byServer`: it ended the channel on purpose. */
  onLost: (byServer: boolean) => void;
}

/** Listens to a private topic of Supabase Realtime, and joins it again whenever it was lost; answers the function that ends it. */
export function listenToTopic(topic: string, event: string, { onMessage, onOpen, onLost }: TopicListener): () => void {
  let ended = false;
  let channel: RealtimeChannel | undefined;
  let timer: number | undefined;

  async function join(): Promise<void> {
    const client = await loadClient();
    // One that is still being left, by the page before this one, would be given out again.
    const left = client.getChannels().find((other) => other.topic === `realtime:${topic}`);
    if (left) await client.removeChannel(left);
    await client.realtime.setAuth();
    if (ended) return;
    channel = client.channel(topic, { config: { private: true } });
    channel.on('broadcast', { event }, ({ payload }) => onMessage(payload));
    channel.subscribe((state) => {
      if (ended) return;
      if (state === 'SUBSCRIBED') return onOpen();
      onLost(state === 'CLOSED');
      // The client itself tries again after all other ends.
      if (state === 'CLOSED') tryAgain();
    });
  }

  function tryAgain(): void {
    timer = window.setTimeout(() => join().catch(tryAgain), AGAIN_MILLISECONDS);
  }

  join().catch(tryAgain);
  return () => {
    ended = true;
    window.clearTimeout(timer);
    if (channel) void loadClient().then((client) => channel && client.removeChannel(channel));
  };
}
