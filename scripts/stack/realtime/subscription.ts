import type { Frame } from './frames.ts';
import type { Identified, Identity } from './identity.ts';
import type { Message } from './message-feed.ts';

/** What a listener is checked with. */
export interface Gate {
  identify(token: unknown): Identified;
  /** Asks the database; false too where it can't be asked. */
  mayListen(topic: string, identity: Identity): Promise<boolean>;
}

/** One window that listens to one topic. */
export interface Subscription {
  /** As realtime.send names it. */
  topic: string;
  /** Asks whether this listener may listen; from then on it hears. False: it may not, and nothing was told. */
  open(): Promise<boolean>;
  deliver(message: Message): void;
  /** Asks the database again whether this listener may listen, with a new token if there is one, and ends it if not. */
  checkAgain(token?: unknown): Promise<void>;
  /** Tells why, and closes. Safe to call twice. */
  end(reason?: string): void;
}

export interface SubscriptionOptions {
  /** With the prefix "realtime:". */
  channel: string;
  topic: string;
  joinRef: string | null;
  identity: Identity;
  gate: Gate;
  send(frame: Frame): void;
  onEnd(subscription: Subscription): void;
}

/** setTimeout takes no longer wait. */
const longestWait = 2 ** 31 - 1;

/**
 * A subscription that hears nothing before it is opened. It is to be known to whoever checks members again before that: one
 * who is suspended while it opens must not stay. It ends by itself when the token expires.
 */
export function subscribe({
  channel,
  topic,
  joinRef,
  gate,
  send,
  onEnd,
  ...options
}: SubscriptionOptions): Subscription {
  let { identity } = options;
  let heard = false;
  let ended = false;
  let expiry: NodeJS.Timeout | undefined;
  const push = (event: string, payload: Record<string, unknown>) =>
    send({ joinRef, ref: null, topic: channel, event, payload });

  function watchExpiry(): void {
    clearTimeout(expiry);
    if (identity.expiresAt === null) return;
    const wait = Math.min(Math.max(identity.expiresAt - Date.now(), 0), longestWait);
    expiry = setTimeout(() => subscription.end('InvalidJWTToken: Token has expired'), wait);
  }

  const subscription: Subscription = {
    topic,
    async open() {
      const allowed = await gate.mayListen(topic, identity);
      heard = allowed && !ended;
      if (!heard) subscription.end();
      return heard;
    },
    deliver: ({ id, event, payload }) => {
      if (heard) push('broadcast', { type: 'broadcast', event, payload, meta: { id } });
    },
    async checkAgain(token) {
      const found = token === undefined ? { identity } : gate.identify(token);
      if (found.identity === undefined) return subscription.end(found.refusal);
      identity = found.identity;
      watchExpiry();
      if (!(await gate.mayListen(topic, identity))) subscription.end(unauthorized(topic));
    },
    end(reason) {
      if (ended) return;
      ended = true;
      clearTimeout(expiry);
      onEnd(subscription);
      if (!heard) return;
      heard = false;
      if (reason !== undefined)
        push('system', { extension: 'system', status: 'error', message: reason, channel: topic });
      push('phx_close', {});
    },
  };
  watchExpiry();
  return subscription;
}

/** How hosted Realtime refuses a topic. */
export function unauthorized(topic: string): string {
  return `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`;
}
