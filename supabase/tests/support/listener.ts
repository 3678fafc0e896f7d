import type { RealtimeChannel } from '@supabase/supabase-js';
import type { Client } from './api.ts';

export interface Heard {
  event: string;
  payload: Record<string, unknown>;
}

export interface Listener {
  channel: RealtimeChannel;
  /** Everything that arrived so far. */
  heard: Heard[];
  /** The states that supabase-js told, such as SUBSCRIBED and CHANNEL_ERROR. */
  states: string[];
  /** The first message that arrives, or has arrived, for which this is true; throws after a second. */
  next(matches: (message: Heard) => boolean): Promise<Heard>;
}

const aSecond = 1_000;

/** Joins a private topic as supabase-js does it, and waits for the answer: in `states`. */
export async function listen(client: Client, topic: string, isPrivate = true): Promise<Listener> {
  await client.realtime.setAuth();
  const channel = client.channel(topic, { config: { private: isPrivate } });
  const heard: Heard[] = [];
  const states: string[] = [];
  const waiting = new Set<() => void>();
  channel.on('broadcast', { event: '*' }, ({ event, payload }) => {
    heard.push({ event, payload });
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => {
    channel.subscribe((state, error) => {
      states.push(error === undefined ? state : `${state}: ${error.message}`);
      resolve();
    });
  });
  return {
    ...{ channel, heard, states },
    next: (matches) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`Nothing like that in a second; heard ${JSON.stringify(heard)}`));
        }, aSecond);
        function look(): void {
          const found = heard.find(matches);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        }
        waiting.add(look);
        look();
      }),
  };
}
